"""Knows whether somebody is busy in the window right now: what can wait is done when nobody is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputEvent, QWindow

SECONDS = 0.7
"""Without a key or a click: a pause between two words, not one between two letters."""


class Calm(QObject):
    """Looks at the keys and clicks that reach one window of the system."""

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = clock()
        self._watched: QWindow | None = None

    @property
    def is_there(self) -> bool:
        """Whether nobody has typed or clicked for a moment."""
        return self._clock() - self._seen >= SECONDS

    def watch(self, window: QWindow | None) -> None:
        """Look at that window from now on."""
        if window is not None and window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    def disturb(self) -> None:
        """Somebody is busy."""
        self._seen = self._clock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key or a click; it goes on its way."""
        if isinstance(event, QInputEvent):
            self.disturb()
        return False
