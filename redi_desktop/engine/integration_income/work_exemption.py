"""The socio-professional exemption (art. 35): a part of professional income that does not count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.household import age_at
from redi_desktop.engine.integration_income.facts import ExemptedPeriod, WorkExemption
from redi_desktop.engine.integration_income.kinds import ExemptionKind
from redi_desktop.engine.integration_income.parameters import (
    EXEMPTION_WINDOW,
    EXEMPTION_YEARS,
    GRANT_HOLDER_EXEMPTION,
    GRANT_HOLDERS_EQUAL,
    STUDENT_AGE,
    WORK_EXEMPTION,
    Law,
)
from redi_desktop.engine.integration_income.yearly import MONTHS
from redi_desktop.engine.legal_reasons import explain_doubt, explain_value
from redi_desktop.engine.legal_tables import DatedValue
from redi_desktop.engine.money import ZERO, to_cent


class Counter(NamedTuple):
    """How much of the three years within six has been used.

    ``first_day`` of use opens the window; ``used_days`` were used before the day asked about.
    """

    first_day: date
    window_ends: date
    used_days: int
    allowed_days: int

    @property
    def left_days(self) -> int:
        """Days of exemption that are left, never below zero."""
        return max(0, self.allowed_days - self.used_days)


class Exempted(NamedTuple):
    """Euro per year that the exemption takes off, and why (nothing to say where none was asked for)."""

    amount: Decimal
    because: tuple[Explanation, ...]


def exempt_work(claim: WorkExemption | None, income: Decimal, birth: date | None, law: Law) -> Exempted:
    """The exemption on ``income`` euro per year of a person's work."""
    if claim is None or claim.kind is None or not income:
        return Exempted(ZERO, ())
    refusal, conditions = _conditions(claim, birth, law)
    values: dict[str, object] = {"exemption": claim.kind.value, "income": income}
    if refusal:
        refused = Explanation("ri.work_exemption.refused", ZERO, values | {"because": refusal}, conditions)
        return Exempted(ZERO, (refused,))
    most, value = _allowance(claim, law)
    amount = to_cent(min(income, most))
    granted = Explanation(
        "ri.work_exemption.granted", amount, values | {"most": most}, (explain_value(value), *conditions)
    )
    return Exempted(amount, (granted,))


def _allowance(claim: WorkExemption, law: Law) -> tuple[Decimal, DatedValue]:
    """The largest exemption per year, and the legal value it comes from."""
    kind = claim.kind or ExemptionKind.STANDARD
    if kind is ExemptionKind.STUDENT and claim.grant_holder and law.day < GRANT_HOLDERS_EQUAL:
        value = law.at(GRANT_HOLDER_EXEMPTION)
    elif kind is ExemptionKind.SHORTAGE and not claim.attested:
        value = law.at(WORK_EXEMPTION[ExemptionKind.STANDARD])
    else:
        value = law.at(WORK_EXEMPTION[kind])
    return (value.value if value.period == "year" else value.value * MONTHS), value


def _conditions(claim: WorkExemption, birth: date | None, law: Law) -> tuple[str, tuple[Explanation, ...]]:
    """Why the exemption does not apply (empty when it does), and what was looked at."""
    if claim.kind is ExemptionKind.STUDENT:
        return _student(claim, birth, law)
    counter = count_days(claim.exempted_periods or (), law)
    parts: tuple[Explanation, ...] = (_explain_counter(counter, law),)
    if claim.kind is ExemptionKind.SHORTAGE and not claim.attested:
        parts = (*parts, Explanation("ri.work_exemption.not_attested", None, {}))
    if law.day >= counter.window_ends:
        return "window_over", (*parts, explain_doubt("exemption_window_over"))
    return ("" if counter.left_days else "years_used"), parts


def _student(claim: WorkExemption, birth: date | None, law: Law) -> tuple[str, tuple[Explanation, ...]]:
    limit = law.at(STUDENT_AGE)
    age = age_at(birth, law.day) if birth else 0
    parts = (Explanation("ri.work_exemption.student", None, {"age": age, "limit": limit.value}),)
    if age >= limit.value:
        return "student_too_old", parts
    return ("" if claim.individual_project else "no_project"), parts


def count_days(periods: Sequence[ExemptedPeriod], law: Law) -> Counter:
    """Count the days used before the day of the calculation (three years in total, within six years of the first)."""
    day = law.day
    starts = [period.start for period in periods if period.start is not None and period.start < day]
    first = min(starts, default=day)
    last_day = day - timedelta(days=1)
    used = sum(
        (min(period.end or last_day, last_day) - period.start).days + 1
        for period in periods
        if period.start is not None and period.start < day
    )
    years, window = int(law.at(EXEMPTION_YEARS).value), int(law.at(EXEMPTION_WINDOW).value)
    return Counter(first, years_later(first, window), used, (years_later(first, years) - first).days)


def years_later(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _explain_counter(counter: Counter, law: Law) -> Explanation:
    values: dict[str, object] = {
        "first_day": counter.first_day,
        "window_ends": counter.window_ends,
        "used_days": counter.used_days,
        "left_days": counter.left_days,
        "allowed_days": counter.allowed_days,
    }
    sources = (explain_value(law.at(EXEMPTION_YEARS)), explain_value(law.at(EXEMPTION_WINDOW)))
    return Explanation("ri.work_exemption.counter", None, values, sources)
