"""A worker's hands on the real window: every key is counted, every field that is filled in is remembered.

The mouse is never used. ``to`` goes to a field with the Tab key, as often as it takes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.steps import Step
from redi_desktop.ui.fields import Field, SegmentedField, SwitchField
from tools.stage import Stage

MOST_TABS = 60
"""From field to field of a page; more would be a labyrinth."""
KEYS_A_SECOND = 3


def strike(letter: str, widget: QWidget) -> None:
    """One letter of any script."""
    if letter.isascii():
        QTest.keyClicks(widget, letter)
    else:  # QTest knows no key for it
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


class Typed(NamedTuple):
    """What it took: all keys, of them the characters of the values, and the places of the case that were filled in."""

    keys: int
    of_values: int
    fields: int

    @property
    def beyond_values(self) -> int:
        """Keys that do not write a value: to go on, to choose, to add a row."""
        return self.keys - self.of_values

    @property
    def minutes(self) -> float:
        """At the pace of an ordinary typist."""
        return self.keys / KEYS_A_SECOND / 60


class Typist:
    """Types where the focus is."""

    def __init__(self, played: Stage) -> None:
        self.played = played
        self._keys = self._of_values = 0
        self._places: set[str] = set()
        self._listened: set[Step] = set()

    @property
    def typed(self) -> Typed:
        """What it took so far."""
        return Typed(self._keys, self._of_values, len(self._places))

    @property
    def page(self) -> Any:
        """The page that is open."""
        return self.played.main.wizard.page

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, maybe with another one held."""
        self._keys += 1
        QTest.keyClick(self._focus(), key, held)
        self.played.settle(2)

    def new_case(self) -> None:
        """Ctrl+N."""
        self.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self.played.wait(lambda: self.played.main.desk.session is not None)
        self._listen()

    def go_to(self, step: Step) -> None:
        """Alt+Right until the page is open; the focus is where typing begins."""
        while self.played.main.wizard.step is not step:
            self.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
            self.played.settle()
            self._listen()

    def add_row(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def write(self, text: str) -> None:
        """A value, letter for letter."""
        self._of_values += len(text)
        self._keys += len(text)
        for letter in text:
            strike(letter, self._focus())
        self.played.settle(2)

    def to(self, target: Field[Any] | QWidget, *, back: bool = False) -> None:
        """Tab until the focus is there; ``back``: with Shift."""
        tab = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier) if back else (Qt.Key.Key_Tab,)
        for _tab in range(MOST_TABS):
            editor = target.editor if isinstance(target, Field) else target
            if editor is self._focus() or editor.isAncestorOf(self._focus()):
                return
            self.press(*tab)
        raise LookupError(f"{type(target).__name__} is not on the way of the Tab key")

    def fill(self, field: Field[Any], text: str) -> None:
        """Go to a field and write a value."""
        self.to(field)
        self.write(text)

    def choose(self, field: Field[Any], value: object) -> None:
        """Go to a field and choose: with the arrows, the space bar or the first letters."""
        if field.value() == value:
            return
        self.to(field)
        if isinstance(field, SwitchField):
            self.press(Qt.Key.Key_Space)
        elif isinstance(field, SegmentedField):
            self._until(lambda: field.value() == value, Qt.Key.Key_Right)
        else:
            self._choose_in_list(field, value)
        if field.value() != value:
            raise LookupError(f"{value!r} cannot be chosen by keyboard")

    def _choose_in_list(self, field: Any, value: object) -> None:
        """The first letters of the words, as few as lead there; else the arrow."""
        words = field.words_of(value)
        for letter in words[:6]:
            if letter.isalpha() and field.value() != value:
                self._keys += 1
                strike(letter, self._focus())
        self._until(lambda: field.value() == value, Qt.Key.Key_Down)
        self.played.settle(2)

    def _until(self, reached: Callable[[], bool], key: Qt.Key) -> None:
        for _press in range(MOST_TABS):
            if reached():
                return
            self.press(key)

    def _listen(self) -> None:
        """Remember the places in which something is filled in."""
        step = self.played.main.wizard.step
        if step not in self._listened:
            self._listened.add(step)
            self.page.changed.connect(self._on_changed)

    def _on_changed(self, _change: Change, place: str) -> None:
        if place:
            self._places.add(place)

    @staticmethod
    def _focus() -> QWidget:
        widget = QApplication.focusWidget()
        if widget is None:
            raise LookupError("nothing has the focus")
        return widget
