"""The index rule gives every pivot that was crossed since 2016, and every amount of the law that followed one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from redi_desktop.engine.basket_pack import IndexValue, PriceIndex
from redi_desktop.engine.index_rule import (
    Crossing,
    benefits_month,
    crossings,
    in_force,
    next_pivot,
    smoothed_values,
)
from redi_desktop.engine.indexed_amounts import UNCONFIRMED, Proposed, pending, proposed_amounts
from redi_desktop.engine.legal_tables import LegalTables, ValueStatus
from redi_desktop.engine.months import Month
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal

KNOWN = {  # pivot: month in which it was reached, month from which benefits rose
    "101.02": ("2016-05", "2016-06"), "103.04": ("2017-05", "2017-06"), "105.10": ("2018-08", "2018-09"),
    "107.20": ("2020-02", "2020-03"), "109.34": ("2021-08", "2021-09"), "111.53": ("2021-12", "2022-01"),
    "113.76": ("2022-02", "2022-03"), "116.04": ("2022-04", "2022-05"), "118.36": ("2022-07", "2022-08"),
    "120.73": ("2022-10", "2022-11"), "123.14": ("2022-11", "2022-12"), "125.60": ("2023-10", "2023-11"),
    "128.11": ("2024-04", "2024-05"), "130.67": ("2025-01", "2025-02"), "133.28": ("2025-12", "2026-03"),
    "135.95": ("2026-06", "2026-09"),
}  # fmt: skip
ENDED = "integration_income.work_exemption.student_grant_holder"
JANUARY = Month(2026, 1)


@cache
def health() -> PriceIndex:
    index = load_embedded().health_index
    assert index is not None
    return index


@cache
def legal() -> LegalTables:
    return load_embedded_legal()


def found() -> tuple[Crossing, ...]:
    return crossings(health())


def index_of(*values: str, first: Month = JANUARY) -> PriceIndex:
    return PriceIndex(tuple(IndexValue(first.plus(n), Decimal(value), "X") for n, value in enumerate(values)))


def tables_before(day: date) -> LegalTables:
    kept = {name: tuple(value for value in dated if value.valid_from < day) for name, dated in legal().values.items()}
    return replace(legal(), values={name: dated for name, dated in kept.items() if dated})


def test_every_pivot_since_2016_is_found_in_its_month():
    assert {str(one.pivot): (str(one.reached.month), str(one.benefits_from)) for one in found()} == KNOWN


def test_the_smoothed_index_of_june_2026_is_the_one_of_the_notes():
    assert smoothed_values(health())[-1] == (Month(2026, 6), Decimal("136.08"))
    assert next_pivot(health()) == Decimal("138.67")


def test_coefficients_are_those_of_the_tables():
    assert [str(one.coefficient) for one in found()[-4:]] == ["1.7069", "1.7410", "1.7758", "1.8114"]


def test_benefits_follow_a_month_later_and_since_the_programme_law_in_the_third_month():
    assert benefits_month(Month(2025, 1)) == Month(2025, 2)
    assert benefits_month(Month(2025, 12)) == Month(2026, 3)
    assert in_force(found(), Month(2026, 8)) == found()[-2]
    assert in_force(found(), Month(2016, 5)) is None


def test_too_short_a_series_says_nothing():
    assert smoothed_values(index_of("139", "139", "139")) == ()
    assert crossings(index_of("139", "139", "139")) == ()


def test_a_series_that_begins_late_does_not_cross_what_was_crossed_before_it():
    late = index_of("139", "139", "139", "139", "141", "142", "143", "144")
    assert [str(one.pivot) for one in crossings(late)] == ["138.67"]


def test_a_month_may_reach_two_pivots():
    leap = crossings(index_of("100", "100", "100", "100", "130", "130"))
    assert len(leap) > 2
    assert len({one.steps for one in leap}) == len(leap)


def test_nothing_is_proposed_where_the_tables_have_followed():
    assert proposed_amounts(legal(), found()) == ()
    assert pending(legal(), found()) == ()


@pytest.mark.parametrize("pivot", list(KNOWN)[6:])
def test_the_amounts_that_followed_each_pivot_are_given_to_the_cent(pivot):
    known = [one for one in found() if one.pivot <= Decimal(pivot)]
    day = known[-1].benefits_from.first_day()
    proposed = [one for one in proposed_amounts(tables_before(day), known) if one.value.id != ENDED]
    assert proposed
    for one in proposed:
        assert legal().at(one.value.id, day).value == one.value.value, one.value.id
        assert legal().at(one.value.id, day).valid_from == day


def september() -> dict[str, Proposed]:
    day = date(2026, 9, 1)
    return {one.value.id: one for one in proposed_amounts(tables_before(day), found())}


def test_the_rates_of_september_2026_are_computed_until_somebody_confirms_them():
    rates = [september()[f"integration_income.category_{number}"].value for number in (1, 2, 3)]
    assert [str(rate.value) for rate in rates] == ["911.56", "1367.34", "1847.89"]
    assert all(rate.valid_from == date(2026, 9, 1) and UNCONFIRMED in rate.doubts for rate in rates)
    assert rates[0].status is ValueStatus.COMPUTED
    assert rates[1].status is ValueStatus.DOUBTFUL, "its predecessor is doubtful"
    assert "welfare_category_2" in rates[1].doubts
    assert "1.8114" in rates[0].note
    assert rates[0].source == ""


def test_two_crossings_that_were_missed_are_both_caught_up_with():
    proposed = [
        one.value
        for one in proposed_amounts(tables_before(date(2026, 3, 1)), found())
        if one.value.id == "integration_income.category_1"
    ]
    assert [(str(value.valid_from), str(value.value)) for value in proposed] == [
        ("2026-03-01", "893.65"), ("2026-09-01", "911.56"),
    ]  # fmt: skip


def test_an_amount_that_the_law_gave_up_is_left_alone():
    assert ENDED in legal().values
    assert ENDED not in september()


def test_a_confirmed_amount_of_another_base_leads_the_next_ones():
    raised = replace(legal().values["integration_income.category_2"][-1], value=Decimal("1394.66"), note="published")
    values = {**tables_before(date(2026, 9, 1)).values, raised.id: (*legal().values[raised.id][:-1], raised)}
    further = crossings(PriceIndex((*health().values, *index_of(*["143"] * 4, first=Month(2026, 7)).values)))
    proposed = {one.value.id: one for one in proposed_amounts(replace(legal(), values=values), further)}
    assert str(proposed[raised.id].crossing.pivot) == "138.67"
    assert abs(proposed[raised.id].value.value - raised.value * Decimal("1.02")) < Decimal("0.05")
