"""What the reference budget says beside what a household really pays. Euro per month."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.baskets import ReferenceLine
from redi_desktop.engine.expenses import Expense, ExpenseKind, rule_of
from redi_desktop.engine.money import ZERO


def references_beside(assessment: Assessment, expenses: tuple[Expense, ...]) -> dict[str, Decimal]:
    """The reference for the kind (and person) of each expense, by its identifier, its amount typed or not.

    An expense whose kind the reference budget holds nothing for is left out.
    """
    lines = assessment.reference.lines
    places = {line.expense.id: line.compared for line in assessment.retained.expenses}
    found = {
        expense.id: [lines[place].amount for place in places[expense.id]]
        if expense.id in places
        else [line.amount for line in lines if _is_for(expense, line)]
        for expense in expenses
    }
    return {row_id: sum(amounts, ZERO) for row_id, amounts in found.items() if amounts}


def _is_for(expense: Expense, line: ReferenceLine) -> bool:
    """Whether a line is what a not yet counted expense is about, as the engine will see it."""
    if expense.kind is None or (expense.person is not None and line.person_id not in (None, expense.person)):
        return False
    rule = rule_of(expense)
    if rule.covers_need:
        return line.item.need is rule.need and not line.item.expense_kind
    return line.item.expense_kind == expense.kind


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
