"""What holds for every household, with the pack that comes with the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Dwelling, Household, Region, Sex, Tenure
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.reasons import explain_retained_total
from redi_desktop.packs.embedded import load_example_policy
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
    told = [finding.code for finding in result_of(family("0.1")).findings]
    assert "custody_share_small" in told


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


@cache
def under_a_policy() -> Parameters:
    """The same pack under a policy in force since 2016 that caps expenses, debts and cars."""
    policy = load_example_policy()
    return Parameters(embedded().pack, replace(policy, adopted_on=date(2016, 1, 1), valid_from=date(2016, 1, 1)))


def told_of(leaf: Explanation) -> tuple[str, object, object]:
    """What a line of the budget is about: the item and person of a basket, a real expense or a debt."""
    kind = leaf.rule.partition(".")[0]
    about = {"line": "item", "expense": "expense", "debt": "debt"}[kind]
    return kind, leaf.values[about], leaf.values.get("person") if kind == "line" else None


@pytest.mark.parametrize("parameters", [embedded, under_a_policy])
@settings(max_examples=20)
@given(told=facts())
def test_every_euro_of_the_retained_budget_is_explained_by_exactly_one_line(parameters, told):
    result = assess(told, parameters())
    retained, lines = result.retained, result.reference.lines
    tree = explain_retained_total(result)
    leaves = [leaf for part in tree.parts for leaf in (part.parts if part.rule == "need.retained" else (part,))]
    assert sum((leaf.amount or ZERO for leaf in leaves), ZERO) == tree.amount == retained.total
    explained = Counter(told_of(leaf) for leaf in leaves)
    kept = [("line", line.item.id, line.person_id) for line, stays in zip(lines, retained.kept, strict=True) if stays]
    expenses = [("expense", line.expense.id, None) for line in retained.expenses]
    debts = [("debt", line.debt.id, None) for line in retained.debts]
    assert set(explained.values()) <= {1}, "no euro twice"
    assert explained.keys() == {*kept, *expenses, *debts}, "and none without a line"
    gone = {place for line in retained.expenses for place in line.replaced} | set(retained.set_aside)
    assert [place not in gone for place in range(len(lines))] == list(retained.kept), "a line gives way or stays"


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
