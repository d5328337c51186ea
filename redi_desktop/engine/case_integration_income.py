"""The integration income of a case, and everything to be said about it in the case's own places."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import BadFacts, Finding, warning
from redi_desktop.engine.household import Role
from redi_desktop.engine.household_means import Household, facts_of_household
from redi_desktop.engine.integration_income.compute import IntegrationIncome, compute
from redi_desktop.engine.integration_income.facts import IntegrationIncomeFacts, Means
from redi_desktop.engine.legal_tables import LegalTables, NoLegalValue
from redi_desktop.engine.means_assumed import assumed

NOT_COMPUTED = "ri_not_computed"
"""The finding that says why there is none: its value ``because`` is the code of what is wrong."""
SAID_ELSEWHERE = frozenset({"ri_tables_expired"})
"""What the findings on the parameters of a case say already."""
_MEANS = re.compile(r"(?:cohabitants\[(\d+)\]\.)?means\.(resources|work)\[(\d+)\](.*)\Z")
_IN_CASE = re.compile(r"household\.persons\[(\d+)\]")
_PERSON = re.compile(r"(cohabitants|situation\.children)\[(\d+)\](?:\.(birth_date|custody_share|relation))?")


class OfCase(NamedTuple):
    """What the case's incomes would leave of an integration income; ``None`` where the findings say why not."""

    income: IntegrationIncome | None
    findings: tuple[Finding, ...]


NOTHING = OfCase(None, ())


def integration_income_of(facts: Facts, day: date, legal: LegalTables | None) -> OfCase:
    """Work out the integration income of a checked case, as far as its tables and facts reach."""
    if legal is None:
        return NOTHING
    house = Household.of(facts, day)
    derived = facts_of_household(facts, house, day)
    try:
        found = compute(derived, legal)
    except BadFacts as bad:
        return OfCase(None, tuple(_not_computed(finding, derived, facts) for finding in bad.findings))
    except NoLegalValue as missing:
        first: dict[str, object] = {"because": "ri_date_before_tables", "first_day": missing.first_day or day}
        return OfCase(None, (warning(NOT_COMPUTED, "reference_date", **first),))
    told = tuple(
        replace(finding, field=place_in_case(finding.field, derived, facts))
        for finding in found.findings
        if finding.code not in SAID_ELSEWHERE and not finding.field.startswith("debtors.")
    )
    findings = (*told, *assumed(facts, house, found))
    return OfCase(
        replace(found, findings=findings, explanation=_explained(found.explanation, findings, facts)), findings
    )


def _not_computed(finding: Finding, derived: IntegrationIncomeFacts, facts: Facts) -> Finding:
    values = {"because": finding.code, **finding.values}
    return warning(NOT_COMPUTED, place_in_case(finding.field, derived, facts), **values)


def _explained(tree: Explanation, findings: tuple[Finding, ...], facts: Facts) -> Explanation:
    """The tree with what it rests on at its end, so that whoever asks why also reads what was assumed."""
    said = (
        Explanation("ri.said", None, {"code": one.code, **_about(one.field, facts), **one.values}) for one in findings
    )
    return tree._replace(parts=(*tree.parts, *said))


def _about(field: str, facts: Facts) -> dict[str, object]:
    """Whom a finding is about."""
    found = _IN_CASE.match(field)
    return {"person": facts.household.persons[int(found[1])].id} if found is not None else {}


def place_in_case(field: str, derived: IntegrationIncomeFacts, facts: Facts) -> str:
    """The place in the case that a place in the derived facts comes from."""
    row = _MEANS.match(field)
    if row is not None:
        means = derived.cohabitants[int(row[1])].means if row[1] else derived.means
        return _income_place(means, row[2], int(row[3]), facts) + row[4]
    person = _PERSON.match(field)
    if person is not None:
        rows = derived.cohabitants if person[1] == "cohabitants" else derived.situation.children
        return _person_place(rows[int(person[2])].id, facts) + (f".{person[3]}" if person[3] else "")
    if field == "birth_date":
        applicant = next(one for one in facts.household.persons if one.role is Role.APPLICANT)
        return _person_place(applicant.id, facts) + ".birth_date"
    return {"requested_on": "request.date", "revised_on": "request.date"}.get(field, _known_place(field))


def _known_place(field: str) -> str:
    return field if field == "reference_date" else "household.persons"


def _income_place(means: Means, rows: str, number: int, facts: Facts) -> str:
    row_id = means.resources[number].id if rows == "resources" else means.work[number].id
    place = next(place for place, income in enumerate(facts.incomes) if income.id == row_id)
    return f"incomes[{place}]"


def _person_place(person_id: str, facts: Facts) -> str:
    place = next(place for place, person in enumerate(facts.household.persons) if person.id == person_id)
    return f"household.persons[{place}]"
