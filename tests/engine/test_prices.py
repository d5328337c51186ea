"""What an item costs in a month: the tariff in force, else the dated price and the index."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from redi_desktop.engine.basket_pack import PriceIndex
from redi_desktop.engine.months import Month
from redi_desktop.engine.prices import PriceAt, price_at
from tests.engine.households import adult, amounts, budget_of, embedded, euro
from tests.engine.small_pack import FIRST, LAST, small_pack


def price_of(item_id: str, month: Month) -> PriceAt:
    pack = small_pack()
    return price_at(pack, pack.item_by_id[item_id], month)


@pytest.mark.parametrize(
    ("month", "price"),
    [
        (Month(2020, 7), "20.00"),
        (Month(2020, 12), "20.00"),
        (Month(2021, 1), "30.00"),
        (Month(2021, 3), "30.00"),
        (Month(2021, 4), "33.00"),
        (Month(2025, 1), "33.00"),
    ],
)
def test_the_tariff_in_force_is_the_price_and_the_index_leaves_it_alone(month, price):
    found = price_of("water", month)
    assert found.unit_price == euro(price)
    assert (found.index_from, found.index_to, found.index_is_late) == (None, None, False)


def test_before_the_first_tariff_that_tariff_is_brought_back_by_the_index():
    # 20.00 in July 2020 (index 106) is 20 x 103 / 106 in April 2020
    assert Fraction(price_of("water", Month(2020, 4)).unit_price).limit_denominator(1000) == Fraction(20 * 103, 106)


@pytest.mark.parametrize(
    ("month", "amount"),
    [
        (FIRST, "8.93"),  # 10.00 x 100 / 112
        (Month(2020, 12), "9.91"),  # 10.00 x 111 / 112
        (Month(2021, 1), "10.00"),
        (LAST, "10.45"),  # 10.00 x 117 / 112
        (Month(2023, 12), "10.45"),  # the last index is kept
    ],
)
def test_a_price_without_tariff_follows_the_index(month, amount):
    assessment = budget_of(reference_date=month.first_day())
    assert amounts(assessment)["phone", "p1"] == euro(amount)


def test_a_month_after_the_last_index_says_that_the_last_one_was_kept():
    late = price_of("phone", LAST.plus(1))
    assert late.index_is_late
    assert late.index_to is not None
    assert late.index_to.month == LAST
    assert not price_of("phone", LAST).index_is_late


def test_every_day_of_a_month_has_the_prices_of_that_month():
    first, last = (
        budget_of(adult(birth_date=date(1980, 1, 1)), reference_date=day)
        for day in (date(2021, 3, 1), date(2021, 3, 31))
    )
    assert amounts(first) == amounts(last)
    assert amounts(first)["water", None] == euro("30.00")


def test_the_index_knows_no_month_before_its_first():
    index = small_pack().index
    assert index.at(FIRST).value == Decimal(100)
    with pytest.raises(KeyError):
        index.at(FIRST.plus(-1))


def test_the_index_begins_and_ends_where_its_values_do():
    values = small_pack().index.values
    assert (PriceIndex(values).first, PriceIndex(values[:1]).last) == (FIRST, FIRST)


@pytest.mark.parametrize(
    ("item_id", "month", "price"),
    [
        # tariffs of the regulator, tariffs.csv
        ("eheat_market_1", Month(2021, 7), "0.25457"),
        ("eheat_market_1", Month(2021, 8), "0.28971"),
        ("eheat_market_1", Month(2026, 7), "0.3354"),
        # 0.25457 of August 2019 (index 108.94) in January 2016 (index 101.59)
        ("eheat_market_1", Month(2016, 1), "0.2373946"),
        # 0.88 of July 2023 (index 128.14) in July 2026 (index 140.17), and in any month after it
        ("food_breakfast_1_3", Month(2026, 7), "0.9626159"),
        ("food_breakfast_1_3", Month(2027, 12), "0.9626159"),
    ],
)
def test_prices_of_the_embedded_pack_worked_out_by_hand(item_id, month, price):
    pack = embedded().pack
    found = price_at(pack, pack.item_by_id[item_id], month)
    assert round(found.unit_price, len(price) - 2) == euro(price)
