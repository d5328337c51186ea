"""A pack, a household and a month give the reference budget, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import repeat
from typing import NamedTuple

from redi_desktop.engine.basket_pack import CELLS, BasketItem, BasketPack, Scope
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Circumstances, Facts, Member
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.months import Month
from redi_desktop.engine.portions import Candidates, Part, Portion
from redi_desktop.engine.prices import ONE, PricedItem, Remembered, explain_price, price_list
from redi_desktop.engine.quick_tuples import quick

_REMEMBERED = 96
_REMEMBERED_PORTIONS = 512


class ReferenceLine(NamedTuple):
    """What one item costs this household (or one person of it) in a month, rounded to the cent."""

    priced: PricedItem
    member: Member | None
    amount: Decimal

    @property
    def item(self) -> BasketItem:
        """The item of the basket."""
        return self.priced.item

    @property
    def person_id(self) -> str | None:
        """Whose line it is; ``None`` for the household's."""
        return self.member.person.id if self.member else None


_line = quick(ReferenceLine)


class ReferenceBudget(NamedTuple):
    """What the baskets say this household needs in a month; ``parts`` are the portions that the lines are made of."""

    month: Month
    lines: tuple[ReferenceLine, ...]
    parts: tuple[Part, ...]


class Baskets:
    """A pack made ready for many assessments: prices per month and portions per region and age are worked out once.

    What it remembers follows from the pack alone and is bounded; the pack never changes.
    """

    def __init__(self, pack: BasketPack) -> None:
        self.pack = pack
        self._prices: dict[tuple[Month, int], Mapping[str, PricedItem]] = {}
        self._for_persons: dict[tuple[Region, int, Sex | None, Activity], Candidates] = {}
        self._for_homes: dict[tuple[Region, Tenure], Candidates] = {}
        self._portions: dict[tuple[object, ...], Portion] = {}
        self._largest_size = max((len(factors) for factors in pack.size_factors.values()), default=1)

    def prices(self, month: Month, household_size: int) -> Mapping[str, PricedItem]:
        """Every item with its cost in ``month`` for a household of that size."""
        key = (month, min(household_size, self._largest_size))
        found = self._prices.get(key)
        if found is None:
            if len(self._prices) >= _REMEMBERED:
                self._prices.clear()
            found = self._prices[key] = price_list(self.pack, month, key[1])
        return found

    def budget(self, facts: Facts, around: Circumstances, month: Month) -> ReferenceBudget:
        """The reference budget of checked facts; lines in the order of the pack, the household's first."""
        region, numbers = facts.household.region or Region.FLANDERS, around.numbers
        home = self._for_home(region, facts.dwelling.tenure or Tenure.NONE)
        parts = [Part(0, None, self._portion(home, month, around.flags, numbers, ONE))]
        for member in around.members:
            own, share = self._for_member(region, member), member.person.custody_share
            first = parts[-1].first + len(parts[-1].portion.items)
            parts.append(Part(first, member, self._portion(own, month, member.flags, numbers, share)))
        lines: list[ReferenceLine] = []
        for _first, whose, portion in parts:
            lines += map(_line, zip(portion.items, repeat(whose), portion.amounts, strict=False))
        return ReferenceBudget(month, tuple(lines), tuple(parts))

    def _portion(
        self, candidates: Candidates, month: Month, flags: frozenset[str], numbers: Mapping[str, int], share: Decimal
    ) -> Portion:
        """The candidates whose conditions hold, with their amounts, for somebody here that share of the month."""
        size = min(numbers["household_size"], self._largest_size)
        asked = tuple([numbers[number] for number in candidates.numbers])
        key = (candidates, month, size, flags & candidates.flags, asked, share)
        found = self._portions.get(key)
        if found is None:
            if len(self._portions) >= _REMEMBERED_PORTIONS:
                self._portions.clear()
            prices = self.prices(month, size)
            held = (item for item in candidates.items if item.condition.holds(flags, numbers))
            found = self._portions[key] = Portion.of((prices[item.id] for item in held), share)
        return found

    def _for_home(self, region: Region, tenure: Tenure) -> Candidates:
        key = (region, tenure)
        found = self._for_homes.get(key)
        if found is None:
            items = (item for item in self.pack.items if item.scope is Scope.HOUSEHOLD and _fits_place(item, *key))
            found = self._for_homes[key] = Candidates(items)
        return found

    def _for_member(self, region: Region, member: Member) -> Candidates:
        key = (region, member.age, member.person.sex, member.activity)
        found = self._for_persons.get(key)
        if found is None:
            items = (item for item in self.pack.items if item.scope is Scope.PERSON and _fits_person(item, *key))
            found = self._for_persons[key] = Candidates(items)
        return found


def _fits_place(item: BasketItem, region: Region, tenure: Tenure) -> bool:
    return item.region in (None, region) and item.tenure in (None, tenure)


