"""The cases of a vault: listed, found, loaded, saved as each field is left, erased.

A save is one transaction: the case in its public JSON form, what the list shows, the search words, the state before it
for undo, a journal row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from redi_desktop.casefile.json_form import from_json, from_newer_json
from redi_desktop.casefile.migrations import is_newer
from redi_desktop.casefile.model import FORMAT, CaseFile, Status
from redi_desktop.errors import CaseError, VaultError, VaultNewer
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.case_past import CasePast
from redi_desktop.store.case_record import KEPT, CaseRecord, Saved, readable_form, record_of
from redi_desktop.store.case_rows import CaseRows
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.glances import COLUMNS, Glance, GlanceRows, glance_in, glance_of, same_name
from redi_desktop.store.journal import Journal
from redi_desktop.store.search_words import expression

_LISTED = (
    "SELECT id, title, reference, status, changed_at, balance, case_file.revision, closed_on,"
    f" {COLUMNS} FROM case_file LEFT JOIN case_glance USING (number)"
)

_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What the list shows of a case, without reading it. ``balance`` in euro a month; None while there is no result."""

    id: str
    title: str
    reference: str
    status: Status
    changed_at: datetime
    balance: Decimal | None
    revision: int
    closed_on: date | None = None
    glance: Glance = Glance()


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """A case as it is shown. ``newer`` says why it can only be read, where a later version has saved it."""

    case: CaseFile
    saved: Saved
    past: tuple[CaseFile, ...] = ()
    newer: VaultNewer | None = None


