"""The integration income by law beside the one that was typed, and taken over into the incomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from redi_desktop.casefile.integration_income import ByLaw, by_law, take_over
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.household import Household, Person, Role
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.packs.embedded import load_embedded_legal
from tests.engine.households import embedded
from tests.ui.sample_cases import lone_mother

DAY = date(2026, 6, 15)
MOTHER = replace(lone_mother(), reference_date=DAY)
RATE = Decimal("1811.57")
"""Persons with a family at charge, June 2026."""


def found(case: CaseFile) -> ByLaw | None:
    return by_law(assess(case.facts, Parameters(embedded().pack, legal=load_embedded_legal())))


def test_what_the_law_gives_stands_beside_what_was_typed():
    assert found(MOTHER) == ByLaw(RATE, Decimal("1740.76"))


def test_without_legal_tables_nothing_is_said():
    assert by_law(assess(MOTHER.facts, embedded())) is None


def test_taken_over_it_changes_the_row_that_is_there():
    case = take_over(MOTHER, RATE)
    assert case.incomes[0] == replace(MOTHER.incomes[0], amount=RATE)
    assert case.incomes[1:] == MOTHER.incomes[1:]
    beside = found(case)
    assert beside is not None
    assert not beside.can_be_taken_over


def test_without_a_row_one_is_made_for_the_applicant():
    case = take_over(replace(MOTHER, incomes=()), RATE)
    assert case.incomes == (Income(id="i1", person="p1", kind=IncomeKind.INTEGRATION_INCOME, amount=RATE),)


def test_a_wage_that_leaves_nothing_takes_the_typed_one_away():
    wage = Income(id="i9", person="p1", kind=IncomeKind.WAGE, amount=Decimal(3000))
    case = replace(MOTHER, incomes=(*MOTHER.incomes, wage))
    beside = found(case)
    assert beside is not None
    assert beside.computed == 0
    assert [row.id for row in take_over(case, beside.computed).incomes] == ["i2", "i3", "i9"]


def test_a_yearly_amount_becomes_a_monthly_one():
    yearly = replace(MOTHER.incomes[0], amount=Decimal(12000), period=Period.YEAR)
    case = take_over(replace(MOTHER, incomes=(yearly,)), RATE)
    assert (case.incomes[0].amount, case.incomes[0].period) == (RATE, Period.MONTH)


def test_the_integration_income_of_another_adult_is_left_alone():
    other = Person(id="p9", role=Role.OTHER_ADULT, birth_date=date(1990, 1, 1))
    theirs = Income(id="i9", person="p9", kind=IncomeKind.INTEGRATION_INCOME, amount=Decimal(500))
    household = Household(region=MOTHER.household.region, persons=(*MOTHER.household.persons, other))
    case = take_over(replace(MOTHER, household=household, incomes=(theirs,)), RATE)
    assert [(row.person, row.amount) for row in case.incomes] == [("p9", Decimal(500)), ("p1", RATE)]
