"""The rows of a case in the database: its index, its content and its search words, written and taken out together."""

from __future__ import annotations

from dataclasses import dataclass

from redi_desktop.store.case_record import KEPT, CaseRecord, record_of
from redi_desktop.store.connection import Database

_SHOWN = "title, reference, status, balance, revision, changed_at, closed_on, last_entry"


@dataclass(frozen=True, slots=True)
class CaseRows:
    """Reads and writes the rows of cases; every change happens in a transaction of the caller."""

    database: Database

    def kept(self, case_id: str) -> CaseRecord | None:
        """The record of a case; None where there is none."""
        row = self.database.row(f"{KEPT} WHERE id = ?", case_id)
        return record_of(row) if row else None

    def number(self, case_id: str) -> int | None:
        """The place of a case in the tables."""
        row = self.database.row("SELECT number FROM case_file WHERE id = ?", case_id)
        return int(row[0]) if row else None

    def write(self, record: CaseRecord, entry: int, before: CaseRecord | None) -> int:
        """Put a record in the place of the one before it; ``entry`` is its journal row. Gives the case's number."""
        number = self._write_index(record, entry)
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
        return number

    def erase(self, record: CaseRecord) -> None:
        """Take a case out, with everything that hangs on it, and out of the search."""
        self._forget_words(record.number, record.words)
        self.database.run("DELETE FROM draft WHERE case_id = ?", record.id)
        self.database.run("DELETE FROM decision WHERE number = ?", record.number)
        self.database.run("DELETE FROM case_file WHERE number = ?", record.number)

    def _forget_words(self, number: int, words: str) -> None:
        """Take a case out of the search; the words have to be those that were put in."""
        self.database.run("INSERT INTO case_search (case_search, rowid, words) VALUES ('delete', ?, ?)", number, words)

    def _write_index(self, record: CaseRecord, entry: int) -> int:
        """Write what the list shows; gives the case's number in the tables."""
        shown = (
            record.title, record.reference, record.status, record.balance,
            record.revision, record.changed_at, record.closed_on, entry,
        )  # fmt: skip
        if not record.number:
            row = self.database.row(
                f"INSERT INTO case_file (id, {_SHOWN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
                record.id, *shown,
            )  # fmt: skip
            return int(row[0]) if row else 0
        assigned = ", ".join(f"{name} = ?" for name in _SHOWN.split(", "))
        self.database.run(f"UPDATE case_file SET {assigned} WHERE number = ?", *shown, record.number)
        return record.number
