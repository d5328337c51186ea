"""The window: Qt starts without a screen, knows the fonts, the icons and its own words, and draws the first page."""

from __future__ import annotations

import os
from pathlib import Path

from redi_desktop.self_test import expect

_FEWEST_COLOURS = 8


def window(place: Path) -> str:
    """The unlock page is drawn, as it would be before somebody without a vault."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # read when Qt starts, which is now
    from PySide6.QtCore import QLibraryInfo, qVersion
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    from redi_desktop.bootstrap import services
    from redi_desktop.ui.app import make_app, make_window
    from redi_desktop.ui.icons import pixmap
    from redi_desktop.ui.theme import FAMILY

    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else make_app()
    real = services(config_folder=place / "config")
    real.default_vault_folder = place / "vault"
    shown = make_window(app, real, "fr")
    shown.show()
    for _ in range(5):
        app.processEvents()
    drawn = shown.grab().toImage()
    colours = {drawn.pixel(x, y) for x in range(0, drawn.width(), 9) for y in range(0, drawn.height(), 9)}
    shown.close()
    shown.deleteLater()
    app.processEvents()
    expect(len(colours) >= _FEWEST_COLOURS, "the window is empty")
    expect(FAMILY in QFontDatabase.families(), f"Qt does not know {FAMILY}")
    expect(not pixmap("lock", "#000000", 32).isNull(), "icons cannot be drawn")
    words = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    expect((words / "qtbase_fr.qm").is_file(), "Qt's own words are missing in French")
    return f"Qt {qVersion()}, {drawn.width()} x {drawn.height()}, {len(colours)} colours"
