"""What holds for every household, with the pack that comes with the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.assess import Assessment, assess
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Dwelling, Household, Region, Sex, Tenure
from redi_desktop.engine.needs import Group, Need
from tests.engine.drawn import facts, facts_with_a_newcomer
from tests.engine.households import DAY, adult, child, embedded, paid

T = TypeVar("T")
CENT = Decimal("0.01")


def result_of(told: Facts) -> Assessment:
    return assess(told, embedded())


def total(told: Facts) -> Decimal:
    return result_of(told).retained.reference_total


def has_reference_rent(told: Facts) -> bool:
    return "no_reference_rent" not in {finding.code for finding in result_of(told).findings}


@settings(max_examples=100)
@given(facts_with_a_newcomer())
def test_a_further_person_never_costs_less_unless_the_larger_home_has_no_reference_rent(households):
    before, after = households
    if has_reference_rent(after):
        assert total(after) >= total(before)


def test_a_child_who_is_here_three_days_a_month_may_cost_less_than_the_food_it_helps_to_share():
    # A child counts as a whole person for the household-size factor of food, and only its own lines follow its share.
    def family(*more: str) -> Facts:
        sons = tuple(child(f"p{n}", 16) for n in (2, 3))
        guests = tuple(child(f"g{share}", 3, custody_share=Decimal(share)) for share in more)
        household = Household(region=Region.FLANDERS, persons=(adult(sex=Sex.M), *sons, *guests))
        return Facts(reference_date=DAY, household=household, dwelling=Dwelling(tenure=Tenure.HOSTED))

    assert total(family("0.1")) < total(family()) < total(family("0.5"))


@settings(max_examples=40)
@given(facts())
def test_totals_are_the_sum_of_the_lines_that_are_printed(told):
    result = result_of(told)
    retained = result.retained
    lines = result.reference.lines
    kept = [line for line, stays in zip(lines, retained.kept, strict=True) if stays]
    for need in Need:
        real = [line.retained for line in retained.expenses if line.rule.need is need]
        assert retained.reference_by_need[need] == sum(line.amount for line in lines if line.item.need is need)
        assert retained.by_need[need] == sum(line.amount for line in kept if line.item.need is need) + sum(real)
    for group in Group:
        assert retained.reference_by_group[group] == sum(line.amount for line in lines if line.item.group is group)
    everything = sum(retained.by_need.values()) + retained.debts_total
    assert retained.total == everything == sum(retained.by_group.values())
    assert retained.debts_total == sum(line.retained for line in retained.debts)
    assert retained.reference_total == sum(line.amount for line in lines)
    assert result.balance == sum(line.amount for line in result.incomes if line.counted) - everything


@settings(max_examples=40)
@given(facts())
def test_every_amount_is_a_number_of_cents(told):
    result = result_of(told)
    amounts = [line.amount for line in result.reference.lines]
    amounts += [line.amount for line in result.incomes]
    amounts += [amount for line in result.retained.expenses for amount in (line.real, line.retained)]
    assert all(amount == amount.quantize(CENT) for amount in (*amounts, result.retained.total, result.balance))


@settings(max_examples=40)
@given(facts())
def test_a_need_row_is_retained_less_reference(told):
    result = result_of(told)
    known = {line.rule.need for line in result.retained.expenses}
    for row in result.need_rows:
        assert row.difference == row.retained - row.reference
        assert (row.real is None) is (row.need not in known)


def shuffled(data: st.DataObject, rows: Sequence[T]) -> tuple[T, ...]:
    return tuple(data.draw(st.permutations(rows)))


@settings(max_examples=40)
@given(facts(), st.data())
def test_the_order_in_which_facts_are_told_changes_no_total(told, data):
    other = replace(
        told,
        household=replace(told.household, persons=shuffled(data, told.household.persons)),
        incomes=shuffled(data, told.incomes),
        expenses=shuffled(data, told.expenses),
        debts=shuffled(data, told.debts),
        options=shuffled(data, told.options),
    )
    one, two = result_of(told), result_of(other)
    assert one.retained.by_need == two.retained.by_need
    assert one.retained.by_group == two.retained.by_group
    assert one.retained.reference_by_need == two.retained.reference_by_need
    assert one.retained.debts_total == two.retained.debts_total
    assert (one.income_total, one.balance, one.estimate_share) == (two.income_total, two.balance, two.estimate_share)
    assert one.need_rows == two.need_rows


@settings(max_examples=40)
@given(facts(), st.decimals(0, 5000, places=2))
def test_a_euro_more_of_real_rent_is_a_euro_less_in_the_balance(told, rent):
    def paying(amount: Decimal) -> Decimal:
        row = paid(ExpenseKind.RENT, str(amount), "rent")
        return result_of(replace(told, expenses=(*told.expenses, row))).balance

    assert paying(rent) - paying(rent + 1) == 1


@pytest.mark.parametrize("region", Region)
def test_the_price_of_growing_older_is_counted_at_every_age(region):
    for age in range(101):
        household = Household(region=region, persons=(adult(), child("p2", age)))
        result = result_of(Facts(reference_date=DAY, household=household, dwelling=Dwelling(tenure=Tenure.HOSTED)))
        needs = {line.item.need for line in result.reference.lines if line.person_id == "p2"}
        assert {Need.FOOD, Need.CLOTHING, Need.HEALTH, Need.HYGIENE, Need.REST_LEISURE} <= needs, age
