"""The events of a case as the view asks for them; those of a day stand below it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redi_desktop.ui.case_care.timeline_words import Event, day_words

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TimelineModel(QAbstractListModel):
    """The events that are shown, the last one first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[Event, ...] = ()
        self._today = date.min

    def show_events(self, events: tuple[Event, ...], today: date) -> None:
        """Show these."""
        self.beginResetModel()
        self._events, self._today = events, today
        self.endResetModel()

    def event_count(self) -> int:
        """How many there are."""
        return len(self._events)

    def event_at(self, row: int) -> Event:
        """One of them."""
        return self._events[row]

    def day(self, row: int) -> str:
        """The day in words above the first event of it; empty above the others."""
        day = self._events[row].start.date()
        is_first = row == 0 or self._events[row - 1].start.date() != day
        return day_words(day, self._today) if is_first else ""

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """An event as a screen reader says it."""
        return self._events[index.row()].spoken(self._today) if role in _SPOKEN else None
