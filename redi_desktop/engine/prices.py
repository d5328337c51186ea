"""What an item costs in a month: the tariff in force, else its dated price moved by the consumer price index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import BasketItem, BasketPack, IndexValue, Tariff
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.money import MONTHS_RATIO, to_cent
from redi_desktop.engine.months import Month

ONE = Decimal(1)


class PriceAt(NamedTuple):
    """A unit price in a month, and how it came about.

    ``source_id`` is the source of ``price``; ``index_from`` and ``index_to`` are given when the index moved it.
    """

    price: Decimal
    price_month: Month
    source_id: str
    tariff: Tariff | None
    index_from: IndexValue | None
    index_to: IndexValue | None
    asked_month: Month

    @property
    def unit_price(self) -> Decimal:
        """Euro per unit in the month asked for, not rounded."""
        if self.index_from is None or self.index_to is None:
            return self.price
        return self.price * self.index_to.value / self.index_from.value

    @property
    def index_is_late(self) -> bool:
        """Whether the month comes after the last index known, which was kept."""
        return self.index_to is not None and self.index_to.month < self.asked_month


Remembered = tuple[dict[str, object], tuple[Explanation, ...], dict[tuple[str, int], Explanation]]
"""The values and parts that every line of an item shares, and the whole explanation of a person at an age."""


@dataclass(slots=True, eq=False)
class PricedItem:
    """An item with its cost per month in a household of a given size, for a share of one.

    ``exact`` is not rounded, ``amount`` is to the cent. ``remembered`` keeps the part of its explanation that is the
    same on every line; it follows from the rest.
    """

    item: BasketItem
    price: PriceAt
    household_size: int
    size_factor: Decimal | None
    exact: Decimal
    amount: Decimal
    remembered: Remembered | None = None

    def exact_for(self, share: Decimal) -> Decimal:
        """Euro per month for a person who is here that share of the month, not rounded.

        The share goes in before the one division: ``exact`` has lost its last digits, and a tie would round down.
        """
        return monthly_cost(self.item, self.price, share if self.size_factor is None else self.size_factor * share)


def price_at(pack: BasketPack, item: BasketItem, month: Month) -> PriceAt:
    """The unit price of ``item`` in ``month``.

    Raises ``KeyError`` for a month before the first value of the index, which a check must have refused before.
    """
    tariff = pack.tariff_at(item.id, month)
    if tariff is not None and tariff.valid_from <= month:
        return PriceAt(tariff.unit_price, tariff.valid_from, tariff.source_id, tariff, None, None, month)
    if tariff is not None:
        base, price, source = tariff.valid_from, tariff.unit_price, tariff.source_id
    else:
        base, price, source = item.price_date, item.unit_price, item.source_id
    return PriceAt(price, base, source, tariff, pack.index.at(base), pack.index.at(month), month)


def monthly_cost(item: BasketItem, price: PriceAt, factor: Decimal | None) -> Decimal:
    """Euro per month before rounding, with one division at the end so that nothing is lost on the way."""
    numerator = price.price * item.quantity
    divisor = ONE
    if item.lifetime_months is not None:
        divisor = item.lifetime_months
    else:
        multiplier, divisor = MONTHS_RATIO[item.period]
        numerator *= multiplier
    if price.index_from is not None and price.index_to is not None:
        numerator *= price.index_to.value
        divisor *= price.index_from.value
    if factor is not None:
        numerator *= factor
    return numerator / divisor


def priced_item(pack: BasketPack, item: BasketItem, month: Month, household_size: int) -> PricedItem:
    """An item's cost per month for a household of that size."""
    price = price_at(pack, item, month)
    factor = None if item.escapes_size_factor else pack.size_factor(item.need, household_size)
    exact = monthly_cost(item, price, factor.factor if factor else None)
    size = factor.size if factor else household_size
    return PricedItem(item, price, size, factor.factor if factor else None, exact, to_cent(exact))


def price_list(pack: BasketPack, month: Month, household_size: int) -> Mapping[str, PricedItem]:
    """Every item of the pack with its cost in that month."""
    return {item.id: priced_item(pack, item, month, household_size) for item in pack.items}


def explain_price(pack: BasketPack, priced: PricedItem) -> Explanation:
    """How the unit price came about, down to its source and date."""
    price, item = priced.price, priced.item
    values: dict[str, object] = {
        "price": price.price,
        "price_month": str(price.price_month),
        "month": str(price.asked_month),
        "unit": item.quantity_unit,
        "provenance": item.provenance.value,
    }
    parts: tuple[Explanation, ...] = (explain_source(pack, price.source_id),)
    if price.index_from is None or price.index_to is None:
        return Explanation("price.tariff", price.unit_price, values, parts)
    values |= {
        "index_from": price.index_from.value,
        "index_from_month": str(price.index_from.month),
        "index_to": price.index_to.value,
        "index_to_month": str(price.index_to.month),
    }
    if price.index_is_late:
        parts = (*parts, Explanation("price.index_late", None, {"last_month": str(price.index_to.month)}))
    rule = "price.before_first_tariff" if price.tariff is not None else "price.indexed"
    return Explanation(rule, price.unit_price, values, parts)


def explain_source(pack: BasketPack, source_id: str) -> Explanation:
    """Which source a figure comes from, and its date."""
    source = pack.sources[source_id]
    values: dict[str, object] = {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
    }
    return Explanation("source", None, values)
