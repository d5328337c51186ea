"""The demo's cases stand, on whatever day it is opened, as they stood on the day they were written for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from redi_desktop.casefile.judgement import decide_by
from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import WRITTEN_FOR, demo_cases
from redi_desktop.engine.household import age_at

WRITTEN = demo_cases()
LATER = [WRITTEN_FOR + timedelta(days=37 * times) for times in range(1, 60)]


def ages(case: CaseFile) -> list[int]:
    day = case.facts.reference_date
    assert day is not None
    return [age_at(person.birth_date, day) for person in case.household.persons if person.birth_date is not None]


@pytest.mark.parametrize("case", range(len(WRITTEN)))
def test_everybody_keeps_the_age_of_the_day_of_the_budget_and_every_deadline_its_distance(case):
    before = WRITTEN[case]
    for today in LATER:
        after = demo_cases(today)[case]
        assert ages(after) == ages(before), today
        assert today - decide_by(after.request.date) == WRITTEN_FOR - decide_by(before.request.date)
        assert after.reference[:4] == str(after.request.date.year)


def test_aid_begins_with_a_month_and_is_told_within_eight_days():
    for today in LATER:
        decisions = [case.decision for case in demo_cases(today) if case.decision.decided_on]
        assert decisions
        for decision in decisions:
            assert decision.starts_on is not None
            assert decision.starts_on.day == 1
            assert decision.notified_on is not None
            assert decision.decided_on is not None
            assert 0 <= (decision.notified_on - decision.decided_on).days <= 8


def test_a_clock_that_is_wrong_does_not_take_the_cases_before_the_prices():
    assert demo_cases(date(2001, 1, 1)) == WRITTEN
