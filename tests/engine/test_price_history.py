"""The history of a price holds every month of the pack, each at the price that an assessment of that month takes."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop.engine.months import Month
from redi_desktop.engine.price_history import price_history
from tests.engine.small_pack import FIRST, LAST, small_pack


def test_an_indexed_price_moves_every_month():
    points = price_history(small_pack(), small_pack().item_by_id["gas"])
    assert (points[0].month, points[-1].month, len(points)) == (FIRST, LAST, 18)
    assert points[12] == (Month(2021, 1), Decimal(80), False)
    assert points[0].unit_price == Decimal(80) * 100 / 112


def test_a_tariff_holds_until_the_next_and_the_index_goes_before_the_first():
    points = {point.month: point for point in price_history(small_pack(), small_pack().item_by_id["water"])}
    assert not points[Month(2020, 6)].by_tariff
    assert points[Month(2020, 7)] == (Month(2020, 7), Decimal("20.00"), True)
    assert [str(points[Month(2021, number)].unit_price) for number in (1, 3, 4)] == ["30.00", "30.00", "33.00"]


def test_it_may_go_on_after_the_last_index_or_stop_before():
    gas = small_pack().item_by_id["gas"]
    assert price_history(small_pack(), gas, LAST.plus(2))[-1].unit_price == Decimal(80) * 117 / 112
    assert len(price_history(small_pack(), gas, FIRST)) == 1
    assert price_history(small_pack(), gas, FIRST.plus(-1)) == ()
