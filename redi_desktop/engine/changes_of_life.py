"""What can change in a household, and what the facts are then: the building blocks of scenarios."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity, Person, Role, Tenure
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, Income, IncomeKind


class ChangeKind(StrEnum):
    """A typical change."""

    MOVE_TO_SOCIAL_HOUSING = "move_to_social_housing"
    TAKE_JOB = "take_job"
    PERSON_LEAVES = "person_leaves"
    GET_BIM = "get_bim"
    GET_SOCIAL_ENERGY_TARIFF = "get_social_energy_tariff"
    SET_EXPENSE = "set_expense"
    SET_INCOME = "set_income"
    DROP_INCOME = "drop_income"
    DROP_DEBTS = "drop_debts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change; which of the other fields it needs follows from ``kind``. ``amount`` is euro per month.

    ``take_job``: ``person`` and the net wage, in the place of their wage and unemployment benefit. ``person_leaves``:
    ``person``, with what is theirs, and the child benefit with the last child. ``move_to_social_housing``: the new rent
    (left out: the reference rent), in a home as large as the household needs. ``set_expense``: ``expense_kind`` and
    amount (left out: back to the reference). ``set_income``: ``income_kind``, amount, ``person``. ``drop_income``:
    ``income``, its identifier.
    """

    kind: ChangeKind
    person: str | None = None
    amount: Decimal | None = None
    expense_kind: ExpenseKind | None = None
    income_kind: IncomeKind | None = None
    income: str | None = None


NAMES_PERSON = frozenset({ChangeKind.TAKE_JOB, ChangeKind.PERSON_LEAVES})
"""The changes that are about somebody of the household."""
OF_THE_OLD_HOME = frozenset(
    {
        *(ExpenseKind.RENT, ExpenseKind.COMMON_CHARGES, ExpenseKind.PROPERTY_TAX),
        *(ExpenseKind.MORTGAGE_INTEREST, ExpenseKind.MORTGAGE_CAPITAL),
    }
)
"""What is not paid any more after moving."""


def apply_change(facts: Facts, change: Change) -> Facts:
    """The facts with the change made; what follows by law is worked out by :mod:`redi_desktop.engine.scenario`."""
    return _APPLY[change.kind](facts, change)


def _move_to_social_housing(facts: Facts, change: Change) -> Facts:
    dwelling = replace(facts.dwelling, tenure=Tenure.SOCIAL_RENT, new_lease=False, bedrooms=None)
    expenses = tuple(row for row in facts.expenses if row.kind not in OF_THE_OLD_HOME)
    return _with_expense(replace(facts, dwelling=dwelling, expenses=expenses), ExpenseKind.RENT, change.amount)


def _take_job(facts: Facts, change: Change) -> Facts:
    persons = tuple(
        replace(person, activity=Activity.WORKING) if person.id == change.person else person
        for person in facts.household.persons
    )
    theirs = {change.person, None} if _asks(facts, change.person) else {change.person}
    replaced = (IncomeKind.UNEMPLOYMENT, IncomeKind.WAGE)
    incomes = tuple(row for row in facts.incomes if row.person not in theirs or row.kind not in replaced)
    moved = replace(facts, household=replace(facts.household, persons=persons), incomes=incomes)
    return _with_income(moved, IncomeKind.WAGE, change.amount, change.person)


def _asks(facts: Facts, person_id: str | None) -> bool:
    """Whether the person is the applicant, whose incomes are also those that name nobody."""
    return any(person.id == person_id and person.role is Role.APPLICANT for person in facts.household.persons)


def _person_leaves(facts: Facts, change: Change) -> Facts:
    persons = tuple(person for person in facts.household.persons if person.id != change.person)
    childless = _has_child(facts.household.persons) and not _has_child(persons)
    return replace(
        facts,
        household=replace(facts.household, persons=persons),
        incomes=tuple(row for row in facts.incomes if not _goes_with(row, change.person, childless)),
        expenses=tuple(row for row in facts.expenses if row.person != change.person),
        answers=tuple(answer for answer in facts.answers if answer.key.partition("@")[2] != change.person),
    )


def _has_child(persons: tuple[Person, ...]) -> bool:
    return any(person.role is Role.CHILD for person in persons)


def _goes_with(row: Income, person_id: str | None, childless: bool) -> bool:
    """Whether an income leaves with somebody: their own, and the child benefit with the last child."""
    return row.person == person_id or (childless and row.kind in CHILD_BENEFIT_KINDS)


def _get_bim(facts: Facts, _change: Change) -> Facts:
    return with_bim(facts, True)


def with_bim(facts: Facts, held: bool, only: frozenset[str] | None = None) -> Facts:
    """The facts with the increased reimbursement held by everybody, or by nobody; where given, of ``only`` these."""
    listed = facts.household.persons
    persons = tuple(replace(one, bim=held) if only is None or one.id in only else one for one in listed)
    return replace(facts, household=replace(facts.household, persons=persons))


def _get_social_energy_tariff(facts: Facts, _change: Change) -> Facts:
    return replace(facts, dwelling=replace(facts.dwelling, social_energy_tariff=True))


def _set_expense(facts: Facts, change: Change) -> Facts:
    kind = change.expense_kind
    others = tuple(row for row in facts.expenses if row.kind is not kind)
    return _with_expense(replace(facts, expenses=others), kind, change.amount)


def _set_income(facts: Facts, change: Change) -> Facts:
    return _with_income(facts, change.income_kind, change.amount, change.person)


def _drop_income(facts: Facts, change: Change) -> Facts:
    return replace(facts, incomes=tuple(row for row in facts.incomes if row.id != change.income))


def _drop_debts(facts: Facts, _change: Change) -> Facts:
    return replace(facts, debts=())


def _with_expense(facts: Facts, kind: ExpenseKind | None, amount: Decimal | None) -> Facts:
    if amount is None:
        return facts
    row = Expense(id=f"scenario_{kind}", kind=kind, amount=amount)
    return replace(facts, expenses=(*facts.expenses, row))


def _with_income(facts: Facts, kind: IncomeKind | None, amount: Decimal | None, person: str | None) -> Facts:
    row = Income(id=f"scenario_{kind}_{person or 'household'}", kind=kind, amount=amount, person=person)
    others = tuple(other for other in facts.incomes if not (other.kind is kind and other.person == person))
    return replace(facts, incomes=(*others, row))


_APPLY: dict[ChangeKind, Callable[[Facts, Change], Facts]] = {
    ChangeKind.MOVE_TO_SOCIAL_HOUSING: _move_to_social_housing,
    ChangeKind.TAKE_JOB: _take_job,
    ChangeKind.PERSON_LEAVES: _person_leaves,
    ChangeKind.GET_BIM: _get_bim,
    ChangeKind.GET_SOCIAL_ENERGY_TARIFF: _get_social_energy_tariff,
    ChangeKind.SET_EXPENSE: _set_expense,
    ChangeKind.SET_INCOME: _set_income,
    ChangeKind.DROP_INCOME: _drop_income,
    ChangeKind.DROP_DEBTS: _drop_debts,
}
