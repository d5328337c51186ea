"""The earlier states of the cases, so that undo goes on after a restart. Bounded, compressed, erased with the case."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from redi_desktop.store.case_record import CaseRecord
from redi_desktop.store.connection import Database

MOST_OF_A_CASE = 100
MOST_OF_ALL = 2000
"""States of all cases together: some four megabytes, which every backup carries."""


@dataclass(frozen=True, slots=True)
class CasePast:
    """The earlier states of every case of a vault; every change happens in a transaction of the caller."""

    database: Database

    def remember(self, replaced: CaseRecord, present: CaseRecord, place: str) -> None:
        """Keep the state that is being replaced; a return to the state before it takes that step back."""
        last = self._last(replaced.number)
        if last and (last[1], zlib.decompress(last[2])) == (present.form, present.content):
            self.database.run("DELETE FROM case_past WHERE id = ?", last[0])
            return
        if replaced.content == present.content:
            return
        self.database.run(
            "INSERT INTO case_past (number, form, place, content) VALUES (?, ?, ?, ?)",
            replaced.number, replaced.form, place, zlib.compress(replaced.content),
        )  # fmt: skip
        self._bound(replaced.number)

    def states(self, number: int) -> tuple[tuple[str, bytes], ...]:
        """The form and content of each earlier state, oldest first."""
        rows = self.database.rows("SELECT form, content FROM case_past WHERE number = ? ORDER BY id", number)
        return tuple((form, zlib.decompress(content)) for form, content in rows)

    def forget(self, number: int) -> None:
        """Forget the earlier states of a case."""
        self.database.run("DELETE FROM case_past WHERE number = ?", number)

    def _last(self, number: int) -> tuple[int, str, bytes] | None:
        row = self.database.row(
            "SELECT id, form, content FROM case_past WHERE number = ? ORDER BY id DESC LIMIT 1", number
        )
        return (int(row[0]), str(row[1]), bytes(row[2])) if row else None

    def _bound(self, number: int) -> None:
        self.database.run(
            "DELETE FROM case_past WHERE id IN"
            " (SELECT id FROM case_past WHERE number = ? ORDER BY id DESC LIMIT -1 OFFSET ?)",
            number, MOST_OF_A_CASE,
        )  # fmt: skip
        self.database.run("DELETE FROM case_past WHERE id <= (SELECT max(id) FROM case_past) - ?", MOST_OF_ALL)
