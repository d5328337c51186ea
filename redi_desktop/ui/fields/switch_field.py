"""Yes or no, as a box to tick."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from redi_desktop.ui.fields.field import Field, without_mnemonic
from redi_desktop.ui.theme import UNIT


class Box(QCheckBox):
    """A box whose name is never cut: with a style sheet Qt measures it a pixel or two too narrow."""

    def sizeHint(self) -> QSize:
        """A little wider than Qt thinks."""
        return super().sizeHint() + QSize(UNIT, 0)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def words_begin(self) -> int:
        """How far from the left edge the name stands."""
        drawn = QStyleOptionButton()
        self.initStyleOption(drawn)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, drawn, self).left()


class SwitchField(Field[bool]):
    """A box to tick; its name stands beside it. It is never ``None``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._box = Box()
        super().__init__(self._box, parent)
        self._layout.setSpacing(0)
        self._box.clicked.connect(self._on_clicked)

    def set_texts(self, label: str, help_text: str = "") -> None:
        """Name the box (``&`` marks the letter that leads here with Alt) and explain it."""
        super().set_texts("", help_text)
        self._box.setText(label)
        self._name_editor(without_mnemonic(label))
        self._indent_help()

    def value(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def set_value(self, value: bool | None) -> None:
        """Tick it or not."""
        self._box.setChecked(bool(value))

    def forget(self) -> None:
        """Take the tick away."""
        self.set_value(False)
        super().forget()

    def changeEvent(self, event: QEvent) -> None:
        """The help stays below the name at any size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._indent_help()

    def _indent_help(self) -> None:
        if self._help_line is not None:
            self._help_line.setIndent(self._box.words_begin())

    def _on_clicked(self) -> None:
        self._note_typing()
        self._note_left()
