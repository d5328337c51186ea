"""The time that the vault writes down. It comes in as a callable, so that a test can set the clock back or forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """A moment as the vault keeps it: UTC, to the millisecond, the same length each time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def read(text: str) -> datetime:
    """The moment that :func:`written` wrote."""
    return datetime.fromisoformat(text)
