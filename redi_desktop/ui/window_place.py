"""Where a window stood and where one typed in it, to come back to."""

from __future__ import annotations

import base64

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

USUAL_SIZE = QSize(1366, 768)


def written_geometry(window: QWidget) -> str:
    """Place and size, as the settings keep them."""
    return base64.b64encode(window.saveGeometry().data()).decode()


def restore_geometry(window: QWidget, written: str) -> None:
    """Put a window where it stood, else make it as large as is usual and as the screen has room for."""
    kept = base64.b64decode(written)
    if not kept or not window.restoreGeometry(kept):
        room = QGuiApplication.primaryScreen().availableSize()
        window.resize(USUAL_SIZE.boundedTo(room))


def focus_again(before: QWidget | None) -> None:
    """Back to the field in which one typed, where it is still there and seen."""
    if before is not None and isValid(before) and before.isVisible():
        before.setFocus(Qt.FocusReason.OtherFocusReason)
