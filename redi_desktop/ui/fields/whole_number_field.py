"""A whole number: bedrooms, days of custody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.formatting import NotUnderstood
from redi_desktop.ui.fields.line_field import LineField, right_aligned


class WholeNumberField(LineField[int]):
    """A whole number between ``least`` and ``most``."""

    def __init__(self, parent: QWidget | None = None, *, least: int = 0, most: int = 99) -> None:
        super().__init__(len(str(most)) + 3, parent)
        self._least, self._most = least, most
        right_aligned(self._line)

    def read(self, text: str) -> int:
        """The number in the text; raises NotUnderstood."""
        digits = text.strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
            raise NotUnderstood("number_not_understood", text=digits)
        if not self._least <= int(digits) <= self._most:
            raise NotUnderstood("number_out_of_range", text=digits, least=self._least, most=self._most)
        return int(digits)

    def write(self, value: int) -> str:
        """The number in figures."""
        return str(value)
