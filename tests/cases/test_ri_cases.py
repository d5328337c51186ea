"""Integration incomes as a social worker tells them, with the amounts that the program must find.

Each case of ``integration_income/*.yaml`` is a sentence, facts (``redi-ri-facts/1``, where rows need no identifier) and
what is expected: what the articles count and leave out (those not named: nothing), and every doubt and finding that is
told. ``how`` shows the computation by hand.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from redi_desktop.casefile.integration_income_form import FACTS_FORMAT, from_data
from redi_desktop.engine.findings import BadFacts
from redi_desktop.engine.integration_income.compute import IntegrationIncome, compute
from redi_desktop.engine.integration_income.facts import IntegrationIncomeFacts
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.packs.embedded import load_embedded_legal
from tests.cases.test_cases import ExactLoader

HERE = Path(__file__).parent / "integration_income"
EXPECTED = {
    *("category", "articles", "exempted", "resources", "general_exemption", "yearly", "monthly", "first_month"),
    *("doubts", "says", "refused"),
}
WITHOUT_ID = "exempted_periods"


def told(file: Path) -> list[dict[str, Any]]:
    content = yaml.load(file.read_text(encoding="utf-8"), ExactLoader)
    cases: list[dict[str, Any]] = content["cases"]
    return cases


CASES = {case["case"]: case for file in sorted(HERE.glob("*.yaml")) for case in told(file)}


@cache
def tables() -> LegalTables:
    return load_embedded_legal()


def identified(value: Any) -> Any:
    """The facts with an identifier in each row that has none."""
    if isinstance(value, dict):
        return {key: rows(key, inner) if isinstance(inner, list) else identified(inner) for key, inner in value.items()}
    return value


def rows(key: str, listed: list[Any]) -> list[Any]:
    if key == WITHOUT_ID:
        return listed
    return [{"id": f"{key[0]}{number}"} | identified(row) for number, row in enumerate(listed, 1)]


def facts_of(case: dict[str, Any]) -> IntegrationIncomeFacts:
    return from_data({"format": FACTS_FORMAT, **identified(case["facts"])})


def found(result: IntegrationIncome) -> dict[str, Any]:
    """What a result says, in the words of the cases; articles that count or leave out nothing are not named."""
    return {
        "category": result.category.value,
        "articles": {one.article.value: one.counted for one in result.articles if one.counted},
        "exempted": {one.article.value: one.exempted for one in result.articles if one.exempted},
        "resources": result.resources,
        "general_exemption": result.general_exemption,
        "yearly": result.yearly,
        "monthly": result.monthly,
        "first_month": result.first_month.amount if result.first_month else None,
        "doubts": {doubt.code for doubt in result.doubts},
        "says": {finding.code for finding in result.findings},
    }


def wanted(expected: dict[str, Any]) -> dict[str, Any]:
    nothing = Decimal(0)
    first = expected.get("first_month")
    return {
        "category": expected["category"],
        "articles": amounts(expected.get("articles", {})),
        "exempted": amounts(expected.get("exempted", {})),
        **{name: Decimal(str(expected.get(name, nothing))) for name in ("resources", "general_exemption")},
        **{name: Decimal(str(expected[name])) for name in ("yearly", "monthly")},
        "first_month": None if first is None else Decimal(str(first)),
        "doubts": set(expected.get("doubts", [])),
        "says": set(expected.get("says", [])),
    }


def amounts(by_article: dict[Any, Any]) -> dict[str, Decimal]:
    return {str(article): Decimal(str(amount)) for article, amount in by_article.items()}


@pytest.mark.parametrize("sentence", [name for name, case in CASES.items() if "refused" not in case["expect"]])
def test_case(sentence):
    case = CASES[sentence]
    assert found(compute(facts_of(case), tables())) == wanted(case["expect"])


@pytest.mark.parametrize("sentence", [name for name, case in CASES.items() if "refused" in case["expect"]])
def test_refused(sentence):
    case = CASES[sentence]
    with pytest.raises(BadFacts) as bad:
        compute(facts_of(case), tables())
    assert {finding.field: finding.code for finding in bad.value.findings} == case["expect"]["refused"]


def test_every_case_is_a_sentence_that_says_what_it_expects():
    assert len(CASES) >= 60
    for sentence, case in CASES.items():
        assert set(case) <= {"case", "how", "facts", "expect"}, sentence
        assert set(case["expect"]) <= EXPECTED, sentence
        assert sentence.endswith(".")


def test_the_cases_cover_every_article_category_and_doubt_that_facts_can_raise():
    results = [compute(facts_of(case), tables()) for case in CASES.values() if "refused" not in case["expect"]]
    named = {one.article.value for result in results for one in result.articles if one.counted or one.exempted}
    assert named == {"16", "22", "23", "24", "25", "26", "27", "28-32", "33", "34", "35"}
    assert {result.category.value for result in results} == {1, 2, 3}
    doubts = {doubt.code for result in results for doubt in result.doubts}
    assert doubts == {
        *("not_seen_published", "index_september_2026", "welfare_category_2", "own_dwelling", "deduction_cap"),
        *("family_benefit_supplements", "grant_holder_2021", "holiday_pay", "property_exemption_shared"),
        *("capital_mixed_holders", "pool_order", "exemption_window_over", "cohabitants_reform"),
    }
