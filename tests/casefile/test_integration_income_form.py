"""The public forms of an integration income: read strictly, written down in docs/integration-income-format.md."""

from __future__ import annotations

import dataclasses
import json
import re
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from redi_desktop.casefile import strict_json
from redi_desktop.casefile.integration_income_form import FACTS_FORMAT, from_data, from_json, to_data
from redi_desktop.engine.integration_income import facts as facts_module
from redi_desktop.engine.integration_income import kinds
from redi_desktop.engine.integration_income.compute import compute
from redi_desktop.engine.integration_income.kinds import Article
from redi_desktop.errors import CaseError
from tests.cases.test_ri_cases import CASES, facts_of
from tests.engine.integration_income.incomes import tables

PAGE = Path(__file__).parents[2] / "docs" / "integration-income-format.md"
RESULTS = {name: case for name, case in CASES.items() if "refused" not in case["expect"]}
LONELY = {"format": "redi-ri-facts/1", "reference_date": "2025-02-15", "situation": {"cohabits": False}}


def worked_example() -> dict[str, Any]:
    block = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    example: dict[str, Any] = json.loads(block[1])
    return example


def refused(data: dict[str, Any]) -> CaseError:
    with pytest.raises(CaseError) as error:
        from_json(json.dumps(data))
    return error.value


def test_the_worked_example_of_the_page_comes_out_as_it_is_written_there():
    example = worked_example()
    expected = example["expected"]
    result = to_data(compute(from_data(example), tables()))
    counted = {number: article["counted"] for number, article in result["articles"].items()}
    assert {number: amount for number, amount in counted.items() if amount != "0.00"} == {
        number: amount for number, amount in expected["articles"].items() if amount != "0.00"
    }
    assert result["resources"] == expected["resources"]
    assert result["general_exemption"] == expected["general_exemption"]
    assert result["integration_income"] == {"yearly": expected["yearly"], "monthly": expected["monthly"]}
    assert result["first_month"]["amount"] == expected["first_month"]
    assert {doubt["code"] for doubt in result["doubts"]} == {"not_seen_published", "cohabitants_reform"}


def test_the_page_names_every_key_and_every_kind():
    page = PAGE.read_text(encoding="utf-8")
    described = [one for one in vars(facts_module).values() if dataclasses.is_dataclass(one)]
    keys = {field.name for one in described for field in dataclasses.fields(one)}
    members = {
        str(member.value)
        for one in vars(kinds).values()
        if isinstance(one, type) and issubclass(one, Enum) and one not in (Article, kinds.Category)
        for member in one
    }
    for word in keys | members:
        assert f"`{word}`" in page or f".{word}`" in page, word


@pytest.mark.parametrize("name", CASES)
def test_facts_written_and_read_again_are_the_same(name):
    facts = facts_of(CASES[name])
    assert from_json(json.dumps({"format": FACTS_FORMAT, **strict_json.said(facts)})) == facts


def test_the_result_is_plain_json_with_each_article_under_its_number():
    for case in RESULTS.values():
        data = to_data(compute(facts_of(case), tables()))
        assert json.loads(json.dumps(data)) == data
        assert list(data["articles"]) == [article.value for article in Article]
        for article in data["articles"].values():
            assert all(re.fullmatch(r"\d+\.\d\d", article[name]) for name in ("counted", "exempted"))
            assert article["explanation"]["rule"] == "ri.article"
        total = sum(Decimal(article["counted"]) for article in data["articles"].values())
        assert Decimal(data["resources"]) == total


def test_findings_are_data():
    data = to_data(compute(from_data(LONELY | {"reference_date": "2027-02-15"}), tables()))
    assert data["findings"] == [
        {
            "severity": "warning",
            "code": "ri_tables_expired",
            "field": "reference_date",
            "values": {"last_month": "2026-12", "tables": "legal-be"},
        }
    ]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"format": "redi-case/1"}, "facts_format_unknown", "format"),
        ({"salary": "1"}, "key_unknown", "salary"),
        ({"situation": {"alone": True}}, "key_unknown", "situation.alone"),
        ({"means": {"resources": [{"id": "r", "sum": "1"}]}}, "key_unknown", "means.resources[0].sum"),
        (
            {"cohabitants": [{"id": "c", "means": {"work": [{"id": "w", "wage": 1}]}}]},
            "key_unknown",
            "cohabitants[0].means.work[0].wage",
        ),
        (
            {"means": {"work_exemption": {"exempted_periods": [{"from": "2020-01-01"}]}}},
            "key_unknown",
            "means.work_exemption.exempted_periods[0].from",
        ),
        (
            {"means": {"resources": [{"id": "r", "kind": "pension", "amount": "NaN"}]}},
            "amount_not_a_number",
            "means.resources[0].amount",
        ),
        (
            {"means": {"resources": [{"id": "r", "kind": "pension", "amount": "1e3"}]}},
            "amount_not_a_number",
            "means.resources[0].amount",
        ),
        (
            {"means": {"resources": [{"id": "r", "kind": "lottery", "amount": "1"}]}},
            "value_not_in_list",
            "means.resources[0].kind",
        ),
        ({"situation": {"category": 4}}, "value_not_in_list", "situation.category"),
        ({"reference_date": "15/02/2025"}, "value_no_date", "reference_date"),
        ({"debtors": {"applicants": "two"}}, "value_no_whole_number", "debtors.applicants"),
    ],
)
def test_what_is_not_understood_is_named(change, code, field):
    error = refused(LONELY | change)
    assert (error.code, error.field) == (code, field)


@pytest.mark.parametrize(
    ("content", "code"), [("[]", "not_facts"), ("{", "not_json_at"), (" " * 5_000_001, "facts_too_large")]
)
def test_what_are_no_facts_is_refused(content, code):
    with pytest.raises(CaseError) as error:
        from_json(content)
    assert error.value.code == code


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(CaseError) as error:
        from_json('{"format": "redi-ri-facts/1", "format": "redi-ri-facts/1"}')
    assert error.value.code == "key_repeated"
