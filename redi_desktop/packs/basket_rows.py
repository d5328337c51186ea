"""The rows of a basket pack's tables, each checked and turned into what the engine holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from redi_desktop.engine.basket_pack import (
    BasketItem,
    IndexValue,
    PriceIndex,
    Provenance,
    Scope,
    SizeFactor,
    Source,
    Tariff,
)
from redi_desktop.engine.conditions import BadCondition, Condition, parse_condition
from redi_desktop.engine.expenses import EXPENSE_RULES, ExpenseKind
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.packs.sourced_rows import next_index_value, source_named
from redi_desktop.packs.table import Row

T = TypeVar("T")
ITEM_COLUMNS = (
    *("item_id", "need", "group", "expense_kind", "label_fr", "label_nl", "scope", "age_min", "age_max", "sex"),
    *("activity", "region", "tenure", "condition", "quantity", "quantity_unit", "period", "lifetime_months"),
    *("unit_price", "price_date", "provenance", "source_id", "note"),
)
TARIFF_COLUMNS = ("item_id", "valid_from", "unit_price", "source_id")
INDEX_COLUMNS = ("month", "series", "base", "index", "source_id")
FACTOR_COLUMNS = ("need", "household_size", "factor", "source_id", "note")
CPI = ("cpi", "2013=100")
"""The series and base that move prices."""
HEALTH = ("health", "2013=100")
"""The series and base that legal amounts follow; a pack may do without it."""
_ACTIVITIES = {"inactive": frozenset({Activity.JOBSEEKER, Activity.INCAPACITY, Activity.INACTIVE})}


_KINDS_OF_ITEMS = frozenset(kind for kind, rule in EXPENSE_RULES.items() if not rule.covers_need)


def items(rows: Iterable[Row], known_sources: Mapping[str, Source]) -> tuple[BasketItem, ...]:
    """The items, in the order of the file."""
    found: dict[str, BasketItem] = {}
    for row in rows:
        item_id = row.new_identifier("item_id", found)
        found[item_id] = _item(row, item_id, known_sources)
    return tuple(found.values())


def _item(row: Row, item_id: str, known_sources: Mapping[str, Source]) -> BasketItem:
    need, scope = row.choice("need", Need), row.choice("scope", Scope)
    age_min, age_max = _ages(row, scope)
    period = row.choice("period", Period)
    activities = _activities(row)
    return BasketItem(
        id=item_id,
        need=need,
        group=row.choice("group", Group),
        expense_kind=_expense_kind(row, need),
        label={"fr": row.required("label_fr"), "nl": row.required("label_nl")},
        scope=scope,
        age_min=age_min,
        age_max=age_max,
        sex=_person_only(row, scope, "sex", row.choice_or_any("sex", Sex)),
        activity=row.required("activity"),
        activities=_person_only(row, scope, "activity", activities),
        region=row.choice_or_any("region", Region),
        tenure=row.choice_or_any("tenure", Tenure),
        condition=_condition(row),
        quantity=row.positive("quantity"),
        quantity_unit=row.required("quantity_unit"),
        period=period,
        lifetime_months=_lifetime(row, period),
        unit_price=row.decimal("unit_price"),
        price_date=row.month("price_date"),
        provenance=row.choice("provenance", Provenance),
        source_id=source_named(row, known_sources),
        note=row.text("note"),
    )


def _ages(row: Row, scope: Scope) -> tuple[int, int]:
    if scope is Scope.HOUSEHOLD:
        for column in ("age_min", "age_max"):
            if row.text(column):
                row.refuse(column, "pack_cell_not_empty")
        return 0, 0
    first, last = row.whole("age_min"), row.whole("age_max")
    if last < first:
        row.refuse("age_max", "pack_ages_swapped")
    return first, last


def _person_only(row: Row, scope: Scope, column: str, value: T | None) -> T | None:
    if scope is Scope.HOUSEHOLD and value is not None:
        row.refuse(column, "pack_household_not_person")
    return value


def _activities(row: Row) -> frozenset[Activity] | None:
    written = row.required("activity")
    if written == "any":
        return None
    return _ACTIVITIES.get(written) or frozenset({row.choice("activity", Activity)})


def _expense_kind(row: Row, need: Need) -> str:
    if not row.text("expense_kind"):
        return ""
    kind = row.choice("expense_kind", ExpenseKind)
    if EXPENSE_RULES[kind].covers_need:
        row.refuse("expense_kind", "pack_value_unknown", known=", ".join(sorted(_KINDS_OF_ITEMS)))
    if EXPENSE_RULES[kind].need is not need:
        row.refuse("expense_kind", "pack_kind_of_other_need", need=EXPENSE_RULES[kind].need)
    return kind.value


def _condition(row: Row) -> Condition:
    try:
        return parse_condition(row.text("condition"))
    except BadCondition as error:
        row.refuse("condition", "pack_condition_unknown", term=error.term)


def _lifetime(row: Row, period: Period) -> Decimal | None:
    if period is Period.ONCE:
        return row.positive("lifetime_months")
    if row.text("lifetime_months"):
        row.refuse("lifetime_months", "pack_cell_not_empty")
    return None


def tariffs(
    rows: Iterable[Row], known_items: Mapping[str, BasketItem], known_sources: Mapping[str, Source]
) -> dict[str, tuple[Tariff, ...]]:
    """The dated tariffs of each item, each later than the one before it."""
    found: dict[str, list[Tariff]] = {}
    for row in rows:
        item_id = row.required("item_id")
        if item_id not in known_items:
            row.refuse("item_id", "pack_item_unknown")
        earlier = found.setdefault(item_id, [])
        tariff = Tariff(row.month("valid_from"), row.decimal("unit_price"), source_named(row, known_sources))
        if earlier and tariff.valid_from <= earlier[-1].valid_from:
            row.refuse("valid_from", "pack_dates_overlap")
        earlier.append(tariff)
    return {item_id: tuple(dated) for item_id, dated in found.items()}


def price_indices(rows: Iterable[Row], known_sources: Mapping[str, Source]) -> tuple[PriceIndex, PriceIndex | None]:
    """The consumer price index and the health index (base 2013), month after month without a gap.

    Other series are checked alike.
    """
    series: dict[tuple[str, str], list[IndexValue]] = {}
    last_row: Row | None = None
    for row in rows:
        last_row = row
        values = series.setdefault((row.required("series"), row.required("base")), [])
        values.append(next_index_value(row, values, known_sources))
    if CPI not in series:
        (last_row or Row("price_index.csv", 1, {})).refuse("series", "pack_index_missing", series=CPI[0], base=CPI[1])
    return PriceIndex(tuple(series[CPI])), PriceIndex(tuple(series[HEALTH])) if HEALTH in series else None


def size_factors(rows: Iterable[Row], known_sources: Mapping[str, Source]) -> dict[Need, tuple[SizeFactor, ...]]:
    """The household-size factors of each need, for sizes 1, 2, 3 … without a gap."""
    found: dict[Need, list[SizeFactor]] = {}
    for row in rows:
        factors = found.setdefault(row.choice("need", Need), [])
        size = row.whole("household_size")
        if size != len(factors) + 1:
            row.refuse("household_size", "pack_sizes_gap", expected=len(factors) + 1)
        factors.append(SizeFactor(size, row.positive("factor"), source_named(row, known_sources), row.text("note")))
    return {need: tuple(factors) for need, factors in found.items()}
