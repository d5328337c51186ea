"""A parameter pack as the engine holds it: items, tariffs, price index, size factors, sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from redi_desktop.engine.conditions import Condition, escapes_size_factor, options_named
from redi_desktop.engine.dated_pack import DatedPack
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.money import Period
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Group, Need

CELLS = tuple((need, group) for need in Need for group in Group)
"""Every need in every group: the smallest sums that totals are made of."""


class Scope(StrEnum):
    """Whether an item makes one line for each matching person or one for the household."""

    PERSON = "person"
    HOUSEHOLD = "household"


class Provenance(StrEnum):
    """What a price rests on."""

    OFFICIAL = "official"
    PUBLISHED = "published"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from."""

    id: str
    title: str
    publisher: str
    url: str
    date: str
    read_on: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketItem:
    """One good or service of a need's basket.

    ``unit_price`` is in euro at ``price_date``; ``quantity`` units are bought each ``period``, or once for
    ``lifetime_months``. ``None`` stands for "any" in ``sex``, ``activities``, ``region`` and ``tenure``.
    """

    id: str
    need: Need
    group: Group
    expense_kind: str
    label: Mapping[str, str]
    scope: Scope
    age_min: int
    age_max: int
    sex: Sex | None
    activity: str
    activities: frozenset[Activity] | None
    region: Region | None
    tenure: Tenure | None
    condition: Condition
    quantity: Decimal
    quantity_unit: str
    period: Period
    lifetime_months: Decimal | None
    unit_price: Decimal
    price_date: Month
    provenance: Provenance
    source_id: str
    note: str
    cell: int = field(init=False, repr=False, compare=False)
    """Which of the :data:`CELLS` the item adds to."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "cell", CELLS.index((self.need, self.group)))

    @property
    def escapes_size_factor(self) -> bool:
        """Whether the household-size factor leaves this item alone."""
        return escapes_size_factor(self.condition)


@dataclass(frozen=True, slots=True)
class Tariff:
    """A price set from a month on, in euro per unit."""

    valid_from: Month
    unit_price: Decimal
    source_id: str


@dataclass(frozen=True, slots=True)
class IndexValue:
    """A monthly value of a price index and the month it belongs to."""

    month: Month
    value: Decimal
    source_id: str


class PriceIndex:
    """The consumer price index month by month, without a gap."""

    def __init__(self, values: tuple[IndexValue, ...]) -> None:
        self.values = values
        self.first = values[0].month
        self.last = values[-1].month
        self._by_month = {value.month: value for value in values}

    def at(self, month: Month) -> IndexValue:
        """The value of ``month``, or the last one known when the month comes after it.

        Raises ``KeyError`` for a month before the first one.
        """
        return self.values[-1] if month > self.last else self._by_month[month]


@dataclass(frozen=True, slots=True)
class SizeFactor:
    """How a need's cost changes with the number of people who share a kitchen."""

    size: int
    factor: Decimal
    source_id: str
    note: str


@dataclass(frozen=True, eq=False)
class BasketPack(DatedPack):
    """A dated, versioned, sourced set of items, prices and tariffs."""

    regions: frozenset[Region]
    items: tuple[BasketItem, ...]
    tariffs: Mapping[str, tuple[Tariff, ...]]
    index: PriceIndex
    size_factors: Mapping[Need, tuple[SizeFactor, ...]]
    sources: Mapping[str, Source]
    health_index: PriceIndex | None = None
    """The health index, which legal amounts follow; ``None`` in a pack that does not give it."""
    item_by_id: Mapping[str, BasketItem] = field(init=False)
    options: frozenset[str] = field(init=False)
    """The ``option_*`` flags that conditions of the pack ask for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_by_id", {item.id: item for item in self.items})
        options = (options_named(item.condition) for item in self.items)
        object.__setattr__(self, "options", frozenset().union(*options))

    def tariff_at(self, item_id: str, month: Month) -> Tariff | None:
        """The tariff in force in ``month``; the first one when the month comes before it; ``None`` without tariffs."""
        tariffs = self.tariffs.get(item_id)
        if not tariffs:
            return None
        position = bisect_right(tariffs, month, key=lambda tariff: tariff.valid_from)
        return tariffs[max(0, position - 1)]

    def size_factor(self, need: Need, household_size: int) -> SizeFactor | None:
        """The factor of a need for a household of that size; the largest size listed stands for all above."""
        factors = self.size_factors.get(need)
        return factors[min(household_size, len(factors)) - 1] if factors else None
