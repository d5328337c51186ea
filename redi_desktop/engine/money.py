"""Euros as exact decimals, and what an amount per day, week or year is in a month.

A month is a twelfth of 365.25 days. A line is rounded half-up to the cent once, when it is made.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

CENT = Decimal("0.01")
ZERO = Decimal("0.00")


class Period(StrEnum):
    """How often an amount comes back."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    QUARTER = "quarter"
    YEAR = "year"
    ONCE = "once"


MONTHS_RATIO: dict[Period, tuple[Decimal, Decimal]] = {
    Period.MONTH: (Decimal(1), Decimal(1)),
    Period.DAY: (Decimal("365.25"), Decimal(12)),
    Period.WEEK: (Decimal("365.25"), Decimal(84)),
    Period.QUARTER: (Decimal(1), Decimal(3)),
    Period.YEAR: (Decimal(1), Decimal(12)),
}
"""Multiply an amount by the first and divide by the second to have it per month."""


def to_cent(amount: Decimal) -> Decimal:
    """Round half-up to the cent (0.005 becomes 0.01, -0.005 becomes -0.01)."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def per_month(amount: Decimal, period: Period) -> Decimal:
    """Bring ``amount`` euro per ``period`` to euro per month, not rounded.

    Raises ``KeyError`` for ``Period.ONCE``: what comes once has no month.
    """
    multiplier, divisor = MONTHS_RATIO[period]
    return amount * multiplier / divisor
