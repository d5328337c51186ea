"""Which part of a deficit comes from income, home, energy, debts: parts that add up, and what is paid beside them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from redi_desktop.casefile.assessment_form import to_data
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.expenses import Expense, ExpenseKind, PaidBy, Treatment
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Need
from redi_desktop.engine.policy import CountCar, ExpenseRules, Policy
from redi_desktop.engine.pressure_reasons import explain_pressures
from redi_desktop.engine.pressures import PressureSource, pressures, source_of
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.words.explanations import outline
from tests.engine.drawn import facts
from tests.engine.households import embedded, euro, facts_of, owed, paid, received
from tests.engine.policies import assessed, expense_rules, policy_of

K, S = ExpenseKind, PressureSource
WAGE = (received(IncomeKind.WAGE, "600"),)
"""The woman of ``test_baskets`` needs 683.53: rent 500, gas 80, water 30, bread 36.53, phone 10, and the like."""


def weights(result: Assessment) -> dict[PressureSource, Decimal]:
    return {part.source: part.weight for part in pressures(result).parts}


def lived(*expenses: Expense, policy: Policy | None = None, **other: Any) -> Assessment:
    return assessed(policy, facts_of(expenses=expenses, **({"incomes": WAGE} | other)))


def test_with_reference_amounts_alone_the_whole_deficit_comes_from_the_income():
    result = lived()
    assert weights(result) == {S.INCOME: euro("83.53")}
    assert pressures(result).deficit == euro("83.53")


def test_each_source_weighs_what_it_costs_above_the_baskets():
    result = lived(
        paid(K.RENT, "620"),
        paid(K.GAS, "110", "e2"),
        paid(K.MEDICAL_EXTRA, "25", "e3"),
        paid(K.MOBILE_PHONE, "8", "e4"),
        debts=(owed("60"),),
    )
    assert weights(result) == {
        S.HOUSING: euro("120.00"),
        S.INCOME: euro("83.53"),
        S.DEBTS: euro("60.00"),
        S.ENERGY: euro("30.00"),
        S.HEALTH: euro("25.00"),
        S.RELATIONS: euro("-2.00"),
    }
    found = pressures(result)
    assert found.deficit == -result.balance == euro("316.53")
    assert [part.source for part in found.parts][:2] == [S.HOUSING, S.INCOME]
    housing = found.parts[0]
    assert (housing.reference, housing.retained) == (euro("500.00"), euro("620.00"))
    assert [line.expense.id for line in housing.expenses] == ["e1"]
    assert found.share(housing) == euro("120.00") / euro("316.53")


def test_where_something_is_left_the_parts_are_told_without_shares():
    found = pressures(lived(paid(K.RENT, "620"), incomes=(received(IncomeKind.WAGE, "1000"),)))
    assert found.deficit == euro("-196.47")
    assert {part.source: part.weight for part in found.parts} == {
        S.HOUSING: euro("120.00"), S.INCOME: euro("-316.47")
    }  # fmt: skip
    assert {found.share(part) for part in found.parts} == {None}


def test_interest_and_capital_of_a_mortgage_weigh_on_the_home():
    result = lived(paid(K.MORTGAGE_INTEREST, "150"), paid(K.MORTGAGE_CAPITAL, "200", "e2"))
    assert weights(result)[S.HOUSING] == 350


def test_two_bills_of_one_kind_are_held_against_its_lines_once():
    assert weights(lived(paid(K.GAS, "70"), paid(K.GAS, "40", "e2")))[S.ENERGY] == 30


def test_what_a_policy_sets_aside_lightens_its_source():
    result = lived(policy=expense_rules(count_car=CountCar.NEVER), options=("option_car",))
    (car,) = [part for part in pressures(result).parts if part.source is S.MOBILITY]
    assert (car.weight, len(car.set_aside)) == (euro("-300.00"), 1)
    assert weights(result)[S.INCOME] == euro("383.53")


@pytest.mark.parametrize(
    ("expense", "beside"),
    [
        (paid(K.FOOD, "100"), "63.47"),  # above the 36.53 of bread, which stays
        (paid(K.FOOD, "30"), None),
        (paid(K.RENT, "620", treatment=Treatment.LEAVE_OUT, reason="until August"), "120.00"),
        (paid(K.RENT, "620", treatment=Treatment.LEAVE_OUT, reason="by the brother", paid_by=PaidBy.OTHER), None),
        (paid(K.RENT, "620", retained=Decimal(550), reason="too dear"), "70.00"),
        (paid(K.CAR, "200"), "200.00"),
        (paid(K.MEDICAL_EXTRA, "300", period=Period.ONCE), None),
        (paid(K.RENT, "620"), None),
        (paid(K.RENT, "450", retained=Decimal(500), reason="it will rise"), None),
    ],
)
def test_what_is_paid_above_what_the_budget_holds_stands_beside_it(expense, beside):
    found = pressures(lived(expense)).beside
    assert found.expenses == ({} if beside is None else {expense.kind: euro(beside)})


def test_a_rent_above_its_cap_weighs_beside_the_budget_by_what_was_cut():
    found = pressures(lived(paid(K.RENT, "620"), policy=expense_rules(rent_cap={1: Decimal(550)})))
    assert found.beside.expenses == {K.RENT: euro("70.00")}


def test_several_bills_of_one_living_cost_are_held_against_their_basket_together():
    found = pressures(lived(paid(K.FOOD, "30"), paid(K.FOOD, "20", "e2")))
    assert found.beside.expenses == {K.FOOD: euro("13.47")}


def test_debts_that_are_not_accepted_weigh_beside_the_budget():
    result = lived(debts=(owed("100", "0.4", reason="agreed"), owed("50", "0", "d2", reason="disputed")))
    found = pressures(result)
    assert weights(result)[S.DEBTS] == 40
    assert (found.beside.debts, found.beside.total) == (euro("110.00"), euro("110.00"))
    assert found.deficit_when_all_is_paid == found.deficit + 110


@pytest.mark.parametrize(
    ("need", "kind", "source"),
    [
        (Need.HOUSING, "rent", S.HOUSING),
        (Need.HOUSING, "water", S.ENERGY),
        (Need.HOUSING, "", S.HOUSING),
        (Need.FOOD, "school_meals", S.FOOD),
        (Need.MOBILITY, None, S.MOBILITY),
    ],
)
def test_energy_and_water_stand_apart_from_the_home(need, kind, source):
    assert source_of(need, kind) is source


def test_every_need_is_a_source():
    assert {need.value for need in Need} < {source.value for source in S}


RULES = ExpenseRules(
    max_accepted_debt_share=Decimal("0.5"),
    rent_cap={rooms: Decimal(700) for rooms in range(4)},
    cap_over_reference={K.GAS: Decimal("1.2")},
)


def result_of(told: Facts) -> Assessment:
    return assess(told, Parameters(embedded().pack, policy_of(expenses=RULES)))


@settings(max_examples=50)
@given(facts())
def test_the_parts_add_up_to_the_deficit(told):
    result = result_of(told)
    found = pressures(result)
    assert sum(part.weight for part in found.parts) == found.deficit == -result.balance
    assert [part.weight for part in found.parts] == sorted((part.weight for part in found.parts), reverse=True)
    assert found.beside.debts == sum(line.real - line.retained for line in result.retained.debts)
    assert all(amount > 0 for amount in found.beside.expenses.values())


@settings(max_examples=25)
@given(facts())
def test_the_explanation_says_every_part_and_can_be_told(told):
    node = explain_pressures(result_of(told))
    parts = [part for part in node.parts if part.rule != "pressure.beside"]
    assert node.amount == sum((part.amount or Decimal(0) for part in parts), Decimal(0))
    assert all(line.text and "{" not in line.text for line in outline(node, {}))


def everything() -> list[Assessment]:
    """Results in which every sentence about pressures is said."""
    never = expense_rules(count_car=CountCar.NEVER)
    plenty = (received(IncomeKind.WAGE, "3000"),)
    expenses = (paid(K.RENT, "620"), paid(K.FOOD, "100", "e2"), paid(K.MOBILE_PHONE, "5", "e3"))
    debts = (owed("80", "0.5", reason="agreed"),)
    return [
        lived(*expenses, policy=never, options=("option_car",), debts=debts, incomes=incomes)
        for incomes in (WAGE, plenty)
    ]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_sentence_can_be_said(language):
    with speaking(language):
        lines = [line for result in everything() for line in outline(explain_pressures(result), {})]
    assert {line.node.rule for line in lines if line.node.rule.startswith("pressure.")} == {
        *("pressure.deficit", "pressure.left", "pressure.income", "pressure.above", "pressure.below"),
        *(
            "pressure.debts",
            "pressure.set_aside",
            "pressure.beside",
            "pressure.beside_debts",
            "pressure.beside_expense",
        ),
    }
    assert all(line.text and "{" not in line.text for line in lines)


def test_the_public_form_of_a_result_holds_them():
    data = to_data(everything()[0], explained=True)["pressures"]
    parts = {part["source"]: part["weight"] for part in data["parts"]}
    # 600.00 comes in; the car of 300.00 is in the reference and set aside; 120.00 of rent above it; 40.00 of debts.
    assert parts == {
        "income": "383.53", "housing": "120.00", "debts": "40.00", "relations": "-5.00", "mobility": "-300.00"
    }  # fmt: skip
    assert sum(map(Decimal, parts.values())) == euro("238.53")
    assert data["beside"] == {"total": "103.47", "debts": "40.00", "expenses": {"food": "63.47"}}
    assert data["explanation"]["rule"] == "pressure.deficit"
