"""Frozen results: the facts, the parameters, the engine and what came of them, kept together and never changed."""

from __future__ import annotations

import json
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from redi_desktop.casefile import assessment_form
from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.errors import VaultError
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act, Vouched
from redi_desktop.store.case_record import readable_form
from redi_desktop.store.case_rows import CaseRows
from redi_desktop.store.clock import Clock
from redi_desktop.store.connection import Database
from redi_desktop.store.faults import Fault
from redi_desktop.store.frozen_rows import faults_of
from redi_desktop.store.journal import Journal
from redi_desktop.store.kept_parameters import KeptParameters
from redi_desktop.store.used_parameters import Role, fingerprints_of, keep_used
from redi_desktop.version import program_version

_ROW = "SELECT id, made_at, reference_date, engine, program, content, result, entry FROM assessment"


@dataclass(frozen=True, slots=True)
class KeptAssessment:
    """One frozen result. ``result`` is in the public form ``redi-assessment/1``; ``parameters`` are fingerprints."""

    id: str
    made_at: datetime
    reference_date: date
    engine: str
    program: str
    content: bytes
    result: dict[str, Any]
    parameters: dict[Role, str]

    @property
    def case(self) -> CaseFile:
        """The case as it was when the result was frozen."""
        return from_json(self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow:
    """A frozen result as its row holds it."""

    id: str
    made_at: str
    reference_date: str
    engine: str
    program: str
    content: bytes
    result: bytes
    parameters: dict[Role, str]

    @property
    def state(self) -> bytes:
        """Everything of it, for the journal's digest."""
        parameters = sorted((role.value, fingerprint) for role, fingerprint in self.parameters.items())
        told = [self.id, self.made_at, self.reference_date, self.engine, self.program, parameters]
        return b"\n".join((json.dumps(told).encode(), self.content, self.result))

    @property
    def kept(self) -> KeptAssessment:
        """As it is read."""
        return KeptAssessment(
            id=self.id,
            made_at=clocks.read(self.made_at),
            reference_date=date.fromisoformat(self.reference_date),
            engine=self.engine,
            program=self.program,
            content=self.content,
            result=json.loads(self.result),
            parameters=self.parameters,
        )


@dataclass(frozen=True, slots=True)
class Assessments:
    """The frozen results of one open vault."""

    database: Database
    journal: Journal
    parameters: KeptParameters
    clock: Clock

    def freeze(self, case: CaseFile, assessment: Assessment) -> str:
        """Keep a result with the case it was computed from; gives its identifier.

        The case has been saved. A pack or policy that is not the program's own has been kept before
        (:class:`VaultError` ``pack_not_kept``).
        """
        number = CaseRows(self.database).number(case.id)
        if number is None:
            raise VaultError("case_missing")
        row = AssessmentRow(
            id=uuid.uuid4().hex,
            made_at=clocks.written(self.clock()),
            reference_date=assessment.reference_date.isoformat(),
            engine=assessment.engine_version,
            program=program_version(),
            content=readable_form(case),
            result=json.dumps(assessment_form.to_data(assessment), ensure_ascii=False).encode(),
            parameters=fingerprints_of(assessment.parameters),
        )
        with self.database.transaction():
            keep_used(row.parameters, self.parameters)
            self._write(number, case.id, row)
        return row.id

    def take_over(self, number: int, case_id: str, row: AssessmentRow) -> None:
        """Keep a result that a colleague froze, within a transaction; its parameters are there already."""
        self._write(number, case_id, row)

    def list(self, case_id: str) -> tuple[KeptAssessment, ...]:
        """The results of a case, the last frozen first."""
        return tuple(row.kept for row in self.rows(case_id))

    def load(self, assessment_id: str) -> KeptAssessment:
        """One result; raises :class:`VaultError` ``assessment_missing``."""
        row = self.database.row(f"{_ROW} WHERE id = ?", assessment_id)
        if row is None:
            raise VaultError("assessment_missing")
        return self._read(row)[1].kept

    def rows(self, case_id: str) -> tuple[AssessmentRow, ...]:
        """The results of a case as they are kept, the last frozen first."""
        found = self.database.rows(
            f"{_ROW} WHERE number = (SELECT number FROM case_file WHERE id = ?) ORDER BY entry DESC", case_id
        )
        return tuple(self._read(row)[1] for row in found)

    def verify(self) -> tuple[Fault, ...]:
        """Hold every result against the journal."""
        return tuple(faults_of(Vouched.ASSESSMENT, self._states(), self.journal))

    def _states(self) -> Iterator[tuple[int, bytes]]:
        for row in self.database.rows("SELECT id FROM assessment"):
            for found in self.database.rows(f"{_ROW} WHERE id = ?", *row):
                entry, kept = self._read(found)
                yield entry, kept.state

    def _write(self, number: int, case_id: str, row: AssessmentRow) -> None:
        entry = self.journal.append(Act.ASSESSMENT_FROZEN, case_id, row.id, self.journal.digest(row.state))
        self.database.run(
            "INSERT INTO assessment (id, number, made_at, reference_date, engine, program, content, result, entry)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row.id, number, row.made_at, row.reference_date, row.engine, row.program,
            zlib.compress(row.content), zlib.compress(row.result), entry,
        )  # fmt: skip
        for role, fingerprint in row.parameters.items():
            self.database.run(
                "INSERT INTO assessment_parameter (assessment, role, fingerprint) VALUES (?, ?, ?)",
                row.id, role.value, fingerprint,
            )  # fmt: skip

    def _read(self, row: tuple[Any, ...]) -> tuple[int, AssessmentRow]:
        identifier, made_at, reference_date, engine, program, content, result, entry = row
        parameters = self.database.rows(
            "SELECT role, fingerprint FROM assessment_parameter WHERE assessment = ?", identifier
        )
        return int(entry), AssessmentRow(
            id=identifier,
            made_at=made_at,
            reference_date=reference_date,
            engine=engine,
            program=program,
            content=zlib.decompress(content),
            result=zlib.decompress(result),
            parameters={Role(role): fingerprint for role, fingerprint in parameters},
        )
