"""What creditors can seize (Judicial Code, art. 1409), checked against published examples."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.attachment import Attachment, AttachmentFacts, attach, minimum_living_allowance
from redi_desktop.engine.findings import BadFacts
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.legal_tables import NoLegalValue
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.words import attachment, explain_legal
from tests.engine.integration_income.incomes import tables

INCOMES = st.decimals(min_value=0, max_value=6000, places=2)
DAYS = st.dates(date(2019, 1, 1), date(2026, 12, 31))


def seized(day: str, work: str = "0", replacement: str = "0", children: int | None = 0, **other: Any) -> Attachment:
    told: dict[str, Any] = {"work": Decimal(work), "replacement": Decimal(replacement), "children": children}
    facts = AttachmentFacts(**(told | other))
    return attach(facts, tables(), date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "work", "replacement", "children", "amount"),
    [
        ("2024-06-15", "2000", "0", 0, "386.10"),  # Securex, 2024
        ("2024-06-15", "2000", "0", 3, "137.10"),  # Securex, 2024
        ("2026-01-31", "2000", "0", 0, "292.20"),  # 21.00 + 47.40 + 62.80 + 161.00
        ("2026-01-31", "2000", "0", 2, "116.20"),
        ("2026-01-31", "0", "2000", 0, "308.00"),  # the third slice at 40 %
        ("2020-02-01", "1420", "0", 0, "83.30"),  # 16.80 + 38.10 + 28.40 (b-vc.be prints 83.29)
        ("2020-02-01", "1480", "0", 0, "110.30"),  # 16.80 + 38.10 + 50.40 + 5.00 (liantis.be)
        ("2020-07-01", "1770", "0", 0, "126.20"),  # corona: 20.20 + 45.60 + 60.40
        ("2020-09-01", "1475", "0", 0, "105.30"),  # the raise is over
        ("2021-01-15", "1490", "0", 0, "27.10"),  # corona again: 20.20 + 30 % of 23
        ("2021-10-01", "1490", "0", 0, "106.50"),  # 17.20 + 38.10 + 51.20
        ("2022-11-02", "1538", "0", 0, "110.00"),  # 17.60 + 39.60 + 52.80
        ("2022-11-03", "1538", "0", 0, "0.00"),  # energy crisis: nothing up to 1,542
        ("2023-03-31", "1542", "0", 0, "0.00"),
        ("2023-04-01", "1542", "0", 0, "58.00"),  # 19.60 + 30 % of 128
        ("2025-03-01", "1388", "0", 0, "0.00"),
        ("2025-03-01", "0", "1800", 4, "0.00"),  # 21.40 + 60.40 + 61.60, less 4 × 86
    ],
)
def test_published_and_worked_out_amounts(day, work, replacement, children, amount):
    result = seized(day, work, replacement, children)
    assert result.attachable == Decimal(amount)
    assert result.left == Decimal(work) + Decimal(replacement) - Decimal(amount)


def test_what_is_protected_is_left_whole():
    result = seized("2026-01-31", "2000", protected=Decimal("380.00"))
    assert (result.attachable, result.left) == (Decimal("292.20"), Decimal("2087.80"))


def test_maintenance_arrears_reach_the_whole_income():
    result = seized("2026-01-31", "1200", children=None, for_maintenance=True, protected=Decimal(100))
    assert (result.attachable, result.left) == (Decimal("1200.00"), Decimal("100.00"))


def test_work_and_replacement_income_together_carry_a_doubt():
    result = seized("2026-01-31", "1600", "400")
    assert result.attachable == Decimal("300.40")  # 21.00 + 30 % of 76 + 40 % of 82 + 62.80 + 161.00
    assert [doubt.code for doubt in result.doubts] == ["attachment_mixed_income"]


@given(INCOMES, INCOMES, st.integers(0, 5), DAYS)
def test_nobody_loses_more_than_they_have_nor_less_for_earning_more(work, replacement, children, day):
    result = attach(AttachmentFacts(work=work, replacement=replacement, children=children), tables(), day)
    assert 0 <= result.attachable <= work + replacement
    assert result.left + result.attachable == work + replacement
    more = attach(AttachmentFacts(work=work + 10, replacement=replacement, children=children), tables(), day)
    assert more.attachable >= result.attachable


@given(INCOMES, st.integers(0, 5), DAYS)
def test_a_further_child_never_costs_anything(income, children, day):
    few = attach(AttachmentFacts(work=income, children=children), tables(), day)
    many = attach(AttachmentFacts(work=income, children=children + 1), tables(), day)
    assert many.attachable <= few.attachable


@given(INCOMES, DAYS)
def test_the_slices_add_up_to_what_can_be_seized(income, day):
    result = attach(AttachmentFacts(work=income, children=0), tables(), day)
    assert sum(part.amount or 0 for part in result.explanation.parts) == result.attachable


@pytest.mark.parametrize(
    ("facts", "day", "code", "field"),
    [
        (AttachmentFacts(children=None), date(2026, 1, 1), "attachment_children_missing", "children"),
        (AttachmentFacts(children=-1), date(2026, 1, 1), "attachment_children_out_of_range", "children"),
        (AttachmentFacts(children=0, work=Decimal(-1)), date(2026, 1, 1), "negative_amount", "work"),
        (AttachmentFacts(children=0, replacement=Decimal("NaN")), date(2026, 1, 1), "not_a_number", "replacement"),
        (AttachmentFacts(children=0), date(2018, 12, 31), "ri_date_before_tables", "reference_date"),
        (AttachmentFacts(children=0), None, "ri_date_missing", "reference_date"),
    ],
)
def test_what_is_wrong_is_named(facts, day, code, field):
    with pytest.raises(BadFacts) as bad:
        attach(facts, tables(), day)
    assert [(finding.code, finding.field) for finding in bad.value.findings] == [(code, field)]


def test_the_thresholds_of_2026_are_not_taken_for_2027_in_silence():
    assert [finding.code for finding in seized("2027-01-01", "2000").findings] == ["ri_tables_expired"]


def test_a_collective_settlement_leaves_the_integration_income_and_the_family_benefits():
    explained = minimum_living_allowance(Category.FAMILY, Decimal("380.48"), tables(), date(2025, 2, 1))
    assert explained.amount == Decimal("2156.55")  # 1,776.07 + 380.48
    with pytest.raises(NoLegalValue):
        minimum_living_allowance(Category.SINGLE, Decimal(0), tables(), date(2019, 6, 30))
    with pytest.raises(BadFacts):
        minimum_living_allowance(Category.SINGLE, Decimal(-1), tables(), date(2025, 2, 1))


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_everything_is_said_in_words(language):
    told = [
        seized("2026-01-31", "1600", "400", 2),
        seized("2026-01-31", "1000"),
        seized("2026-01-31", "1200", for_maintenance=True),
    ]
    nodes = [node for result in told for node in result.explanation.walk()]
    nodes.append(minimum_living_allowance(Category.SINGLE, Decimal(0), tables(), date(2025, 2, 1)))
    sentences = attachment.EXPLANATIONS | explain_legal.EXPLANATIONS
    with speaking(language):
        assert all("{" not in sentences[node.rule](node, {}) for node in nodes)
    assert {node.rule for node in nodes} | {"attachment.of_person"} == {
        *attachment.EXPLANATIONS,
        *("legal.value", "legal.doubt"),
    }
