"""Any number of a few things: a box for each, and one for none of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import fill

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.fields import Field
from redi_desktop.ui.fields.switch_field import Box
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.theme import UNIT

LONGEST_LINE = 38
"""Characters; a box breaks no lines of its own."""


class ManyField(Field[tuple[str, ...]]):
    """``()`` is "none of them", or what ``none_word`` says; ``None`` is that nobody has said yet."""

    def __init__(
        self,
        members: Sequence[str],
        label_of: Callable[[str], str],
        parent: QWidget | None = None,
        *,
        none_word: Callable[[], str] | None = None,
    ) -> None:
        self._members, self._label_of, self._none_word = tuple(members), label_of, none_word
        self._boxes_holder = QWidget()
        flow = FlowLayout(self._boxes_holder, spacing=UNIT, even=True)
        self._boxes = {member: Box() for member in self._members}
        self._none = Box()
        for box in (*self._boxes.values(), self._none):
            flow.addWidget(box)
            box.clicked.connect(self._on_clicked)
        super().__init__(self._boxes_holder, parent, wide=True)
        self.label.setBuddy(self.editor)

    @property
    def editor(self) -> QWidget:
        """The first box."""
        return next(iter(self._boxes.values()), self._none)

    def stops(self) -> list[QWidget]:
        """Every box."""
        return [*self._boxes.values(), self._none]

    def value(self) -> tuple[str, ...] | None:
        """What is ticked."""
        ticked = tuple(member for member, box in self._boxes.items() if box.isChecked())
        return ticked if ticked or self._none.isChecked() else None

    def set_value(self, value: tuple[str, ...] | None) -> None:
        """Tick these."""
        for member, box in self._boxes.items():
            box.setChecked(value is not None and member in value)
        self._none.setChecked(value == ())

    def relabel(self) -> None:
        """Say every box in the language in use."""
        for member, box in self._boxes.items():
            words = begun(self._label_of(member))
            box.setText(fill(words.replace("&", "&&"), LONGEST_LINE, break_on_hyphens=False))
            box.setAccessibleName(words)
        self._none.setText(self._none_word() if self._none_word is not None else _("None of them"))
        super().relabel()

    def forget(self) -> None:
        """Take every tick away."""
        self.set_value(None)
        super().forget()

    def _on_clicked(self) -> None:
        if self.sender() is self._none:
            self.set_value(() if self._none.isChecked() else None)
        else:
            self._none.setChecked(False)
        self._note_typing()
        self._note_left()


def begun(words: str) -> str:
    """The words with a capital, as they begin a line of their own."""
    return words[:1].upper() + words[1:]
