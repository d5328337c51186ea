"""Dated legal amounts: what the law says on a day, where it is written, and what is doubtful about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from redi_desktop.engine.dated_pack import DatedPack


class ValueStatus(StrEnum):
    """What a legal amount rests on."""

    PUBLISHED = "published"
    """Seen in a published source."""
    COMPUTED = "computed"
    """Worked out with a method that gives the published amounts exactly; the note says how."""
    DOUBTFUL = "doubtful"
    """Sources contradict each other or are silent; the doubt is named wherever the value is used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """One legal amount from a day on, until the next one of the same ``id``.

    ``value`` is in ``unit`` (``EUR``, ``ratio``, ``years``) per ``period`` (``month``, ``year``, ``cheque`` or empty).
    ``doubts`` are codes; ``note`` says in a sentence how it was computed and what is doubtful.
    """

    id: str
    valid_from: date
    value: Decimal
    unit: str
    period: str
    status: ValueStatus
    source: str
    legal_basis: str
    note: str = ""
    doubts: tuple[str, ...] = ()


class NoLegalValue(LookupError):
    """The tables hold no value of that name on that day; ``first_day`` is when they begin (``None``: never)."""

    def __init__(self, value_id: str, day: date, first_day: date | None) -> None:
        super().__init__(f"{value_id} on {day} (first known: {first_day})")
        self.value_id = value_id
        self.day = day
        self.first_day = first_day


@dataclass(frozen=True, eq=False)
class LegalTables(DatedPack):
    """A dated, versioned, sourced set of legal amounts; each id has its values in the order of their days."""

    values: Mapping[str, tuple[DatedValue, ...]]

    def at(self, value_id: str, day: date) -> DatedValue:
        """The value in force on ``day``; raises :class:`NoLegalValue` before the first one."""
        dated = self.values.get(value_id, ())
        position = bisect_right(dated, day, key=lambda value: value.valid_from)
        if position == 0:
            raise NoLegalValue(value_id, day, dated[0].valid_from if dated else None)
        return dated[position - 1]

    def has(self, value_id: str, day: date) -> bool:
        """Whether a value of that name is in force on ``day``."""
        dated = self.values.get(value_id, ())
        return bool(dated) and dated[0].valid_from <= day
