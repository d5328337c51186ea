"""A pack small enough to do its sums in one's head: a dozen items, round prices, an index that grows by one a month.

The index is 100 in January 2020 and 117 in June 2021, its last month; every price is of January 2021 (index 112), the
month in which the tests stand unless they say otherwise.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.basket_pack import (
    BasketItem,
    BasketPack,
    IndexValue,
    PriceIndex,
    Provenance,
    Scope,
    SizeFactor,
    Source,
    Tariff,
)
from redi_desktop.engine.conditions import parse_condition
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.money import Period
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Group, Need

FIRST, PRICED, LAST = Month(2020, 1), Month(2021, 1), Month(2021, 6)
IDLE = frozenset({Activity.JOBSEEKER, Activity.INCAPACITY, Activity.INACTIVE})


def item(item_id: str, need: Need, group: Group, price: str, **other: Any) -> BasketItem:
    """An item of everybody, bought once a month, unless ``other`` says otherwise."""
    condition = parse_condition(other.pop("condition", ""))
    written: dict[str, Any] = {
        "scope": Scope.PERSON, "age_min": 0, "age_max": 120, "sex": None, "activity": "any", "activities": None,
        "region": None, "tenure": None, "expense_kind": "", "quantity": Decimal(1), "quantity_unit": "pc",
        "period": Period.MONTH, "lifetime_months": None, "price_date": PRICED, "provenance": Provenance.PUBLISHED,
        "source_id": "BOOK", "note": "", "label": {"fr": item_id, "nl": item_id},
    }  # fmt: skip
    return BasketItem(
        id=item_id, need=need, group=group, unit_price=Decimal(price), condition=condition, **(written | other)
    )


HOME: dict[str, Any] = {"scope": Scope.HOUSEHOLD, "age_max": 0}
TENANT: dict[str, Any] = HOME | {"tenure": Tenure.PRIVATE_RENT, "expense_kind": "rent"}
YEAR: dict[str, Any] = {"period": Period.YEAR}
ITEMS = (
    # 365.25 / 12 = 30.4375 a month for one person in a household of two
    item("bread", Need.FOOD, Group.LIVING, "1.00", period=Period.DAY),
    item("milk_powder", Need.FOOD, Group.LIVING, "50", age_max=0, condition="no_factor"),
    item("school_meals", Need.FOOD, Group.FIXED, "40", condition="option_meals", expense_kind="school_meals"),
    item("coat", Need.CLOTHING, Group.RESERVE, "108", period=Period.ONCE, lifetime_months=Decimal(36)),
    item("skirt", Need.CLOTHING, Group.RESERVE, "24", period=Period.ONCE, lifetime_months=Decimal(12), sex=Sex.F),
    item("care_premium", Need.HEALTH, Group.FIXED, "60", **YEAR, age_min=26, region=Region.FLANDERS,
         expense_kind="flemish_care_premium", provenance=Provenance.OFFICIAL),
    item("studio", Need.HOUSING, Group.FIXED, "500", **TENANT, condition="bedrooms<=1",
         provenance=Provenance.ESTIMATE),
    item("flat", Need.HOUSING, Group.FIXED, "600", **TENANT, condition="bedrooms=2", provenance=Provenance.ESTIMATE),
    item("gas", Need.HOUSING, Group.FIXED, "80", **HOME, expense_kind="gas", condition="heating_gas"),
    item("water", Need.HOUSING, Group.FIXED, "99", **HOME, expense_kind="water"),
    item("waste_tax", Need.HOUSING, Group.FIXED, "24", **HOME, **YEAR, expense_kind="waste_tax", condition="!bim"),
    item("school_trips", Need.SAFE_CHILDHOOD, Group.LIVING, "120", **YEAR, age_min=6, age_max=17,
         activity="primary", activities=frozenset({Activity.PRIMARY}), expense_kind="school"),
    item("school_bag", Need.SAFE_CHILDHOOD, Group.RESERVE, "48", period=Period.ONCE, lifetime_months=Decimal(24),
         age_min=6, age_max=17, expense_kind="school"),
    item("phone", Need.RELATIONS, Group.FIXED, "10", age_min=12, expense_kind="mobile_phone"),
    item("printer", Need.RELATIONS, Group.RESERVE, "3", **HOME, condition="child_12plus"),
    item("bus", Need.MOBILITY, Group.FIXED, "240", **YEAR, expense_kind="public_transport", condition="!bim"),
    item("bus_bim", Need.MOBILITY, Group.FIXED, "60", **YEAR, expense_kind="public_transport", condition="bim&!ri"),
    item("bus_ri", Need.MOBILITY, Group.FIXED, "36", **YEAR, expense_kind="public_transport", condition="ri"),
    item("car", Need.MOBILITY, Group.FIXED, "300", **HOME, expense_kind="car", condition="option_car"),
    item("job_search", Need.UNFORESEEN_ADMIN, Group.LIVING, "4", activity="inactive", activities=IDLE),
)  # fmt: skip
TARIFFS = {
    "water": (
        Tariff(Month(2020, 7), Decimal("20.00"), "BOOK"),
        Tariff(Month(2021, 1), Decimal("30.00"), "BOOK"),
        Tariff(Month(2021, 4), Decimal("33.00"), "BOOK"),
    )
}
FACTORS = {
    Need.FOOD: tuple(
        SizeFactor(size, Decimal(factor), "BOOK", "") for size, factor in ((1, "1.2"), (2, "1.0"), (3, "0.8"))
    )
}


@cache
def small_pack() -> BasketPack:
    """The pack."""
    index = PriceIndex(tuple(IndexValue(FIRST.plus(count), Decimal(100 + count), "BOOK") for count in range(18)))
    return BasketPack(
        id="small", version="1", title={"fr": "Petit", "nl": "Klein"}, method={"fr": "", "nl": ""}, licence="",
        regions=frozenset({Region.FLANDERS, Region.WALLONIA}), valid_from=FIRST, valid_until=Month(2023, 12),
        fingerprint="", items=ITEMS, tariffs=TARIFFS, index=index, size_factors=FACTORS,
        sources={"BOOK": Source("BOOK", "A book", "A publisher", "", "2021", "2021-02", "")},
    )  # fmt: skip


@cache
def small_parameters() -> Parameters:
    """The pack, ready to assess with."""
    return Parameters(small_pack())
