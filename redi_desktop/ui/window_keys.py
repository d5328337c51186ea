"""The keys of the main window, the same at every page of it."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from redi_desktop.ui.case_desk import CaseDesk
from redi_desktop.ui.navigation import Navigation
from redi_desktop.ui.window_frame import WindowFrame

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_REDO = (QKeyCombination(_CTRL, Qt.Key.Key_Y), QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z))
"""Both habits, on every system."""


def give_keys(frame: WindowFrame, desk: CaseDesk, navigation: Navigation) -> None:
    """Give the window its shortcuts; the pages of a case have two of their own, while they are in sight."""
    for keys, act in (
        ("Ctrl+N", desk.new_case),
        ("Ctrl+F", frame.search),
        ("Ctrl+L", frame.top_bar.lock_asked.emit),
        ("F4", frame.top_bar.cases.toggle),
        ("Alt+Home", navigation.show_today),
        ("F6", navigation.show_care),
        ("F7", frame.cases.several.click),
        ("F9", navigation.show_parameters),
        ("F10", navigation.show_settings),
    ):
        QShortcut(QKeySequence(keys), frame, act)
    for keys, act in (("Alt+Right", frame.wizard.go_on), ("Alt+Left", frame.wizard.go_back)):
        QShortcut(QKeySequence(keys), frame.wizard, act)


def step_of_history(event: QKeyEvent, navigation: Navigation) -> bool:
    """Undo and redo are the case's: a field with the focus hands these keys on. Gives whether it was one of them."""
    if event.matches(QKeySequence.StandardKey.Undo):
        navigation.undo()
    elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in _REDO:
        navigation.redo()
    else:
        return False
    return True