@dataclass(frozen=True, slots=True)
class CaseStore:
    """The cases of one open vault."""

    database: Database
    journal: Journal
    clock: Clock

    def list(self, search: str = "", include_archived: bool = False) -> tuple[CaseSummary, ...]:
        """The cases, the one saved last first; with ``search``, those with words that begin so."""
        conditions, values = [], []
        if (wanted := expression(search)) is not None:
            conditions.append("number IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)")
            values.append(wanted)
        if not include_archived:
            conditions.append("status <> ?")
            values.append(Status.ARCHIVED.value)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        rows = self.database.rows(f"{_LISTED}{where} ORDER BY last_entry DESC", *values)
        return tuple(_summary(row) for row in rows)

    def of_same_person(self, name: str, birth_date: date) -> tuple[CaseSummary, ...]:
        """The cases, archived ones too, of somebody with that name, however it is spelt, and that birth date."""
        found = f"{_LISTED} WHERE birth_date = ? AND person = ? ORDER BY last_entry DESC"
        rows = self.database.rows(found, birth_date.isoformat(), same_name(name)) if same_name(name) else ()
        return tuple(_summary(row) for row in rows)

    def open(self, case_id: str) -> OpenedCase:
        """A case to work on, with its earlier states for undo, oldest first; the journal keeps that it was opened.

        One that a later version has saved is shown as far as this one knows it, to be read alone.
        """
        opened = self.peek(case_id)
        if self.database.writable:
            self.journal.note(Act.CASE_OPENED, case_id)
        return opened

    def peek(self, case_id: str) -> OpenedCase:
        """The same without telling the journal, for what tells it something else."""
        return self._as_opened(self._present(case_id))

    def load(self, case_id: str) -> CaseFile:
        """A case as it was last saved.

        Raises :class:`VaultError` ``case_missing`` and, for a form that only a later version knows,
        :class:`VaultNewer`.
        """
        record = self._present(case_id)
        _refuse_newer(record.form)
        return from_json(record.content)

    def save(self, case: CaseFile, place: str, balance: Decimal | None = None, expected: int | None = None) -> Saved:
        """Put a case on the disk, new or changed; ``place`` is the field that was left, in the code's own words.

        A state that is already there is not written again. ``expected`` is the revision the change was made from:
        where another has been saved since, :class:`VaultError` ``case_changed_meanwhile`` is raised and nothing is
        written. What could not be read again (:class:`CaseError`) is not written either.
        """
        content = readable_form(case)
        with self.database.transaction():
            return self._put(case, content, place, balance, expected)

    def save_all(self, cases: Iterable[tuple[CaseFile, Decimal | None]], place: str) -> None:
        """Save many cases, each with its balance, in one transaction: all of them or none."""
        with self.database.transaction():
            for case, balance in cases:
                self._put(case, readable_form(case), place, balance)

    def take_over(self, case: CaseFile, place: str) -> int:
        """Put a case of a colleague's vault into this one, within a transaction; gives its number in the tables."""
        record = CaseRecord.next(case, readable_form(case), None, self.clock(), None)
        return self._write(Act.CASE_TAKEN_OVER, case, record, None, place)

    def close(self, case_id: str, day: date | None) -> Saved:
        """Archive a case with that closing date, or open it again (None)."""
        record = self._present(case_id)
        _refuse_newer(record.form)
        status = Status.OPEN if day is None else Status.ARCHIVED
        case = replace(from_json(record.content), status=status, closed_on=day)
        balance = None if record.balance is None else Decimal(record.balance)
        closed = CaseRecord.next(case, readable_form(case), balance, self.clock(), record)
        with self.database.transaction():
            self._write(Act.CASE_CLOSED, case, closed, record, "closed_on")
        return closed.saved

    def forget_past(self, case_id: str) -> None:
        """Forget the earlier states of a case: what was corrected is then gone, and cannot be undone any more."""
        record = self._present(case_id)
        with self.database.transaction():
            CasePast(self.database).forget(record.number)

    def erase(self, case_id: str) -> None:
        """Take a case out of the database and the search; the journal keeps that one was erased, not whose.

        Its earlier states, drafts, results and decisions go with it. Raises :class:`VaultError` ``case_missing``.
        Backups and exports made before still hold it.
        """
        record = self._present(case_id)
        with self.database.transaction():
            CaseRows(self.database).erase(record)
            self.journal.append(Act.CASE_ERASED, case_id)

    def verify(self) -> tuple[Fault, ...]:
        """Hold every case against the journal: none changed behind its back, none lost."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Fault]:
        states = self.journal.last_states()
        for row in self.database.each(KEPT):
            record = record_of(row)
            subject = self.journal.subject(record.id)
            vouched = states.pop(subject, None)
            if vouched is None or vouched.digest != self.journal.digest(record.state):
                yield Fault(FaultKind.CASE, subject)
        yield from (Fault(FaultKind.CASE_LOST, subject) for subject in states)

    def _as_opened(self, record: CaseRecord) -> OpenedCase:
        if not is_newer(record.form):
            past = CasePast(self.database).states(record.number)
            states = tuple(from_json(content) for form, content in past if not is_newer(form))
            return OpenedCase(from_json(record.content), record.saved, states)
        newer = VaultNewer("case_newer", found=record.form, known=FORMAT)
        try:
            return OpenedCase(from_newer_json(record.content), record.saved, newer=newer)
        except CaseError as error:
            raise newer from error

    def _put(
        self, case: CaseFile, content: bytes, place: str, balance: Decimal | None, expected: int | None = None
    ) -> Saved:
        before = CaseRows(self.database).kept(case.id)
        if expected is not None and expected != (before.revision if before else 0):
            raise VaultError("case_changed_meanwhile")
        if before:
            _refuse_newer(before.form)
        record = CaseRecord.next(case, content, balance, self.clock(), before)
        if before and record.says_as_much_as(before):
            return before.saved
        self._write(Act.CASE_SAVED if before else Act.CASE_CREATED, case, record, before, place)
        return record.saved

    def _write(self, act: Act, case: CaseFile, record: CaseRecord, before: CaseRecord | None, place: str) -> int:
        entry = self.journal.append(act, record.id, place, self.journal.digest(record.state))
        number = CaseRows(self.database).write(record, entry, before)
        GlanceRows(self.database).write(number, record.revision, glance_of(case))
        if before:
            CasePast(self.database).remember(before, record, place)
        return number

    def _present(self, case_id: str) -> CaseRecord:
        record = CaseRows(self.database).kept(case_id)
        if record is None:
            raise VaultError("case_missing")
        return record


def _refuse_newer(form: str) -> None:
    """Raise where a later version has written the case: it is neither read by halves nor written over."""
    if is_newer(form):
        raise VaultNewer("case_newer", found=form, known=FORMAT)


def _summary(row: tuple[Any, ...]) -> CaseSummary:
    case_id, title, reference, status, changed_at, balance, revision, closed_on = row[:8]
    return CaseSummary(
        id=case_id,
        title=title,
        reference=reference,
        status=_STATUSES.get(status) or Status(status),
        changed_at=clocks.read(changed_at),
        balance=None if balance is None else Decimal(balance),
        revision=revision,
        closed_on=None if closed_on is None else date.fromisoformat(closed_on),
        glance=glance_in(row[8:]),
    )
