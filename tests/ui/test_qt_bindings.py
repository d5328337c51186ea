"""The Qt bindings keep their signals and their references.

PySide6 6.12.0 loses a reference to None at every call that returns nothing on Python 3.11 and aborts after some
thousands of them, long after a short test has passed. This is why its version is pinned.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel


class Bell(QObject):
    rung = Signal(bool)


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[bool] = []

    def hear(self, loud: bool) -> None:
        self.heard.append(loud)


def test_five_thousand_signals_all_arrive(qapp):
    bell, listener = Bell(), Listener()
    bell.rung.connect(listener.hear)
    emitted = [number % 3 == 0 for number in range(5_000)]
    for loud in emitted:
        bell.rung.emit(loud)
    assert listener.heard == emitted


def test_a_call_that_returns_nothing_keeps_its_reference_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 200
