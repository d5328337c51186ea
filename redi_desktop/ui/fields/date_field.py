"""A day, typed as people write it: ``3/5/89``, ``3 mai 1989``, ``030589``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from redi_desktop.formatting import date_short, parse_date
from redi_desktop.ui.fields.line_field import LineField


class DateField(LineField[date]):
    """A day. A year of two digits is in the past; with ``future_ok`` it may lie ahead (a deadline, a lease's end)."""

    def __init__(
        self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today, future_ok: bool = False
    ) -> None:
        super().__init__(13, parent)
        self._today = today
        self._future_ok = future_ok

    def read(self, text: str) -> date:
        """The day in the text; raises NotUnderstood."""
        return parse_date(text, self._today(), future_ok=self._future_ok)

    def write(self, value: date) -> str:
        """Day, month and year in figures."""
        return date_short(value)
