"""What of the baskets one person, or the home, has in a month, and what follows from that whatever else a case says.

A case is put together from a few portions that each depend on the pack alone; so the sums of a portion, and where its
lines for a kind of expense are, are worked out once and not for each case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

from redi_desktop.engine.basket_pack import BasketItem
from redi_desktop.engine.facts import Member
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.needs import Need
from redi_desktop.engine.prices import ONE, PricedItem

_Key = TypeVar("_Key")


class Portion(NamedTuple):
    """Items with their amounts (euro per month, each rounded), in the order of the pack.

    ``totals`` are their sums by cell of :data:`CELLS`; ``by_kind`` and ``of_need`` say at which places stand the items
    for a kind of expense, and those for a need that are for no kind.
    """

    items: tuple[PricedItem, ...]
    amounts: tuple[Decimal, ...]
    totals: Mapping[int, Decimal]
    by_kind: Mapping[str, tuple[int, ...]]
    of_need: Mapping[Need, tuple[int, ...]]

    @classmethod
    def of(cls, priced: Iterable[PricedItem], share: Decimal) -> Portion:
        """The portion of somebody who is here that share of the month."""
        items = tuple(priced)
        whole = share == ONE
        amounts = tuple(one.amount if whole else to_cent(one.exact_for(share)) for one in items)
        totals: dict[int, Decimal] = {}
        by_kind: dict[str, list[int]] = {}
        of_need: dict[Need, list[int]] = {}
        for place, (priced_item, amount) in enumerate(zip(items, amounts, strict=True)):
            item = priced_item.item
            totals[item.cell] = totals.get(item.cell, ZERO) + amount
            if item.expense_kind:
                by_kind.setdefault(item.expense_kind, []).append(place)
            else:
                of_need.setdefault(item.need, []).append(place)
        return cls(items, amounts, totals, _fixed(by_kind), _fixed(of_need))


def _fixed(places: Mapping[_Key, list[int]]) -> dict[_Key, tuple[int, ...]]:
    return {key: tuple(found) for key, found in places.items()}


class Part(NamedTuple):
    """A portion in a reference budget: at which of its lines it begins, and whose it is (``None``: the home's)."""

    first: int
    member: Member | None
    portion: Portion

    def is_for(self, person: str | None) -> bool:
        """Whether somebody's expense can be about it: about the home's always, else about their own."""
        return person is None or self.member is None or self.member.person.id == person


class Candidates:
    """The items that there may be for a person of some age and activity, or in a home: their conditions decide.

    ``flags`` and ``numbers`` are what these conditions ask about; nothing else of a case can change the portion.
    """

    __slots__ = ("flags", "items", "numbers")

    def __init__(self, items: Iterable[BasketItem]) -> None:
        self.items = tuple(items)
        conditions = [item.condition for item in self.items]
        self.flags = frozenset().union(*(condition.required | condition.excluded for condition in conditions))
        self.numbers = tuple(sorted({one.number for condition in conditions for one in condition.comparisons}))
