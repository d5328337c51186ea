"""The figures of the picture that everyone understands: what is needed above what there is, on one scale of euros.

Pure: no words, no colours, no drawing. The window, the PDF and the HTML draw the same figures. Places and lengths are
fractions of the width of the picture (0 to 1); amounts are euro per month.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import ZERO

DEBTS = "debts"
"""The key of the segment of accepted debts, after those of the needs."""
MOST_TICKS = 6
MOST_INCOMES = 8
"""Of more incomes than this, those of one kind make one segment together."""


class Segment(NamedTuple):
    """A part of a bar: the value of a need, :data:`DEBTS`, or the key of an :class:`IncomePart`."""

    key: str
    amount: Decimal
    start: float
    length: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.start + self.length


class Tick(NamedTuple):
    """A mark of the scale."""

    amount: Decimal
    place: float


class IncomePart(NamedTuple):
    """What makes one segment of the lower bar: an income, or all incomes of a kind (then of nobody in particular).

    ``key`` is the income's id or the kind's value.
    """

    key: str
    kind: IncomeKind
    person: str | None
    amount: Decimal


class BalanceFigures(NamedTuple):
    """Both bars and what lies between their ends: ``missing`` or ``left``, of which at least one is zero."""

    needed: tuple[Segment, ...]
    available: tuple[Segment, ...]
    needed_total: Decimal
    available_total: Decimal
    missing: Decimal
    left: Decimal
    ticks: tuple[Tick, ...]

    @property
    def needed_end(self) -> float:
        """Where the upper bar ends."""
        return self.needed[-1].end if self.needed else 0.0

    @property
    def available_end(self) -> float:
        """Where the lower bar ends, before the gap."""
        return self.available[-1].end if self.available else 0.0


def balance_figures(assessment: Assessment) -> BalanceFigures:
    """The figures of an assessment: the retained budget by need against the counted incomes."""
    retained = assessment.retained
    needed = [(need.value, amount) for need, amount in retained.by_need.items()]
    needed.append((DEBTS, retained.debts_total))
    return figures_of(needed, [(part.key, part.amount) for part in income_parts(assessment)])


def income_parts(assessment: Assessment) -> tuple[IncomePart, ...]:
    """What the lower bar is made of, in the order of the case: counted incomes, many of them put together by kind."""
    lines = [line for line in assessment.incomes if line.counted and line.amount]
    parts = [
        IncomePart(line.income.id, line.income.kind or IncomeKind.OTHER, line.income.person, line.amount)
        for line in lines
    ]
    if len(parts) <= MOST_INCOMES:
        return tuple(parts)
    amounts: dict[IncomeKind, Decimal] = {}
    for part in parts:
        amounts[part.kind] = amounts.get(part.kind, ZERO) + part.amount
    return tuple(IncomePart(kind.value, kind, None, amount) for kind, amount in amounts.items())


def figures_of(needed: Iterable[tuple[str, Decimal]], available: Iterable[tuple[str, Decimal]]) -> BalanceFigures:
    """Lay amounts out on one scale, in the order given; those that are zero have no segment."""
    needs = [(key, amount) for key, amount in needed if amount > 0]
    incomes = [(key, amount) for key, amount in available if amount > 0]
    needed_total = sum((amount for _, amount in needs), ZERO)
    available_total = sum((amount for _, amount in incomes), ZERO)
    whole = max(needed_total, available_total)
    return BalanceFigures(
        needed=_segments(needs, whole),
        available=_segments(incomes, whole),
        needed_total=needed_total,
        available_total=available_total,
        missing=max(needed_total - available_total, ZERO),
        left=max(available_total - needed_total, ZERO),
        ticks=_ticks(whole),
    )


def _segments(amounts: list[tuple[str, Decimal]], whole: Decimal) -> tuple[Segment, ...]:
    segments, before = [], ZERO
    for key, amount in amounts:
        start, after = float(before / whole), before + amount
        segments.append(Segment(key, amount, start, float(after / whole) - start))
        before = after
    return tuple(segments)


def _ticks(whole: Decimal) -> tuple[Tick, ...]:
    """Round amounts from zero on, at most :data:`MOST_TICKS` of them."""
    if whole <= 0:
        return (Tick(ZERO, 0.0),)
    step = next(step for step in _steps(whole) if whole / step < MOST_TICKS)
    count = int(whole // step) + 1
    return tuple(Tick(step * place, float(step * place / whole)) for place in range(count))


def _steps(whole: Decimal) -> Iterable[Decimal]:
    power = Decimal(10) ** (whole.adjusted() - 1)
    return (power * factor for factor in (1, 2, 5, 10, 20, 50, 100))
