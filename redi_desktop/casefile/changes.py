"""Immutable updates of a case: a row added, changed or removed gives a new case."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Protocol, TypeVar

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.household import Person
from redi_desktop.engine.income import Income


class Row(Protocol):
    """What can be found by its identifier."""

    @property
    def id(self) -> str:
        """The identifier within its list."""
        ...


R = TypeVar("R", bound=Row)
Change = Callable[[CaseFile], CaseFile]


def free_id(prefix: str, rows: tuple[Row, ...]) -> str:
    """The first identifier ``prefix1``, ``prefix2`` … that no row bears."""
    taken = {row.id for row in rows}
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def put_row(rows: tuple[R, ...], row: R) -> tuple[R, ...]:
    """The rows with ``row`` in the place of the one that bears its identifier, or at the end."""
    if any(other.id == row.id for other in rows):
        return tuple(row if other.id == row.id else other for other in rows)
    return (*rows, row)


def drop_row(rows: tuple[R, ...], row_id: str) -> tuple[R, ...]:
    """The rows without the one of that identifier."""
    return tuple(row for row in rows if row.id != row_id)


def put_person(case: CaseFile, person: Person) -> CaseFile:
    """The case with that person added or changed."""
    persons = put_row(case.household.persons, person)
    return dataclasses.replace(case, household=dataclasses.replace(case.household, persons=persons))


def drop_person(case: CaseFile, person_id: str) -> CaseFile:
    """The case without that person; incomes and expenses that were theirs become the household's."""
    household = dataclasses.replace(case.household, persons=drop_row(case.household.persons, person_id))
    return dataclasses.replace(
        case,
        household=household,
        incomes=tuple(_unassigned(income, person_id) for income in case.incomes),
        expenses=tuple(_unassigned(expense, person_id) for expense in case.expenses),
    )


def _unassigned(row: Income | Expense, person_id: str) -> Income | Expense:
    return dataclasses.replace(row, person=None) if row.person == person_id else row


def put_income(case: CaseFile, income: Income) -> CaseFile:
    """The case with that income added or changed."""
    return dataclasses.replace(case, incomes=put_row(case.incomes, income))


def drop_income(case: CaseFile, income_id: str) -> CaseFile:
    """The case without that income."""
    return dataclasses.replace(case, incomes=drop_row(case.incomes, income_id))


def put_expense(case: CaseFile, expense: Expense) -> CaseFile:
    """The case with that expense added or changed."""
    return dataclasses.replace(case, expenses=put_row(case.expenses, expense))


def drop_expense(case: CaseFile, expense_id: str) -> CaseFile:
    """The case without that expense."""
    return dataclasses.replace(case, expenses=drop_row(case.expenses, expense_id))


def expense_of_kind(case: CaseFile, kind: ExpenseKind) -> Expense | None:
    """The first expense of that kind that is the household's own."""
    return next((row for row in case.expenses if row.kind is kind and row.person is None), None)
