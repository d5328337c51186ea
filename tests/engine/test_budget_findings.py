"""What is said of a budget once it is there: homes that are shared, a car set aside, a rent that is not known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.engine.household import Activity, Dwelling, Role, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.policy import CountCar, Policy
from redi_desktop.words.findings import sentence
from tests.engine.households import adult, born, child, euro, facts_of, paid, received, rented
from tests.engine.policies import assessed, expense_rules

K = ExpenseKind
HOSTED = Dwelling(tenure=Tenure.HOSTED)
ROOM = paid(K.STUDENT_ROOM, "300")
REASON = "night shifts"
CAR, NECESSARY = paid(K.CAR, "250"), paid(K.CAR_NECESSARY, "250")
OPTION: dict[str, Any] = {"options": ("option_car",)}


def found(code: str, facts: Facts, policy: Policy | None = None) -> list[Finding]:
    return [finding for finding in assessed(policy, facts).findings if finding.code == code]


def places(code: str, facts: Facts, policy: Policy | None = None) -> list[str]:
    return [finding.field for finding in found(code, facts, policy)]


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        (facts_of(adult(), adult("p2")), ["household.persons[1]"]),
        (facts_of(adult(), adult("p2"), adult("p3")), ["household.persons[1]", "household.persons[2]"]),
        (facts_of(adult(), adult("p2"), incomes=(received(IncomeKind.WAGE, "1", person="p2"),)), []),
        (facts_of(adult(), adult("p2"), incomes=(received(IncomeKind.WAGE, "1"),)), ["household.persons[1]"]),
        (facts_of(adult(), adult("p2", role=Role.PARTNER)), []),
        (facts_of(adult(), child("p2", 19, activity=Activity.WORKING)), []),
        (facts_of(adult(), adult("p2", birth_date=born(17))), []),
    ],
)
def test_another_adult_whose_income_is_not_told_is_named(facts, fields):
    assert places("other_adult_without_income", facts) == fields


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (facts_of(dwelling=HOSTED), True),
        (facts_of(dwelling=HOSTED, expenses=(paid(K.RENT, "0"),)), False),
        (facts_of(), False),
        (facts_of(dwelling=rented(tenure=Tenure.NONE)), False),
    ],
)
def test_that_nothing_is_counted_for_being_hosted_is_said(facts, said):
    assert places("hosted_without_share", facts) == (["dwelling.tenure"] if said else [])


@pytest.mark.parametrize(
    ("activity", "said"), [(Activity.STUDENT, False), (Activity.SECONDARY, False), (Activity.WORKING, True)]
)
def test_a_student_room_belongs_to_somebody_who_studies(activity, said):
    facts = facts_of(adult(), adult("p2", activity=activity), expenses=(paid(K.RENT, "5"), replace(ROOM, id="e2")))
    assert places("student_room_without_student", facts) == (["expenses[1].kind"] if said else [])


@pytest.mark.parametrize(
    ("count", "expense", "said"),
    [
        (None, NECESSARY, True),
        (None, replace(NECESSARY, reason=REASON), False),
        (None, CAR, False),
        (CountCar.IF_NECESSARY, CAR, True),
        (CountCar.IF_NECESSARY, NECESSARY, True),
        (CountCar.ALWAYS, NECESSARY, False),
        (CountCar.NEVER, NECESSARY, False),
        (CountCar.IF_NECESSARY, paid(K.GAS, "50"), False),
    ],
)
def test_a_reason_is_asked_for_where_it_would_make_a_car_count(count, expense, said):
    policy = None if count is None else expense_rules(count_car=count)
    assert places("car_needs_reason", facts_of(expenses=(expense,)), policy) == (["expenses[0].reason"] if said else [])


@pytest.mark.parametrize(
    ("count", "expenses", "code"),
    [
        (CountCar.NEVER, (), "car_option_never_counted"),
        (CountCar.IF_NECESSARY, (), "car_option_needs_reason"),
        (CountCar.IF_NECESSARY, (CAR,), "car_option_needs_reason"),
        (CountCar.IF_NECESSARY, (replace(CAR, reason=REASON),), None),
        (CountCar.ALWAYS, (), None),
    ],
)
def test_that_the_amount_of_a_chosen_car_is_left_out_is_said_with_the_amount(count, expenses, code):
    facts = facts_of(expenses=expenses, **OPTION)
    said = [
        (finding.code, finding.field, finding.values["amount"])
        for finding in assessed(expense_rules(count_car=count), facts).findings
        if finding.code.startswith("car_option")
    ]
    assert said == ([] if code is None else [(code, "options", euro("300.00"))])


def test_that_the_policy_counts_no_car_is_said_beside_the_expense():
    never = expense_rules(count_car=CountCar.NEVER)
    assert places("car_never_counted", facts_of(expenses=(NECESSARY,)), never) == ["expenses[0]"]
    assert places("car_never_counted", facts_of(expenses=(paid(K.GAS, "50"),)), never) == []


def every_finding() -> list[Finding]:
    never, needed = expense_rules(count_car=CountCar.NEVER), expense_rules(count_car=CountCar.IF_NECESSARY)
    expenses: tuple[Expense, ...] = (NECESSARY, replace(ROOM, id="e2"))
    told = facts_of(adult(), adult("p2"), dwelling=HOSTED, expenses=expenses, **OPTION)
    return [*assessed(never, told).findings, *assessed(needed, told).findings]


def test_each_of_them_has_its_sentence_and_forbids_no_number():
    codes = {finding.code for finding in every_finding()}
    assert codes >= {
        *("other_adult_without_income", "hosted_without_share", "student_room_without_student", "car_needs_reason"),
        *("car_never_counted", "car_option_never_counted", "car_option_needs_reason"),
    }
    assert Severity.ERROR not in {finding.severity for finding in every_finding()}
    assert all(sentence(finding) for finding in every_finding())
