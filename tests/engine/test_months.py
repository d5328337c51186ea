"""Months are the grain of prices: ordered, read strictly, counted across years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.months import Month

MONTHS = st.builds(Month, st.integers(1900, 2200), st.integers(1, 12))


def test_a_day_belongs_to_its_month():
    assert Month.of(date(2024, 2, 29)) == Month(2024, 2)


def test_a_month_is_read_as_it_is_written():
    assert Month.parse("2024-05") == Month(2024, 5)
    assert str(Month(2024, 5)) == "2024-05"


@pytest.mark.parametrize("written", ["", "2024", "2024-13", "2024-00", "2024-5", "24-05", "2024-05-01", " 2024-05",
                                     "2024-05\n", "2024/05", "٢٠٢٤-٠٥"])  # fmt: skip
def test_anything_else_is_refused(written):
    with pytest.raises(ValueError, match=r".*"):
        Month.parse(written)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (Month(2023, 12), 1, Month(2024, 1)),
        (Month(2024, 1), -1, Month(2023, 12)),
        (Month(2024, 5), 24, Month(2026, 5)),
        (Month(2024, 5), 0, Month(2024, 5)),
    ],
)
def test_months_are_counted_across_years(start, count, end):
    assert start.plus(count) == end


def test_the_first_day_of_a_month():
    assert Month(2024, 2).first_day() == date(2024, 2, 1)


@given(MONTHS, st.integers(-600, 600))
def test_counting_forth_and_back_comes_home(month, count):
    assert month.plus(count).plus(-count) == month
    assert (month.plus(count) > month) is (count > 0)


@given(MONTHS, MONTHS)
def test_months_written_out_sort_as_months_do(one, other):
    assert (str(one) < str(other)) is (one < other)


@given(MONTHS)
def test_a_written_month_reads_back(month):
    assert Month.parse(str(month)) == month
