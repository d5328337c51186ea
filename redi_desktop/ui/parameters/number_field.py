"""A number with as many decimals as its source gives: an index, a price of a kilowatt-hour, a rate."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QWidget

from redi_desktop.formatting import NotUnderstood, number
from redi_desktop.ui.fields.line_field import LineField, right_aligned

MOST_DECIMALS, LARGEST = 8, Decimal(10_000_000)


class NumberField(LineField[Decimal]):
    """Zero or more; the last comma or point stands before the decimals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(14, parent)
        right_aligned(self._line)

    def read(self, text: str) -> Decimal:
        """The number in the text; raises NotUnderstood."""
        typed = "".join(text.replace("€", "").split())
        if "," in typed and "." in typed:
            typed = typed.replace(min(".,", key=typed.rindex), "")
        typed = typed.replace(",", ".")
        try:
            found = Decimal(typed)
        except InvalidOperation as error:
            raise NotUnderstood("number_not_understood", text=text.strip()) from error
        exponent = found.as_tuple().exponent
        if not found.is_finite() or not isinstance(exponent, int):
            raise NotUnderstood("number_not_understood", text=text.strip())
        if found < 0 or found > LARGEST or -exponent > MOST_DECIMALS or exponent > 0:
            raise NotUnderstood("number_not_understood", text=text.strip())
        return found

    def write(self, value: Decimal) -> str:
        """The number with its own decimals."""
        exponent = value.as_tuple().exponent
        return number(value, max(0, -exponent) if isinstance(exponent, int) else None)
