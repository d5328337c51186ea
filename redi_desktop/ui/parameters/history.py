"""What a value was, month by month or from day to day: the points of a small picture, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import BasketItem, BasketPack, PriceIndex
from redi_desktop.engine.legal_tables import DatedValue, LegalTables
from redi_desktop.engine.price_history import price_history
from redi_desktop.formatting import date_short, number
from redi_desktop.i18n import _
from redi_desktop.words.explaining import price_words, shown_price
from redi_desktop.words.pack_entries import legal_amount_words


class Point(NamedTuple):
    """A value from a day on, and how it is written."""

    day: date
    value: Decimal
    words: str


class History(NamedTuple):
    """The points in the order of their days; ``steps``: a value stays until the next."""

    points: tuple[Point, ...]
    steps: bool = False

    @property
    def sentence(self) -> str:
        """First, last, lowest and highest, in words."""
        if not self.points:
            return ""
        first, last = self.points[0], self.points[-1]
        lowest, highest = (pick(self.points, key=lambda point: point.value) for pick in (min, max))
        words = _(
            "{first} ({since}), {last} ({until}); lowest {lowest} ({when_lowest}), highest {highest} ({when_highest})."
        )
        return words.format(
            first=first.words, since=date_short(first.day), last=last.words, until=date_short(last.day),
            lowest=lowest.words, when_lowest=date_short(lowest.day),
            highest=highest.words, when_highest=date_short(highest.day),
        )  # fmt: skip

    @property
    def by_year(self) -> str:
        """The first value of each year, for who cannot see the picture."""
        years: dict[int, str] = {}
        for point in self.points:
            years.setdefault(point.day.year, point.words)
        return "; ".join(f"{year}: {words}" for year, words in years.items())


def item_history(pack: BasketPack, item: BasketItem) -> History:
    """What a unit cost from the pack's first month to the last one whose index is known."""
    points = price_history(pack, item)
    return History(tuple(_priced(point.month.first_day(), point.unit_price) for point in points))


def legal_history(tables: LegalTables, value_id: str) -> History:
    """What the law said from each day on."""
    return History(tuple(map(_legal, tables.values.get(value_id, ()))), steps=True)


def index_history(index: PriceIndex) -> History:
    """The index month by month."""
    return History(tuple(_indexed(index)))


def _priced(day: date, price: Decimal) -> Point:
    return Point(day, price, price_words(shown_price(price)))


def _legal(value: DatedValue) -> Point:
    return Point(value.valid_from, value.value, legal_amount_words(value))


def _indexed(index: PriceIndex) -> Iterable[Point]:
    return (Point(value.month.first_day(), value.value, number(value.value)) for value in index.values)
