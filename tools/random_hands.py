"""Hands that do anything to the window: keys, clicks, words, languages, sizes, locking, without ever reading it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tools.typist import strike

if TYPE_CHECKING:
    from tools.stage import Stage

_KEY, _HELD = Qt.Key, Qt.KeyboardModifier
PLAIN = (
    *(_KEY.Key_Tab,) * 6,
    *(_KEY.Key_Down, _KEY.Key_Up, _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Return, _KEY.Key_Space, _KEY.Key_Escape),
    *(_KEY.Key_Backspace, _KEY.Key_Delete, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageDown),
    *(_KEY.Key_F1, _KEY.Key_F4, _KEY.Key_F6, _KEY.Key_F7, _KEY.Key_F9, _KEY.Key_F10),
)
KEYS = (
    *((key, _HELD.NoModifier) for key in PLAIN),
    *((key, _HELD.ControlModifier) for key in (_KEY.Key_Z, _KEY.Key_Z, _KEY.Key_Y, _KEY.Key_V, _KEY.Key_A, _KEY.Key_N)),
    *((key, _HELD.AltModifier) for key in (_KEY.Key_Right, _KEY.Key_Right, _KEY.Key_Left, _KEY.Key_Home)),
    (_KEY.Key_Backtab, _HELD.ShiftModifier),
)
WORDS = (
    *("1.234,50", "1234,5", "780", "-3", "0", "999999999999", "1,2,3", "12/03/1988", "3/5/89", "31/02/2020", "1988"),
    *("Zoé", "Çelik", "Ünïcode ’ « »", "漢字 😀", "<b>gras</b>", "&amp; &", "%s {amount} {0}", "a" * 300, "\u202eabc"),
)
PASTED = (
    "Loyer\t780,00\nGaz\t1320\n",
    "Huur;650;maand\nWater;30",
    "\t\t\n\n;;;",
    "x" * 5000,
    "Loyer\tsept cents",
)
LANGUAGES = ("fr", "nl", "de", "en")
SIZES = (QSize(1366, 768), QSize(1280, 720), QSize(1024, 600), QSize(1920, 1080))


class Hands:
    """Does one deed after another, by chance; a seed says which."""

    def __init__(self, played: Stage, chance: Random) -> None:
        self._played, self._chance = played, chance
        self._deeds: tuple[tuple[int, Callable[[], str]], ...] = (
            (40, self._click),
            (25, self._press),
            (20, self._write),
            (3, self._speak),
            (2, self._resize),
            (2, self._paste),
            (1, self._lock),
        )

    def act(self) -> str:
        """Do something; says what."""
        weights = [weight for weight, _ in self._deeds]
        [(_, deed)] = self._chance.choices(self._deeds, weights)
        done = deed()
        self._played.settle(3)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as a loop that runs does
        self._put_away_windows()
        if self._played.window.main is None or self._played.window.is_covered:
            self._unlock()
        return done

    def _click(self) -> str:
        targets = [widget for widget in self._played.window.findChildren(QWidget) if _can_be_clicked(widget)]
        widget = self._chance.choice(targets)
        inside = widget.rect().adjusted(2, 2, -2, -2)
        point = QPoint(
            self._chance.randint(inside.left(), max(inside.left(), inside.right())),
            self._chance.randint(inside.top(), max(inside.top(), inside.bottom())),
        )
        name = f"a click on {type(widget).__name__} « {widget.accessibleName()} »"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        return name

    def _press(self) -> str:
        key, held = self._chance.choice(KEYS)
        QTest.keyClick(self._focused(), key, held)
        return f"the key {held.name} {key.name}"

    def _write(self) -> str:
        words = self._chance.choice(WORDS)
        focused = self._focused()
        for letter in words[:40]:
            strike(letter, self._focused())
        if self._chance.random() < 0.7:
            QTest.keyClick(self._focused(), _KEY.Key_Tab)
        return f"« {words[:40]} » typed into {type(focused).__name__} « {focused.accessibleName()} »"

    def _paste(self) -> str:
        QApplication.clipboard().setText(self._chance.choice(PASTED))
        QTest.keyClick(self._focused(), _KEY.Key_V, _HELD.ControlModifier)
        return "a table pasted"

    def _speak(self) -> str:
        language = self._chance.choice(LANGUAGES)
        self._played.window.speak(language)
        return f"spoken to in {language}"

    def _resize(self) -> str:
        size = self._chance.choice(SIZES)
        self._played.window.resize(size)
        return f"resized to {size.width()} by {size.height()}"

    def _lock(self) -> str:
        self._played.window.lock()
        return "locked"

    def _focused(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._played.window

    def _put_away_windows(self) -> None:
        """A window of the system for files has nothing to do with this."""
        for dialog in self._played.window.findChildren(QFileDialog):
            if dialog.isVisible():
                dialog.reject()
        self._played.settle(1)

    def _unlock(self) -> None:
        self._played.wait(lambda: self._played.window.main is None)
        self._played.unlock()


def _can_be_clicked(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not widget.visibleRegion().isEmpty()
    )
