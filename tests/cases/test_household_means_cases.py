"""The integration income that follows from a case: one sentence, one test, every finding about it named with its place.

Each case of ``household_means/*.yaml`` is a sentence, facts (``redi-case/1``, where rows need no identifier and what
has nothing to do with the law is left out) and what is expected: articles not named count and leave out nothing.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from redi_desktop.casefile.json_form import from_data
from redi_desktop.engine.case_integration_income import NOT_COMPUTED, OfCase, integration_income_of
from redi_desktop.engine.means_assumed import USUAL
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.packs.embedded import load_embedded_legal
from redi_desktop.words import explanations
from redi_desktop.words.findings import sentence as words_of
from redi_desktop.words.integration_income_of_case import FINDINGS
from redi_desktop.words.integration_income_of_case import USUAL as USUAL_WORDS
from tests.cases.test_cases import numbered
from tests.cases.test_ri_cases import amounts, told

HERE = Path(__file__).parent / "household_means"
CASES = {case["case"]: case for file in sorted(HERE.glob("*.yaml")) for case in told(file)}
TABLES = load_embedded_legal()


def of_case(facts: dict[str, Any]) -> OfCase:
    household = {"region": "wallonia", "persons": numbered(facts["household"]["persons"], "p")}
    case = from_data(
        {"format": "redi-case/1", **facts, "household": household, "incomes": numbered(facts.get("incomes", []), "i")}
    )
    assert case.reference_date is not None
    return integration_income_of(case.facts, case.reference_date, TABLES)


def found(result: OfCase) -> dict[str, Any]:
    income = result.income
    if income is None:
        assert {finding.code for finding in result.findings} == {NOT_COMPUTED}
        return {"none_because": {one.values["because"]: one.field for one in result.findings}}
    says: dict[str, list[str]] = {}
    for finding in result.findings:
        says.setdefault(finding.code, []).append(finding.field)
    return {
        "category": income.category.value,
        "counted": {one.article.value: one.counted for one in income.articles if one.counted},
        "exempted": {one.article.value: one.exempted for one in income.articles if one.exempted},
        "monthly": income.monthly,
        "first_month": income.first_month.amount if income.first_month else None,
        "says": says,
    }


def wanted(expected: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
    if "none_because" in expected:
        return expected
    first = expected.get("first_month")
    return {
        "category": expected["category"],
        "counted": amounts(expected.get("counted", {})),
        "exempted": amounts(expected["exempted"]) if "exempted" in expected else result["exempted"],
        "monthly": Decimal(str(expected["monthly"])),
        "first_month": None if first is None else Decimal(str(first)),
        "says": expected.get("says", {}),
    }


@pytest.mark.parametrize("sentence", CASES)
def test_case(sentence):
    result = found(of_case(CASES[sentence]["facts"]))
    assert result == wanted(CASES[sentence]["expect"], result)


def test_every_finding_about_a_case_stands_in_a_case_and_in_its_explanation():
    results = [of_case(case["facts"]) for case in CASES.values()]
    assert {one.code for result in results for one in result.findings} >= set(FINDINGS)
    assert set(USUAL_WORDS) == set(USUAL)
    for result in results:
        if result.income is not None:
            said = [node.values["code"] for node in result.income.explanation.parts if node.rule == "ri.said"]
            assert said == [finding.code for finding in result.findings]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_everything_is_said_in_words(language):
    with speaking(language):
        for case in CASES.values():
            result = of_case(case["facts"])
            assert all("{" not in words_of(finding) for finding in result.findings)
            if result.income is not None:
                lines = explanations.outline(result.income.explanation, {})
                assert all("{" not in line.text for line in lines)
