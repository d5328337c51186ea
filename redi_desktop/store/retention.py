"""How long closed cases are kept: the delay is the CPAS's choice, and it is the worker who erases."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from redi_desktop.store.contents import Contents


@dataclass(frozen=True, slots=True)
class DueCase:
    """A closed case, and the day from which it is due to be erased."""

    id: str
    title: str
    reference: str
    closed_on: date
    due_on: date


@dataclass(frozen=True, slots=True)
class Retention:
    """The closing dates of a vault's cases, against the delay that the CPAS has chosen.

    Nothing is erased by itself: a clock that is wrong erases nobody's case.
    """

    contents: Contents

    @property
    def months(self) -> int | None:
        """Months after closing; None while the CPAS has not chosen, and nothing is due."""
        return self.contents.settings.retention_months

    def choose(self, months: int | None) -> None:
        """Set the delay; raises :class:`VaultError` ``retention_out_of_range``."""
        self.contents.settings.choose_retention(months)

    def due(self, today: date) -> tuple[DueCase, ...]:
        """The cases whose delay has run out, the longest due first."""
        months = self.months
        if months is None:
            return ()
        rows = self.contents.database.rows(
            "SELECT id, title, reference, closed_on FROM case_file WHERE closed_on IS NOT NULL ORDER BY closed_on"
        )
        cases = (_due_case(case_id, title, reference, day, months) for case_id, title, reference, day in rows)
        return tuple(case for case in cases if case.due_on <= today)


def _due_case(case_id: str, title: str, reference: str, closed: str, months: int) -> DueCase:
    day = date.fromisoformat(closed)
    return DueCase(case_id, title, reference, day, months_after(day, months))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
