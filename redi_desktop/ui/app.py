"""The program with a screen: dressed, unlocked, then the window until it is closed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from redi_desktop import i18n, logs
from redi_desktop.ui.collecting import Collecting
from redi_desktop.ui.program_window import ProgramWindow
from redi_desktop.ui.theme import apply_theme, load_fonts

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services

LONGEST_WAIT = 0.0002
"""Seconds after which work beside the window gives Python back to it.

The window waits so long each time it comes back from Qt, dozens of times in one turn; Python’s own 5 ms would add up.
"""


def run(services: Services, language: str | None = None, passphrase: str | None = None) -> int:
    """Show the window until it is closed.

    ``language`` goes before the one in the settings. With a ``passphrase``, which only the demo's throw-away vault has,
    the vault is opened at once.
    """
    app = make_app()
    window = make_window(app, services, language)
    logs.catch_bugs(window.bug_happened.emit)
    window.show()
    if passphrase is not None:
        window.unlock.open_with(passphrase)
    return app.exec()


def make_app() -> QApplication:
    """The one Qt application of the process, with the program's font."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("REDI Desktop")
    app.setDesktopFileName("redi-desktop")
    load_fonts()
    sys.setswitchinterval(LONGEST_WAIT)
    return app


def make_window(app: QApplication, services: Services, language: str | None = None) -> ProgramWindow:
    """Dress the program as it is set, and make its window."""
    settings = services.settings
    i18n.set_language(language or settings.language or i18n.choose_language(QLocale.system().uiLanguages()))
    apply_theme(app, settings.theme, settings.text_scale)
    window = ProgramWindow(services)
    Collecting(window)
    return window
