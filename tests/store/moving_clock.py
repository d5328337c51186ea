"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class MovingClock:
    """Called as the vault calls its clock."""

    def __init__(self, moment: datetime = datetime(2026, 11, 21, 12, tzinfo=UTC)) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        """Move by ``days``, ``hours`` …, back where they are negative."""
        self.moment += timedelta(**by)
