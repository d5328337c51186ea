"""Each real expense and debt worked out against the reference lines of its kind, and against the CPAS's caps."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.baskets import ReferenceBudget
from redi_desktop.engine.car_costs import CAR_KINDS, car_rule
from redi_desktop.engine.expenses import (
    EXPENSE_RULES,
    Debt,
    Expense,
    ExpenseKind,
    KindRule,
    Treatment,
    rule_of,
    treatment_of,
)
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.money import ZERO, Period, per_month, to_cent
from redi_desktop.engine.policy import ExpenseRules

_RETAINED = (Treatment.REPLACE, Treatment.ADD)


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
    """The positions of the reference lines by what they are for: a kind of expense, else only a need."""

    def __init__(self, reference: ReferenceBudget) -> None:
        self._reference = reference

    def covered_by(self, expense: Expense, rule: KindRule) -> tuple[int, ...]:
        """The lines of the expense's kind; where it names a person, not those of the others."""
        return self._places(expense.kind or ExpenseKind.OTHER, rule, expense.person)

    def of_kind(self, kind: ExpenseKind) -> tuple[int, ...]:
        """The lines of a kind, whoever they are for."""
        return self._places(kind, EXPENSE_RULES[kind])

    def amount_of(self, kind: ExpenseKind) -> Decimal:
        """What the reference holds for a kind, euro per month."""
        return sum((self._reference.lines[place].amount for place in self.of_kind(kind)), ZERO)

    def _places(self, kind: ExpenseKind, rule: KindRule, person: str | None = None) -> tuple[int, ...]:
        """A car that is necessary stands for the same lines as any other car."""
        places: list[int] = []
        one = ExpenseKind.CAR if kind in CAR_KINDS else kind
        for part in self._reference.parts:
            portion = part.portion
            own = portion.of_need.get(rule.need) if rule.covers_need else portion.by_kind.get(one)
            if own and part.is_for(person):
                places += [part.first + place for place in own]
        return tuple(places)


class ExpenseDesk:
    """Works out each expense, and how far the caps of the policy reach.

    The expenses of one kind share its cap, in the order in which they were typed. An amount that the worker retains
    instead stands as it is, even above the cap, and leaves the others of its kind only what is left below it.
    """

    def __init__(self, lines: LinesByKind, rules: ExpenseRules | None, facts: Facts, bedrooms: int) -> None:
        self._lines = lines
        self._car = car_rule(rules, frozenset(facts.options))
        self._caps = _caps(rules, lines, bedrooms) if rules else {}
        self._room = dict(self._caps)
        if self._room:
            self._take_what_the_worker_retains(facts.expenses)

    def take(self, expense: Expense) -> ExpenseLine:
        """Work out one checked expense."""
        rule, treatment = rule_of(expense), self._treatment(expense)
        positions = self._lines.covered_by(expense, rule)
        exact = _monthly(expense.amount, expense.period)
        retained, cap = ZERO, None
        if treatment in _RETAINED:
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

    def _treatment(self, expense: Expense) -> Treatment:
        return self._car.treatment(expense) if expense.kind in CAR_KINDS else treatment_of(expense)

    def _take_what_the_worker_retains(self, expenses: tuple[Expense, ...]) -> None:
        for expense in expenses:
            kind = expense.kind
            if expense.retained is None or kind not in self._room or self._treatment(expense) not in _RETAINED:
                continue
            self._room[kind] = max(ZERO, self._room[kind] - to_cent(_monthly(expense.retained, expense.period)))

    def _retained(self, expense: Expense, exact: Decimal) -> tuple[Decimal, Decimal | None]:
        """The amount retained and, where the policy's cap cut it, that cap."""
        if expense.retained is not None:
            return to_cent(_monthly(expense.retained, expense.period)), None
        wanted, kind = to_cent(exact), expense.kind
        if kind not in self._room:
            return wanted, None
        within = min(wanted, self._room[kind])
        self._room[kind] -= within
        return within, (self._caps[kind] if within < wanted else None)


def _caps(rules: ExpenseRules, lines: LinesByKind, bedrooms: int) -> dict[ExpenseKind | None, Decimal]:
    """The most that is retained for each kind; a kind that the reference holds nothing for has no cap over it."""
    caps: dict[ExpenseKind | None, Decimal] = {}
    for kind, factor in rules.cap_over_reference.items():
        reference = lines.amount_of(kind)
        if reference > 0:
            caps[kind] = to_cent(reference * factor)
    if bedrooms in rules.rent_cap:
        rent = rules.rent_cap[bedrooms]
        caps[ExpenseKind.RENT] = min(rent, caps.get(ExpenseKind.RENT, rent))
    return caps


def _monthly(amount: Decimal | None, period: Period) -> Decimal:
    typed = amount if amount is not None else Decimal(0)
    return typed if period is Period.ONCE else per_month(typed, period)


def debt_line(debt: Debt, rules: ExpenseRules | None = None) -> DebtLine:
    """The monthly payment of a checked debt, and the accepted part of it as far as the policy lets it count."""
    monthly = debt.monthly if debt.monthly is not None else Decimal(0)
    share = debt.accepted_share
    if rules is not None:
        share = min(share, rules.max_accepted_debt_share) if rules.count_debts else Decimal(0)
    return DebtLine(debt, to_cent(monthly), to_cent(monthly * share), share)


def car_lines_set_aside(lines: LinesByKind, facts: Facts, rules: ExpenseRules | None) -> tuple[int, ...]:
    """The reference lines of a car that the policy does not let count."""
    aside = car_rule(rules, frozenset(facts.options)).sets_reference_aside(facts.expenses)
    return lines.of_kind(ExpenseKind.CAR) if aside else ()
