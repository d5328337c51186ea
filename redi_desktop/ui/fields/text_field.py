"""A line of free text: a name, a reference."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.ui.fields.line_field import LineField


class TextField(LineField[str]):
    """Text on one line; an empty line is ``""``, never ``None``. Space around the text is dropped when it is left."""

    def __init__(self, parent: QWidget | None = None, *, characters: int = 30, longest: int = 200) -> None:
        super().__init__(characters, parent)
        self._line.setMaxLength(longest)
        self._value = ""

    def read(self, text: str) -> str:
        """The text without the space around it."""
        return text.strip()

    def write(self, value: str) -> str:
        """The text itself."""
        return value

    def value(self) -> str:
        """What was typed."""
        return self._value or ""

    def set_value(self, value: str | None) -> None:
        """Show a text; what is being typed stays where only the space around it differs."""
        if (value or "") != self.value():
            super().set_value(value or "")
