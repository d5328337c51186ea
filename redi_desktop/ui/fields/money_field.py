"""An amount in euros, typed as Belgians type it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from redi_desktop.formatting import money, parse_money
from redi_desktop.ui.fields.line_field import LineField, right_aligned


class MoneyField(LineField[Decimal]):
    """Euros: ``1.234,50``, ``1234,5``, ``1 234.50``; left, it is written in the form of the language."""

    def __init__(self, parent: QWidget | None = None, *, characters: int = 14) -> None:
        super().__init__(characters, parent)
        right_aligned(self._line)

    def read(self, text: str) -> Decimal:
        """The euros in the text; raises NotUnderstood."""
        return parse_money(text)

    def write(self, value: Decimal) -> str:
        """The amount with its cents and the euro sign."""
        return money(value)
