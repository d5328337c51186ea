"""What a policy makes of a household's deficit, as a social worker tells it: one sentence, one test.

The policy is the example that comes with the program, in force from 1 January 2024 and without its work incentive,
with what stands under ``policy`` changed (``null`` leaves a key out). ``steps`` say what each step leaves, in order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from redi_desktop.casefile.json_form import from_data
from redi_desktop.engine.aid import NoAid
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.findings import BadFacts
from redi_desktop.engine.policy import Policy
from redi_desktop.packs.policy_file import parse_policy
from redi_desktop.paths import resource
from tests.cases.test_cases import numbered, told
from tests.engine.households import embedded

CASES = {
    case["case"]: case for file in sorted((Path(__file__).parent / "policy").glob("*.yaml")) for case in told(file)
}
EXAMPLE = tomllib.loads(resource("parameters", "policy-example", "policy.toml").read_text(encoding="utf-8"))
IN_EVERY_CASE = {"valid_from": "2024-01-01", "work_incentive": {"enabled": False}}
AMOUNTS = ("need", "income", "balance", "computed", "proposal", "subsidised", "over_duration")
EXPECTED = {*AMOUNTS, "steps", "steps_taken", "because", "retained", "says", "refused"}


def changed(rules: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The rules with those of a case in their place."""
    result = dict(rules)
    for key, value in changes.items():
        if value is None:
            del result[key]
        else:
            result[key] = changed(result.get(key, {}), value) if isinstance(value, dict) else value
    return result


def written(value: Any) -> str:
    """A value as TOML: amounts are quoted there, dates and truths are not."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {written(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, date) or (value.startswith("20") and value.count("-") == 2):
        return str(value)
    return f'"{value}"'


def policy_of(case: Mapping[str, Any]) -> Policy:
    rules = changed(changed(EXAMPLE, IN_EVERY_CASE), case.get("policy", {}))
    return parse_policy("\n".join(f"{key} = {written(value)}" for key, value in rules.items()).encode(), "case.toml")


def assessed(case: Mapping[str, Any]) -> Assessment:
    facts = case["facts"]
    data = {
        "format": "redi-case/1",
        **facts,
        "household": facts["household"] | {"persons": numbered(facts["household"]["persons"], "p")},
        **{name: numbered(facts.get(name, []), name[0]) for name in ("incomes", "expenses", "debts")},
    }
    return assess(from_data(data).facts, Parameters(embedded().pack, policy_of(case)))


def found(result: Assessment) -> dict[str, Any]:
    """What a result says, in the words of the cases."""
    proposal = result.proposal
    steps = {step.rule.removeprefix("aid."): step.amount for step in proposal.explanation.parts}
    retained = {line.expense.id: line.retained for line in result.retained.expenses}
    return {
        "need": result.retained.total,
        "income": result.income_total,
        "balance": result.balance,
        "computed": proposal.computed,
        "proposal": proposal.amount,
        "subsidised": proposal.subsidised,
        "over_duration": proposal.over_duration,
        "steps": steps,
        "steps_taken": list(steps),
        "because": proposal.none_because,
        "retained": retained | {line.debt.id: line.retained for line in result.retained.debts},
        "says": {finding.code for finding in result.findings},
    }


def wanted(expected: Mapping[str, Any]) -> dict[str, Any]:
    amounts: dict[str, Any] = {name: Decimal(str(expected[name])) for name in AMOUNTS if name in expected}
    for name in ("steps", "retained"):
        if name in expected:
            amounts |= {name: {key: Decimal(str(amount)) for key, amount in expected[name].items()}}
    because = expected.get("because")
    return amounts | {"because": None if because is None else NoAid(because)}


@pytest.mark.parametrize("sentence", [name for name, case in CASES.items() if "refused" not in case["expect"]])
def test_case(sentence):
    expected = CASES[sentence]["expect"]
    result = found(assessed(CASES[sentence]))
    want = wanted(expected)
    assert {name: result[name] for name in want} == want
    assert list(result["steps"]) == list(expected.get("steps", expected.get("steps_taken", result["steps"])))
    assert set(expected.get("says", [])) <= result["says"]


@pytest.mark.parametrize("sentence", [name for name, case in CASES.items() if "refused" in case["expect"]])
def test_refused(sentence):
    with pytest.raises(BadFacts) as bad:
        assessed(CASES[sentence])
    assert {finding.field: finding.code for finding in bad.value.findings} == CASES[sentence]["expect"]["refused"]


def test_every_case_is_a_sentence_that_says_what_it_expects():
    assert len(CASES) >= 20
    for sentence, case in CASES.items():
        assert set(case) <= {"case", "how", "facts", "policy", "expect"}, sentence
        assert set(case["expect"]) <= EXPECTED, sentence
        assert sentence.endswith(".")


def test_the_cases_cover_every_step_and_every_reason_for_no_aid():
    results = [found(assessed(case)) for case in CASES.values() if "refused" not in case["expect"]]
    assert {step for result in results for step in result["steps"]} == {
        *("deficit", "target_group", "in_target_group", "coverage", "ceiling", "work_incentive", "no_work_incentive"),
        *("total_aid", "rounding", "smallest_amount", "smallest_reached", "worker"),
    }
    # A policy that covers nothing is one that nobody writes: tests/engine/test_aid.py has it.
    assert {result["because"] for result in results} - {None} == set(NoAid) - {NoAid.NOTHING_COVERED}
