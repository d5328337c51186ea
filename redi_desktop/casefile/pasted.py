"""Rows that were copied from a spreadsheet and put into the incomes or the expenses of a case."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.casefile.changes import add_income, put_expense, put_income
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.rows import free_id
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period


class PastedRow(NamedTuple):
    """One line of a table; where no ``kind`` fits its ``text``, the text is kept as the reason and the kind asked."""

    kind: StrEnum | None
    amount: Decimal
    period: Period
    text: str


def add_expenses(case: CaseFile, rows: tuple[PastedRow, ...]) -> CaseFile:
    """The case with an expense for each line; an account writes what goes out with a minus, which is dropped."""
    for row in rows:
        kind = row.kind if isinstance(row.kind, ExpenseKind) else None
        new = Expense(
            id=free_id("e", case.expenses),
            kind=kind,
            amount=abs(row.amount),
            period=row.period,
            reason="" if kind else row.text,
        )
        case = put_expense(case, new)
    return case


def add_incomes(case: CaseFile, rows: tuple[PastedRow, ...]) -> CaseFile:
    """The case with an income for each line, the applicant's until something else is said."""
    for row in rows:
        case = add_income(case)
        kind = row.kind if isinstance(row.kind, IncomeKind) else None
        new = case.incomes[-1]
        changed = Income(
            id=new.id,
            person=new.person,
            kind=kind,
            amount=row.amount,
            period=row.period,
            reason="" if kind else row.text,
        )
        case = put_income(case, changed)
    return case
