"""Each real expense and debt worked out against the reference lines of its kind, and against the CPAS's caps."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.baskets import ReferenceBudget
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
from redi_desktop.engine.money import ZERO, Period, per_month, to_cent
from redi_desktop.engine.needs import Need
from redi_desktop.engine.policy import CountCar, ExpenseRules

CAR_KINDS = frozenset({ExpenseKind.CAR, ExpenseKind.CAR_NECESSARY})
NO_RULES = ExpenseRules()


class ExpenseLine(NamedTuple):
    """A real expense per month: what is paid, what is retained, and what it does to the reference budget.

    ``replaced`` are the positions (in the reference budget's lines) that it takes the place of; ``compared`` those
    it is shown beside. ``cap`` is the policy's limit for its kind where that limit cut it.
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
    cap: Decimal | None = None


class DebtLine(NamedTuple):
    """A debt per month: the whole payment, and the accepted part that is retained.

    ``share`` is the accepted share as far as the policy lets it count.
    """

    debt: Debt
    real: Decimal
    retained: Decimal
    share: Decimal


class LinesByKind:
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

    def of_kind(self, kind: ExpenseKind) -> tuple[int, ...]:
        """The lines of a kind, whoever they are for."""
        return tuple(self._by_kind.get(kind, ()))

    def amount_of(self, kind: ExpenseKind) -> Decimal:
        """What the reference holds for a kind, euro per month."""
        return sum((self._reference.lines[place].amount for place in self.of_kind(kind)), ZERO)


class ExpenseDesk:
    """Takes the expenses one after the other and keeps what is left below each cap."""

    def __init__(self, lines: LinesByKind, rules: ExpenseRules | None, options: frozenset[str], bedrooms: int) -> None:
        self._lines = lines
        self._rules = rules or NO_RULES
        self._options = options
        self._caps = _caps(self._rules, lines, bedrooms)
        self._room = dict(self._caps)

    def take(self, expense: Expense) -> ExpenseLine:
        """Work out one checked expense."""
        rule, treatment = rule_of(expense), self._treatment(expense)
        positions = self._lines.covered_by(expense, rule)
        exact = _monthly(expense.amount, expense.period)
        retained, cap = ZERO, None
        if treatment in (Treatment.REPLACE, Treatment.ADD):
            retained, cap = self._retained(expense, exact)
        return ExpenseLine(
            expense=expense,
            rule=rule,
            treatment=treatment,
            by_default=expense.treatment is None,
            real=to_cent(exact),
            exact=exact,
            retained=retained,
            replaced=positions if treatment is Treatment.REPLACE else (),
            compared=positions,
            cap=cap,
        )

    def _retained(self, expense: Expense, exact: Decimal) -> tuple[Decimal, Decimal | None]:
        """The amount retained and, where the policy's cap cut it, that cap; the worker's own amount stands as it is."""
        if expense.retained is not None:
            return to_cent(_monthly(expense.retained, expense.period)), None
        wanted, kind = to_cent(exact), expense.kind
        if kind is None or kind not in self._room:
            return wanted, None
        within = min(wanted, self._room[kind])
        self._room[kind] -= within
        return within, (self._caps[kind] if within < wanted else None)

    def _treatment(self, expense: Expense) -> Treatment:
        treatment, has_reason = treatment_of(expense), bool(expense.reason.strip())
        if expense.kind in CAR_KINDS and self._rules.count_car is CountCar.NEVER:
            return Treatment.COMPARE if treatment is not Treatment.LEAVE_OUT else treatment
        if expense.treatment is None and expense.kind is ExpenseKind.CAR and "option_car" in self._options:
            return Treatment.REPLACE
        needs_reason = expense.kind in REASON_REQUIRED and self._rules.count_car is not CountCar.ALWAYS
        return Treatment.COMPARE if needs_reason and treatment is Treatment.ADD and not has_reason else treatment


def _caps(rules: ExpenseRules, lines: LinesByKind, bedrooms: int) -> dict[ExpenseKind, Decimal]:
    caps: dict[ExpenseKind, Decimal] = {}
    for kind, factor in rules.cap_over_reference.items():
        reference = lines.amount_of(kind)
        if reference > 0:
            caps[kind] = to_cent(reference * factor)
    if bedrooms in rules.rent_cap:
        caps[ExpenseKind.RENT] = rules.rent_cap[bedrooms]
    return caps


def _monthly(amount: Decimal | None, period: Period) -> Decimal:
    typed = amount if amount is not None else Decimal(0)
    return typed if period is Period.ONCE else per_month(typed, period)


def debt_line(debt: Debt, rules: ExpenseRules | None = None) -> DebtLine:
    """The monthly payment of a checked debt, and the accepted part of it as far as the policy lets it count."""
    rules = rules or NO_RULES
    monthly = debt.monthly if debt.monthly is not None else Decimal(0)
    share = min(debt.accepted_share, rules.max_accepted_debt_share) if rules.count_debts else Decimal(0)
    return DebtLine(debt, to_cent(monthly), to_cent(monthly * share), share)


def car_lines_set_aside(
    lines: LinesByKind, expenses: tuple[Expense, ...], rules: ExpenseRules | None
) -> tuple[int, ...]:
    """The reference lines of a car that the policy does not let count."""
    if rules is None or rules.count_car is CountCar.ALWAYS:
        return ()
    necessary = any(row.kind in CAR_KINDS and row.reason.strip() for row in expenses)
    if rules.count_car is CountCar.IF_NECESSARY and necessary:
        return ()
    return lines.of_kind(ExpenseKind.CAR)
