"""The cases of a vault: listed, found, loaded, saved as each field is left, erased.

A save is one transaction: the case in its public JSON form, what the list shows, the search words, a journal row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.model import FORMAT, CaseFile, Status
from redi_desktop.errors import VaultError, VaultNewer
from redi_desktop.store import clock as clocks
from redi_desktop.store.case_record import KEPT, CaseRecord, Saved, readable_form, record_of
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.journal import Act, Journal
from redi_desktop.store.search_words import expression, words_of

_FORM = re.compile(r"redi-case/([0-9]{1,4})")
_LISTED = "SELECT id, title, reference, status, changed_at, balance, revision FROM case_file"


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

    def load(self, case_id: str) -> CaseFile:
        """A case as it was last saved.

        Raises :class:`VaultError` ``case_missing`` and, for a form that only a later version knows,
        :class:`VaultNewer`.
        """
        row = self.database.row(
            "SELECT form, content FROM case_file JOIN case_content USING (number) WHERE id = ?", case_id
        )
        if row is None:
            raise VaultError("case_missing")
        _refuse_newer(row[0])
        return from_json(bytes(row[1]))

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

    def erase(self, case_id: str) -> None:
        """Take a case out of the database and the search; the journal keeps that one was erased, not whose.

        Raises :class:`VaultError` ``case_missing``. Backups and exports made before still hold it.
        """
        with self.database.transaction():
            number, before = self._kept(case_id)
            if number is None or before is None:
                raise VaultError("case_missing")
            self._forget_words(number, before.words)
            self.database.run("DELETE FROM case_file WHERE number = ?", number)
            self.journal.append(Act.CASE_ERASED, case_id)

    def verify(self) -> tuple[Fault, ...]:
        """Hold every case against the journal: none changed behind its back, none lost."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Fault]:
        states = self.journal.last_states()
        for row in self.database.each(KEPT):
            record = record_of(row)
            subject = self.journal.subject(record.id)
            if states.pop(subject, None) != self.journal.digest(record.state):
                yield Fault(FaultKind.CASE, subject)
        yield from (Fault(FaultKind.CASE_LOST, subject) for subject in states)

    def _put(
        self, case: CaseFile, content: bytes, place: str, balance: Decimal | None, expected: int | None = None
    ) -> Saved:
        number, before = self._kept(case.id)
        if expected is not None and expected != (before.revision if before else 0):
            raise VaultError("case_changed_meanwhile")
        if before:
            _refuse_newer(before.form)
        record = self._next(case, content, balance, before)
        if before and record.says_as_much_as(before):
            return before.saved
        act = Act.CASE_SAVED if before else Act.CASE_CREATED
        entry = self.journal.append(act, case.id, place, self.journal.digest(record.state))
        self._write(number, record, entry, before)
        return record.saved

    def _kept(self, case_id: str) -> tuple[int | None, CaseRecord | None]:
        row = self.database.row(f"{KEPT} WHERE id = ?", case_id)
        return (None, None) if row is None else (row[0], record_of(row))

    def _next(self, case: CaseFile, content: bytes, balance: Decimal | None, before: CaseRecord | None) -> CaseRecord:
        return CaseRecord(
            id=case.id,
            form=FORMAT,
            revision=before.revision + 1 if before else 1,
            title=case.title,
            reference=case.reference,
            status=case.status.value,
            changed_at=clocks.written(self.clock()),
            balance=None if balance is None else format(balance, "f"),
            words=words_of(case),
            content=content,
        )

    def _write(self, number: int | None, record: CaseRecord, entry: int, before: CaseRecord | None) -> None:
        shown = (record.title, record.reference, record.status, record.balance, record.revision, record.changed_at)
        number = self._write_index(number, record.id, (*shown, entry))
        words_changed = before is None or before.words != record.words
        if before and words_changed:
            self._forget_words(number, before.words)
        self.database.run(
            "INSERT INTO case_content (number, form, words, content) VALUES (?, ?, ?, ?) ON CONFLICT (number)"
            " DO UPDATE SET form = excluded.form, words = excluded.words, content = excluded.content",
            number, record.form, record.words, record.content,
        )  # fmt: skip
        if words_changed:
            self.database.run("INSERT INTO case_search (rowid, words) VALUES (?, ?)", number, record.words)

    def _forget_words(self, number: int, words: str) -> None:
        """Take a case out of the search; the words have to be those that were put in."""
        self.database.run("INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', ?, ?)", number, words)

    def _write_index(self, number: int | None, case_id: str, shown: tuple[object, ...]) -> int:
        """Write what the list shows; gives the case's number in the tables."""
        if number is None:
            names = "title, reference, status, balance, revision, changed_at, last_entry, id"
            row = self.database.row(
                f"INSERT INTO case_file ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number", *shown, case_id
            )
            return int(row[0]) if row else 0
        self.database.run(
            "UPDATE case_file SET title = ?, reference = ?, status = ?, balance = ?, revision = ?, changed_at = ?,"
            " last_entry = ? WHERE number = ?",
            *shown, number,
        )  # fmt: skip
        return number


def _refuse_newer(form: str) -> None:
    """Raise where a later version has written the case: it is neither read by halves nor written over."""
    version = _FORM.fullmatch(form)
    if version and int(version[1]) > int(FORMAT.rpartition("/")[2]):
        raise VaultNewer("case_newer", found=form, known=FORMAT)


def _summary(row: tuple[Any, ...]) -> CaseSummary:
    case_id, title, reference, status, changed_at, balance, revision = row
    euros = None if balance is None else Decimal(balance)
    return CaseSummary(case_id, title, reference, Status(status), clocks.read(changed_at), euros, revision)
