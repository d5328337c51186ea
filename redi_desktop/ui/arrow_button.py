"""A button of a row in which the arrows move: the row is one stop of the Tab key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
"""The keys that move, each with its direction."""


class ArrowButton(QPushButton):
    """Leaves the arrows to its row: a button on its own would send them on to whatever comes next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything but the arrows."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
