"""The days that wait in a case, and how soon each is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from redi_desktop.casefile.deadlines import Deadline, DeadlineKind, Urgency, deadlines, next_deadline
from redi_desktop.casefile.judgement import Decision, Verdict
from redi_desktop.casefile.model import CaseFile, Request, Status

ASKED = date(2024, 5, 15)
DECIDED = date(2024, 6, 3)
CASE = CaseFile(id="c", request=Request(date=ASKED))


def decided(**details):
    return replace(CASE, decision=Decision(verdict=Verdict.GRANTED, decided_on=DECIDED, **details))


def test_a_request_is_decided_within_thirty_days():
    assert next_deadline(CASE) == Deadline(date(2024, 6, 14), DeadlineKind.DECIDE)


def test_a_case_without_a_date_of_request_waits_for_nothing():
    assert next_deadline(CaseFile(id="c")) is None


def test_an_adjourned_case_still_waits_for_its_decision():
    adjourned = replace(CASE, decision=Decision(verdict=Verdict.ADJOURNED, decided_on=DECIDED))
    assert next_deadline(adjourned) == next_deadline(CASE)


def test_a_decision_is_notified_within_eight_days_and_then_no_more():
    assert next_deadline(decided()) == Deadline(date(2024, 6, 11), DeadlineKind.NOTIFY)
    assert next_deadline(decided(notified_on=DECIDED)) is None


def test_review_and_end_of_aid_wait_in_the_order_of_their_days():
    case = decided(notified_on=DECIDED, review_on=date(2024, 9, 1), starts_on=date(2024, 6, 1), months=6)
    assert deadlines(case) == (
        Deadline(date(2024, 9, 1), DeadlineKind.REVIEW),
        Deadline(date(2024, 11, 30), DeadlineKind.END_OF_AID),
    )


def test_what_was_refused_does_not_end():
    refused = replace(CASE, decision=replace(decided(starts_on=DECIDED, months=6).decision, verdict=Verdict.REFUSED))
    assert [deadline.kind for deadline in deadlines(refused)] == [DeadlineKind.NOTIFY]


def test_nothing_waits_in_the_archive():
    assert deadlines(replace(CASE, status=Status.ARCHIVED)) == ()


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(-1, Urgency.PAST), (0, Urgency.TODAY), (1, Urgency.SOON), (7, Urgency.SOON), (8, Urgency.LATER)],
)
def test_how_soon_it_is_follows_from_today(days, urgency):
    deadline = Deadline(ASKED + timedelta(days=days), DeadlineKind.REVIEW)
    assert deadline.urgency(ASKED) is urgency
    assert urgency.presses is (urgency is not Urgency.LATER)
