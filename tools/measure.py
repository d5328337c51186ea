"""One measured thing, beside the goal it is held against."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """A measured value, the goal and the unit (``ms``, ``s``, ``MB``)."""

    name: str
    value: float
    goal: float | None
    unit: str
    detail: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is reached; what has no goal always is."""
        return self.goal is None or self.value <= self.goal
