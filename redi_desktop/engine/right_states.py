"""What the worker keeps of the rights of a household: how far each is, and the answers that a case has no field for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RightStatus(StrEnum):
    """How far the household is with a right."""

    TO_EXAMINE = "to_examine"
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class RightState:
    """What the worker noted about a right: how far it is, since when, and why."""

    right: str
    status: RightStatus = RightStatus.TO_EXAMINE
    since: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a question that would decide a right; ``engine/rights/answers`` says what key and text mean."""

    key: str
    text: str = ""
