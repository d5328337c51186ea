"""What goes into a handover: the case, its frozen results with their parameters, its decisions, and what was done.

The colleague's vault takes it as a new case, with an identifier of its own: a case that comes back after months stands
beside the one that was kept, and overwrites nothing.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec

from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.migrations import is_newer
from redi_desktop.casefile.model import new_id
from redi_desktop.errors import CaseError, VaultDamaged, VaultNewer
from redi_desktop.store import clock as clocks
from redi_desktop.store.assessments import AssessmentRow
from redi_desktop.store.case_record import readable_form
from redi_desktop.store.case_rows import CaseRows
from redi_desktop.store.contents import Contents
from redi_desktop.store.decisions import KeptDecision
from redi_desktop.store.used_parameters import Role
from redi_desktop.version import program_version

MOST_RESULTS = 500


class _Result(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    made_at: str
    reference_date: str
    engine: str
    program: str
    case: str
    result: str
    parameters: dict[str, str]


class _Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    assessment: str | None
    noted_at: str
    content: str


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    program: str
    agreement: dict[str, str]
    case: str
    results: list[_Result]
    decisions: list[_Decision]
    parameters: dict[str, dict[str, bytes]]
    journal: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Parcel:
    """The content of a handover file."""

    content: _Written

    def written(self) -> bytes:
        """As JSON."""
        return json.dumps(msgspec.to_builtins(self.content), ensure_ascii=False).encode()

    @classmethod
    def read(cls, plain: bytes, name: str) -> Parcel:
        """What :meth:`written` wrote; raises :class:`VaultDamaged` or :class:`VaultNewer` for anything else."""
        try:
            content = msgspec.json.decode(plain, type=_Written)
            if is_newer(json.loads(content.case).get("format", "")):
                raise VaultNewer("handover_newer", file=name)
            _check(content)
        except (msgspec.DecodeError, ValueError, KeyError, AttributeError, CaseError) as error:
            raise VaultDamaged("handover_damaged", file=name) from error
        return cls(content)


def pack(contents: Contents, case_id: str, agreement: dict[str, str]) -> Parcel:
    """Everything about one case; raises :class:`VaultError` ``case_missing``."""
    case = contents.cases.load(case_id)
    results = contents.assessments.rows(case_id)[:MOST_RESULTS]
    used = {fingerprint for row in results for fingerprint in row.parameters.values()}
    files = {fingerprint: contents.parameters.files(fingerprint) for fingerprint in sorted(used)}
    return Parcel(
        _Written(
            program=program_version(),
            agreement=agreement,
            case=readable_form(case).decode(),
            results=[_written_result(row) for row in results],
            decisions=[_written_decision(kept) for kept in contents.decisions.list(case_id)],
            parameters=files,
            journal=contents.journal.export(case_id),
        )
    )


def unpack(parcel: Parcel, contents: Contents) -> str:
    """Put a parcel into a vault in one transaction; gives the identifier of the new case."""
    content = parcel.content
    case = replace(from_json(content.case), id=new_id())
    with contents.database.transaction():
        number = contents.cases.take_over(case, "handover")
        for fingerprint, files in content.parameters.items():
            contents.parameters.keep_files(fingerprint, files)
        renamed = {result.id: new_id() for result in content.results}
        for result in reversed(content.results):
            contents.assessments.take_over(number, case.id, _read_result(result, renamed))
        for decision in reversed(content.decisions):
            contents.decisions.take_over(number, case.id, _read_decision(decision, renamed))
        _keep_origin(number, parcel, contents)
    return case.id


def origin_of(case_id: str, contents: Contents) -> dict[str, Any] | None:
    """What a colleague handed over beside a case: the agreement and the journal of that vault; None for an own case."""
    number = CaseRows(contents.database).number(case_id)
    row = contents.database.row("SELECT content FROM origin WHERE number = ?", number)
    if row is None:
        return None
    found: dict[str, Any] = json.loads(zlib.decompress(row[0]))
    return found


def _check(content: _Written) -> None:
    """Read everything once: what cannot be read is not taken over by halves."""
    from_json(content.case)
    renamed = {result.id: result.id for result in content.results}
    for result in content.results:
        row = _read_result(result, renamed)
        from_json(row.content)
        _require(isinstance(json.loads(row.result), dict))
        _require(set(row.parameters.values()) <= set(content.parameters))
        clocks.read(result.made_at)
        date.fromisoformat(result.reference_date)
    for decision in content.decisions:
        _require(isinstance(json.loads(_read_decision(decision, renamed).content), dict))
        clocks.read(decision.noted_at)


def _require(true: bool) -> None:
    if not true:
        raise ValueError("a part of the parcel is not what it should be")


def _keep_origin(number: int, parcel: Parcel, contents: Contents) -> None:
    content = parcel.content
    origin = {"program": content.program, "agreement": content.agreement, "journal": content.journal}
    compressed = zlib.compress(json.dumps(origin, ensure_ascii=False).encode())
    contents.database.run("INSERT INTO origin (number, content) VALUES (?, ?)", number, compressed)


def _written_result(row: AssessmentRow) -> _Result:
    return _Result(
        id=row.id,
        made_at=row.made_at,
        reference_date=row.reference_date,
        engine=row.engine,
        program=row.program,
        case=row.content.decode(),
        result=row.result.decode(),
        parameters={role.value: fingerprint for role, fingerprint in row.parameters.items()},
    )


def _read_result(result: _Result, renamed: dict[str, str]) -> AssessmentRow:
    return AssessmentRow(
        id=renamed[result.id],
        made_at=result.made_at,
        reference_date=result.reference_date,
        engine=result.engine,
        program=result.program,
        content=result.case.encode(),
        result=result.result.encode(),
        parameters={Role(role): fingerprint for role, fingerprint in result.parameters.items()},
    )


def _written_decision(kept: KeptDecision) -> _Decision:
    return _Decision(id=kept.id, assessment=kept.assessment, noted_at=kept.noted_at, content=kept.content.decode())


def _read_decision(decision: _Decision, renamed: dict[str, str]) -> KeptDecision:
    assessment = renamed[decision.assessment] if decision.assessment is not None else None
    return KeptDecision(
        id=new_id(), assessment=assessment, noted_at=decision.noted_at, content=decision.content.encode()
    )
