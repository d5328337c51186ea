"""The one place for work beside the window: one thread for the store alone, another for the rest.

Results come back to the window's thread through one long-lived queued signal. A failure that nobody asked for reaches
the user through :attr:`Tasks.failed`; a bug is logged where it happened and reaches the user as ``unexpected``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from redi_desktop.errors import UserError

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a piece of work, and who wanted to know."""

    result: Any
    problem: UserError | None
    then: Callable[[Any], None] | None
    otherwise: Callable[[UserError], None] | None


class Tasks(QObject):
    """Runs work off the window's thread; ``then`` and ``otherwise`` are called in the window's thread.

    ``rested`` comes when nothing is under way any more, after what the last piece of work led to was begun.
    """

    failed = Signal(object)
    rested = Signal()
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._rest = ThreadPoolExecutor(1, thread_name_prefix="rest")
        self._closed = False
        self._under_way = 0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is under way, and nobody has still to be told what came of something."""
        return self._under_way == 0

    def on_store(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[UserError], None] | None = None,
    ) -> Future[T]:
        """Run work that touches the vault, after all earlier such work."""
        return self._run(self._store, work, then, otherwise)

    def aside(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[UserError], None] | None = None,
    ) -> Future[T]:
        """Run work that touches no vault: a document, a key derivation."""
        return self._run(self._rest, work, then, otherwise)

    def store_is_done(self, within: float) -> bool:
        """Wait for all work that touches the vault, so many seconds at most; tells whether it is done."""
        return self._closed or not wait([self._store.submit(_nothing)], within).not_done

    def close(self) -> None:
        """Wait for everything that was begun; what had not begun beside the store is dropped."""
        self._closed = True
        self._rest.shutdown(wait=True, cancel_futures=True)
        self._store.shutdown(wait=True)

    def _run(
        self,
        executor: ThreadPoolExecutor,
        work: Callable[[], T],
        then: Callable[[T], None] | None,
        otherwise: Callable[[UserError], None] | None,
    ) -> Future[T]:
        if self._closed:  # the window is going: nothing new is begun, and nobody waits for it
            dropped: Future[T] = Future()
            dropped.cancel()
            return dropped
        self._under_way += 1
        future = executor.submit(work)
        future.add_done_callback(partial(self._report, then, otherwise))
        return future

    def _report(
        self,
        then: Callable[[T], None] | None,
        otherwise: Callable[[UserError], None] | None,
        future: Future[T],
    ) -> None:
        """Called in the thread of the work."""
        if future.cancelled():
            return
        problem = problem_of(future)
        self._arrived.emit(_Outcome(None if problem else future.result(), problem, then, otherwise))

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        if self._closed:  # nobody is there to know
            return
        try:
            self._tell(outcome)
        finally:
            self._under_way -= 1
        if self.is_at_rest:
            self.rested.emit()

    def _tell(self, outcome: _Outcome) -> None:
        if outcome.problem is None:
            if outcome.then is not None and _still_there(outcome.then):
                outcome.then(outcome.result)
        elif outcome.otherwise is None:
            self.failed.emit(outcome.problem)
        elif _still_there(outcome.otherwise):
            outcome.otherwise(outcome.problem)


def _nothing() -> None:
    """What comes after everything else."""


def _still_there(callback: Callable[..., None]) -> bool:
    """Whether the window that asked still exists (the vault may have been locked meanwhile)."""
    while isinstance(callback, partial):
        callback = callback.func
    asker = getattr(callback, "__self__", None)
    return not isinstance(asker, QObject) or isValid(asker)


def problem_of(future: Future[Any]) -> UserError | None:
    """What went wrong with work that is done, as something to tell the user; a bug is logged."""
    error = future.exception()
    if error is None or isinstance(error, UserError):
        return error
    _log.critical("task_failed", exc_info=error)
    return UserError("unexpected")
