"""The figures of the picture that everyone understands: what is needed above what there is, on one scale of euros.

Pure: no words, no colours, no drawing. The window, the PDF and the HTML draw the same figures. Places and lengths are
fractions of the width of the picture (0 to 1); amounts are euro per month.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.money import ZERO

DEBTS = "debts"
"""The key of the segment of accepted debts, after those of the needs."""
MOST_TICKS = 6


class Segment(NamedTuple):
    """A part of a bar: the value of a need, :data:`DEBTS`, or the id of an income."""

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
    available = [(line.income.id, line.amount) for line in assessment.incomes if line.counted]
    return figures_of(needed, available)


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
