"""What people think and decide: the worker's opinion, the person's own view, the committee's decision."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from redi_desktop.engine.policy import Exemption

DAYS_TO_DECIDE = 30
"""Days from the request within which the committee decides (law of 26 May 2002, art. 21; AR of 11 July 2002)."""
DAYS_TO_NOTIFY = 8
"""Days from the decision within which it is notified (same texts)."""


class Verdict(StrEnum):
    """What the committee decided."""

    GRANTED = "granted"
    GRANTED_IN_PART = "granted_in_part"
    REFUSED = "refused"
    ADJOURNED = "adjourned"


class ActivationPath(StrEnum):
    """What is asked of the person beside the aid."""

    NOT_ASKED = "not_asked"
    AGREED = "agreed"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """The reasoned opinion: the situation, the person's own view and disagreements, what is proposed and why."""

    context: str = ""
    person_view: str = ""
    disagreements: str = ""
    reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The committee's decision. ``amount`` is euro per month, ``months`` how long, ``review_on`` the next look."""

    verdict: Verdict | None = None
    decided_on: datetime.date | None = None
    amount: Decimal | None = None
    starts_on: datetime.date | None = None
    months: int | None = None
    review_on: datetime.date | None = None
    notified_on: datetime.date | None = None
    activation: ActivationPath = ActivationPath.NOT_ASKED
    exemption: Exemption | None = None
    conditions: str = ""
    reasons: str = ""


def decide_by(requested_on: datetime.date) -> datetime.date:
    """The last day for the decision."""
    return requested_on + datetime.timedelta(days=DAYS_TO_DECIDE)


def notify_by(decided_on: datetime.date) -> datetime.date:
    """The last day for the notification."""
    return decided_on + datetime.timedelta(days=DAYS_TO_NOTIFY)


def ends_on(decision: Decision) -> datetime.date | None:
    """The last day of the aid, where its beginning and length are known."""
    if decision.starts_on is None or decision.months is None:
        return None
    months = decision.starts_on.year * 12 + decision.starts_on.month - 1 + decision.months
    first_after = datetime.date(months // 12, months % 12 + 1, 1)
    day_after = first_after.replace(day=min(decision.starts_on.day, 28)) if decision.starts_on.day > 1 else first_after
    return day_after - datetime.timedelta(days=1)
