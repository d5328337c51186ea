"""Immutable updates of a case: what a person does on a page gives a new case, in which nothing else has changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.rows import drop_row, find_row, free_id, put_row
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.household import ADULT_AGE, Activity, Person, Region, Role, age_at, usual_activity
from redi_desktop.engine.income import Income, counts_by_rule

Change = Callable[[CaseFile], CaseFile]
_COUPLE = frozenset({Role.APPLICANT, Role.PARTNER})
_FAMILY = _COUPLE | {Role.CHILD}


def change_case(case: CaseFile, **changes: Any) -> CaseFile:
    """The case with these of its own fields changed: reference, reference date, comment."""
    return replace(case, **changes)


# The request ----------------------------------------------------------------------------------------------------------


def change_request(case: CaseFile, **changes: Any) -> CaseFile:
    """The case with these fields of its request changed."""
    return replace(case, request=replace(case.request, **changes))


def request_dated(case: CaseFile, day: date | None) -> CaseFile:
    """The case with that date of request; the budget's reference date goes along while it was the same day."""
    follows = case.reference_date in (None, case.request.date)
    return replace(change_request(case, date=day), reference_date=day if follows else case.reference_date)


# The household --------------------------------------------------------------------------------------------------------


def put_person(case: CaseFile, person: Person) -> CaseFile:
    """The case with that person added or changed."""
    persons = put_row(case.household.persons, person)
    return replace(case, household=replace(case.household, persons=persons))


def change_person(case: CaseFile, row_id: str, **changes: Any) -> CaseFile:
    """The case with these fields of a person changed; the same case when nobody bears that identifier."""
    person = find_row(case.household.persons, row_id)
    return case if person is None else put_person(case, replace(person, **changes))


def add_person(case: CaseFile) -> CaseFile:
    """The case with one more person, in the role that most often comes next; BIM as the applicant has it."""
    persons, applicant = case.household.persons, case.applicant
    bim = applicant.bim if applicant else False
    return put_person(case, Person(id=free_id("p", persons), role=next_role(persons), bim=bim))


def next_role(persons: Sequence[Person]) -> Role:
    """The role to offer for one more person: the applicant, a partner, then children once there is one of either."""
    roles = {person.role for person in persons}
    if Role.APPLICANT not in roles:
        return Role.APPLICANT
    return Role.CHILD if roles & {Role.PARTNER, Role.CHILD} else Role.PARTNER


def person_born(case: CaseFile, row_id: str, birth: date | None, today: date, offered: Role | None = None) -> CaseFile:
    """The case with a person's birth date, and what follows from it by itself.

    A minor's school follows the age at the budget's date (else ``today``) unless the worker chose something else; a
    minor who was offered as partner or other adult becomes a child. ``offered`` is the role from before the date was
    typed, which comes back where it is no minor's after all: on the way to 1988 stands 19.
    """
    person = find_row(case.household.persons, row_id)
    if person is None:
        return case
    day = case.reference_date or today
    by_itself = person.activity is None or person.activity is _school_of(person.birth_date, day)
    activity = _school_of(birth, day) if by_itself else person.activity
    is_minor = birth is not None and birth <= day and age_at(birth, day) < ADULT_AGE
    placed_by_itself = person.role is not Role.APPLICANT and person.relation is None
    role = Role.CHILD if is_minor and placed_by_itself else offered or person.role
    return put_person(case, _in_role(replace(person, birth_date=birth, activity=activity), role))


def _in_role(person: Person, role: Role) -> Person:
    """A person in that role; what they are to the applicant is only asked of other adults."""
    return replace(person, role=role, relation=person.relation if role is Role.OTHER_ADULT else None)


def _school_of(birth: date | None, day: date) -> Activity | None:
    return None if birth is None or birth > day else usual_activity(age_at(birth, day))


def person_placed(case: CaseFile, row_id: str, role: Role) -> CaseFile:
    """The case with a person in that role; who was the applicant until then takes the role that becomes free.

    What others are to the applicant is asked anew where the applicant is another one.
    """
    person = find_row(case.household.persons, row_id)
    if person is None or person.role is role:
        return case
    if role is Role.APPLICANT:
        freed = Role.OTHER_ADULT if person.role is Role.CHILD else person.role
        for other in case.household.persons:
            case = put_person(case, replace(other, relation=None))
            if other.role is Role.APPLICANT:
                case = put_person(case, _in_role(other, freed))
    return put_person(case, _in_role(person, role))


def person_reimbursed(case: CaseFile, row_id: str, bim: bool) -> CaseFile:
    """The case with the increased reimbursement given to a person or taken away.

    It covers the holder, the partner and their dependants (law of 14 July 1994, art. 37 § 19): with the applicant or
    the partner, those of the couple and its children who were alike until then go along. Other adults have their own.
    """
    person = find_row(case.household.persons, row_id)
    if person is None:
        return case
    family = _FAMILY if person.role in _COUPLE else frozenset()
    for other in case.household.persons:
        if other.id == row_id or (other.role in family and other.bim == person.bim):
            case = put_person(case, replace(other, bim=bim))
    return case


