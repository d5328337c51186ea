"""How often an amount comes: « par an » is found by its « a », for every choice begins with the same word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from redi_desktop.engine.money import Period
from redi_desktop.ui.fields import ChoiceField
from redi_desktop.ui.fields.calm_combo_box import CalmComboBox
from redi_desktop.words.vocabulary import label

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class PeriodField(ChoiceField[Period]):
    """A choice of period; a letter goes to the next one whose last word begins so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tuple(Period), label, parent)

    def combo_made(self) -> CalmComboBox:
        """A list that knows the last words."""
        return _LastWordsBox()


class _LastWordsBox(CalmComboBox):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters before the list does."""
        letter = event.text().strip().casefold()
        place = _next_beginning(self, letter) if letter.isalpha() and event.modifiers() in _PLAIN else None
        if place is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(place)
            self.activated.emit(place)


def _next_beginning(combo: QComboBox, letter: str) -> int | None:
    last_words = [combo.itemText(place).casefold().rpartition(" ")[2] for place in range(combo.count())]
    here = combo.currentIndex()
    places = (*range(here + 1, len(last_words)), *range(here + 1))
    return next((place for place in places if last_words[place].startswith(letter)), None)
