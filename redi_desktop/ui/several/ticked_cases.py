"""The cases that one may tick, as their list shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from redi_desktop.ui.case_model import title_of
from redi_desktop.ui.counted_rows import CountedRows, Index

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary

_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_TICK = Qt.ItemDataRole.CheckStateRole


class TickedCases(CountedRows):
    """``changed`` comes with each tick."""

    _FLAGS = CountedRows._FLAGS | Qt.ItemFlag.ItemIsUserCheckable
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[CaseSummary, ...] = ()
        self._ticked: set[int] = set()

    def show_cases(self, cases: tuple[CaseSummary, ...]) -> None:
        """Offer these, all of them ticked."""
        self._cases, self._ticked = cases, set(range(len(cases)))
        self.count_anew(len(cases))

    def chosen(self) -> tuple[str, ...]:
        """The identifiers of the cases that are ticked, in their order."""
        return tuple(case.id for place, case in enumerate(self._cases) if place in self._ticked)

    def tick_all(self) -> None:
        """Tick every case."""
        self._tick(set(range(len(self._cases))))

    def tick_none(self) -> None:
        """Tick none of them."""
        self._tick(set())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name and the reference, and whether there is a tick."""
        if role in _WORDS:
            case = self._cases[index.row()]
            return " · ".join(part for part in (title_of(case), case.reference) if part)
        if role == _TICK:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A click or the space bar ticks a case, or takes its tick away."""
        if role != _TICK or not index.isValid():
            return False
        change = self._ticked.add if Qt.CheckState(value) is Qt.CheckState.Checked else self._ticked.discard
        change(index.row())
        self.dataChanged.emit(index, index, [role])
        self.changed.emit()
        return True

    def _tick(self, places: set[int]) -> None:
        self._ticked = places
        if self._cases:
            self.dataChanged.emit(self.index(0), self.index(len(self._cases) - 1), [_TICK])
        self.changed.emit()
