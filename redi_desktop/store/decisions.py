"""What the committee decided, noted by the worker, never changed: a correction is a further note."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from redi_desktop.casefile import strict_json
from redi_desktop.casefile.envelope import granted_in
from redi_desktop.casefile.judgement import Decision
from redi_desktop.errors import CaseError, VaultError
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act, Vouched
from redi_desktop.store.case_rows import CaseRows
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault
from redi_desktop.store.frozen_rows import faults_of
from redi_desktop.store.journal import Journal

_ROW = "SELECT id, assessment, noted_at, content FROM decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDecision:
    """A noted decision; ``assessment`` is the frozen result it rests on, if one was named."""

    id: str
    assessment: str | None
    noted_at: str
    content: bytes

    @property
    def decision(self) -> dict[str, Any]:
        """What was decided, as it was noted."""
        found: dict[str, Any] = json.loads(self.content)
        return found

    @property
    def noted(self) -> datetime:
        """When it was noted."""
        return clocks.read(self.noted_at)

    @property
    def state(self) -> bytes:
        """Everything of it, for the journal's digest."""
        return json.dumps([self.id, self.assessment, self.noted_at]).encode() + b"\n" + self.content


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of one open vault."""

    database: Database
    journal: Journal
    clock: Clock

    def note(self, case_id: str, decision: Mapping[str, Any], assessment_id: str | None = None) -> str:
        """Note a decision on a case, and the frozen result that lay before the committee; gives its identifier.

        The decision is what :func:`redi_desktop.casefile.strict_json.said` makes of one: plain dictionaries.
        """
        number = CaseRows(self.database).number(case_id)
        if number is None:
            raise VaultError("case_missing")
        known = "SELECT 1 FROM assessment WHERE id = ? AND number = ?"
        if assessment_id is not None and self.database.row(known, assessment_id, number) is None:
            raise VaultError("assessment_missing")
        noted_at = clocks.written(self.clock())
        content = _written(decision)
        kept = KeptDecision(id=uuid.uuid4().hex, assessment=assessment_id, noted_at=noted_at, content=content)
        with self.database.transaction():
            self.take_over(number, case_id, kept)
        return kept.id

    def take_over(self, number: int, case_id: str, kept: KeptDecision) -> None:
        """Keep a decision, one's own or a colleague's, within a transaction."""
        entry = self.journal.append(Act.DECISION_NOTED, case_id, kept.id, self.journal.digest(kept.state))
        self.database.run(
            "INSERT INTO decision (id, number, assessment, noted_at, content, entry) VALUES (?, ?, ?, ?, ?, ?)",
            kept.id, number, kept.assessment, kept.noted_at, kept.content, entry,
        )  # fmt: skip

    def list(self, case_id: str) -> tuple[KeptDecision, ...]:
        """The decisions on a case, the last noted first."""
        rows = self.database.rows(
            f"{_ROW} WHERE number = (SELECT number FROM case_file WHERE id = ?) ORDER BY entry DESC", case_id
        )
        return tuple(_kept(row) for row in rows)

    def granted_in(self, year: int) -> Decimal:
        """Euro granted for the months of a year, by the noted decisions on all cases of the vault."""
        rows = self.database.rows("SELECT number, content FROM decision ORDER BY number, entry")
        cases = groupby(rows, key=lambda row: row[0])
        return sum((granted_in(year, [_decision(row[1]) for row in of_case]) for _number, of_case in cases), Decimal(0))

    def verify(self) -> tuple[Fault, ...]:
        """Hold every decision against the journal."""
        return tuple(faults_of(Vouched.DECISION, self._states(), self.journal))

    def _states(self) -> Iterator[tuple[int, bytes]]:
        rows = self.database.rows("SELECT id, assessment, noted_at, content, entry FROM decision")
        yield from ((int(row[-1]), _kept(row[:-1]).state) for row in rows)


def _decision(content: bytes) -> Decision:
    """The decision as it was noted; an empty one where a later version has noted what this one does not know."""
    try:
        return strict_json.convert(json.loads(content), Decision)
    except CaseError:
        return Decision()


def _written(decision: Mapping[str, Any]) -> bytes:
    try:
        return strict_json.written(decision)
    except UnicodeEncodeError as error:
        raise CaseError("character_not_storable") from error


def _kept(row: tuple[object, ...]) -> KeptDecision:
    identifier, assessment, noted_at, content = row
    return KeptDecision(
        id=str(identifier),
        assessment=None if assessment is None else str(assessment),
        noted_at=str(noted_at),
        content=bytes(content) if isinstance(content, bytes | memoryview) else b"",
    )
