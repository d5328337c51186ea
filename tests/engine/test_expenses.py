"""What a real expense does to the budget: replace, add, compare, leave out; and debts, by their accepted share."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.expense_lines import ExpenseLine
from redi_desktop.engine.expenses import EXPENSE_RULES, ExpenseKind, PaidBy, Treatment
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from tests.engine.households import adult, amounts, budget_of, child, euro, owed, paid

K = ExpenseKind
REFERENCE = euro("683.53")
"""The woman alone of ``test_baskets``: housing 612 (rent 500, gas 80), bread 36.53, clothes 5, phone 10, bus 20."""


def kept(assessment: Assessment) -> set[str]:
    """The items whose reference lines stay."""
    pairs = zip(assessment.reference.lines, assessment.retained.kept, strict=True)
    return {line.item.id for line, is_kept in pairs if is_kept}


def only_line(assessment: Assessment) -> ExpenseLine:
    (line,) = assessment.retained.expenses
    return line


def test_a_real_rent_takes_the_place_of_the_reference_rent():
    result = budget_of(expenses=(paid(K.RENT, "650"),))
    assert result.retained.total == REFERENCE + 150
    assert "studio" not in kept(result)
    assert result.retained.by_need[Need.HOUSING] == euro("762.00")
    assert result.retained.by_group[Group.FIXED] == euro("792.00")
    assert result.retained.reference_total == REFERENCE


def test_a_cheaper_rent_lowers_the_budget():
    assert budget_of(expenses=(paid(K.RENT, "350"),)).retained.total == REFERENCE - 150


def test_two_expenses_of_one_kind_replace_together_what_is_there_once():
    result = budget_of(expenses=(paid(K.GAS, "30", "e1"), paid(K.GAS, "40", "e2")))
    assert result.retained.total == REFERENCE - 80 + 70


def test_a_real_expense_without_reference_line_is_retained_all_the_same():
    result = budget_of(expenses=(paid(K.HEATING_OIL, "60"),))
    assert result.retained.total == REFERENCE + 60
    assert only_line(result).replaced == ()


def test_an_expense_of_one_person_replaces_that_persons_lines_alone():
    family = (adult(), adult("p2"), adult("p3"))
    result = budget_of(*family, expenses=(paid(K.MOBILE_PHONE, "25", person="p2"),))
    assert result.retained.by_need[Need.RELATIONS] == euro("10.00") + euro("25.00") + euro("10.00")


def test_an_expense_of_nobody_in_particular_replaces_everybodys_lines():
    family = (adult(), adult("p2"), adult("p3"))
    result = budget_of(*family, expenses=(paid(K.MOBILE_PHONE, "25"),))
    assert result.retained.by_need[Need.RELATIONS] == euro("25.00")


def test_the_rent_that_one_person_pays_is_still_the_households_rent():
    result = budget_of(adult(), expenses=(paid(K.RENT, "650", person="p1"),))
    assert "studio" not in kept(result)


def test_a_real_school_cost_replaces_what_is_spent_and_what_is_set_aside():
    pupil = child("p2", 8)
    reference = budget_of(adult(), pupil)
    result = budget_of(adult(), pupil, expenses=(paid(K.SCHOOL, "30", person="p2"),))
    assert reference.retained.by_need[Need.SAFE_CHILDHOOD] == euro("12.00")
    assert result.retained.by_need[Need.SAFE_CHILDHOOD] == euro("30.00")
    assert result.retained.by_group[Group.RESERVE] == reference.retained.by_group[Group.RESERVE] - 2
    assert result.retained.by_group[Group.LIVING] == reference.retained.by_group[Group.LIVING] - 10 + 30


def test_extra_medical_costs_come_on_top():
    result = budget_of(expenses=(paid(K.MEDICAL_EXTRA, "45.50"),))
    assert result.retained.total == REFERENCE + euro("45.50")
    assert result.retained.by_need[Need.HEALTH] == euro("45.50")
    assert all(result.retained.kept)


def test_real_living_costs_are_compared_and_change_nothing():
    result = budget_of(expenses=(paid(K.FOOD, "250"),))
    line = only_line(result)
    assert result.retained.total == REFERENCE
    assert (line.treatment, line.by_default, line.real, line.retained) == (
        Treatment.COMPARE,
        True,
        euro("250"),
        euro("0"),
    )
    assert {result.reference.lines[place].item.id for place in line.compared} == {"bread"}


def test_food_is_compared_with_the_basket_and_not_with_school_meals():
    result = budget_of(adult(), child("p2", 8), options=("option_meals",), expenses=(paid(K.FOOD, "250"),))
    assert {result.reference.lines[place].item.id for place in only_line(result).compared} == {"bread"}


def test_the_worker_may_let_real_living_costs_replace_the_basket():
    result = budget_of(expenses=(paid(K.FOOD, "250", treatment=Treatment.REPLACE),))
    assert result.retained.by_need[Need.FOOD] == 250
    assert not only_line(result).by_default


def test_an_expense_left_out_is_not_retained_and_leaves_the_reference_in_place():
    left_out = paid(K.RENT, "650", treatment=Treatment.LEAVE_OUT, reason="paid by the brother")
    result = budget_of(expenses=(left_out,))
    assert result.retained.total == REFERENCE
    assert (only_line(result).real, only_line(result).retained) == (euro("650"), euro("0"))


def test_the_worker_may_retain_another_amount_than_the_real_one():
    result = budget_of(expenses=(paid(K.RENT, "900", retained=Decimal(700), reason="looking for a cheaper one"),))
    assert (only_line(result).real, only_line(result).retained) == (euro("900"), euro("700"))
    assert result.retained.total == REFERENCE + 200


def test_nothing_may_be_retained_of_a_real_expense():
    result = budget_of(expenses=(paid(K.GAS, "90", retained=Decimal(0), reason="shared meter"),))
    assert result.retained.total == REFERENCE - 80


def test_an_expense_of_nothing_replaces_too():
    assert budget_of(expenses=(paid(K.RENT, "0"),)).retained.total == REFERENCE - 500


@pytest.mark.parametrize(
    ("amount", "period", "monthly"),
    [
        ("100", Period.WEEK, "434.82"),  # 100 x 365.25 / 84
        ("10", Period.DAY, "304.38"),  # 304.375
        ("100", Period.QUARTER, "33.33"),
        ("1000", Period.YEAR, "83.33"),
    ],
)
def test_an_expense_is_brought_to_the_month(amount, period, monthly):
    line = only_line(budget_of(expenses=(paid(K.WATER, amount, period=period),)))
    assert (line.real, line.retained) == (euro(monthly), euro(monthly))


def test_the_retained_amount_has_the_period_of_the_expense():
    yearly = paid(K.WATER, "480", period=Period.YEAR, retained=Decimal(360), reason="leak mended")
    line = only_line(budget_of(expenses=(yearly,)))
    assert (line.real, line.retained) == (euro("40"), euro("30"))


def test_what_is_paid_once_is_shown_and_not_counted_as_a_month():
    result = budget_of(expenses=(paid(K.MEDICAL_EXTRA, "400", period=Period.ONCE),))
    line = only_line(result)
    assert (line.treatment, line.real, line.retained) == (Treatment.COMPARE, euro("400"), euro("0"))
    assert result.retained.total == REFERENCE
    assert {row.need: row.real for row in result.need_rows}[Need.HEALTH] is None


def test_a_necessary_car_counts_with_its_reason_and_not_without():
    with_reason = budget_of(expenses=(paid(K.CAR_NECESSARY, "180", reason="night shifts"),))
    without = budget_of(expenses=(paid(K.CAR_NECESSARY, "180"),))
    assert with_reason.retained.total == REFERENCE + 180
    assert without.retained.total == REFERENCE
    assert without.retained.expenses[0].real == 180


def test_the_real_cost_of_a_car_replaces_the_car_that_was_chosen_as_an_option():
    expenses = (paid(K.CAR, "250"),)
    assert budget_of(options=("option_car",), expenses=expenses).retained.total == REFERENCE + 250
    assert budget_of(expenses=expenses).retained.total == REFERENCE


@pytest.mark.parametrize("payer", PaidBy)
def test_who_hands_over_the_money_does_not_change_what_the_household_needs(payer):
    assert budget_of(expenses=(paid(K.RENT, "650", paid_by=payer),)).retained.total == REFERENCE + 150


CONTRACTUAL = {
    K.RENT, K.COMMON_CHARGES, K.ELECTRICITY, K.GAS, K.HEATING_OIL, K.WATER, K.FIRE_INSURANCE, K.MOBILE_PHONE,
    K.FAMILY_LIABILITY_INSURANCE, K.HOSPITAL_INSURANCE, K.INTERNET_TV, K.PUBLIC_TRANSPORT, K.CHILDCARE, K.SCHOOL,
    K.WASTE_TAX, K.PROVINCIAL_TAX, K.PROPERTY_TAX,
}  # fmt: skip


@pytest.mark.parametrize(
    ("kinds", "treatment"),
    [
        (CONTRACTUAL, Treatment.REPLACE),
        ({K.MEDICAL_EXTRA, K.MAINTENANCE_PAID, K.CAR_NECESSARY, K.STUDENT_ROOM}, Treatment.ADD),
        ({K.FOOD, K.CLOTHING, K.LEISURE}, Treatment.COMPARE),
    ],
)
def test_what_a_kind_does_unless_the_worker_says_otherwise(kinds, treatment):
    assert {kind for kind in kinds if EXPENSE_RULES[kind].treatment is not treatment} == set()


def test_every_kind_has_a_rule():
    assert set(EXPENSE_RULES) == set(ExpenseKind)


@pytest.mark.parametrize(
    ("monthly", "share", "retained"),
    [("100", "1", "100.00"), ("100", "0", "0.00"), ("75.50", "0.5", "37.75"), ("0.01", "0.5", "0.01")],
)
def test_a_debt_counts_by_its_accepted_share(monthly, share, retained):
    result = budget_of(debts=(owed(monthly, share, reason="agreed"),))
    (line,) = result.retained.debts
    assert (line.real, line.retained) == (euro(monthly), euro(retained))
    assert result.retained.debts_total == euro(retained)
    assert result.retained.total == REFERENCE + euro(retained)


def test_debts_are_a_fixed_cost_and_belong_to_no_need():
    without, with_debts = budget_of(), budget_of(debts=(owed("60"), owed("40", row_id="d2")))
    assert with_debts.retained.by_need == without.retained.by_need
    assert with_debts.retained.by_group[Group.FIXED] == without.retained.by_group[Group.FIXED] + 100


def test_the_reference_lines_are_the_same_whatever_is_really_paid():
    expenses = (paid(K.RENT, "650"), paid(K.GAS, "0", "e2"), paid(K.MEDICAL_EXTRA, "45", "e3"))
    assert amounts(budget_of(expenses=expenses)) == amounts(budget_of())
