"""The open case: what was done to it, what follows from it, and how it gets to the vault without the window waiting."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from datetime import datetime
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Signal

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.history import History
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Parameters
from redi_desktop.errors import UserError
from redi_desktop.ui.live_result import LiveResult, live_result
from redi_desktop.ui.once import once_after
from redi_desktop.ui.tasks import Tasks, problem_of

PAUSE = 1500
"""Milliseconds without a keystroke after which the case is saved although the field was not left."""
RETRY = 5000
"""Milliseconds after a failed save before the next try."""
PATIENCE = 10.0
"""Seconds that closing waits for the last save."""

Save = Callable[[CaseFile, str, Decimal | None], object]
"""Writes a case to the vault, with the place that was changed last and the balance for the list."""


class CaseSession(QObject):
    """One case while it is open. Every change is assessed at once and saved when its field is left.

    ``past`` are its earlier states, oldest first; ``saved_at`` tells when it was last saved. A case that may only be
    read takes no change, and says so by showing itself again.
    """

    case_changed = Signal(object)
    assessed = Signal(object)
    saved = Signal(object)
    save_failed = Signal(object)

    def __init__(
        self,
        case: CaseFile,
        parameters: Parameters,
        save: Save,
        tasks: Tasks,
        now: Callable[[], datetime] = datetime.now,
        parent: QObject | None = None,
        *,
        past: tuple[CaseFile, ...] = (),
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._history = History(case, past)
        self.read_only = read_only
        self.saved_at: datetime | None = None
        self.problem: UserError | None = None
        """Why the last save failed; ``None`` where it did not."""
        self._parameters = parameters
        self._save = save
        self._tasks = tasks
        self._now = now
        self._kept: CaseFile | None = case
        self._place = ""
        self._saving: CaseFile | None = None
        self._under_way: Future[CaseFile] | None = None
        self._live = live_result(case, parameters)
        self._pause = once_after(PAUSE, self.save, self)
        self._retry = once_after(RETRY, self.save, self)

    @property
    def case(self) -> CaseFile:
        """The case as it is now."""
        return self._history.present

    @property
    def live(self) -> LiveResult:
        """What follows from it."""
        return self._live

    @property
    def unsaved(self) -> bool:
        """Whether something is not in the vault yet."""
        return self.case != self._kept

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Whether a step taken back can be done again."""
        return bool(self._history.future)

    def keep_though_empty(self) -> None:
        """Save the case though nothing in it has changed: something is half-typed in it."""
        if not self.read_only:
            self._kept = None
            self.save()

    def change(self, change: Change, place: str = "") -> None:
        """Take what the person did; changes in a row at one place are undone together."""
        if self.read_only:
            self.assessed.emit(self._live)
            return
        self._place = place or self._place
        self._take(self._history.changed(change(self.case), place))

    def undo(self) -> None:
        """One step back."""
        self._take(self._history.undone())

    def redo(self) -> None:
        """One step forward again."""
        self._take(self._history.redone())

    def reassess(self, parameters: Parameters) -> None:
        """Count again, with other parameters."""
        self._parameters = parameters
        self._assess()

    def field_left(self) -> None:
        """A field was left: the next change is a step of its own, and now is the time to save."""
        self._history = self._history.settled()
        self.save()

    def save(self) -> None:
        """Send what is not in the vault yet to the store's thread; one save at a time."""
        self._pause.stop()
        self._retry.stop()
        if self.unsaved and self._saving is None:
            self._saving = case = self.case
            failed = partial(self._on_failed, case)
            self._under_way = self._tasks.on_store(self._work(), self._on_saved, failed)

    def finish(self) -> UserError | None:
        """Wait until everything is in the vault; gives the problem where that fails. Nothing is dropped."""
        while self.unsaved:
            self.save()
            if self._under_way is None:
                break
            try:
                self._under_way.exception(timeout=PATIENCE)
            except FutureTimeout:
                return UserError("save_takes_long")
            problem = problem_of(self._under_way)
            if problem is not None:
                self._saving = None
                return problem
            self._on_saved(self._under_way.result())
        return None

    def _take(self, history: History) -> None:
        before, self._history = self.case, history
        if self.case == before:
            return
        self._pause.start()
        self.case_changed.emit(self.case)
        self._assess()

    def _assess(self) -> None:
        self._live = live_result(self.case, self._parameters, before=self._live)
        self.assessed.emit(self._live)

    def _work(self) -> Callable[[], CaseFile]:
        balance = self._live.assessment.balance if self._live.assessment is not None else None
        return partial(_saved, self._save, self.case, self._place, balance)

    def _on_saved(self, case: CaseFile) -> None:
        if case is not self._saving:  # told already, by finish()
            return
        self._saving, self.problem = None, None
        self._kept, self.saved_at = case, self._now()
        self.saved.emit(self.saved_at)
        if self.unsaved:
            self._pause.start()

    def _on_failed(self, case: CaseFile, problem: UserError) -> None:
        if case is not self._saving:
            return
        self._saving, self.problem = None, problem
        self._retry.start()
        self.save_failed.emit(problem)


def _saved(save: Save, case: CaseFile, place: str, balance: Decimal | None) -> CaseFile:
    save(case, place, balance)
    return case
