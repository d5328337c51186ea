"""What comes in and counts, and what is left of it after the retained budget."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop.engine.expenses import ExpenseKind, Treatment
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Need
from tests.engine.households import budget_of, euro, owed, paid, received

REFERENCE = euro("683.53")
NOT_COUNTED = {IncomeKind.STUDY_GRANT, IncomeKind.AI, IncomeKind.ONE_OFF}


@pytest.mark.parametrize("kind", IncomeKind)
def test_every_income_counts_but_grants_integration_allowance_and_gifts(kind):
    result = budget_of(incomes=(received(kind, "100"),))
    assert result.income_total == (0 if kind in NOT_COUNTED else 100)
    assert result.incomes[0].amount == 100


@pytest.mark.parametrize(
    ("kind", "counted", "total"),
    [
        (IncomeKind.STUDY_GRANT, True, "100"),
        (IncomeKind.WAGE, False, "0"),
        (IncomeKind.WAGE, True, "100"),
        (IncomeKind.ONE_OFF, False, "0"),
    ],
)
def test_the_worker_may_differ_from_the_rule(kind, counted, total):
    result = budget_of(incomes=(received(kind, "100", counted=counted, reason="asked for it"),))
    assert result.income_total == euro(total)
    assert result.incomes[0].counted is counted


def test_a_line_keeps_what_the_rule_would_have_said():
    result = budget_of(incomes=(received(IncomeKind.WAGE, "100", counted=False, reason="ends today"),))
    assert (result.incomes[0].counted, result.incomes[0].counted_by_rule) == (False, True)


@pytest.mark.parametrize(
    ("amount", "period", "monthly"),
    [
        ("1200", Period.YEAR, "100.00"),
        ("500", Period.QUARTER, "166.67"),
        ("100", Period.WEEK, "434.82"),
        ("10", Period.DAY, "304.38"),
        ("1.005", Period.MONTH, "1.01"),
    ],
)
def test_an_income_is_brought_to_the_month(amount, period, monthly):
    result = budget_of(incomes=(received(IncomeKind.WAGE, amount, period=period),))
    assert result.income_total == euro(monthly)
    assert result.incomes[0].amount == euro(monthly)


def test_what_comes_once_is_shown_whole_and_does_not_count():
    result = budget_of(incomes=(received(IncomeKind.HOLIDAY_PAY, "900", period=Period.ONCE),))
    assert result.incomes[0].amount == 900
    assert result.income_total == 0


def test_the_total_is_the_sum_of_the_rounded_incomes():
    thirds = tuple(received(IncomeKind.WAGE, "10", f"i{n}", period=Period.QUARTER) for n in range(3))
    assert budget_of(incomes=thirds).income_total == euro("9.99")


@pytest.mark.parametrize(
    ("income", "balance"), [("600.00", "-83.53"), ("683.53", "0.00"), ("800.00", "116.47"), ("0", "-683.53")]
)
def test_the_balance_is_income_less_the_retained_budget(income, balance):
    assert budget_of(incomes=(received(IncomeKind.WAGE, income),)).balance == euro(balance)


def test_real_expenses_and_accepted_debts_weigh_on_the_balance():
    result = budget_of(
        incomes=(received(IncomeKind.WAGE, "900"),),
        expenses=(paid(ExpenseKind.RENT, "550"),),
        debts=(owed("80", "0.5", reason="half agreed"),),
    )
    assert result.balance == 900 - (REFERENCE - 500 + 550 + 40)


def test_every_need_has_a_row_with_reference_real_retained_and_difference():
    expenses = (
        paid(ExpenseKind.RENT, "550", "e1"),
        paid(ExpenseKind.GAS, "60", "e2"),
        paid(ExpenseKind.FOOD, "90", "e3"),
        paid(ExpenseKind.MEDICAL_EXTRA, "25", "e4", treatment=Treatment.LEAVE_OUT, reason="covered"),
    )
    result = budget_of(expenses=expenses)
    rows = {row.need: row[1:] for row in result.need_rows}
    assert list(rows) == list(Need)
    assert rows[Need.HOUSING] == (euro("612.00"), euro("610.00"), euro("642.00"), euro("30.00"))
    assert rows[Need.FOOD] == (euro("36.53"), euro("90.00"), euro("36.53"), euro("0.00"))
    assert rows[Need.HEALTH] == (euro("0.00"), euro("25.00"), euro("0.00"), euro("0.00"))
    assert rows[Need.CLOTHING] == (euro("5.00"), None, euro("5.00"), euro("0.00"))


def test_the_rows_add_up_to_the_retained_budget_without_debts():
    result = budget_of(expenses=(paid(ExpenseKind.RENT, "550"),), debts=(owed("80"),))
    assert sum(row.retained for row in result.need_rows) == result.retained.total - 80
    assert sum(row.reference for row in result.need_rows) == result.retained.reference_total


def test_the_share_that_rests_on_estimates_is_that_of_the_retained_budget():
    assert budget_of().estimate_share == Decimal(500) / REFERENCE
    with_real_rent = budget_of(expenses=(paid(ExpenseKind.RENT, "650"),))
    assert with_real_rent.estimate_share == 0
    assert with_real_rent.reference_estimate_share == Decimal(500) / REFERENCE


def test_a_quick_scan_rests_on_reference_amounts_until_more_than_the_rent_is_real():
    rent, gas = paid(ExpenseKind.RENT, "650"), paid(ExpenseKind.GAS, "60", "e2")
    assert budget_of().rests_on_reference_amounts
    assert budget_of(expenses=(rent,)).rests_on_reference_amounts
    assert not budget_of(expenses=(rent, gas)).rests_on_reference_amounts