def percent_of(share: Decimal) -> int:
    """A custody share as whole per cents, as it is said: 0.5 is 50."""
    return int((share * 100).to_integral_value(ROUND_HALF_UP)) if share.is_finite() else 0


def share_percent(case: CaseFile, row_id: str, percent: int | None) -> CaseFile:
    """The case with a person here that part of the month; nothing changes while no number is typed."""
    return case if percent is None else change_person(case, row_id, custody_share=Decimal(percent) / 100)


def drop_person(case: CaseFile, row_id: str) -> CaseFile:
    """The case without that person; incomes and expenses that were theirs become the household's."""
    household = replace(case.household, persons=drop_row(case.household.persons, row_id))
    return replace(
        case,
        household=household,
        incomes=tuple(_income_freed(income, row_id) for income in case.incomes),
        expenses=tuple(_expense_freed(expense, row_id) for expense in case.expenses),
    )


def _income_freed(income: Income, row_id: str) -> Income:
    return replace(income, person=None) if income.person == row_id else income


def _expense_freed(expense: Expense, row_id: str) -> Expense:
    return replace(expense, person=None) if expense.person == row_id else expense


# The dwelling ---------------------------------------------------------------------------------------------------------


def change_region(case: CaseFile, region: Region | None) -> CaseFile:
    """The case in that region; outside Wallonia nobody lives in the German-speaking Community."""
    kept = case.household.german_community and region is Region.WALLONIA
    return replace(case, household=replace(case.household, region=region, german_community=kept))


def change_community(case: CaseFile, german: bool) -> CaseFile:
    """The case in the German-speaking Community of Wallonia, or outside it."""
    return replace(case, household=replace(case.household, german_community=german))


def change_dwelling(case: CaseFile, **changes: Any) -> CaseFile:
    """The case with these fields of its dwelling changed."""
    return replace(case, dwelling=replace(case.dwelling, **changes))


# What comes in --------------------------------------------------------------------------------------------------------


def put_income(case: CaseFile, income: Income) -> CaseFile:
    """The case with that income added or changed."""
    return replace(case, incomes=put_row(case.incomes, income))


def add_income(case: CaseFile) -> CaseFile:
    """The case with one more income, the applicant's until something else is said."""
    applicant = case.applicant
    return put_income(case, Income(id=free_id("i", case.incomes), person=applicant.id if applicant else None))


def change_income(case: CaseFile, row_id: str, **changes: Any) -> CaseFile:
    """The case with these fields of an income changed; the same case when none bears that identifier."""
    income = find_row(case.incomes, row_id)
    return case if income is None else put_income(case, replace(income, **changes))


def income_counted(case: CaseFile, row_id: str, counted: bool) -> CaseFile:
    """The case with an income counted or not; where that is the rule for its kind, the rule is left to say it."""
    income = find_row(case.incomes, row_id)
    if income is None:
        return case
    return put_income(case, replace(income, counted=None if counted == counts_by_rule(income) else counted))


def drop_income(case: CaseFile, row_id: str) -> CaseFile:
    """The case without that income."""
    return replace(case, incomes=drop_row(case.incomes, row_id))


# What goes out --------------------------------------------------------------------------------------------------------


def put_expense(case: CaseFile, expense: Expense) -> CaseFile:
    """The case with that expense added or changed."""
    return replace(case, expenses=put_row(case.expenses, expense))


def add_expense(case: CaseFile, kind: ExpenseKind | None = None) -> CaseFile:
    """The case with one more expense of the household."""
    return put_expense(case, Expense(id=free_id("e", case.expenses), kind=kind))


def change_expense(case: CaseFile, row_id: str, **changes: Any) -> CaseFile:
    """The case with these fields of an expense changed; the same case when none bears that identifier."""
    expense = find_row(case.expenses, row_id)
    return case if expense is None else put_expense(case, replace(expense, **changes))


def drop_expense(case: CaseFile, row_id: str) -> CaseFile:
    """The case without that expense."""
    return replace(case, expenses=drop_row(case.expenses, row_id))


def expense_of_kind(case: CaseFile, kind: ExpenseKind) -> Expense | None:
    """The first expense of that kind that is the household's own."""
    return next((row for row in case.expenses if row.kind is kind and row.person is None), None)


def pay_for(case: CaseFile, kind: ExpenseKind, amount: Decimal | None) -> CaseFile:
    """The case with that amount as the household's own expense of a kind: one row, made when the first euro is typed.

    An amount that is taken away takes the row with it, unless the worker said more in it than the amount.
    """
    row = expense_of_kind(case, kind)
    if row is None:
        return case if amount is None else put_expense(case, _new_expense(case, kind, amount))
    bare = Expense(id=row.id, kind=kind, amount=row.amount)
    if amount is None and row == bare:
        return drop_expense(case, row.id)
    return put_expense(case, replace(row, amount=amount))


def _new_expense(case: CaseFile, kind: ExpenseKind, amount: Decimal) -> Expense:
    return Expense(id=free_id("e", case.expenses), kind=kind, amount=amount)


def choose_option(case: CaseFile, option: str, chosen: bool) -> CaseFile:
    """The case with an option of the pack chosen or not."""
    others = tuple(other for other in case.options if other != option)
    return replace(case, options=(*others, option) if chosen else others)
