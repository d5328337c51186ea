"""The reference budget with the real expenses in their place, set against what comes in."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import CELLS
from redi_desktop.engine.baskets import ReferenceBudget, cell_totals
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


class _LinesByKind:
    """The positions of the reference lines by what they are for, worked out in one pass."""

    def __init__(self, reference: ReferenceBudget) -> None:
        self._reference = reference
        self._by_kind: dict[str, list[int]] = {}
        self._living: dict[Need, list[int]] = {}
        for place, (priced, _member, _amount) in enumerate(reference.lines):
            item = priced.item
            if item.expense_kind:
                self._by_kind.setdefault(item.expense_kind, []).append(place)
            else:
                self._living.setdefault(item.need, []).append(place)

    def covered_by(self, expense: Expense, rule: KindRule) -> tuple[int, ...]:
        """The lines of the expense's kind; where it names a person, not those of the others."""
        kind = expense.kind or ""
        places = self._living.get(rule.need, []) if rule.covers_need else self._by_kind.get(kind, [])
        if expense.person is None:
            return tuple(places)
        lines = self._reference.lines
        return tuple(place for place in places if lines[place].person_id in (None, expense.person))


def _expense_line(expense: Expense, lines: _LinesByKind, options: frozenset[str]) -> ExpenseLine:
    rule, treatment = rule_of(expense), _effective_treatment(expense, options)
    positions = lines.covered_by(expense, rule)
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
    by_kind = _LinesByKind(reference) if expenses else None
    expense_lines = tuple(_expense_line(expense, by_kind, options) for expense in expenses) if by_kind else ()
    debt_lines = tuple(debt_line(debt) for debt in debts)
    replaced = frozenset(place for line in expense_lines for place in line.replaced)
    kept = [True] * len(reference.lines)
    totals = cell_totals(reference.lines)
    retained = list(totals)
    for place in replaced:
        kept[place] = False
        retained[reference.lines[place].item.cell] -= reference.lines[place].amount
    for expense in expense_lines:
        retained[CELLS.index((expense.rule.need, expense.rule.group))] += expense.retained
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
    )


def _by_need(totals: list[Decimal]) -> dict[Need, Decimal]:
    summed = dict.fromkeys(Need, ZERO)
    for (need, _), amount in zip(CELLS, totals, strict=True):
        summed[need] += amount
    return summed


def _by_group(totals: list[Decimal]) -> dict[Group, Decimal]:
    summed = dict.fromkeys(Group, ZERO)
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
