"""When the law raises benefits: the smoothed health index reaches a pivot, and months later amounts rise by 2 %.

Law of 2 August 1971: the smoothed index is the mean of the health index of four months, less 2 % (since the index jump
of 2015), to the cent; each pivot is 2 % above the one before it. Benefits rose in the month after a crossing; since the
programme law of 18 July 2025, in the third month after it. Pivots are in base 2013.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import IndexValue, PriceIndex
from redi_desktop.engine.money import to_cent
from redi_desktop.engine.months import Month

SMOOTHED_OVER = 4
"""Months whose mean is taken."""
REDUCTION = Decimal("0.98")
STEP = Decimal("1.02")
FIRST_PIVOT, FIRST_STEPS = Decimal("101.02"), 15
"""The pivot crossed in May 2016, and how many steps it is above 103.14 (base 1996), that of the statutory amounts."""
THIRD_MONTH_SINCE = Month(2025, 7)
"""Crossings from this month on raise benefits in the third month after; none fell between January and December 2025."""
_FOUR_DECIMALS = Decimal("0.0001")


class Smoothed(NamedTuple):
    """The smoothed health index of a month."""

    month: Month
    value: Decimal


class Crossing(NamedTuple):
    """A pivot that was reached: in which month, by what, and from which month benefits are 2 % higher.

    ``steps`` counts the pivots crossed since 103.14 (base 1996), to which the statutory amounts are linked.
    """

    pivot: Decimal
    reached: Smoothed
    benefits_from: Month
    steps: int

    @property
    def coefficient(self) -> Decimal:
        """What a statutory amount is multiplied by, to four decimals."""
        return (STEP**self.steps).quantize(_FOUR_DECIMALS, ROUND_HALF_UP)


def smoothed_values(health: PriceIndex) -> tuple[Smoothed, ...]:
    """The smoothed index of every month that has three months before it."""
    return tuple(
        _smoothed(health.values[end - SMOOTHED_OVER : end]) for end in range(SMOOTHED_OVER, len(health.values) + 1)
    )


def _smoothed(months: tuple[IndexValue, ...]) -> Smoothed:
    mean = sum((month.value for month in months), Decimal(0)) / SMOOTHED_OVER
    return Smoothed(months[-1].month, to_cent(mean * REDUCTION))


def crossings(health: PriceIndex) -> tuple[Crossing, ...]:
    """Every pivot that the series crosses, the oldest first; those below its first month were crossed before it."""
    return tuple(_crossings(smoothed_values(health)))


def _crossings(smoothed: Iterable[Smoothed]) -> Iterator[Crossing]:
    pivot, steps = FIRST_PIVOT, FIRST_STEPS
    began = False
    for reached in smoothed:
        while reached.value >= pivot:
            if began:
                yield Crossing(pivot, reached, benefits_month(reached.month), steps)
            pivot, steps = to_cent(pivot * STEP), steps + 1
        began = True


def benefits_month(crossed: Month) -> Month:
    """From which month benefits are higher once a pivot was crossed in ``crossed``."""
    return crossed.plus(3 if crossed >= THIRD_MONTH_SINCE else 1)


def next_pivot(health: PriceIndex) -> Decimal:
    """The first pivot that the series has not reached."""
    highest = max((value.value for value in smoothed_values(health)), default=Decimal(0))
    pivot = FIRST_PIVOT
    while pivot <= highest:
        pivot = to_cent(pivot * STEP)
    return pivot


def in_force(found: Iterable[Crossing], month: Month) -> Crossing | None:
    """The crossing whose rise benefits had last in ``month``."""
    return max((one for one in found if one.benefits_from <= month), key=lambda one: one.steps, default=None)
