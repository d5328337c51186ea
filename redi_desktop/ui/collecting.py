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
    """Goes with the window. What an open vault needs is not looked at again until the vault is closed."""

    def __init__(self, window: ProgramWindow) -> None:
        super().__init__(window)
        self._window, self._calm = window, Calm(self)
        self._looks = 0
        self._spared: QObject | None = None
        gc.disable()
        window.destroyed.connect(as_usual)
        window.unlock.opened.connect(self._on_opened)
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
        self._spare()

    def _on_opened(self) -> None:
        """Packs and widgets of the open vault stay: collections need not look at them while one types."""
        main = self._window.main
        if main is not None:
            gc.freeze()
            main.destroyed.connect(self._on_locked)

    def _on_locked(self) -> None:
        """What was decrypted goes at once."""
        self._spared = None
        gc.unfreeze()
        gc.collect()

    def _spare(self) -> None:
        """Once the pages are made, they stay too."""
        main = self._window.main
        if main is not None and main is not self._spared and main.warming.is_done and self._calm.is_there:
            self._spared = main
            gc.collect()
            gc.freeze()


def as_usual() -> None:
    """Let Python look for garbage on its own again: the window is gone."""
    gc.unfreeze()
    gc.enable()
