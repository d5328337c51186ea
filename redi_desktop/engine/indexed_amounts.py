"""The legal amounts that a crossed pivot is likely to have changed, computed until somebody confirms them.

An amount follows the index where its tables say so: the note of one of its values names its statutory base and the
coefficient (``base 6038.83 x coefficient 1.7758``, with ``/ 12`` where a yearly amount is paid by the month). Yearly
amount = base × coefficient to the cent, a month of it = a twelfth to the cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.index_rule import Crossing, in_force
from redi_desktop.engine.legal_tables import DatedValue, LegalTables, ValueStatus
from redi_desktop.engine.money import to_cent
from redi_desktop.engine.months import Month

UNCONFIRMED = "not_seen_published"
"""The doubt of an amount that nobody has seen published."""
GIVEN_UP_AFTER = 4
"""Crossings that an amount missed before it is taken for one that the law has given up."""
_BASE = re.compile(r"\bbase (\d{1,7}\.\d{1,4})(?: \([^)]*\))? x coefficient \d")
_TWELFTH = re.compile(r"/ 12\b")
_MONTHS = 12


class Proposed(NamedTuple):
    """An amount as the index rule gives it, and the one it would follow."""

    value: DatedValue
    before: DatedValue
    crossing: Crossing


class _Formula(NamedTuple):
    base: Decimal
    monthly: bool

    def amount(self, coefficient: Decimal) -> Decimal:
        yearly = to_cent(self.base * coefficient)
        return to_cent(yearly / _MONTHS) if self.monthly else yearly


def proposed_amounts(tables: LegalTables, found: Sequence[Crossing]) -> tuple[Proposed, ...]:
    """The amounts that the tables do not have yet, by name and by month."""
    return tuple(
        proposed for value_id in sorted(tables.values) for proposed in _proposed(tables.values[value_id], found)
    )


def pending(tables: LegalTables, found: Sequence[Crossing]) -> tuple[Crossing, ...]:
    """The crossings that some amount of the tables has not followed yet."""
    return tuple(sorted({proposed.crossing for proposed in proposed_amounts(tables, found)}))


def _proposed(dated: Sequence[DatedValue], found: Sequence[Crossing]) -> Iterator[Proposed]:
    current = dated[-1]
    followed = in_force(found, Month.of(current.valid_from))
    formula = _formula(dated, followed) if followed else None
    if followed is None or formula is None or found[-1].steps - followed.steps > GIVEN_UP_AFTER:
        return
    for crossing in found:
        if crossing.steps > followed.steps:
            proposed = Proposed(_value(current, crossing, formula), current, crossing)
            yield proposed
            current = proposed.value


def _formula(dated: Sequence[DatedValue], followed: Crossing) -> _Formula | None:
    """Base and rule from the newest note that names them; a base that no longer gives the amount is worked out anew."""
    noted = [formula for value in dated if (formula := _noted(value))]
    if not noted:
        return None
    value, coefficient = dated[-1].value, followed.coefficient
    if noted[-1].amount(coefficient) == value:
        return noted[-1]
    return _Formula(to_cent(value * (_MONTHS if noted[-1].monthly else 1) / coefficient), noted[-1].monthly)


def _noted(value: DatedValue) -> _Formula | None:
    base = _BASE.search(value.note)
    return _Formula(Decimal(base[1]), _TWELFTH.search(value.note) is not None) if base else None


def _value(current: DatedValue, crossing: Crossing, formula: _Formula) -> DatedValue:
    doubts = tuple(dict.fromkeys((*current.doubts, UNCONFIRMED)))
    doubtful = current.status is ValueStatus.DOUBTFUL
    return replace(
        current,
        valid_from=crossing.benefits_from.first_day(),
        value=formula.amount(crossing.coefficient),
        status=ValueStatus.DOUBTFUL if doubtful else ValueStatus.COMPUTED,
        source="",
        note=_note(crossing, formula),
        doubts=doubts,
    )


def _note(crossing: Crossing, formula: _Formula) -> str:
    """How the amount was worked out, in the words of the other notes of the tables."""
    reached, twelfth = crossing.reached, ", / 12" if formula.monthly else ""
    return (
        f"base {formula.base} x coefficient {crossing.coefficient} = round(1.02^{crossing.steps}, 4){twelfth}; "
        f"pivot {crossing.pivot} (base 2013) crossed in {reached.month} by the smoothed health index "
        f"({reached.value}); amounts from {crossing.benefits_from}; not yet confirmed"
    )
