"""What the aid that was granted costs in a year, to set beside the envelope that a policy names."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from redi_desktop.casefile.judgement import Decision, Verdict

_MONTHS = 12
_GRANTING = (Verdict.GRANTED, Verdict.GRANTED_IN_PART)


def granted_in(year: int, decisions: Iterable[Decision]) -> Decimal:
    """Euro granted for the months of a year by the decisions on one case, the oldest first.

    A month counts in the year in which it begins. Where two decisions name the same month, the later one holds for it;
    a decision without an amount, a beginning or a length grants nothing that could be counted.
    """
    amounts: dict[int, Decimal] = {}
    for decision in decisions:
        amounts.update(_by_month(decision))
    first = year * _MONTHS
    return sum((amount for month, amount in amounts.items() if first <= month < first + _MONTHS), Decimal(0))


def _by_month(decision: Decision) -> dict[int, Decimal]:
    """Euro for each month, counted from the year nought."""
    if decision.verdict not in _GRANTING:
        return {}
    if decision.amount is None or decision.starts_on is None or decision.months is None:
        return {}
    first = decision.starts_on.year * _MONTHS + decision.starts_on.month - 1
    return dict.fromkeys(range(first, first + decision.months), decision.amount)
