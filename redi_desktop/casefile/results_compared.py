"""Two results in their public form, ``redi-assessment/1``, side by side. Euro per month."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from redi_desktop.engine.needs import Need


class Sum(StrEnum):
    """What a result comes to, besides its needs."""

    DEBTS = "debts"
    NEEDED = "needed"
    INCOME = "income"
    BALANCE = "balance"
    PROPOSAL = "proposal"


class Compared(NamedTuple):
    """One amount of two results."""

    key: Need | Sum
    first: Decimal
    second: Decimal

    @property
    def difference(self) -> Decimal:
        """Positive: the second is more."""
        return self.second - self.first


def amounts_of(result: Mapping[str, Any]) -> dict[Need | Sum, Decimal]:
    """The needs of a result and what it comes to."""
    retained = result["retained_budget"]
    needs: dict[Need | Sum, Decimal] = {need: Decimal(retained["by_need"].get(need.value, "0")) for need in Need}
    return needs | {
        Sum.DEBTS: Decimal(retained["debts"]),
        Sum.NEEDED: Decimal(retained["total"]),
        Sum.INCOME: Decimal(result["income"]["total"]),
        Sum.BALANCE: Decimal(result["balance"]),
        Sum.PROPOSAL: Decimal(result["proposal"]["amount"]),
    }


def compared(first: Mapping[str, Any], second: Mapping[str, Any]) -> tuple[Compared, ...]:
    """Every need whose amount is another one, then what both results come to."""
    before, after = amounts_of(first), amounts_of(second)
    rows = [Compared(key, before[key], after[key]) for key in before]
    return tuple(row for row in rows if row.difference or (isinstance(row.key, Sum) and row.key is not Sum.DEBTS))
