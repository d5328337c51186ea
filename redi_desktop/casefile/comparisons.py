"""What the reference budget says beside what a household really pays. Euro per month."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.expense_lines import LinesByKind
from redi_desktop.engine.expenses import Expense, ExpenseKind, rule_of
from redi_desktop.engine.money import ZERO

DEBTS, TOTAL = "debts", "total"


class BudgetRow(NamedTuple):
    """A line of the table by need: a need's value, :data:`DEBTS` or :data:`TOTAL`; ``None`` where nothing is known."""

    key: str
    reference: Decimal | None
    real: Decimal | None
    retained: Decimal
    difference: Decimal


def budget_rows(assessment: Assessment) -> tuple[BudgetRow, ...]:
    """The eleven needs, the debts where there are some, and the sums."""
    budget = assessment.retained
    rows = [BudgetRow(row.need.value, *row[1:]) for row in assessment.need_rows]
    if budget.debts:
        paid = sum((line.real for line in budget.debts), ZERO)
        rows.append(BudgetRow(DEBTS, None, paid, budget.debts_total, budget.debts_total))
    real = sum((row.real for row in rows if row.real is not None), ZERO)
    total = BudgetRow(TOTAL, budget.reference_total, real, budget.total, budget.total - budget.reference_total)
    return (*rows, total)


def references_beside(assessment: Assessment, expenses: tuple[Expense, ...]) -> dict[str, Decimal]:
    """The reference for the kind (and person) of each expense, by its identifier, its amount typed or not.

    An expense whose kind the reference budget holds nothing for is left out.
    """
    places = {line.expense.id: line.compared for line in assessment.retained.expenses}
    unfinished = [expense for expense in expenses if expense.kind is not None and expense.id not in places]
    if unfinished:
        lines_by_kind = LinesByKind(assessment.reference)
        places |= {expense.id: lines_by_kind.covered_by(expense, rule_of(expense)) for expense in unfinished}
    lines = assessment.reference.lines
    return {row_id: sum((lines[place].amount for place in found), ZERO) for row_id, found in places.items() if found}


def kinds_to_ask(assessment: Assessment, expenses: tuple[Expense, ...]) -> tuple[ExpenseKind, ...]:
    """The kinds that the reference budget holds an amount for and no expense is about yet, the largest first."""
    known = {expense.kind for expense in expenses}
    amounts: dict[str, Decimal] = {}
    for line in assessment.reference.lines:
        kind = line.item.expense_kind
        if kind:
            amounts[kind] = amounts.get(kind, ZERO) + line.amount
    asked = sorted((-amount, kind) for kind, amount in amounts.items() if amount)
    return tuple(ExpenseKind(kind) for _amount, kind in asked if kind not in known)
