"""Calendar months, the grain of prices and indices."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_WRITTEN = re.compile(r"(\d{4})-(\d{2})\Z", re.ASCII)


class Month(NamedTuple):
    """A calendar month; ordered, written ``2024-05``."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month in which ``day`` falls."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, written: str) -> Month:
        """Read ``2024-05``; raises ``ValueError`` for anything else."""
        match = _WRITTEN.match(written)
        if match is None or not 1 <= int(match[2]) <= 12:
            raise ValueError(written)
        return cls(int(match[1]), int(match[2]))

    def plus(self, months: int) -> Month:
        """The month that many months later (or earlier)."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"
