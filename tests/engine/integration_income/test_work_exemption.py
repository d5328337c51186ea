"""Three years of work exemption in total, within six years of its first day (art. 35)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.integration_income.facts import ExemptedPeriod, Means, WorkExemption
from redi_desktop.engine.integration_income.kinds import Article, ExemptionKind
from redi_desktop.engine.integration_income.parameters import Law
from redi_desktop.engine.integration_income.work_exemption import count_days, years_later
from tests.engine.integration_income.incomes import having, income_of, tables, wage


def counted(day: date, *periods: tuple[str, str | None]):
    used = tuple(
        ExemptedPeriod(start=date.fromisoformat(start), end=date.fromisoformat(end) if end else None)
        for start, end in periods
    )
    return count_days(used, Law(tables(), day))


def exempted(day: date, kind: ExemptionKind, **claim: Any) -> Decimal:
    known: dict[str, Any] = {"exempted_periods": ()} | claim
    result = having(day, work=(wage("2000"),), work_exemption=WorkExemption(kind=kind, **known))
    return result.article(Article.WORK_EXEMPTION).exempted


def test_without_earlier_use_the_three_years_begin_on_the_day():
    counter = counted(date(2025, 2, 15))
    assert (counter.first_day, counter.used_days, counter.left_days) == (date(2025, 2, 15), 0, 1095)
    assert counter.window_ends == date(2031, 2, 15)


def test_days_are_counted_inclusively_and_interruptions_are_not():
    counter = counted(date(2025, 2, 15), ("2023-01-01", "2023-01-31"), ("2024-06-01", "2024-06-10"))
    assert (counter.first_day, counter.used_days, counter.left_days) == (date(2023, 1, 1), 41, 1055)


def test_a_running_period_counts_until_the_day_before():
    assert counted(date(2025, 2, 15), ("2025-02-01", None)).used_days == 14


def test_the_last_day_of_three_years_is_still_exempt():
    start = "2022-02-16"
    assert counted(date(2025, 2, 15), (start, None)).left_days == 1
    assert counted(date(2025, 2, 16), (start, None)).left_days == 0


def test_the_window_closes_on_the_same_day_six_years_later():
    used = (ExemptedPeriod(start=date(2019, 2, 15), end=date(2019, 3, 1)),)
    assert exempted(date(2025, 2, 14), ExemptionKind.STANDARD, exempted_periods=used) == Decimal("3713.76")
    assert exempted(date(2025, 2, 15), ExemptionKind.STANDARD, exempted_periods=used) == 0


@given(st.integers(0, 1094), st.integers(0, 1094))
def test_what_was_used_and_what_is_left_make_three_years(first, second):
    day = date(2025, 2, 15)
    start = day - timedelta(days=2100)
    middle = start + timedelta(days=1100)
    used = (
        ExemptedPeriod(start=start, end=start + timedelta(days=first)),
        ExemptedPeriod(start=middle, end=min(day, middle + timedelta(days=second))),
    )
    counter = count_days(used, Law(tables(), day))
    assert counter.left_days == max(0, counter.allowed_days - counter.used_days)
    assert counter.used_days <= 2100


def test_the_29th_of_february_has_its_anniversary_on_the_first_of_march():
    assert years_later(date(2024, 2, 29), 3) == date(2027, 3, 1)
    assert years_later(date(2024, 2, 29), 4) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("day", "kind", "yearly"),
    [
        (date(2021, 1, 15), ExemptionKind.STANDARD, "3046.56"),  # 12 × 253.88
        (date(2022, 1, 15), ExemptionKind.STANDARD, "3169.56"),  # 12 × 264.13
        (date(2022, 8, 15), ExemptionKind.STANDARD, "3363.72"),  # 12 × 280.31
        (date(2022, 11, 15), ExemptionKind.ARTISTIC, "3430.91"),
        (date(2024, 1, 15), ExemptionKind.SHORTAGE, "5115.60"),  # 12 × 426.30
        (date(2025, 2, 15), ExemptionKind.ARTISTIC, "3713.76"),
    ],
)
def test_amounts_of_the_exemption(day, kind, yearly):
    assert exempted(day, kind, attested=True) == Decimal(yearly)


def test_no_more_is_exempt_than_is_earned():
    result = having(work=(wage("200"),), work_exemption=WorkExemption(kind=ExemptionKind.STANDARD, exempted_periods=()))
    assert result.article(Article.WORK_EXEMPTION).exempted == Decimal("2400.00")
    assert result.article(Article.WORK).counted == 0


def test_a_student_without_a_project_has_no_exemption():
    claim = WorkExemption(kind=ExemptionKind.STUDENT, individual_project=False)
    result = income_of(birth_date=date(2004, 1, 1), means=Means(work=(wage("400"),), work_exemption=claim))
    assert result.article(Article.WORK_EXEMPTION).exempted == 0
    assert result.article(Article.WORK).counted == 4800
