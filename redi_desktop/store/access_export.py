"""Everything that the vault holds about a case or a person, for their right of access (GDPR, art. 15).

Plain data, to be written as JSON, or read by a document (:mod:`redi_desktop.report.access_export`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from redi_desktop.casefile import json_form
from redi_desktop.store import clock as clocks
from redi_desktop.store.acts import Act
from redi_desktop.store.assessments import KeptAssessment
from redi_desktop.store.cases import OpenedCase
from redi_desktop.store.decisions import KeptDecision
from redi_desktop.store.handover_parcel import origin_of
from redi_desktop.store.vault import Vault

FORMAT = "redi-access/1"


def everything_about(vault: Vault, case_ids: Iterable[str]) -> dict[str, Any]:
    """All that is kept of these cases; the journal keeps that it was given.

    Of a person who stands in several cases, the worker finds them by the search and hands them in together.
    """
    ids = tuple(case_ids)
    cases = [_case(vault, case_id) for case_id in ids]
    if vault.writable:
        for case_id in ids:
            vault.journal.note(Act.ACCESS_GIVEN, case_id)
    made_at = clocks.written(vault.clock())
    return {"format": FORMAT, "vault": vault.id, "made_at": made_at, "cases": cases}


def _case(vault: Vault, case_id: str) -> dict[str, Any]:
    contents = vault.contents
    opened = contents.cases.peek(case_id)
    told: dict[str, Any] = {
        "case": json_form.to_data(opened.case),
        "kept": _kept(vault, opened),
        "earlier_states": [json_form.to_data(state) for state in opened.past],
        "half_typed": contents.drafts.of(case_id),
        "results": [_result(kept) for kept in contents.assessments.list(case_id)],
        "decisions": [_decision(kept) for kept in contents.decisions.list(case_id)],
        "journal": contents.journal.export(case_id)["entries"],
    }
    if origin := origin_of(case_id, contents):
        told["handed_over_by_a_colleague"] = origin
    return told


def _kept(vault: Vault, opened: OpenedCase) -> dict[str, Any]:
    """How the case is kept, apart from what it says."""
    row = vault.contents.database.row(
        "SELECT words, balance, closed_on FROM case_file JOIN case_content USING (number) WHERE id = ?", opened.case.id
    )
    words, balance, closed_on = row or ("", None, None)
    return {
        "last_saved_at": clocks.written(opened.saved.at),
        "times_saved": opened.saved.revision,
        "found_under_the_words": words.split(),
        "balance_in_the_list": balance,
        "closed_on": closed_on,
        "months_kept_after_closing": vault.retention.months,
    }


def _result(kept: KeptAssessment) -> dict[str, Any]:
    return {
        "id": kept.id,
        "frozen_at": clocks.written(kept.made_at),
        "reference_date": kept.reference_date.isoformat(),
        "engine": kept.engine,
        "program": kept.program,
        "parameters": {role.value: fingerprint for role, fingerprint in kept.parameters.items()},
        "case_then": json_form.to_data(kept.case),
        "result": kept.result,
    }


def _decision(kept: KeptDecision) -> dict[str, Any]:
    return {
        "id": kept.id,
        "noted_at": kept.noted_at,
        "result": kept.assessment,
        "decision": kept.decision,
    }
