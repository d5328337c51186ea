"""What a person does on a page changes that, what follows from it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from redi_desktop.casefile import changes
from redi_desktop.casefile.model import CaseFile, Request
from redi_desktop.engine.expenses import Expense, ExpenseKind, Treatment
from redi_desktop.engine.household import Activity, Household, Person, Region, Role, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.integration_income.kinds import Relation
from redi_desktop.engine.money import Period

TODAY = date(2024, 5, 15)
MOTHER = Person(id="p1", role=Role.APPLICANT, birth_date=date(1989, 5, 3))


def case_of(*persons: Person, **fields: Any) -> CaseFile:
    return replace(CaseFile(id="c", household=Household(persons=persons), reference_date=TODAY), **fields)


def persons_of(case: CaseFile) -> tuple[Person, ...]:
    return case.household.persons


def test_the_reference_date_goes_along_with_the_date_of_the_request():
    case = changes.request_dated(CaseFile(id="c"), TODAY)
    assert case.reference_date == TODAY
    later = changes.request_dated(case, date(2024, 6, 1))
    assert (later.request.date, later.reference_date) == (date(2024, 6, 1), date(2024, 6, 1))


def test_a_reference_date_of_its_own_stays():
    case = CaseFile(id="c", request=Request(date=TODAY), reference_date=date(2024, 1, 1))
    assert changes.request_dated(case, date(2024, 6, 1)).reference_date == date(2024, 1, 1)


def test_the_first_person_is_the_applicant_then_a_partner_is_offered_then_children():
    case = CaseFile(id="c")
    for expected in (Role.APPLICANT, Role.PARTNER, Role.CHILD, Role.CHILD):
        case = changes.add_person(case)
        assert persons_of(case)[-1].role is expected
    assert [person.id for person in persons_of(case)] == ["p1", "p2", "p3", "p4"]


def test_who_was_offered_as_partner_and_turns_out_to_be_five_is_a_child_in_nursery_school():
    case = changes.add_person(case_of(MOTHER))
    child = persons_of(changes.person_born(case, "p2", date(2019, 3, 1), TODAY))[1]
    assert (child.role, child.activity) == (Role.CHILD, Activity.PREPRIMARY)


@pytest.mark.parametrize(
    ("birth", "activity"),
    [
        (date(2023, 5, 1), Activity.NONE),
        (date(2018, 5, 1), Activity.PRIMARY),
        (date(2010, 5, 1), Activity.SECONDARY),
        (date(2000, 5, 1), None),
        (date(2030, 5, 1), None),
    ],
)
def test_the_school_follows_the_birth_date(birth, activity):
    case = case_of(MOTHER, Person(id="p2", role=Role.CHILD))
    assert persons_of(changes.person_born(case, "p2", birth, TODAY))[1].activity is activity


def test_a_corrected_birth_date_moves_the_school_that_came_by_itself():
    case = changes.person_born(case_of(MOTHER, Person(id="p2", role=Role.CHILD)), "p2", date(2018, 5, 1), TODAY)
    assert persons_of(changes.person_born(case, "p2", date(2008, 5, 1), TODAY))[1].activity is Activity.SECONDARY
    assert persons_of(changes.person_born(case, "p2", None, TODAY))[1].activity is None


def test_a_chosen_activity_stays_when_the_birth_date_changes():
    case = case_of(MOTHER, Person(id="p2", role=Role.CHILD, activity=Activity.STUDENT))
    assert persons_of(changes.person_born(case, "p2", date(2010, 5, 1), TODAY))[1].activity is Activity.STUDENT


def test_an_applicant_stays_the_applicant_at_any_age():
    case = case_of(Person(id="p1", role=Role.APPLICANT))
    assert persons_of(changes.person_born(case, "p1", date(2010, 5, 1), TODAY))[0].role is Role.APPLICANT


def test_the_age_is_counted_at_today_while_the_case_has_no_date():
    case = case_of(MOTHER, Person(id="p2", role=Role.CHILD), reference_date=None)
    assert persons_of(changes.person_born(case, "p2", date(2018, 5, 1), TODAY))[1].activity is Activity.PRIMARY


def test_a_new_applicant_leaves_their_place_to_the_old_one():
    case = case_of(MOTHER, Person(id="p2", role=Role.PARTNER), Person(id="p3", role=Role.CHILD))
    roles = [person.role for person in persons_of(changes.person_placed(case, "p2", Role.APPLICANT))]
    assert roles == [Role.PARTNER, Role.APPLICANT, Role.CHILD]
    roles = [person.role for person in persons_of(changes.person_placed(case, "p3", Role.APPLICANT))]
    assert roles == [Role.OTHER_ADULT, Role.PARTNER, Role.APPLICANT]


def test_what_somebody_is_to_the_applicant_is_kept_only_while_it_can_be_true():
    aunt = Person(id="p2", relation=Relation.OTHER_RELATIVE)
    case = case_of(MOTHER, aunt, Person(id="p3", role=Role.CHILD))
    assert persons_of(changes.person_placed(case, "p2", Role.PARTNER))[1].relation is None
    assert persons_of(changes.person_placed(case, "p3", Role.APPLICANT))[1].relation is None
    brother = persons_of(changes.person_born(case, "p2", date(2015, 5, 1), TODAY))[1]
    assert (brother.role, brother.relation) == (Role.OTHER_ADULT, Relation.OTHER_RELATIVE)


def test_another_role_than_the_applicants_moves_nobody_else():
    case = case_of(MOTHER, Person(id="p2", role=Role.PARTNER))
    moved = changes.person_placed(case, "p2", Role.OTHER_ADULT)
    assert persons_of(moved) == (MOTHER, Person(id="p2", role=Role.OTHER_ADULT))
    assert changes.person_placed(moved, "p2", Role.OTHER_ADULT) is moved
    assert changes.person_placed(moved, "p9", Role.PARTNER) is moved


def test_the_increased_reimbursement_of_the_applicant_is_the_familys():
    others = (Person(id="p2", role=Role.PARTNER), Person(id="p3", role=Role.CHILD), Person(id="p4"))
    given = changes.person_reimbursed(case_of(MOTHER, *others), "p1", True)
    assert [person.bim for person in persons_of(given)] == [True, True, True, False]
    alone = changes.person_reimbursed(given, "p3", False)
    assert [person.bim for person in persons_of(alone)] == [True, True, False, False]
    assert [person.bim for person in persons_of(changes.person_reimbursed(alone, "p2", False))] == [False] * 4
    assert changes.person_reimbursed(given, "p9", True) is given


def test_a_new_person_has_the_reimbursement_of_the_applicant():
    case = changes.add_person(case_of(replace(MOTHER, bim=True)))
    assert persons_of(case)[1].bim


def test_a_share_of_the_month_is_said_in_per_cents():
    case = changes.share_percent(case_of(MOTHER, Person(id="p2", role=Role.CHILD)), "p2", 40)
    assert persons_of(case)[1].custody_share == Decimal("0.4")
    assert changes.percent_of(persons_of(case)[1].custody_share) == 40
    assert changes.percent_of(Decimal(1) / 3) == 33
    assert changes.percent_of(Decimal("NaN")) == 0
    assert changes.share_percent(case, "p2", None) is case


def test_what_was_a_dropped_persons_becomes_the_households():
    income = Income(id="i1", person="p2", kind=IncomeKind.WAGE, amount=Decimal(900))
    expense = Expense(id="e1", person="p2", kind=ExpenseKind.TRAIN, amount=Decimal(40))
    case = case_of(MOTHER, Person(id="p2"), incomes=(income,), expenses=(expense,))
    left = changes.drop_person(case, "p2")
    assert persons_of(left) == (MOTHER,)
    assert (left.incomes, left.expenses) == ((replace(income, person=None),), (replace(expense, person=None),))


def test_a_new_income_is_the_applicants():
    assert changes.add_income(case_of(MOTHER)).incomes == (Income(id="i1", person="p1"),)
    assert changes.add_income(CaseFile(id="c")).incomes == (Income(id="i1"),)


def test_a_new_row_never_takes_the_identifier_of_another():
    case = case_of(MOTHER, expenses=(Expense(id="e1"), Expense(id="e3")))
    case = changes.add_expense(changes.add_expense(case))
    assert [row.id for row in case.expenses] == ["e1", "e3", "e2", "e4"]


def test_a_change_of_one_row_leaves_the_others_alone():
    case = case_of(MOTHER, incomes=(Income(id="i1"), Income(id="i2")))
    changed = changes.change_income(case, "i2", amount=Decimal("12.50"), period=Period.WEEK)
    assert changed.incomes[0] is case.incomes[0]
    assert changed.incomes[1] == Income(id="i2", amount=Decimal("12.50"), period=Period.WEEK)


def test_changing_a_row_that_is_gone_changes_nothing():
    case = case_of(MOTHER)
    assert changes.change_person(case, "p9", name="X") is case
    assert changes.person_born(case, "p9", TODAY, TODAY) is case
    assert changes.change_income(case, "i9", amount=Decimal(1)) is case
    assert changes.change_expense(case, "e9", amount=Decimal(1)) is case


def test_a_row_is_dropped_by_its_identifier():
    case = case_of(MOTHER, incomes=(Income(id="i1"), Income(id="i2")), expenses=(Expense(id="e1"),))
    assert changes.drop_income(case, "i1").incomes == (Income(id="i2"),)
    assert changes.drop_expense(case, "e1").expenses == ()


def test_the_rent_is_one_expense_made_changed_and_taken_away():
    case = changes.pay_for(case_of(MOTHER), ExpenseKind.RENT, Decimal(650))
    assert case.expenses == (Expense(id="e1", kind=ExpenseKind.RENT, amount=Decimal(650)),)
    case = changes.pay_for(case, ExpenseKind.RENT, Decimal(700))
    assert [row.amount for row in case.expenses] == [Decimal(700)]
    assert changes.pay_for(case, ExpenseKind.RENT, None).expenses == ()


def test_no_rent_typed_makes_no_row():
    case = case_of(MOTHER)
    assert changes.pay_for(case, ExpenseKind.RENT, None) is case


def test_a_rent_with_a_reason_stays_when_its_amount_is_erased():
    row = Expense(
        id="e1", kind=ExpenseKind.RENT, amount=Decimal(9), treatment=Treatment.LEAVE_OUT, reason="paid by an aunt"
    )
    left = changes.pay_for(case_of(MOTHER, expenses=(row,)), ExpenseKind.RENT, None)
    assert left.expenses == (replace(row, amount=None),)


def test_an_option_is_chosen_once_and_given_up():
    case = changes.choose_option(case_of(MOTHER, options=("option_car",)), "option_tv", True)
    assert changes.choose_option(case, "option_tv", True).options == ("option_car", "option_tv")
    assert changes.choose_option(case, "option_car", False).options == ("option_tv",)


def test_dwelling_region_and_request_change_field_by_field():
    case = changes.change_dwelling(changes.change_region(case_of(MOTHER), Region.WALLONIA), tenure=Tenure.OWNER)
    assert (case.household.region, case.dwelling.tenure) == (Region.WALLONIA, Tenure.OWNER)
    assert changes.change_request(case, reason="rent").request == Request(reason="rent")
    assert changes.change_case(case, reference="2024/17").reference == "2024/17"
