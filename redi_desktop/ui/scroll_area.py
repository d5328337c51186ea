"""Room to scroll from top to bottom, that a screen reader can walk through while the window changes.

WORKAROUND: Qt counts the scroll bar of its own area among the children that a screen reader sees, and only while it is
visible: one that has counted two children and asks for the second when the bar has gone ends the whole program
(``QAccessibleAbstractScrollArea::child`` in qtbase/src/widgets/accessible/complexwidgets.cpp). Here that bar is never
visible; another one stands in its place.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class ScrollArea(QScrollArea):
    """Scrolls up and down, never sideways; the room for the bar is always kept, so that no line breaks anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self.setViewportMargins(0, 0, self._bar.sizeHint().width(), 0)
        hidden = self.verticalScrollBar()
        hidden.rangeChanged.connect(self._follow_range)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar at the right."""
        super().resizeEvent(event)
        width = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - width, 0, width, self.height())

    def _follow_range(self, least: int, most: int) -> None:
        hidden = self.verticalScrollBar()
        self._bar.setRange(least, most)
        self._bar.setPageStep(self.viewport().height())
        self._bar.setSingleStep(hidden.singleStep())
        self._bar.setValue(hidden.value())
        self._bar.setVisible(most > least)


def in_sight(widget: QWidget) -> bool:
    """Whether anything of a widget stands where its page is scrolled to; also while the whole page is hidden."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, ScrollArea):
        area = area.parentWidget()
    if area is None:
        return True
    port = area.viewport()
    return port.rect().intersects(QRect(widget.mapTo(port, QPoint()), widget.size()))
