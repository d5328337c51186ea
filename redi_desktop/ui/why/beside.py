"""Keeps the panel beside its page: over the column at the right of it, else over the page's own right part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from redi_desktop.ui.theme import UNIT, characters_wide

NARROWEST, WIDEST = 32, 58
"""Characters of text in a line of the panel."""
LARGEST_SHARE = 0.66
"""Of a page that has no room beside it, the panel covers no more than this share of the width."""


class Beside(QObject):
    """Moves a panel with the window that it and its page share."""

    def __init__(self, panel: QWidget, page: QWidget) -> None:
        super().__init__(panel)
        self._panel, self._page = panel, page
        self._window: QWidget | None = None

    def place(self) -> None:
        """Put the panel where it belongs, on top of everything."""
        window = self._page.window()
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)
        if self._panel.parentWidget() is not window:
            shown = self._panel.isVisible()
            self._panel.setParent(window)
            self._panel.setVisible(shown)
        self._panel.setGeometry(self._room(window))
        self._panel.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and not self._panel.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def _room(self, window: QWidget) -> QRect:
        frame = self._frame()
        page = _place(frame, window)
        narrowest, widest = (characters_wide(self._panel.fontMetrics(), count) for count in (NARROWEST, WIDEST))
        beside = window.width() - page.right() - 1
        if beside >= narrowest:
            column = _place(_column(frame, window), window)
            return QRect(page.right() + 1, column.top() + UNIT, min(beside - UNIT, widest), column.height() - 2 * UNIT)
        width = min(widest, round(page.width() * LARGEST_SHARE))
        return QRect(page.right() + 1 - width, page.top() + UNIT, width, page.height() - 2 * UNIT)

    def _frame(self) -> QWidget:
        """The area in which the page scrolls."""
        around = self._page.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around or self._page


def _column(frame: QWidget, window: QWidget) -> QWidget:
    """What holds the page together with all that stands above and below it."""
    around = frame.parentWidget()
    while around is not None and around is not window and around.width() == frame.width():
        frame, around = around, around.parentWidget()
    return frame


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)) if widget is not window else QPoint(0, 0), widget.size())
