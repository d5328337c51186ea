"""Households as a social worker tells them, with the amounts that the program must find: one sentence, one test.

Each case of a ``*.yaml`` file here is a sentence, facts (the public JSON form, where rows need no identifier: persons
are p1, p2 …) and what is expected; ``in_every_case`` holds facts that all cases of a file share. Amounts are euro per
month, to the cent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from redi_desktop.casefile.json_form import from_data
from redi_desktop.engine.assess import Assessment, assess
from redi_desktop.engine.needs import Need
from tests.engine.households import embedded

HERE = Path(__file__).parent
SHARED = sorted((HERE / "shared").glob("*.json"))
EXPECTED = {"reference", "by_need", "retained", "retained_by_need", "income", "balance", "says"}


class ExactLoader(yaml.SafeLoader):
    """YAML in which amounts and dates stay what is written: never a binary fraction."""


def as_written(loader: ExactLoader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


ExactLoader.add_constructor("tag:yaml.org,2002:float", as_written)
ExactLoader.add_constructor("tag:yaml.org,2002:timestamp", as_written)


def told(file: Path) -> list[dict[str, Any]]:
    """The cases of a file, with the facts they share."""
    content = yaml.load(file.read_text(encoding="utf-8"), ExactLoader)
    assert set(content) <= {"in_every_case", "cases"}, file
    shared = content.get("in_every_case", {})
    return [case | {"facts": shared | case.get("facts", {})} for case in content["cases"]]


CASES = {case["case"]: case for file in sorted(HERE.glob("*.yaml")) for case in told(file)}


def numbered(rows: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    return [{"id": f"{prefix}{number}"} | row for number, row in enumerate(rows, 1)]


def assessed(facts: Mapping[str, Any]) -> Assessment:
    """The assessment of facts as they stand in a case."""
    household = facts["household"]
    case = {
        "format": "redi-case/1",
        **facts,
        "household": household | {"persons": numbered(household["persons"], "p")},
        **{name: numbered(facts.get(name, []), name[0]) for name in ("incomes", "expenses", "debts")},
    }
    return assess(from_data(case).facts, embedded())


def euro(amounts: Mapping[str, Any]) -> dict[str, Decimal]:
    return {need: Decimal(str(amount)) for need, amount in amounts.items()}


def spent(amounts: Mapping[Need, Decimal]) -> dict[str, Decimal]:
    """The needs on which anything is spent."""
    return {need.value: amount for need, amount in amounts.items() if amount}


@pytest.mark.parametrize("sentence", CASES)
def test_case(sentence):
    expected = CASES[sentence]["expect"]
    result = assessed(CASES[sentence]["facts"])
    retained = result.retained
    if "by_need" in expected:
        assert spent(retained.reference_by_need) == euro(expected["by_need"])
    changed = [row for row in result.need_rows if row.difference]
    assert {row.need.value: row.retained for row in changed} == euro(expected.get("retained_by_need", {}))
    found = {
        "reference": retained.reference_total,
        "retained": retained.total,
        "income": result.income_total,
        "balance": result.balance,
    }
    assert found == euro({name: expected[name] for name in found})
    assert set(expected.get("says", [])) <= {finding.code for finding in result.findings}


@pytest.mark.parametrize("path", SHARED, ids=[path.stem for path in SHARED])
def test_worked_example(path):
    data = json.loads(path.read_text(encoding="utf-8"))
    expected = data["expected"]
    result = assess(from_data(data).facts, embedded())
    by_need = euro(expected["reference_budget"]["by_need"])
    assert {need.value: amount for need, amount in result.retained.reference_by_need.items()} == by_need
    assert result.retained.reference_total == Decimal(expected["reference_budget"]["total"])
    assert len(result.reference.lines) == expected["lines"]


def test_every_case_says_what_it_expects_in_words_that_are_known():
    assert len(CASES) >= 15
    for sentence, case in CASES.items():
        assert set(case) <= {"case", "how", "facts", "expect"}, sentence
        assert set(case["expect"]) <= EXPECTED, sentence
        assert sentence.endswith(".")


def test_the_cases_cover_every_region_tenure_treatment_and_kind_of_household():
    facts = [case["facts"] for case in CASES.values()]
    persons = [person for each in facts for person in each["household"]["persons"]]
    assert {each["household"]["region"] for each in facts} == {"flanders", "wallonia", "brussels"}
    assert {each["dwelling"]["tenure"] for each in facts} == {"private_rent", "social_rent", "owner", "hosted", "none"}
    assert {person["role"] for person in persons} == {"applicant", "partner", "child", "other_adult"}
    assert {"pensioner", "student", "working", "jobseeker", "incapacity"} <= {person["activity"] for person in persons}
    treatments = {line.treatment.value for each in facts for line in assessed(each).retained.expenses}
    assert treatments == {"replace", "add", "compare", "leave_out"}
    chosen = {expense["treatment"] for each in facts for expense in each.get("expenses", []) if "treatment" in expense}
    assert chosen >= {"add", "compare", "leave_out"}, "and not only by default"
    ages = [
        date.fromisoformat(each["reference_date"]).year - date.fromisoformat(person["birth_date"]).year
        for each in facts
        for person in each["household"]["persons"]
    ]
    assert min(ages) <= 1
    assert max(ages) >= 70
