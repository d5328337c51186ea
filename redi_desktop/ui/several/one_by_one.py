"""Case after case: each is read in the store's thread and worked on in another, so that nothing else has to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from redi_desktop.errors import UserError
from redi_desktop.ui.tasks import Tasks

PATIENCE = 10.0
"""Seconds that closing waits for the case that is being worked on."""


class Steps(NamedTuple):
    """What is done with a case: read it (store), work on it (aside), note what was done (store)."""

    read: Callable[[str], Any]
    work: Callable[[Any], Any]
    note: Callable[[str, Any], None]


class Trouble(NamedTuple):
    """A case that failed, and why; it does not stop the others."""

    case_id: str
    problem: UserError


class OneByOne(QObject):
    """``moved`` tells how many are done, of how many; ``ended`` whether it was stopped before its end."""

    moved = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._steps: Steps | None = None
        self._under_way: Future[Any] | None = None
        self._case_id = ""
        self._waiting: list[str] = []
        self._done, self._total = 0, 0
        self._stopped = False
        self.troubles: list[Trouble] = []

    @property
    def is_under_way(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def begin(self, case_ids: Iterable[str], steps: Steps) -> None:
        """Take these cases, in their order."""
        self._waiting, self._steps = list(case_ids), steps
        self._done, self._total = 0, len(self._waiting)
        self._stopped = False
        self.troubles = []
        self._waiting.reverse()
        self._go_on()

    def stop(self) -> None:
        """Finish the case that is under way, and no other."""
        self._stopped = True

    def rest(self) -> None:
        """The vault is going to be closed: what is being done is noted before, and nothing more is begun."""
        steps, self._steps = self._steps, None
        if steps is None or self._under_way is None:
            return
        with suppress(FutureTimeout, CancelledError):
            if self._under_way.exception(PATIENCE) is None:
                self._tasks.on_store(partial(steps.note, self._case_id, self._under_way.result()))

    def _go_on(self) -> None:
        self.moved.emit(self._done, self._total)
        if self._steps is None:
            return
        if self._stopped or not self._waiting:
            self._steps = None
            self.ended.emit(self._stopped and bool(self._waiting))
            return
        case_id = self._waiting.pop()
        failed = partial(self._on_failed, case_id)
        self._tasks.on_store(partial(self._steps.read, case_id), partial(self._on_read, case_id), failed)

    def _on_read(self, case_id: str, found: Any) -> None:
        if self._steps is not None:
            failed = partial(self._on_failed, case_id)
            self._case_id = case_id
            work = partial(self._steps.work, found)
            self._under_way = self._tasks.aside(work, partial(self._on_worked, case_id), failed)

    def _on_worked(self, case_id: str, result: Any) -> None:
        self._under_way = None
        if self._steps is not None:
            failed = partial(self._on_failed, case_id)
            self._tasks.on_store(partial(self._steps.note, case_id, result), self._on_noted, failed)

    def _on_noted(self, _nothing: None) -> None:
        self._done += 1
        self._go_on()

    def _on_failed(self, case_id: str, problem: UserError) -> None:
        self._under_way = None
        self.troubles.append(Trouble(case_id, problem))
        self._on_noted(None)
