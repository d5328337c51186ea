"""The events of a case one below the other: as high as they are, so that the page scrolls and not the list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QSizePolicy, QWidget

from redi_desktop.ui.case_care.timeline_drawing import TimelineDelegate
from redi_desktop.ui.case_care.timeline_model import TimelineModel
from redi_desktop.ui.case_care.timeline_words import Event
from redi_desktop.ui.theme import UNIT

Index = QModelIndex | QPersistentModelIndex


class TimelineList(QListView):
    """One stop of the Tab key; the arrows go from event to event, and the page follows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = TimelineModel(self)
        self._drawing = TimelineDelegate(self, self.events)
        self.setModel(self.events)
        self.setItemDelegate(self._drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)

    def show_events(self, events: tuple[Event, ...], today: date) -> None:
        """Show these events."""
        self._drawing.forget_heights()
        self.events.show_events(events, today)
        self._fit()

    def sizeHint(self) -> QSize:
        """All events at the width that there is."""
        width = self.viewport().width()
        rows = range(self.events.event_count())
        return QSize(UNIT * 40, sum(self._drawing.height_of(row, width) for row in rows) + 2)

    def minimumSizeHint(self) -> QSize:
        """Narrow where it must be, never lower."""
        return QSize(UNIT * 20, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text changes its size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_drawing"):
            self._drawing.forget_heights()
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor begins at the last event."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.events.index(0, 0))
        super().focusInEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The page scrolls to where the cursor goes."""
        super().currentChanged(current, previous)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None and current.isValid() and self.hasFocus():
            row = self.visualRect(current)
            middle = self.viewport().mapTo(inside, QPoint(0, row.center().y()))
            area.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + UNIT)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
