"""The journal: what was done in the vault, in order, each row chained to the one before it.

A row's chain value is an HMAC over the row and the chain value before it, under a key derived from the data key.
Rows are ordered by their sequence, never by the clock. A row names a case by a pseudonym that only the key can
make, and holds a keyed digest of the state that was saved, never what it said.

What this shows: rows changed, taken out of the middle, put in or moved, and a case that is not what was last saved,
be it through a fault of the disk or by somebody without the key. What it cannot show: a whole vault put back to an
earlier day (a backup's manifest can), and what the holder of the key writes anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from redi_desktop.store import clock as clocks
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.keys import DataKey, keyed_digest

_START = bytes(32)
_COLUMNS = "sequence, at, act, subject, place, state, chain"


class Act(StrEnum):
    """What was done."""

    VAULT_CREATED = "vault_created"
    PASSPHRASE_CHANGED = "passphrase_changed"
    CASE_CREATED = "case_created"
    CASE_SAVED = "case_saved"
    CASE_ERASED = "case_erased"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One row as it is shown. ``subject`` is the case's pseudonym, ``place`` the field that was left."""

    sequence: int
    at: datetime
    act: Act
    subject: str
    place: str


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one open vault."""

    database: Database
    clock: Clock
    chain_key: bytes
    subject_key: bytes
    state_key: bytes

    @classmethod
    def of(cls, database: Database, key: DataKey, clock: Clock) -> Journal:
        """The journal under keys derived from the vault's own."""
        chain, subject, state = (key.derived(f"redi-desktop journal {of}") for of in ("chain", "subject", "state"))
        return cls(database, clock, chain, subject, state)

    def append(self, act: Act, case_id: str | None = None, place: str = "", state: bytes | None = None) -> int:
        """Add a row inside the transaction of what it tells of; gives its sequence."""
        if not self.database.in_transaction:
            raise RuntimeError("a journal row belongs to the transaction of what it tells of")
        last, chain = self.head()
        row = (last + 1, clocks.written(self.clock()), act.value, self.subject(case_id), place, state)
        self.database.run(
            f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", *row, self._link(chain, row)
        )
        return last + 1

    def head(self) -> tuple[int, bytes]:
        """The last sequence and its chain value: the anchor that a backup or a print keeps."""
        row = self.database.row("SELECT sequence, chain FROM journal ORDER BY sequence DESC LIMIT 1")
        return (int(row[0]), bytes(row[1])) if row else (0, _START)

    def entries(self, case_id: str | None = None) -> tuple[JournalEntry, ...]:
        """All rows, or those of one case, oldest first."""
        chosen = "" if case_id is None else "WHERE subject = ?"
        values = () if case_id is None else (self.subject(case_id),)
        rows = self.database.rows(f"SELECT {_COLUMNS} FROM journal {chosen} ORDER BY sequence", *values)
        return tuple(
            JournalEntry(sequence, clocks.read(at), Act(act), subject, place)
            for sequence, at, act, subject, place, _, _ in rows
        )

    def subject(self, case_id: str | None) -> str:
        """The pseudonym of a case; empty for what concerns the vault as a whole."""
        return keyed_digest(self.subject_key, case_id.encode())[:16].hex() if case_id is not None else ""

    def digest(self, state: bytes) -> bytes:
        """The keyed digest of a state, which tells nothing without the key."""
        return keyed_digest(self.state_key, state)

    def last_states(self) -> dict[str, bytes]:
        """The digest of the last saved state of every case that was not erased, by pseudonym."""
        rows = self.database.rows(
            "SELECT subject, state FROM journal WHERE sequence IN"
            " (SELECT max(sequence) FROM journal WHERE subject <> '' GROUP BY subject) AND state IS NOT NULL"
        )
        return {subject: bytes(state) for subject, state in rows}

    def verify(self) -> tuple[Fault, ...]:
        """Follow the chain from its first row to its last."""
        return tuple(self._breaks())

    def _breaks(self) -> Iterator[Fault]:
        expected, chain = 1, _START
        for *row, found in self.database.each(f"SELECT {_COLUMNS} FROM journal ORDER BY sequence"):
            sequence = int(row[0])
            if sequence != expected or bytes(found) != self._link(chain, tuple(row)):
                yield Fault(FaultKind.JOURNAL, f"entry {sequence}")
            expected, chain = sequence + 1, bytes(found)
        if expected == 1:
            yield Fault(FaultKind.JOURNAL, "empty")

    def _link(self, before: bytes, row: tuple[Any, ...]) -> bytes:
        *told, state = row
        text = json.dumps([*told, bytes(state).hex() if state is not None else None], ensure_ascii=True)
        return keyed_digest(self.chain_key, before + text.encode())
