"""The reference budget with the real expenses in their place, set against what comes in."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.baskets import ReferenceBudget, ReferenceLine, totals_by_group, totals_by_need
from redi_desktop.engine.expenses import (
    REASON_REQUIRED,
    Debt,
    Expense,
    ExpenseKind,
    KindRule,
    Treatment,
    rule_of,
    treatment_of,
)
from redi_desktop.engine.income import IncomeLine
from redi_desktop.engine.money import ZERO, Period, per_month, to_cent
from redi_desktop.engine.needs import Group, Need


class ExpenseLine(NamedTuple):
    """A real expense per month: what is paid, what is retained, and what it does to the reference budget.

    ``replaced`` are the positions (in the reference budget's lines) that it takes the place of; ``compared`` those
    it is shown beside.
    """

    expense: Expense
    rule: KindRule
    treatment: Treatment
    by_default: bool
    real: Decimal
    exact: Decimal
    retained: Decimal
    replaced: tuple[int, ...]
    compared: tuple[int, ...]


class DebtLine(NamedTuple):
    """A debt per month: the whole payment, and the accepted part that is retained."""

    debt: Debt
    real: Decimal
    retained: Decimal


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


def covers(expense: Expense, rule: KindRule, line: ReferenceLine) -> bool:
    """Whether a reference line is of the expense's kind, and of its person where both name one."""
    item = line.item
    if expense.person is not None and line.person_id not in (None, expense.person):
        return False
    if rule.covers_need:
        return item.need is rule.need and not item.expense_kind
    return item.expense_kind == expense.kind


def expense_line(expense: Expense, reference: ReferenceBudget, options: frozenset[str]) -> ExpenseLine:
    """Work out one checked expense against the reference lines of its kind."""
    rule, treatment = rule_of(expense), _effective_treatment(expense, options)
    positions = tuple(place for place, line in enumerate(reference.lines) if covers(expense, rule, line))
    typed = expense.amount if expense.amount is not None else Decimal(0)
    exact = _monthly(typed, expense.period)
    wanted = exact if expense.retained is None else _monthly(expense.retained, expense.period)
    counts = treatment in (Treatment.REPLACE, Treatment.ADD)
    return ExpenseLine(
        expense=expense,
        rule=rule,
        treatment=treatment,
        by_default=expense.treatment is None,
        real=to_cent(exact),
        exact=exact,
        retained=to_cent(wanted) if counts else ZERO,
        replaced=positions if treatment is Treatment.REPLACE else (),
        compared=positions,
    )


def _monthly(amount: Decimal, period: Period) -> Decimal:
    return amount if period is Period.ONCE else per_month(amount, period)


def _effective_treatment(expense: Expense, options: frozenset[str]) -> Treatment:
    treatment = treatment_of(expense)
    if expense.treatment is None and expense.kind is ExpenseKind.CAR and "option_car" in options:
        return Treatment.REPLACE
    if expense.kind in REASON_REQUIRED and treatment is Treatment.ADD and not expense.reason.strip():
        return Treatment.COMPARE
    return treatment


def debt_line(debt: Debt) -> DebtLine:
    """The monthly payment of a checked debt, and the accepted part of it."""
    monthly = debt.monthly if debt.monthly is not None else Decimal(0)
    return DebtLine(debt, to_cent(monthly), to_cent(monthly * debt.accepted_share))


def retain(
    reference: ReferenceBudget, expenses: tuple[Expense, ...], debts: tuple[Debt, ...], options: frozenset[str]
) -> RetainedBudget:
    """Put the real expenses in the place of the reference lines they replace, and add what is added."""
    expense_lines = tuple(expense_line(expense, reference, options) for expense in expenses)
    debt_lines = tuple(debt_line(debt) for debt in debts)
    replaced = frozenset(place for line in expense_lines for place in line.replaced)
    kept = tuple(place not in replaced for place in range(len(reference.lines)))
    by_need = totals_by_need((line.item.need, line.amount) for line in reference.lines)
    by_group = totals_by_group((line.item.group, line.amount) for line in reference.lines)
    debts_total = sum((line.retained for line in debt_lines), ZERO)
    retained_need, retained_group = dict(by_need), dict(by_group)
    for place in replaced:
        line = reference.lines[place]
        retained_need[line.item.need] -= line.amount
        retained_group[line.item.group] -= line.amount
    for expense in expense_lines:
        retained_need[expense.rule.need] += expense.retained
        retained_group[expense.rule.group] += expense.retained
    retained_group[Group.FIXED] += debts_total
    return RetainedBudget(
        reference=reference,
        kept=kept,
        expenses=expense_lines,
        debts=debt_lines,
        reference_by_need=by_need,
        reference_by_group=by_group,
        by_need=retained_need,
        by_group=retained_group,
        debts_total=debts_total,
        reference_total=sum(by_need.values(), ZERO),
        total=sum(retained_need.values(), ZERO) + debts_total,
    )


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
