"""What an item cost month by month, for a small picture and for « what would it cost in March 2023? »."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import BasketItem, BasketPack
from redi_desktop.engine.months import Month
from redi_desktop.engine.prices import price_at


class PricePoint(NamedTuple):
    """The price of a unit in a month, and whether a tariff set it (else the index moved it there)."""

    month: Month
    unit_price: Decimal
    by_tariff: bool


def price_history(pack: BasketPack, item: BasketItem, last: Month | None = None) -> tuple[PricePoint, ...]:
    """Every month from the pack's first to ``last``, which is the last month of its index when left out."""
    end = last or pack.index.last
    points: list[PricePoint] = []
    month = pack.valid_from
    while month <= end:
        price = price_at(pack, item, month)
        points.append(PricePoint(month, price.unit_price, price.index_from is None))
        month = month.plus(1)
    return tuple(points)
