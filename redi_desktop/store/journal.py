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
from typing import Any, NamedTuple

from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import QUIET, Act, Vouched
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database, has_table
from redi_desktop.store.faults import Fault, FaultKind
from redi_desktop.store.journal_keys import JournalKeys
from redi_desktop.store.keys import DataKey, keyed_digest

__all__ = ["Act", "Checkpoint", "Journal", "JournalEntry", "JournalState"]
FORMAT = "redi-journal/1"
_START = bytes(32)
_COLUMNS = "sequence, at, act, subject, place, state, chain"
_VOUCHES = "(act IN ({acts}) OR act = 'state_confirmed' AND place = ?)"


class JournalState(NamedTuple):
    """The digest that a row vouches with, and the row's sequence."""

    sequence: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One row as it is shown. ``subject`` is the case's pseudonym, ``place`` the field that was left."""

    sequence: int
    at: datetime
    act: Act
    subject: str
    place: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where a journal that was shortened begins: the last row that was taken out, and its chain value."""

    sequence: int
    at: str
    chain: bytes


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one open vault."""

    database: Database
    clock: Clock
    keys: JournalKeys

    @classmethod
    def of(cls, database: Database, key: DataKey, clock: Clock) -> Journal:
        """The journal under keys of its own."""
        return cls(database, clock, JournalKeys.of(database, key))

    def append(self, act: Act, case_id: str | None = None, place: str = "", state: bytes | None = None) -> int:
        """Add a row inside the transaction of what it tells of; gives its sequence."""
        return self.append_about(self.subject(case_id), act, place, state)

    def append_about(self, subject: str, act: Act, place: str = "", state: bytes | None = None) -> int:
        """Add a row about a case of which only the pseudonym is known."""
        if not self.database.in_transaction:
            raise RuntimeError("a journal row belongs to the transaction of what it tells of")
        last, chain = self.head()
        row = (last + 1, clocks.written(self.clock()), act.value, subject, place, state)
        self.database.run(
            f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", *row, self._link(chain, row)
        )
        return last + 1

    def note(self, act: Act, case_id: str | None = None, place: str = "") -> None:
        """Add a row about something that changes nothing else."""
        with self.database.transaction():
            self.append(act, case_id, place)

    def head(self) -> tuple[int, bytes]:
        """The last sequence and its chain value: the anchor that a backup or a print keeps."""
        row = self.database.row("SELECT sequence, chain FROM journal ORDER BY sequence DESC LIMIT 1")
        return (int(row[0]), bytes(row[1])) if row else (0, _START)

    def chain_at(self, sequence: int) -> bytes | None:
        """The chain value of a row, or of the checkpoint; None for one that is not there."""
        row = self.database.row("SELECT chain FROM journal WHERE sequence = ?", sequence)
        if row is None and (checkpoint := self.checkpoint()) and checkpoint.sequence == sequence:
            return checkpoint.chain
        return bytes(row[0]) if row else None

    def entries(self, case_id: str | None = None) -> tuple[JournalEntry, ...]:
        """All rows, or those of one case, oldest first."""
        chosen = "" if case_id is None else "WHERE subject = ?"
        values = () if case_id is None else (self.subject(case_id),)
        rows = self.database.rows(f"SELECT {_COLUMNS} FROM journal {chosen} ORDER BY sequence", *values)
        return tuple(
            JournalEntry(sequence, clocks.read(at), Act.read(act), subject, place)
            for sequence, at, act, subject, place, _, _ in rows
        )

    def export(self, case_id: str | None = None) -> dict[str, Any]:
        """The rows as plain data, with the head of the chain by which they can be told from others later."""
        sequence, chain = self.head()
        told = [
            {"sequence": row.sequence, "at": clocks.written(row.at), "act": row.act.value}
            | {name: value for name, value in (("case", row.subject), ("place", row.place)) if value}
            for row in self.entries(case_id)
        ]
        return {"format": FORMAT, "entries": told, "head": {"sequence": sequence, "chain": chain.hex()}}

    def changed_since(self, sequence: int) -> bool:
        """Whether anything was done after that row but open, and back up."""
        quiet = ", ".join("?" * len(QUIET))
        row = self.database.row(
            f"SELECT 1 FROM journal WHERE sequence > ? AND act NOT IN ({quiet}) LIMIT 1", sequence, *QUIET
        )
        return row is not None

    def subject(self, case_id: str | None) -> str:
        """The pseudonym of a case; empty for what concerns the vault as a whole."""
        return keyed_digest(self.keys.subject, case_id.encode())[:16].hex() if case_id is not None else ""

    def digest(self, state: bytes) -> bytes:
        """The keyed digest of a state, which tells nothing without the key."""
        return keyed_digest(self.keys.state, state)

    def last_states(self) -> dict[str, JournalState]:
        """The digest of the last saved state of every case that was not erased, by pseudonym."""
        vouches, values = _vouching(Vouched.CASE)
        rows = self.database.rows(
            f"SELECT subject, sequence, state FROM journal WHERE sequence IN"
            f" (SELECT max(sequence) FROM journal WHERE {vouches} GROUP BY subject) AND state IS NOT NULL",
            *values,
        )
        return {subject: JournalState(int(sequence), bytes(state)) for subject, sequence, state in rows}

    def vouched(self, kind: Vouched) -> dict[int, tuple[str, bytes]]:
        """Every row that vouches for a thing of that kind: pseudonym of its case and digest, by sequence."""
        vouches, values = _vouching(kind)
        rows = self.database.rows(f"SELECT sequence, subject, state FROM journal WHERE {vouches}", *values)
        return {int(sequence): (subject, bytes(state or b"")) for sequence, subject, state in rows}

    def checkpoint(self) -> Checkpoint | None:
        """Where the journal begins, if it was shortened."""
        if not has_table(self.database, "journal_checkpoint"):
            return None
        row = self.database.row("SELECT sequence, at, chain FROM journal_checkpoint")
        return Checkpoint(int(row[0]), str(row[1]), bytes(row[2])) if row else None

    def seal(self, checkpoint: Checkpoint) -> bytes:
        """What proves that the holder of the key shortened the journal, and at that row."""
        told = f"checkpoint\n{checkpoint.sequence}\n{checkpoint.at}\n{checkpoint.chain.hex()}"
        return keyed_digest(self.keys.chain, told.encode())

    def verify(self) -> tuple[Fault, ...]:
        """Follow the chain from its first row, or from its checkpoint, to its last."""
        return tuple(self._breaks())

    def _breaks(self) -> Iterator[Fault]:
        before, chain = 0, _START
        if checkpoint := self.checkpoint():
            before, chain = checkpoint.sequence, checkpoint.chain
            if self.database.row("SELECT seal FROM journal_checkpoint") != (self.seal(checkpoint),):
                yield Fault(FaultKind.JOURNAL, "checkpoint")
        expected = before + 1
        for *row, found in self.database.each(f"SELECT {_COLUMNS} FROM journal ORDER BY sequence"):
            sequence = int(row[0])
            if sequence != expected or bytes(found) != self._link(chain, tuple(row)):
                yield Fault(FaultKind.JOURNAL, f"entry {sequence}")
            expected, chain = sequence + 1, bytes(found)
        if expected == before + 1:
            yield Fault(FaultKind.JOURNAL, "empty")

    def _link(self, before: bytes, row: tuple[Any, ...]) -> bytes:
        *told, state = row
        text = json.dumps([*told, bytes(state).hex() if state is not None else None], ensure_ascii=True)
        return keyed_digest(self.keys.chain, before + text.encode())


def _vouching(kind: Vouched) -> tuple[str, tuple[str, ...]]:
    """The condition, and its values, for the rows that vouch for a kind of thing."""
    return _VOUCHES.format(acts=", ".join("?" * len(kind.acts))), (*kind.acts, kind.value)
