"""Half-typed texts on their way to the vault and back: they survive a lock, a change of case and a kill."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.wizard import Wizard

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault

PAUSE = 1500
"""Milliseconds without a keystroke after which half-typed texts are kept."""


class DraftKeeper(QObject):
    """Keeps what stands half-typed on the pages of one case, and puts back what was kept of it."""

    def __init__(self, vault: Vault, tasks: Tasks, wizard: Wizard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._wizard = vault, tasks, wizard
        self._case_id = ""
        self._kept: dict[str, str] = {}
        self._found = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.keep)
        wizard.typed.connect(self._pause.start)

    def begin(self, case_id: str) -> None:
        """Another case is on the desk: look for what was half-typed in it; with an empty name there is none."""
        self._case_id, self._kept, self._found = case_id, {}, False
        if case_id:
            self._tasks.on_store(partial(self._vault.drafts.of, case_id), partial(self._on_found, case_id))

    def keep(self) -> Future[None] | None:
        """Write what has changed since the last time; gives the work, or None where there is none."""
        self._pause.stop()
        if not self._case_id or not self._vault.writable:
            return None
        now = self._wizard.half_typed()
        changed = {place: now.get(place, "") for place in now.keys() | self._kept.keys()}
        changed = {place: text for place, text in changed.items() if text != self._kept.get(place, "")}
        if not changed:
            return None
        self._kept = now
        return self._tasks.on_store(partial(self._write, self._case_id, changed))

    def rest(self) -> None:
        """The vault is going to be closed."""
        self._pause.stop()

    @property
    def holds_something(self) -> bool:
        """Whether something stands half-typed in the case."""
        return bool(self._wizard.half_typed())

    def _write(self, case_id: str, changed: Mapping[str, str]) -> None:
        for place, text in changed.items():
            self._vault.drafts.save(case_id, place, text)

    def _on_found(self, case_id: str, texts: dict[str, str]) -> None:
        if case_id == self._case_id and not self._found:
            self._found = True
            self._kept = {**texts, **self._kept}
            self._wizard.take_half_typed(texts)
