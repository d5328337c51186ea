"""One of several, from a list that drops down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from redi_desktop.ui.fields.calm_combo_box import CalmComboBox
from redi_desktop.ui.fields.field import Field

E = TypeVar("E", bound=str)


class ChoiceField(Field[E]):
    """A choice among ``members`` (of an enum, or identifiers), each shown in the words that ``label_of`` gives.

    With ``none_label`` a first entry stands for "nothing chosen"; without it nothing is chosen until someone does, and
    a choice can then only be changed.
    """

    def __init__(
        self,
        members: Sequence[E],
        label_of: Callable[[E], str],
        parent: QWidget | None = None,
        *,
        none_label: Callable[[], str] | None = None,
    ) -> None:
        self._combo = self.combo_made()
        super().__init__(self._combo, parent)
        self._label_of, self._none_label = label_of, none_label
        self._members: tuple[E | None, ...] = ()
        self.set_members(members)
        self._combo.activated.connect(self._on_activated)

    def combo_made(self) -> CalmComboBox:
        """The list that drops down; a choice whose keys do more makes another one."""
        return CalmComboBox()

    def set_members(self, members: Sequence[E]) -> None:
        """Offer other choices; what is chosen stays chosen where it is still among them."""
        chosen = self.value()
        first: tuple[None, ...] = (None,) if self._none_label else ()
        self._members = (*first, *members)
        self._combo.clear()
        self._combo.addItems([self.words_of(member) for member in self._members])
        self._combo.setCurrentIndex(self._place_of(chosen))
        self._combo.measure_again()

    def relabel(self) -> None:
        """Say every choice in the language in use."""
        for place, member in enumerate(self._members):
            self._combo.setItemText(place, self.words_of(member))
        self._combo.measure_again()
        super().relabel()

    def value(self) -> E | None:
        """What is chosen."""
        place = self._combo.currentIndex()
        return self._members[place] if 0 <= place < len(self._members) else None

    def set_value(self, value: E | None) -> None:
        """Show a choice."""
        place = self._place_of(value)
        if place != self._combo.currentIndex():
            self._combo.setCurrentIndex(place)

    def forget(self) -> None:
        """Choose nothing."""
        self.set_value(None)
        super().forget()

    def _place_of(self, value: E | None) -> int:
        return self._members.index(value) if value in self._members else -1

    def words_of(self, member: E | None) -> str:
        """A choice as it is shown."""
        if member is not None:
            return self._label_of(member)
        return self._none_label() if self._none_label else ""

    def _on_activated(self, _place: int) -> None:
        self._note_typing()
        self._note_left()
