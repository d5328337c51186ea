"""A month, typed as people write it: ``mars 2023``, ``3/2023``, ``2023-03``."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from redi_desktop.engine.months import Month
from redi_desktop.formatting import NotUnderstood, month_long, parse_date
from redi_desktop.ui.fields.line_field import LineField

_FIGURES = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{4})\Z|(\d{4})\s*[-/. ]\s*(\d{1,2})\Z", re.ASCII)


class MonthField(LineField[Month]):
    """A month of any year from 1990 to 2099."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(16, parent)

    def read(self, text: str) -> Month:
        """The month in the text; raises NotUnderstood."""
        typed = text.strip()
        found = _FIGURES.match(typed)
        if found is None:
            return _sensible(Month.of(parse_date(f"1 {typed}", Month(2099, 12).first_day())), typed)
        number, year = (found[1], found[2]) if found[1] else (found[4], found[3])
        return _sensible(Month(int(year), int(number)), typed)

    def write(self, value: Month) -> str:
        """The month by its name."""
        return month_long(value.first_day())


def _sensible(month: Month, typed: str) -> Month:
    if not (1 <= month.number <= 12 and 1990 <= month.year <= 2099):
        raise NotUnderstood("date_not_understood", text=typed)
    return month
