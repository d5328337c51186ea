"""Every sum, income, expense and debt says what it is made of, and its parts add up to it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from redi_desktop.engine.expenses import ExpenseKind, Treatment
from redi_desktop.engine.explanation import Explanation, as_data
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.reasons import (
    explain_balance,
    explain_debt,
    explain_difference,
    explain_expense,
    explain_group,
    explain_income,
    explain_income_total,
    explain_need,
    explain_real_need,
    explain_reference_need,
    explain_reference_total,
    explain_retained_total,
)
from tests.engine.households import budget_of, euro, family, owed, paid, part_of, received

K = ExpenseKind
EVERYTHING: dict[str, Any] = {
    "incomes": (
        received(IncomeKind.WAGE, "1500"),
        received(IncomeKind.STUDY_GRANT, "600", "i2", period=Period.YEAR),
    ),
    "expenses": (
        paid(K.RENT, "650", "e1"),
        paid(K.MEDICAL_EXTRA, "30", "e2"),
        paid(K.FOOD, "300", "e3"),
        paid(K.GAS, "90", "e4", treatment=Treatment.LEAVE_OUT, reason="paid by the brother"),
        paid(K.WATER, "480", "e5", period=Period.YEAR, retained=Decimal(360), reason="leak mended"),
    ),
    "debts": (owed("80", "0.5", reason="half agreed"), owed("20", row_id="d2")),
}


def summed(parts: tuple[Explanation, ...]) -> Decimal:
    return sum((part.amount for part in parts if part.amount is not None), Decimal(0))


@pytest.mark.parametrize("result", [budget_of(**EVERYTHING), family(**EVERYTHING)], ids=["small", "embedded"])
def test_a_sum_is_the_sum_of_its_parts(result):
    retained = result.retained
    total = explain_retained_total(result)
    assert total.amount == retained.total == summed(total.parts)
    reference = explain_reference_total(result)
    assert reference.amount == retained.reference_total == summed(reference.parts)
    for need in Need:
        assert explain_need(result, need).amount == retained.by_need[need] == summed(explain_need(result, need).parts)
        node = explain_reference_need(result, need)
        assert node.amount == retained.reference_by_need[need] == summed(node.parts)
    for group in Group:
        node = explain_group(result, group)
        assert node.amount == retained.by_group[group] == summed(node.parts)


@pytest.mark.parametrize("result", [budget_of(**EVERYTHING), family(**EVERYTHING)], ids=["small", "embedded"])
def test_every_euro_of_the_retained_budget_is_explained_by_exactly_one_line(result):
    needs = explain_retained_total(result).parts
    named = [
        (part.values.get("item") or part.values.get("expense"), part.values.get("person"))
        for need in needs
        for part in need.parts
        if need.rule.startswith("need.")
    ]
    kept = [line for line, stays in zip(result.reference.lines, result.retained.kept, strict=True) if stays]
    expected = [(line.item.id, line.person_id) for line in kept] + [
        (line.expense.id, line.expense.person) for line in result.retained.expenses
    ]
    assert sorted(named, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("result", [budget_of(**EVERYTHING), family(**EVERYTHING)], ids=["small", "embedded"])
def test_no_amount_rests_on_nothing_but_what_was_typed(result):
    groundless = [node.rule for node in explain_balance(result).walk() if node.amount and not node.parts]
    assert groundless
    assert set(groundless) == {"input.typed"}


def test_the_balance_is_its_first_part_less_its_second():
    result = budget_of(**EVERYTHING)
    node = explain_balance(result)
    income, retained = node.parts
    assert node.amount == result.balance == (income.amount or 0) - (retained.amount or 0)


def test_an_income_says_whether_it_counts_and_what_was_typed():
    result = budget_of(**EVERYTHING)
    wage, grant = (explain_income(line) for line in result.incomes)
    assert (wage.rule, wage.amount, wage.values["by_rule"]) == ("income.counted", euro("1500"), True)
    assert (grant.rule, grant.amount) == ("income.not_counted", euro("50"))
    assert part_of(grant, "input.typed").values == {"field": "amount", "typed": 600, "period": "year"}
    counted = [part for part in explain_income_total(result).parts if part.rule == "income.counted"]
    assert explain_income_total(result).amount == result.income_total == summed(tuple(counted))


def test_an_expense_says_what_it_does_and_which_lines_it_replaces():
    result = budget_of(**EVERYTHING)
    rent, medical, food, gas, water = (explain_expense(result, line) for line in result.retained.expenses)
    assert (rent.rule, rent.amount, rent.values["by_default"]) == ("expense.replace", euro("650"), True)
    assert [part.values["item"] for part in part_of(rent, "expense.replaced_lines").parts] == ["studio"]
    assert (medical.rule, medical.amount) == ("expense.add", euro("30"))
    assert [part.rule for part in medical.parts] == ["input.typed"]
    assert (food.rule, food.amount, food.values["real"]) == ("expense.compare", euro("0"), euro("300"))
    assert part_of(food, "expense.compared_lines").amount == euro("36.53")
    assert (gas.rule, gas.amount, gas.values["reason"]) == ("expense.leave_out", euro("0"), "paid by the brother")
    assert (water.amount, water.values["real"]) == (euro("30"), euro("40"))
    typed = {part.values["field"]: part.values["typed"] for part in water.parts if part.rule == "input.typed"}
    assert typed == {"amount": 480, "retained": 360}


def test_a_debt_says_its_payment_and_the_share_accepted():
    result = budget_of(**EVERYTHING)
    node = explain_debt(result.retained.debts[0])
    assert (node.amount, node.values["share"], node.values["reason"]) == (euro("40"), euro("0.5"), "half agreed")
    assert part_of(node, "input.typed").amount == 80


def test_what_is_really_paid_for_a_need_and_what_it_changes():
    result = budget_of(**EVERYTHING)
    assert explain_real_need(result, Need.HOUSING).amount == 650 + 90 + 40
    difference = explain_difference(result, Need.HOUSING)
    assert difference.amount == 150
    assert {part.values["expense"] for part in difference.parts} == {"e1", "e4", "e5"}


def test_the_public_form_holds_amounts_as_strings_and_leaves_nothing_out():
    result = budget_of(**EVERYTHING)
    node = explain_balance(result)
    data = as_data(node)
    assert data["rule"] == "balance"
    assert data["amount"] == str(result.balance)

    def count(tree: dict[str, object]) -> int:
        parts = tree.get("parts", [])
        assert isinstance(parts, list)
        return 1 + sum(count(part) for part in parts)

    assert count(data) == len(list(node.walk()))
