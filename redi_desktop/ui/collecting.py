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

    So a look, also the one at the lock, takes a moment only. The vault itself is there before: it stands in no circle
    of references, and goes without being looked for.
    """

    def __init__(self, window: ProgramWindow) -> None:
        super().__init__(window)
        self._window, self._calm = window, Calm(self)
        self._looks = 0
        gc.disable()
        window.destroyed.connect(as_usual)
        window.unlocking.connect(gc.freeze)
        window.locked.connect(gc.collect)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK)

    def look(self) -> None:
        """Collect what is garbage, where it is worth it and disturbs nobody."""
        self._calm.watch(self._window.windowHandle())
        fresh = gc.get_count()[0]
        if fresh >= TOO_MANY or (fresh >= WORTH_A_LOOK and self._calm.is_there):
            self._looks += 1
            gc.collect(1 if self._looks % ALL_OF_THEM else 2)


def as_usual() -> None:
    """Let Python look for garbage on its own again: the window is gone."""
    gc.unfreeze()
    gc.enable()
