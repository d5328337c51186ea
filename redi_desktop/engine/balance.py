"""The reference budget with the real expenses in their place, set against what comes in."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import CELLS
from redi_desktop.engine.baskets import ReferenceBudget, cell_totals
from redi_desktop.engine.expense_lines import (
    DebtLine,
    ExpenseDesk,
    ExpenseLine,
    LinesByKind,
    car_lines_set_aside,
    debt_line,
)
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.income import IncomeLine
from redi_desktop.engine.money import ZERO, Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.policy import ExpenseRules

_CELL_OF = {cell: place for place, cell in enumerate(CELLS)}
_NO_NEEDS, _NO_GROUPS = dict.fromkeys(Need, ZERO), dict.fromkeys(Group, ZERO)


class NeedRow(NamedTuple):
    """A need in one line: reference, real, retained, and retained less reference; ``real`` is ``None`` when unknown."""

    need: Need
    reference: Decimal
    real: Decimal | None
    retained: Decimal
    difference: Decimal


class RetainedBudget(NamedTuple):
    """The reference budget with the real expenses in their place."""

    reference: ReferenceBudget
    kept: tuple[bool, ...]
    expenses: tuple[ExpenseLine, ...]
    debts: tuple[DebtLine, ...]
    reference_by_need: dict[Need, Decimal]
    reference_by_group: dict[Group, Decimal]
    by_need: dict[Need, Decimal]
    by_group: dict[Group, Decimal]
    debts_total: Decimal
    reference_total: Decimal
    total: Decimal
    set_aside: tuple[int, ...] = ()
    """Positions of the reference lines that the policy does not let count."""


def retain(
    reference: ReferenceBudget, facts: Facts, bedrooms: int, rules: ExpenseRules | None = None
) -> RetainedBudget:
    """Put the real expenses in the place of the reference lines they replace, add what is added, within the caps."""
    lines = LinesByKind(reference) if facts.expenses or rules else None
    expense_lines: tuple[ExpenseLine, ...] = ()
    set_aside: tuple[int, ...] = ()
    if lines is not None:
        desk = ExpenseDesk(lines, rules, facts, bedrooms)
        expense_lines = tuple(desk.take(expense) for expense in facts.expenses)
        set_aside = car_lines_set_aside(lines, facts, rules)
    debts = tuple(debt_line(debt, rules) for debt in facts.debts)
    return _budget(reference, expense_lines, debts, set_aside)


def _budget(
    reference: ReferenceBudget,
    expense_lines: tuple[ExpenseLine, ...],
    debt_lines: tuple[DebtLine, ...],
    set_aside: tuple[int, ...],
) -> RetainedBudget:
    gone = {place for line in expense_lines for place in line.replaced}.union(set_aside)
    kept = [True] * len(reference.lines)
    totals = cell_totals(reference)
    retained = list(totals)
    for place in gone:
        kept[place] = False
        retained[reference.lines[place].item.cell] -= reference.lines[place].amount
    for expense in expense_lines:
        retained[_CELL_OF[expense.rule.need, expense.rule.group]] += expense.retained
    debts_total = sum((line.retained for line in debt_lines), ZERO)
    by_group = _by_group(retained)
    by_group[Group.FIXED] += debts_total
    return RetainedBudget(
        reference=reference,
        kept=tuple(kept),
        expenses=expense_lines,
        debts=debt_lines,
        reference_by_need=_by_need(totals),
        reference_by_group=_by_group(totals),
        by_need=_by_need(retained),
        by_group=by_group,
        debts_total=debts_total,
        reference_total=sum(totals, ZERO),
        total=sum(retained, ZERO) + debts_total,
        set_aside=set_aside,
    )


def _by_need(totals: list[Decimal]) -> dict[Need, Decimal]:
    summed = _NO_NEEDS.copy()
    for (need, _), amount in zip(CELLS, totals, strict=True):
        summed[need] += amount
    return summed


def _by_group(totals: list[Decimal]) -> dict[Group, Decimal]:
    summed = _NO_GROUPS.copy()
    for (_, group), amount in zip(CELLS, totals, strict=True):
        summed[group] += amount
    return summed


def need_rows(budget: RetainedBudget) -> tuple[NeedRow, ...]:
    """The table by need; ``real`` sums what is really paid, where anything is known of that need."""
    real: dict[Need, Decimal] = {}
    for line in budget.expenses:
        if line.expense.period is not Period.ONCE:
            real[line.rule.need] = real.get(line.rule.need, ZERO) + line.real
    return tuple(
        NeedRow(
            need,
            budget.reference_by_need[need],
            real.get(need),
            budget.by_need[need],
            budget.by_need[need] - budget.reference_by_need[need],
        )
        for need in Need
    )


def income_total(lines: tuple[IncomeLine, ...]) -> Decimal:
    """Euro per month of the incomes that count."""
    return sum((line.amount for line in lines if line.counted), ZERO)
