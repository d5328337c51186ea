"""A pack, a household and a month give the reference budget, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import BasketItem, BasketPack, Scope
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Circumstances, Facts, Member
from redi_desktop.engine.household import Region, Tenure
from redi_desktop.engine.money import to_cent
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.prices import ONE, PricedItem, explain_price, price_list

_REMEMBERED = 96


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


class ReferenceBudget(NamedTuple):
    """What the baskets say this household needs in a month."""

    month: Month
    lines: tuple[ReferenceLine, ...]


class Baskets:
    """A pack made ready for many assessments: prices per month and items per region and age are worked out once.

    What it remembers follows from the pack alone and is bounded; the pack never changes.
    """

    def __init__(self, pack: BasketPack) -> None:
        self.pack = pack
        self._prices: dict[tuple[Month, int], Mapping[str, PricedItem]] = {}
        self._person_items: dict[tuple[Region, int], tuple[BasketItem, ...]] = {}
        self._household_items: dict[tuple[Region, Tenure], tuple[BasketItem, ...]] = {}
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
        prices = self.prices(month, around.numbers["household_size"])
        lines = [ReferenceLine(prices[item.id], None, prices[item.id].amount) for item in self._for_home(facts, around)]
        region = facts.household.region or Region.FLANDERS
        for member in around.members:
            share = member.person.custody_share
            for item in self._for_member(region, member, around):
                priced = prices[item.id]
                amount = priced.amount if share == ONE else to_cent(priced.exact_for(share))
                lines.append(ReferenceLine(priced, member, amount))
        return ReferenceBudget(month, tuple(lines))

    def _for_home(self, facts: Facts, around: Circumstances) -> Iterator[BasketItem]:
        key = (facts.household.region or Region.FLANDERS, facts.dwelling.tenure or Tenure.NONE)
        items = self._household_items.get(key)
        if items is None:
            items = self._household_items[key] = tuple(
                item for item in self.pack.items if item.scope is Scope.HOUSEHOLD and _fits_place(item, *key)
            )
        return (item for item in items if item.condition.holds(around.flags, around.numbers))

    def _for_member(self, region: Region, member: Member, around: Circumstances) -> Iterator[BasketItem]:
        key = (region, member.age)
        items = self._person_items.get(key)
        if items is None:
            items = self._person_items[key] = tuple(
                item
                for item in self.pack.items
                if item.scope is Scope.PERSON
                and item.region in (None, region)
                and item.age_min <= member.age <= item.age_max
            )
        sex, activity, flags, numbers = member.person.sex, member.activity, member.flags, around.numbers
        for item in items:
            if item.sex is not None and item.sex is not sex:
                continue
            if item.activities is not None and activity not in item.activities:
                continue
            if item.condition.text and not item.condition.holds(flags, numbers):
                continue
            yield item


def _fits_place(item: BasketItem, region: Region, tenure: Tenure) -> bool:
    return item.region in (None, region) and item.tenure in (None, tenure)


def totals_by_need(amounts: Iterator[tuple[Need, Decimal]]) -> dict[Need, Decimal]:
    """Sum amounts under each of the eleven needs, those without a line included."""
    totals = dict.fromkeys(Need, Decimal("0.00"))
    for need, amount in amounts:
        totals[need] += amount
    return totals


def totals_by_group(amounts: Iterator[tuple[Group, Decimal]]) -> dict[Group, Decimal]:
    """Sum amounts under each of the three groups."""
    totals = dict.fromkeys(Group, Decimal("0.00"))
    for group, amount in amounts:
        totals[group] += amount
    return totals


def explain_line(pack: BasketPack, line: ReferenceLine) -> Explanation:
    """Why this line is in the budget and why it is that amount."""
    item, priced = line.item, line.priced
    values: dict[str, object] = {
        "item": item.id,
        "label": dict(item.label),
        "quantity": item.quantity,
        "unit": item.quantity_unit,
        "period": item.period.value,
        "exact": priced.exact if line.member is None else priced.exact_for(line.member.person.custody_share),
        "provenance": item.provenance.value,
        "note": item.note,
    }
    if item.lifetime_months is not None:
        values["lifetime_months"] = item.lifetime_months
    parts = [explain_price(pack, priced), *_explain_size(pack, priced), *_explain_match(line)]
    if line.member is None:
        return Explanation("line.household", line.amount, values, tuple(parts))
    values["person"] = line.member.person.id
    if line.member.person.custody_share != ONE:
        parts.append(Explanation("line.custody_share", None, {"share": line.member.person.custody_share}))
    return Explanation("line.person", line.amount, values, tuple(parts))


def _explain_size(pack: BasketPack, priced: PricedItem) -> tuple[Explanation, ...]:
    if priced.size_factor is None:
        return ()
    factor = next(factor for factor in pack.size_factors[priced.item.need] if factor.factor == priced.size_factor)
    return (Explanation("line.size_factor", None, {"factor": factor.factor, "size": factor.size}),)


def _explain_match(line: ReferenceLine) -> Iterator[Explanation]:
    item = line.item
    if line.member is not None:
        values: dict[str, object] = {
            "age": line.member.age,
            "age_min": item.age_min,
            "age_max": item.age_max,
            "sex": item.sex.value if item.sex else "any",
            "activity": item.activity,
        }
        yield Explanation("match.person", None, values)
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
