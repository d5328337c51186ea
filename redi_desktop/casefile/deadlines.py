"""The days that wait in a case: the decision, its notification, the next look, the end of the aid.

What is due follows from the case alone, so that the vault can keep it beside the case; today only says how soon.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.casefile.judgement import Decision, Verdict, decide_by, ends_on, notify_by
from redi_desktop.casefile.model import CaseFile, Status

SOON = datetime.timedelta(days=7)
"""What lies no further ahead is shown as due soon."""


class DeadlineKind(StrEnum):
    """What is to be done by a day."""

    DECIDE = "decide"
    NOTIFY = "notify"
    REVIEW = "review"
    END_OF_AID = "end_of_aid"


class Deadline(NamedTuple):
    """One day that waits, and what for."""

    day: datetime.date
    kind: DeadlineKind

    def urgency(self, today: datetime.date) -> Urgency:
        """How soon it is, seen from a day."""
        if self.day < today:
            return Urgency.PAST
        if self.day == today:
            return Urgency.TODAY
        return Urgency.SOON if self.day - today <= SOON else Urgency.LATER


class Urgency(StrEnum):
    """How soon a deadline is."""

    PAST = "past"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"

    @property
    def presses(self) -> bool:
        """Whether it belongs on the page of what is due."""
        return self is not Urgency.LATER


def deadlines(case: CaseFile) -> tuple[Deadline, ...]:
    """Everything that waits in a case, the earliest first; nothing in an archived one."""
    if case.status is Status.ARCHIVED:
        return ()
    return tuple(sorted(_deadlines(case)))


def next_deadline(case: CaseFile) -> Deadline | None:
    """The earliest of them."""
    return next(iter(deadlines(case)), None)


def _deadlines(case: CaseFile) -> Iterator[Deadline]:
    decision = case.decision
    if not _is_decided(decision):
        if case.request.date is not None:
            yield Deadline(decide_by(case.request.date), DeadlineKind.DECIDE)
        return
    if decision.decided_on is not None and decision.notified_on is None:
        yield Deadline(notify_by(decision.decided_on), DeadlineKind.NOTIFY)
    if decision.review_on is not None:
        yield Deadline(decision.review_on, DeadlineKind.REVIEW)
    last_day = ends_on(decision) if decision.verdict is not Verdict.REFUSED else None
    if last_day is not None:
        yield Deadline(last_day, DeadlineKind.END_OF_AID)


def _is_decided(decision: Decision) -> bool:
    """An adjourned case still waits: the law's thirty days go on."""
    return decision.decided_on is not None and decision.verdict not in (None, Verdict.ADJOURNED)
