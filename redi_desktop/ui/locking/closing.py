"""The program is closed: nobody looks at a window that waits for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.ui.main_window import MainWindow

MOMENT = 0.05
"""Seconds that the last save may take before the window is put out of sight."""


def finished(window: QWidget, main: MainWindow, tasks: Tasks) -> UserError | None:
    """Wait until everything is in the vault; where that fails the window is there again, and the problem is given."""
    main.unsaved.keep()
    if not tasks.store_is_done(MOMENT):
        window.hide()
    problem = main.finish()
    if problem is not None and window.isHidden():
        window.show()
    return problem