def _fits_person(item: BasketItem, region: Region, age: int, sex: Sex | None, activity: Activity) -> bool:
    return (
        item.region in (None, region)
        and item.age_min <= age <= item.age_max
        and item.sex in (None, sex)
        and (item.activities is None or activity in item.activities)
    )


def cell_totals(reference: ReferenceBudget) -> list[Decimal]:
    """Sum the lines under each need and group, in the order of :data:`CELLS`."""
    totals = [ZERO] * len(CELLS)
    for part in reference.parts:
        for cell, amount in part.portion.totals.items():
            totals[cell] += amount
    return totals


def explain_line(pack: BasketPack, line: ReferenceLine) -> Explanation:
    """Why this line is in the budget and why it is that amount."""
    priced, member, amount = line
    values, parts, told = priced.remembered or _remember(pack, priced)
    if member is None:
        return Explanation("line.household", amount, values, parts)
    person = member.person
    whole = told.get((person.id, member.age))
    if whole is None:
        whole = _explain_whole(priced, member, values, parts)
        if len(told) >= _REMEMBERED:
            told.clear()
        told[person.id, member.age] = whole
    if person.custody_share == ONE:
        return whole
    own = {**whole.values, "exact": priced.exact_for(person.custody_share)}
    share = Explanation("line.custody_share", None, {"share": person.custody_share})
    return Explanation("line.person", amount, own, (*whole.parts, share))


def _explain_whole(
    priced: PricedItem, member: Member, values: dict[str, object], parts: tuple[Explanation, ...]
) -> Explanation:
    """The line of a person who is here all the time."""
    because = Explanation("match.person", None, _match_values(priced.item, member))
    return Explanation("line.person", priced.amount, {**values, "person": member.person.id}, (*parts, because))


def _remember(pack: BasketPack, priced: PricedItem) -> Remembered:
    """What is the same on every line of an item in a month: its formula, its price, its place and condition."""
    item = priced.item
    values: dict[str, object] = {
        "item": item.id,
        "label": dict(item.label),
        "quantity": item.quantity,
        "unit": item.quantity_unit,
        "period": item.period.value,
        "exact": priced.exact,
        "provenance": item.provenance.value,
        "note": item.note,
    }
    if item.lifetime_months is not None:
        values["lifetime_months"] = item.lifetime_months
    parts = (explain_price(pack, priced), *_explain_size(priced), *_explain_place(item))
    priced.remembered = (values, parts, {})
    return priced.remembered


def _explain_size(priced: PricedItem) -> tuple[Explanation, ...]:
    if priced.size_factor is None:
        return ()
    values: dict[str, object] = {"factor": priced.size_factor, "size": priced.household_size}
    return (Explanation("line.size_factor", None, values),)


def _match_values(item: BasketItem, member: Member) -> dict[str, object]:
    return {
        "age": member.age,
        "age_min": item.age_min,
        "age_max": item.age_max,
        "sex": item.sex.value if item.sex else "any",
        "activity": item.activity,
    }


def _explain_place(item: BasketItem) -> Iterator[Explanation]:
    if item.region is not None:
        yield Explanation("match.region", None, {"region": item.region.value})
    if item.tenure is not None:
        yield Explanation("match.tenure", None, {"tenure": item.tenure.value})
    if item.condition.text:
        yield Explanation("match.condition", None, {"condition": item.condition.text})


def explain_absence(facts: Facts, around: Circumstances, item: BasketItem) -> tuple[Explanation, ...]:
    """Why an item is not in the budget: one node per person (or for the household), empty when it is there."""
    region, tenure = facts.household.region, facts.dwelling.tenure
    if item.region is not None and item.region is not region:
        return (Explanation("absent.region", None, {"item": item.id, "region": item.region.value}),)
    if item.tenure is not None and item.tenure is not tenure:
        return (Explanation("absent.tenure", None, {"item": item.id, "tenure": item.tenure.value}),)
    if item.scope is Scope.HOUSEHOLD:
        term = item.condition.first_failing(around.flags, around.numbers)
        return (Explanation("absent.condition", None, {"item": item.id, "term": term}),) if term else ()
    reasons = [_absent_for(item, member, around) for member in around.members]
    return tuple(reason for reason in reasons if reason) if all(reasons) else ()


def _absent_for(item: BasketItem, member: Member, around: Circumstances) -> Explanation | None:
    values: dict[str, object] = {"item": item.id, "person": member.person.id}
    if not item.age_min <= member.age <= item.age_max:
        ages = {"age": member.age, "age_min": item.age_min, "age_max": item.age_max}
        return Explanation("absent.age", None, values | ages)
    if item.sex is not None and item.sex is not member.person.sex:
        return Explanation("absent.sex", None, values | {"sex": item.sex.value})
    if item.activities is not None and member.activity not in item.activities:
        return Explanation("absent.activity", None, values | {"activity": item.activity})
    term = item.condition.first_failing(member.flags, around.numbers)
    return Explanation("absent.condition", None, values | {"term": term}) if term else None
