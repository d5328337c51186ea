"""What the window knows of the cases beyond their line in the vault's index: what waits in each, and who asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from redi_desktop.casefile.deadlines import Deadline, next_deadline
from redi_desktop.casefile.model import CaseFile
from redi_desktop.errors import UserError, VaultError
from redi_desktop.store.search_words import words_in
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault

PAUSE = 1000
"""Milliseconds between two looks at what has been learned so far."""
AT_ONCE = 40
"""Cases read in one go: about 20 milliseconds, so that no save waits."""


class Entry(NamedTuple):
    """What was read of one case: of which revision, what waits in it, and the name and birth date of who asks."""

    revision: int
    deadline: Deadline | None
    name: str
    birth_date: date | None


class CaseBook(QObject):
    """Reads the cases a few at a time on the store's thread, each revision once.

    ``learned`` comes when all are known, and now and then before.
    """

    learned = Signal()

    def __init__(self, vault: Vault, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._entries: dict[str, Entry] = {}
        self._wanted: dict[str, int] = {}
        self._reading = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.learned)

    def learn(self, cases: Iterable[CaseSummary]) -> None:
        """Read those that are not known, or were saved since."""
        for case in cases:
            known = self._entries.get(case.id)
            if known is None or known.revision != case.revision:
                self._wanted[case.id] = case.revision
        self._read_on()

    def rest(self) -> None:
        """The vault is going to be closed: read no more."""
        self._wanted.clear()
        self._pause.stop()

    @property
    def is_reading(self) -> bool:
        """Whether there are cases that have still to be read."""
        return bool(self._wanted)

    def deadline(self, case_id: str) -> Deadline | None:
        """What waits first in a case; None where nothing does, or where it has not been read yet."""
        entry = self._entries.get(case_id)
        return entry.deadline if entry is not None else None

    def others_of(self, case: CaseFile) -> tuple[str, ...]:
        """The other cases of someone with the applicant's name and birth date: maybe the same person."""
        person = case.applicant
        if person is None or person.birth_date is None or not words_in(person.name):
            return ()
        wanted = (_name(person.name), person.birth_date)
        found = (key for key, entry in self._entries.items() if (entry.name, entry.birth_date) == wanted)
        return tuple(key for key in found if key != case.id)

    def _read_on(self) -> None:
        if self._reading or not self._wanted:
            return
        self._reading = True
        few = tuple(self._wanted.items())[:AT_ONCE]
        self._tasks.on_store(partial(_read, self._vault, few), self._on_read, self._on_failed)

    def _on_read(self, read: dict[str, Entry]) -> None:
        self._reading = False
        for case_id, entry in read.items():
            self._entries[case_id] = entry
            if self._wanted.get(case_id) == entry.revision:
                del self._wanted[case_id]
        self._read_on()
        if not self._wanted:
            self._pause.stop()
            self.learned.emit()
        elif not self._pause.isActive():
            self._pause.start()

    def _on_failed(self, _problem: UserError) -> None:
        """A vault that cannot be read says so elsewhere; the list does without deadlines."""
        self._reading = False
        self._wanted.clear()


def _read(vault: Vault, few: tuple[tuple[str, int], ...]) -> dict[str, Entry]:
    return {case_id: _entry(vault, case_id, revision) for case_id, revision in few}


def _entry(vault: Vault, case_id: str, revision: int) -> Entry:
    try:
        case = vault.cases.load(case_id)
    except VaultError:  # erased meanwhile, or written by a newer version
        return Entry(revision, None, "", None)
    person = case.applicant
    name, birth_date = (_name(person.name), person.birth_date) if person is not None else ("", None)
    return Entry(revision, next_deadline(case), name, birth_date)


def _name(text: str) -> str:
    """A name without accents and capitals; the order of its words does not matter."""
    return " ".join(sorted(words_in(text)))
