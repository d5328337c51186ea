"""Looks for garbage while nobody is busy, and in the window's thread alone.

Python would look in the middle of a keystroke, and in whatever thread happens to make an object: a widget may only go
in the thread of the window.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from redi_desktop.ui.calm import Calm
from redi_desktop.ui.program_window import ProgramWindow

LOOK = 1000
"""Milliseconds between two looks."""
WORTH_A_LOOK = 5_000
"""New objects, as :func:`gc.get_count` counts them, from which on looking is worth it in a calm moment."""
TOO_MANY = 1_000_000
"""New objects that are looked at although somebody is busy."""
ALL_OF_THEM = 10
"""Each time of so many, older objects are looked at too."""


class Collecting(QObject):
    """Goes with the window. What is there before a vault is opened stays, and is never looked at again.

    So a look takes a moment only. What an open vault has shown is not left to it: the window empties its parts at the
    lock, and the vault stands in no circle of references. The look for what little they leave comes in the first calm
    moment after that; should there be none before the vault is opened again, all of it is looked at later.
    """

    def __init__(self, window: ProgramWindow) -> None:
        super().__init__(window)
        self._window, self._calm = window, Calm(self)
        self._looks = 0
        self._owes_one = False
        gc.disable()
        window.destroyed.connect(as_usual)
        window.unlocking.connect(self._let_stay)
        window.locked.connect(self._owe_one)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK)

    def look(self) -> None:
        """Collect what is garbage, where it is worth it and disturbs nobody."""
        self._calm.watch(self._window.windowHandle())
        fresh = gc.get_count()[0]
        wanted = self._owes_one or fresh >= WORTH_A_LOOK
        if fresh >= TOO_MANY or (wanted and self._calm.is_there):
            self._looks += 1
            gc.collect(1 if self._looks % ALL_OF_THEM and not self._owes_one else 2)
            self._owes_one = False

    def _owe_one(self) -> None:
        self._owes_one = True

    def _let_stay(self) -> None:
        if not self._owes_one:
            gc.freeze()


def as_usual() -> None:
    """Let Python look for garbage on its own again: the window is gone."""
    gc.unfreeze()
    gc.enable()
