"""What is wrong or missing in a claim for the work exemption (art. 35)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from redi_desktop.engine.findings import Finding, error, warning
from redi_desktop.engine.integration_income.facts import ExemptedPeriod, WorkExemption
from redi_desktop.engine.integration_income.kinds import ExemptionKind
from redi_desktop.engine.integration_income.parameters import GRANT_HOLDERS_EQUAL, WORK_EXEMPTION, Law
from redi_desktop.engine.integration_income.work_exemption import count_days, years_later


def check_exemption(
    claim: WorkExemption, field: str, birth: date | None, birth_field: str, law: Law
) -> Iterator[Finding]:
    """Findings on the claim; ``birth_field`` is where the person's birth date is typed."""
    if claim.kind is None:
        yield error("missing", f"{field}.kind")
    elif claim.kind is ExemptionKind.STUDENT:
        yield from _check_student(claim, field, birth, birth_field, law)
    elif claim.exempted_periods is None:
        yield error("ri_exempted_periods_missing", f"{field}.exempted_periods")
    elif claim.exempted_periods:
        yield from _check_end(claim.exempted_periods, f"{field}.exempted_periods", law)
    if claim.kind is ExemptionKind.SHORTAGE:
        yield from _check_shortage(claim, field, law)
    yield from _check_periods(claim.exempted_periods or (), f"{field}.exempted_periods", law.day)


def _check_end(periods: Sequence[ExemptedPeriod], field: str, law: Law) -> Iterator[Finding]:
    """The result of a day is counted as if its year were like it; an exemption that ends within that year is named."""
    counter = count_days(periods, law)
    if counter.left_days and law.day < counter.window_ends:
        last = min(law.day + timedelta(days=counter.left_days), counter.window_ends) - timedelta(days=1)
        if last < years_later(law.day, 1):
            yield warning("ri_exemption_ends", field, last_day=last)


def _check_student(
    claim: WorkExemption, field: str, birth: date | None, birth_field: str, law: Law
) -> Iterator[Finding]:
    if birth is None:
        yield error("missing", birth_field)
    if claim.individual_project is None:
        yield error("ri_project_missing", f"{field}.individual_project")
    if claim.grant_holder is None and law.day < GRANT_HOLDERS_EQUAL:
        yield error("ri_grant_holder_missing", f"{field}.grant_holder")


def _check_shortage(claim: WorkExemption, field: str, law: Law) -> Iterator[Finding]:
    value_id = WORK_EXEMPTION[ExemptionKind.SHORTAGE]
    if not law.tables.has(value_id, law.day):
        first = law.tables.values[value_id][0].valid_from
        yield error("ri_shortage_too_early", f"{field}.kind", first_day=first)
    if claim.attested is None:
        yield error("ri_attested_missing", f"{field}.attested")


def _check_periods(periods: Sequence[ExemptedPeriod], place: str, day: date) -> Iterator[Finding]:
    for number, period in enumerate(periods):
        field = f"{place}[{number}]"
        if period.start is None:
            yield error("ri_period_start_missing", f"{field}.start")
        elif period.start > day:
            yield error("ri_date_after", f"{field}.start", date=period.start, day=day)
        elif period.end is not None and period.end < period.start:
            yield error("ri_period_swapped", f"{field}.end", start=period.start)
    known = sorted(
        (period.start, period.end or date.max, number) for number, period in enumerate(periods) if period.start
    )
    for earlier, later in pairwise(known):
        if later[0] <= earlier[1]:
            yield error("ri_periods_overlap", f"{place}[{later[2]}].start", start=later[0])
