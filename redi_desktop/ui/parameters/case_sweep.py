"""All open cases of the vault under other parameters, a few at a time, so that neither a save nor the window waits.

Cases are read on the store's thread and counted on the other one; no more of them are held than are being counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.reassessment import NOTHING, Reassessment, Sides, reassess
from redi_desktop.engine.money import ZERO
from redi_desktop.errors import UserError, VaultError
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault

T = TypeVar("T")
AT_ONCE = 40
"""Cases read in one go: about 20 milliseconds, so that no save waits."""


class CaseSweep(QObject):
    """Goes through the cases once. ``progressed`` carries how many are done of how many, ``done`` what was found."""

    progressed = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, vault: Vault, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._turn = 0
        self._two: Sides | None = None
        self._ids: Sequence[str] = ()
        self._begun = 0
        self._found = NOTHING
        self._beyond: Decimal = ZERO
        self._day: date | None = None

    @property
    def running(self) -> bool:
        """Whether cases are being counted."""
        return self._two is not None

    def begin(self, two: Sides, beyond: Decimal = ZERO, day: date | None = None) -> None:
        """Count every open case under both, from the first; what was under way is dropped."""
        self._turn += 1
        self._two, self._beyond, self._day = two, beyond, day
        self._ids, self._begun, self._found = (), 0, NOTHING
        self._tasks.on_store(partial(_open_cases, self._vault), self._for_turn(self._on_listed), self._on_failed)

    def stop(self) -> None:
        """Stop where one is, and give what was found so far, said to be a part."""
        if self.running:
            self._finish(Reassessment(0, 0, 0, (), stopped=True))

    def _on_listed(self, turn: int, ids: Sequence[str]) -> None:
        if turn == self._turn:
            self._ids = ids
            self.progressed.emit(0, len(ids))
            self._read_on()

    def _read_on(self) -> None:
        few = self._ids[self._begun : self._begun + AT_ONCE]
        if not few:
            self._finish(NOTHING)
            return
        self._begun += len(few)
        self._tasks.on_store(partial(_read, self._vault, few), self._for_turn(self._on_read), self._on_failed)

    def _on_read(self, turn: int, cases: tuple[CaseFile, ...]) -> None:
        if turn == self._turn and self._two is not None:
            work = partial(reassess, cases, self._two, beyond=self._beyond, day=self._day)
            self._tasks.aside(work, self._for_turn(self._on_counted), self._on_failed)

    def _on_counted(self, turn: int, found: Reassessment) -> None:
        if turn == self._turn and self.running:
            self._found = self._found.followed_by(found)
            self.progressed.emit(self._begun, len(self._ids))
            self._read_on()

    def _finish(self, last: Reassessment) -> None:
        found, self._found = self._found.followed_by(last), NOTHING
        self._turn += 1
        self._two = None
        self.done.emit(found)

    def _on_failed(self, problem: UserError) -> None:
        if self.running:
            self._turn += 1
            self._two = None
            self.failed.emit(problem)

    def _for_turn(self, then: Callable[[int, T], None]) -> Callable[[T], None]:
        """What comes of an order that was dropped meanwhile is not taken."""
        return partial(then, self._turn)


def _open_cases(vault: Vault) -> tuple[str, ...]:
    return tuple(case.id for case in vault.cases.list())


def _read(vault: Vault, ids: Sequence[str]) -> tuple[CaseFile, ...]:
    found = (_case(vault, case_id) for case_id in ids)
    return tuple(case for case in found if case is not None)


def _case(vault: Vault, case_id: str) -> CaseFile | None:
    try:
        return vault.cases.load(case_id)
    except VaultError:  # erased meanwhile, or written by a newer version
        return None
