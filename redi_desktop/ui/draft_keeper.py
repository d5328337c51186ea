"""Half-typed texts on their way to the vault and back: they survive a lock, a change of case and a kill."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from redi_desktop.errors import UserError
from redi_desktop.ui.case_session import PATIENCE, RETRY
from redi_desktop.ui.once import once_after
from redi_desktop.ui.tasks import Tasks, problem_of

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault

PAUSE = 1500
"""Milliseconds without a keystroke after which half-typed texts are kept."""


class Desk(Protocol):
    """Where things stand half-typed: the pages of a case, the forms of the parameters."""

    def half_typed(self) -> dict[str, str]:
        """What stands there, each text under its place."""
        ...

    def take_half_typed(self, texts: Mapping[str, str]) -> None:
        """Put back what was kept."""
        ...


class DraftKeeper(QObject):
    """Keeps what stands half-typed on one desk, and puts back what was kept of it. ``failed`` carries why it could not.

    What could not be written is tried again after some seconds.
    """

    failed = Signal(object)

    def __init__(self, vault: Vault, tasks: Tasks, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._desk = vault, tasks, desk
        self._case_id = ""
        self._kept: dict[str, str] = {}
        self._found = False
        self._under_way: Future[None] | None = None
        self.problem: UserError | None = None
        """Why the last try failed; ``None`` where it did not."""
        self._pause, self._retry = once_after(PAUSE, self.keep, self), once_after(RETRY, self.keep, self)

    def begin(self, case_id: str) -> None:
        """Another case is on the desk: look for what was half-typed in it; with an empty name there is none."""
        self._case_id, self._kept, self._found = case_id, {}, False
        if case_id:
            self._tasks.on_store(partial(self._vault.drafts.of, case_id), partial(self._on_found, case_id))

    def typed(self) -> None:
        """Something was typed: keep it, once nobody types any more."""
        self._pause.start()

    def keep(self) -> None:
        """Write what has changed since the last time."""
        self._pause.stop()
        self._retry.stop()
        changed = self._changed()
        if changed:
            before = self._kept
            self._kept = {place: text for place, text in {**before, **changed}.items() if text}
            work = partial(self._vault.drafts.save_all, self._case_id, changed)
            failed = partial(self._on_failed, self._case_id, before)
            self._under_way = self._tasks.on_store(work, self._on_written, failed)

    def finish(self) -> UserError | None:
        """Wait for the last write, for some seconds; gives the problem where it fails."""
        self.keep()
        if self._under_way is None:
            return None
        try:
            self._under_way.exception(timeout=PATIENCE)
        except FutureTimeout:
            return UserError("save_takes_long")
        return problem_of(self._under_way)

    def rest(self) -> None:
        """The vault is going to be closed."""
        self._pause.stop()
        self._retry.stop()

    @property
    def unsaved(self) -> bool:
        """Whether something stands on the desk that is not on its way to the vault."""
        return bool(self._changed())

    @property
    def holds_something(self) -> bool:
        """Whether something stands half-typed on the desk."""
        return bool(self._desk.half_typed())

    def _changed(self) -> dict[str, str]:
        """What is to be written, by place; an empty text stands for one that is gone."""
        if not self._case_id or not self._vault.writable:
            return {}
        now = {place: _storable(text) for place, text in self._desk.half_typed().items()}
        texts = {place: now.get(place, "") for place in now.keys() | self._kept.keys()}
        return {place: text for place, text in texts.items() if text != self._kept.get(place, "")}

    def _on_written(self, _nothing: None) -> None:
        self.problem = None

    def _on_failed(self, case_id: str, before: dict[str, str], problem: UserError) -> None:
        self.problem = problem
        if case_id == self._case_id:
            self._kept = before
            self._retry.start()
        self.failed.emit(problem)

    def _on_found(self, case_id: str, texts: dict[str, str]) -> None:
        if case_id == self._case_id and not self._found:
            self._found = True
            self._kept = {**texts, **self._kept}
            self._desk.take_half_typed(texts)


def _storable(text: str) -> str:
    """The text without halves of characters, which no vault can hold: they must not keep it from being locked."""
    return text.encode("utf-8", "replace").decode("utf-8")
