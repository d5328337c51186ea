"""A national register number, typed with or without its points; its check figures are looked at."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile import niss
from redi_desktop.formatting import NotUnderstood
from redi_desktop.ui.fields.line_field import LineField


class NissField(LineField[str]):
    """Eleven figures; left, they are written as on the identity card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(18, parent)

    def read(self, text: str) -> str:
        """The figures in the text; raises NotUnderstood."""
        try:
            return niss.read(text).figures
        except niss.NissNotUnderstood as wrong:
            raise NotUnderstood(wrong.code, None, **wrong.values) from wrong

    def write(self, value: str) -> str:
        """The number with its points."""
        return niss.written(value)
