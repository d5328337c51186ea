"""Scenarios as a social worker tells them: what changes, what follows by law, and both budgets side by side.

``before`` and ``after`` are the case and the scenario; ``difference`` holds the needs that change; ``incomes`` what
comes in afterwards, by kind; ``follows`` every consequence that is told. A ``policy`` changes the example as in
``test_policy_cases``; without one the proposal is the deficit.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from redi_desktop.casefile.json_form import from_data
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.changes_of_life import ChangeKind
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import age_at, usual_activity
from redi_desktop.engine.scenario import Outcome, Scenario, difference, play
from redi_desktop.packs.embedded import load_embedded_legal
from redi_desktop.words import findings
from tests.cases.test_cases import numbered, told
from tests.cases.test_policy_cases import policy_of
from tests.engine import naive_oracle
from tests.engine.households import embedded

CASES = {
    case["case"]: case for file in sorted((Path(__file__).parent / "scenarios").glob("*.yaml")) for case in told(file)
}
EXPECTED = {"before", "after", "difference", "incomes", "follows", "refused"}


@cache
def legal() -> Any:
    return load_embedded_legal()


def read(case: Mapping[str, Any]) -> tuple[Facts, Scenario]:
    facts = case["facts"]
    data = {
        "format": "redi-case/1",
        **facts,
        "household": facts["household"] | {"persons": numbered(facts["household"]["persons"], "p")},
        **{name: numbered(facts.get(name, []), name[0]) for name in ("incomes", "expenses", "debts")},
        "scenarios": [{"id": "s1", "name": case["case"], "changes": case["changes"]}],
    }
    file = from_data(data)
    return file.facts, file.scenarios[0]


def played(case: Mapping[str, Any]) -> tuple[Assessment, Outcome]:
    facts, scenario = read(case)
    policy = policy_of(case) if "policy" in case else None
    parameters = Parameters(embedded().pack, policy, legal())
    base = assess(facts, parameters)
    return base, play(facts, scenario, parameters, parameters.legal, base.reference_date)


def figures(result: Assessment) -> dict[str, Decimal]:
    return {
        "need": result.retained.total,
        "income": result.income_total,
        "balance": result.balance,
        "proposal": result.proposal.amount,
    }


def euro(amounts: Mapping[str, Any]) -> dict[str, Decimal]:
    return {name: Decimal(str(amount)) for name, amount in amounts.items()}


def by_kind(result: Assessment) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for line in result.incomes:
        kind = str(line.income.kind)
        found[kind] = found.get(kind, Decimal(0)) + line.amount
    return found


@pytest.mark.parametrize("sentence", [name for name, case in CASES.items() if "refused" not in case["expect"]])
def test_case(sentence):
    expected = CASES[sentence]["expect"]
    base, outcome = played(CASES[sentence])
    assert outcome.bad == ()
    assert outcome.assessment is not None
    for when, result in (("before", base), ("after", outcome.assessment)):
        want = euro(expected.get(when, {}))
        assert {name: figures(result)[name] for name in want} == want, when
    change = difference(base, outcome.assessment)
    assert change.balance == outcome.assessment.balance - base.balance
    if "difference" in expected:
        assert {need.value: amount for need, amount in change.by_need.items() if amount} == euro(expected["difference"])
    if "incomes" in expected:
        assert by_kind(outcome.assessment) == euro(expected["incomes"])
    assert [finding.code for finding in outcome.consequences] == expected["follows"]


@pytest.mark.parametrize("sentence", [name for name, case in CASES.items() if "refused" in case["expect"]])
def test_refused(sentence):
    _base, outcome = played(CASES[sentence])
    assert outcome.assessment is None
    assert {finding.field: finding.code for finding in outcome.bad} == CASES[sentence]["expect"]["refused"]


def written_out(facts: Facts) -> dict[str, Any]:
    """The facts as the independent calculator reads them: nothing left out, no default to know."""
    day = facts.reference_date
    home = {"bedrooms": facts.dwelling.bedrooms, "social_energy_tariff": facts.dwelling.social_energy_tariff}
    persons = [
        {
            **{name: getattr(person, name) for name in ("id", "sex", "role", "bim", "custody_share")},
            "birth_date": str(person.birth_date),
            "activity": person.activity or usual_activity(age_at(person.birth_date or date.min, day or date.min)),
        }
        for person in facts.household.persons
    ]
    return {
        "reference_date": str(day),
        "household": {"region": facts.household.region, "persons": persons},
        "dwelling": home | {"tenure": facts.dwelling.tenure, "heating": facts.dwelling.heating, "new_lease": False},
        "incomes": [{"kind": income.kind} for income in facts.incomes],
        "options": list(facts.options),
    }


@pytest.mark.parametrize("sentence", [name for name, case in CASES.items() if "refused" not in case["expect"]])
def test_the_independent_calculator_finds_the_same_reference_budgets(sentence):
    base, outcome = played(CASES[sentence])
    assert outcome.assessment is not None
    for result in (base, outcome.assessment):
        lines = naive_oracle.reference_lines(written_out(result.facts))
        assert sum(line.amount for line in lines) == Fraction(result.retained.reference_total)


def test_every_case_is_a_sentence_that_says_what_it_expects():
    assert len(CASES) >= 20
    for sentence, case in CASES.items():
        assert set(case) <= {"case", "how", "facts", "policy", "changes", "expect"}, sentence
        assert set(case["expect"]) <= EXPECTED, sentence
        assert sentence.endswith(".")


def test_the_cases_cover_every_kind_of_change_and_each_consequence_has_its_sentence():
    assert {change["kind"] for case in CASES.values() for change in case["changes"]} == set(ChangeKind)
    outcomes = [played(case)[1] for case in CASES.values()]
    told_of = {finding.code for outcome in outcomes for finding in (*outcome.consequences, *outcome.bad)}
    assert told_of <= findings.CODES
    assert all(findings.sentence(finding) for outcome in outcomes for finding in outcome.consequences)
