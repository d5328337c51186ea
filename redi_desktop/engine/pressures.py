"""Where a deficit comes from: income, housing, energy, health, debts … each with its weight, which add up to it.

    deficit = (reference budget − income) + Σ over sources (retained − reference) + accepted debts

A source that costs less than the baskets say has a negative weight. What is really paid and not in the retained budget
(debts that are not accepted, what a cap cut, living costs above their basket) makes no part of the deficit and weighs
on the household all the same: it stands beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.balance import RetainedBudget
from redi_desktop.engine.expense_lines import ExpenseLine
from redi_desktop.engine.expenses import ExpenseKind, PaidBy, Treatment
from redi_desktop.engine.money import ZERO, Period
from redi_desktop.engine.needs import Need


class PressureSource(StrEnum):
    """What a part of a deficit comes from: what comes in, one of the needs (energy apart from the home), debts."""

    INCOME = "income"
    FOOD = "food"
    CLOTHING = "clothing"
    HEALTH = "health"
    HYGIENE = "hygiene"
    HOUSING = "housing"
    ENERGY = "energy"
    REST_LEISURE = "rest_leisure"
    SAFE_CHILDHOOD = "safe_childhood"
    RELATIONS = "relations"
    MOBILITY = "mobility"
    SAFETY = "safety"
    UNFORESEEN_ADMIN = "unforeseen_admin"
    DEBTS = "debts"


ENERGY_KINDS = frozenset({ExpenseKind.ELECTRICITY, ExpenseKind.GAS, ExpenseKind.HEATING_OIL, ExpenseKind.WATER})
"""Energy and water: bills that can fall, apart from the home itself."""
_RETAINED = (Treatment.REPLACE, Treatment.ADD)


class Pressure(NamedTuple):
    """A part of the deficit, euro per month: ``weight`` is what is retained less what it is held against.

    For the income that is the reference budget less what comes in; for the debts the whole of what is accepted.
    ``expenses`` are the real expenses of the source, ``set_aside`` the reference lines that the policy left out of it.
    """

    source: PressureSource
    reference: Decimal
    retained: Decimal
    weight: Decimal
    expenses: tuple[ExpenseLine, ...] = ()
    set_aside: tuple[int, ...] = ()


class Beside(NamedTuple):
    """What is really paid each month and not in the retained budget: of debts, and of expenses by kind."""

    debts: Decimal
    expenses: dict[ExpenseKind, Decimal]

    @property
    def total(self) -> Decimal:
        """All of it together."""
        return self.debts + sum(self.expenses.values(), ZERO)


class Pressures(NamedTuple):
    """The parts of a deficit, which add up to it; negative: what is left. Those that weigh most come first."""

    deficit: Decimal
    parts: tuple[Pressure, ...]
    beside: Beside

    def share(self, pressure: Pressure) -> Decimal | None:
        """Which part of the deficit it is; ``None`` where nothing is missing."""
        return pressure.weight / self.deficit if self.deficit > 0 else None

    @property
    def deficit_when_all_is_paid(self) -> Decimal:
        """What is missing when everything beside the budget is paid as well."""
        return self.deficit + self.beside.total


def pressures(assessment: Assessment) -> Pressures:
    """Where the deficit of an assessment comes from."""
    budget = assessment.retained
    parts = [_income(assessment), *_sources(budget)]
    if budget.debts:
        parts.append(Pressure(PressureSource.DEBTS, ZERO, budget.debts_total, budget.debts_total))
    heaviest_first = sorted(parts, key=lambda part: part.weight, reverse=True)
    return Pressures(-assessment.balance, tuple(heaviest_first), _beside(budget))


def _income(assessment: Assessment) -> Pressure:
    reference, income = assessment.retained.reference_total, assessment.income_total
    return Pressure(PressureSource.INCOME, reference, income, reference - income)


def source_of(need: Need, kind: str | None) -> PressureSource:
    """Where an expense or a line of the reference budget belongs."""
    return PressureSource.ENERGY if kind in ENERGY_KINDS else PressureSource(need.value)


def _sources(budget: RetainedBudget) -> Iterator[Pressure]:
    """Every source in which a real expense or the policy changes something."""
    reference: dict[PressureSource, Decimal] = {}
    lines = budget.reference.lines
    for place, kept in enumerate(budget.kept):
        if not kept:
            item = lines[place].priced.item
            source = source_of(item.need, item.expense_kind)
            reference[source] = reference.get(source, ZERO) + lines[place].amount
    expenses: dict[PressureSource, list[ExpenseLine]] = {}
    for line in budget.expenses:
        if line.treatment in _RETAINED:
            expenses.setdefault(source_of(line.rule.need, line.expense.kind), []).append(line)
    for source in PressureSource:
        if source in reference or source in expenses:
            yield _pressure(budget, source, reference.get(source, ZERO), expenses.get(source, []))


def _pressure(budget: RetainedBudget, source: PressureSource, reference: Decimal, lines: list[ExpenseLine]) -> Pressure:
    retained = sum((line.retained for line in lines), ZERO)
    items = ((place, budget.reference.lines[place].priced.item) for place in budget.set_aside)
    aside = tuple(place for place, item in items if source_of(item.need, item.expense_kind) is source)
    return Pressure(source, reference, retained, retained - reference, tuple(lines), aside)


def _beside(budget: RetainedBudget) -> Beside:
    debts = sum((line.real - line.retained for line in budget.debts), ZERO)
    by_kind: dict[ExpenseKind, list[ExpenseLine]] = {}
    for line in budget.expenses:
        expense = line.expense
        if expense.kind is not None and expense.paid_by is PaidBy.HOUSEHOLD and expense.period is not Period.ONCE:
            by_kind.setdefault(expense.kind, []).append(line)
    above = {kind: _above(budget, lines) for kind, lines in by_kind.items()}
    return Beside(debts, {kind: amount for kind, amount in above.items() if amount > 0})


def _above(budget: RetainedBudget, lines: Iterable[ExpenseLine]) -> Decimal:
    """What a household pays for a kind above what its budget holds for it: retained, or in the baskets that stay."""
    paid, held, places = ZERO, ZERO, set[int]()
    for line in lines:
        paid += line.real
        held += line.retained
        if line.treatment not in _RETAINED:
            places.update(place for place in line.compared if budget.kept[place])
    return paid - held - sum((budget.reference.lines[place].amount for place in places), ZERO)
