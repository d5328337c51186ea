"""Where in the way of the Tab key things stand that come and go."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class TabPlace(QWidget):
    """A mark in the way of the Tab key, made where new widgets are going to stand; nobody sees it or stops at it.

    WORKAROUND: Qt puts every new widget after everything else of the window, and ``QWidget.setTabOrder`` puts one only
    behind a widget that takes focus.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def lead_to(self, stops: Iterable[QWidget]) -> None:
        """Let the Tab key visit these, one after the other, from here on."""
        chained(self, stops)


def chained(anchor: QWidget, stops: Iterable[QWidget]) -> None:
    """Let the Tab key go from the anchor through all stops."""
    for stop in stops:
        QWidget.setTabOrder(anchor, stop)
        anchor = stop
