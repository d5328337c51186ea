"""A newcomer's hands: what the manual quotes is looked for on the screen by its words, and clicked, typed.

The walk (:mod:`tools.manual_walk`) is written with the French quotes; in another language the quote at the same place
of the same chapter is used, so that both manuals are followed by the same steps. ``LookupError`` is raised where the
chapter does not hold a quote, and where one is not on the screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from redi_desktop.ui.fields.field import Field
from tools.manual_seen import shown_texts
from tools.manual_text import Chapter, chapters_in
from tools.manual_words import same_signs
from tools.stage import Stage

D = TypeVar("D", bound=QDialog)


class Quotes:
    """What one chapter quotes, by its French words; remembers what was followed."""

    def __init__(self, language: str, name: str) -> None:
        french, spoken = (_chapter(code, name) for code in ("fr", language))
        self.name, self._said = name, dict[str, list[str]]()
        for one, other in zip(_quoted(french), _quoted(spoken), strict=True):
            said = self._said.setdefault(same_signs(one), [])
            if same_signs(other) not in said:
                said.append(same_signs(other))
        self.followed: set[str] = set()

    def of(self, french: str) -> list[str]:
        """How the chapter says it in the language of the walk: in several ways where it is quoted more than once."""
        if french not in self._said:
            raise LookupError(f"{self.name} does not quote {french!r}")
        self.followed.add(french)
        return self._said[french]

    def left(self) -> list[str]:
        """What was not followed."""
        return [quote for quote in self._said if quote not in self.followed]


def _chapter(language: str, name: str) -> Chapter:
    return next(chapter for chapter in chapters_in(language) if chapter.anchor == name)


def _quoted(chapter: Chapter) -> list[str]:
    return [run.text for run in chapter.runs() if run.bold]


class Hands:
    """Works a window by the words that are seen on it; ``own`` is for what the manual does not quote."""

    def __init__(self, played: Stage, quotes: Quotes) -> None:
        self.played, self.quotes = played, quotes

    def sees(self, *french: str) -> None:
        """Each of these quotes is on the screen, or comes there; an ellipsis in one stands for anything."""
        for quote in french:
            ways = [re.compile(".*".join(map(re.escape, words.split("…")))) for words in self.quotes.of(quote)]
            self._until(_Seen(self, ways), quote)

    def reads(self, *own: str) -> None:
        """Words that the manual does not quote are on the screen, or come there."""
        for words in own:
            self._until(_Seen(self, [re.compile(re.escape(same_signs(words)))]), words)

    def shows(self, quote: str) -> bool:
        """Whether a quote is on the screen now."""
        return any(words in text for words in self.quotes.of(quote) for text in self.texts())

    def texts(self) -> Iterator[str]:
        """Every text on the screen."""
        for widget in self._widgets():
            yield from map(same_signs, (*shown_texts(widget), widget.accessibleName()))

    def click(self, quote: str, at: int = 0) -> None:
        """Click what bears a quoted name."""
        self.press_button(self._button(self.quotes.of(quote), at))

    def click_own(self, words: str, at: int = 0) -> None:
        """Click what the manual does not quote here."""
        self.press_button(self._button([same_signs(words)], at))

    def press_button(self, button: QAbstractButton) -> None:
        """Click a button with the mouse, where it stands."""
        self._bring(button)
        point = QPoint(min(12, button.width() // 2), button.height() // 2)
        hit = button.window().childAt(button.mapTo(button.window(), point))
        if hit is not button and not (hit is not None and button.isAncestorOf(hit)):
            raise LookupError(f"{button.text()!r} is covered by {hit!r}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=point)
        self.played.settle()

    def write(self, quote: str, text: str, at: int = 0) -> None:
        """Go to a field, replace what stands there, and leave it."""
        self.write_in(self._field(self.quotes.of(quote), at), text)

    def write_own(self, words: str, text: str, at: int = 0) -> None:
        """The same with a field that the manual does not quote here."""
        self.write_in(self._field([same_signs(words)], at), text)

    def write_in(self, field: Field[object], text: str) -> None:
        """Click the editor of a field, type, and go on with Tab."""
        editor = field.editor
        line = editor if isinstance(editor, (QLineEdit, QPlainTextEdit)) else editor.findChild(QLineEdit)
        if line is None:
            raise LookupError(f"nothing can be typed in {type(field).__name__}")
        self._bring(line)
        if not line.isActiveWindow():
            line.activateWindow()
            self.played.wait(line.isActiveWindow)
        QTest.mouseClick(line if isinstance(line, QLineEdit) else line.viewport(), Qt.MouseButton.LeftButton)
        line.selectAll()
        for letter in text:
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(line, event)
        QTest.keyClick(line, Qt.Key.Key_Tab)
        self.played.settle()

    def choose(self, quote: str, option: str, at: int = 0) -> None:
        """Choose a quoted option in a quoted field."""
        self.choose_in(self._field(self.quotes.of(quote), at), *self.quotes.of(option))

    def choose_own(self, quote: str, words: str, at: int = 0) -> None:
        """Choose an option that the manual does not quote, in a field that it does."""
        self.choose_in(self._field(self.quotes.of(quote), at), words)

    def choose_in(self, field: Field[object], *options: str) -> None:
        """Choose in a field, by the words of the choice."""
        combo = field.findChild(QComboBox)
        if combo is None:
            buttons = (one for one in field.findChildren(QAbstractButton) if same_signs(one.text()) in options)
            self.press_button(_first(buttons, options))
            return
        words = [same_signs(combo.itemText(place)) for place in range(combo.count())]
        wanted = next((words.index(option) for option in options if option in words), None)
        if wanted is None:
            raise LookupError(f"{options} is none of {words}")
        self._bring(combo)
        combo.showPopup()
        self.played.settle()
        view = combo.view()
        place = view.model().index(wanted, 0)
        view.scrollTo(place)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(place).center())
        self.played.settle()

    def press(self, keys: str) -> None:
        """Press a key, or keys together, in Qt's own names."""
        QTest.keySequence(self._focus(), QKeySequence(keys))
        self.played.settle()

    def give_file(self, path: Path) -> None:
        """Answer the window that asks for a file or a folder."""
        self._until(lambda: bool(_dialogs(QFileDialog)), "a window that asks for a file")
        dialog = _dialogs(QFileDialog)[0]
        dialog.fileSelected.emit(str(path))
        self._close(dialog)

    def cancel_dialog(self) -> None:
        """Close the window that asks for a printer."""
        self._until(lambda: bool(_dialogs(QDialog)), "a window that asks for something")
        self._close(_dialogs(QDialog)[0])

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.played.wait(until)

    def _close(self, dialog: QDialog) -> None:
        dialog.reject()
        self.played.window.activateWindow()
        self.played.settle()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.played.window

    def _widgets(self) -> Iterator[QWidget]:
        """Everything that is in sight of the person, dialogs first; what has to be scrolled to is in sight."""
        for top in sorted(QApplication.topLevelWidgets(), key=lambda one: one is self.played.window):
            if top.isVisible():
                yield from (child for child in (top, *top.findChildren(QWidget)) if child.isVisible())

    def _button(self, names: list[str], at: int) -> QAbstractButton:
        def found() -> list[QAbstractButton]:
            buttons = [one for one in self._widgets() if isinstance(one, QAbstractButton) and one.isEnabled()]
            return [one for one in buttons if same_signs(one.text() or one.accessibleName()) in names]

        self._until(lambda: bool(found()), f"a button {names}")
        return found()[at]

    def _field(self, names: list[str], at: int) -> Field[object]:
        def found() -> list[Field[object]]:
            fields = [one for one in self._widgets() if isinstance(one, Field)]
            return [one for one in fields if same_signs(one.label.text() or one.editor.accessibleName()) in names]

        self._until(lambda: bool(found()), f"a field {names}")
        return found()[at]

    def _bring(self, widget: QWidget) -> None:
        area = widget.parentWidget()
        while area is not None:
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(widget)
            area = area.parentWidget()
        self.played.settle(4)

    def _until(self, reached: Callable[[], bool], what: str) -> None:
        try:
            self.played.wait(reached)
        except TimeoutError as error:
            raise LookupError(f"{what} is not on the screen") from error


class _Seen:
    """Whether one of some patterns is on the screen."""

    def __init__(self, hands: Hands, ways: Sequence[re.Pattern[str]]) -> None:
        self._hands, self._ways = hands, ways

    def __call__(self) -> bool:
        return any(way.search(text) for text in self._hands.texts() for way in self._ways)


def _dialogs(kind: type[D]) -> list[D]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def _first(buttons: Iterator[QAbstractButton], options: tuple[str, ...]) -> QAbstractButton:
    button = next(buttons, None)
    if button is None:
        raise LookupError(f"{options} is not offered")
    return button
