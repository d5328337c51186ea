"""The public JSON form of what can be seized in a household, ``redi-attachment/1``: euro per month, as strings."""

from __future__ import annotations

from typing import Any

from redi_desktop.casefile.finding_form import finding_data
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.attachment import PER_CHILD, THRESHOLDS
from redi_desktop.engine.case_attachment import OfHousehold, OfPerson
from redi_desktop.engine.explanation import Explanation, as_data
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.money import to_cent

FORMAT = "redi-attachment/1"


def to_data(assessment: Assessment, found: OfHousehold) -> dict[str, Any]:
    """What can be seized of each person's incomes, with the bounds it rests on, as plain dictionaries."""
    legal = assessment.parameters.legal
    return {
        "format": FORMAT,
        "reference_date": assessment.reference_date.isoformat(),
        "bounds": _bounds(assessment, legal) if legal is not None and found.persons else None,
        "persons": [_person(one) for one in found.persons],
        "minimum_living_allowance": _allowance(found.living_allowance),
        "findings": [finding_data(finding) for finding in found.findings],
    }


def _bounds(assessment: Assessment, legal: LegalTables) -> dict[str, Any]:
    day = assessment.reference_date
    per_child = legal.at(PER_CHILD, day)
    return {
        "legal_tables": {"id": legal.id, "version": legal.version, "fingerprint": legal.fingerprint},
        "valid_from": per_child.valid_from.isoformat(),
        "thresholds": [str(to_cent(legal.at(name, day).value)) for name in THRESHOLDS],
        "per_child": str(to_cent(per_child.value)),
    }


def _person(one: OfPerson) -> dict[str, Any]:
    facts = one.found.facts
    return {
        "person": one.person,
        "work": str(facts.work),
        "replacement": str(facts.replacement),
        "protected": str(facts.protected),
        "children": one.children,
        "attachable": str(one.found.attachable),
        "left": str(one.found.left),
        "doubts": [doubt.code for doubt in one.found.doubts],
        "explanation": as_data(one.explanation),
    }


def _allowance(node: Explanation | None) -> dict[str, Any] | None:
    if node is None:
        return None
    return {"amount": str(node.amount), "category": node.values["category"], "explanation": as_data(node)}
