"""Euros are exact, a month is a twelfth of 365.25 days, and a line is rounded half-up once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.money import Period, per_month, to_cent

AMOUNTS = st.decimals(min_value=-1_000_000, max_value=1_000_000, places=6)


@pytest.mark.parametrize(
    ("amount", "period", "monthly"),
    [
        ("100", Period.MONTH, "100"),
        ("12", Period.DAY, "365.25"),
        ("84", Period.WEEK, "365.25"),
        ("100.50", Period.QUARTER, "33.50"),
        ("1200", Period.YEAR, "100"),
        ("0", Period.YEAR, "0"),
        ("-12", Period.YEAR, "-1"),
    ],
)
def test_an_amount_per_period_becomes_an_amount_per_month(amount, period, monthly):
    assert per_month(Decimal(amount), period) == Decimal(monthly)


def test_what_comes_once_has_no_month():
    with pytest.raises(KeyError):
        per_month(Decimal(100), Period.ONCE)


def test_a_week_is_seven_days():
    assert to_cent(per_month(Decimal(70), Period.WEEK)) == to_cent(per_month(Decimal(10), Period.DAY))


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.0049999999", "0.00"),
        ("-0.005", "-0.01"),
        ("2.675", "2.68"),
        ("1.0049", "1.00"),
        ("33.333333", "33.33"),
        ("7", "7.00"),
    ],
)
def test_half_a_cent_goes_up(exact, rounded):
    assert str(to_cent(Decimal(exact))) == rounded


@given(AMOUNTS)
def test_rounding_moves_an_amount_by_half_a_cent_at_most_and_only_once(amount):
    rounded = to_cent(amount)
    assert abs(Fraction(rounded) - Fraction(amount)) <= Fraction(1, 200)
    assert to_cent(rounded) == rounded


@given(st.decimals(min_value=0, max_value=1_000_000, places=2))
def test_a_yearly_and_a_quarterly_amount_come_back_when_the_months_are_added_up(amount):
    for period, months in ((Period.YEAR, 12), (Period.QUARTER, 3), (Period.MONTH, 1)):
        assert to_cent(per_month(amount, period) * months) == amount
