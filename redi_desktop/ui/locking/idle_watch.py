"""Nobody at the keyboard: told after some minutes without a key or a click, and at once when the machine has slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

TICK = 5
"""Seconds between two looks at the clock."""
ASLEEP = 60
"""Seconds that the clock of the wall may jump between two looks before it is taken for a sleep of the machine."""
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
Clock = Callable[[], float]


class IdleWatch(QObject):
    """Looks at what reaches one window of the system: far fewer events than those of all widgets."""

    idle = Signal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Clock = time.monotonic, wall: Clock = time.time
    ) -> None:
        super().__init__(parent)
        self._clock, self._wall = clock, wall
        self._seconds = 0.0
        self._seen = self._looked = 0.0
        self._watched: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK * 1000)
        self._timer.timeout.connect(self.look)

    def watch(self, window: QWindow) -> None:
        """Look at the keys and clicks of that window."""
        if window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    def start(self, minutes: int) -> None:
        """Tell when nobody has typed or clicked for so many minutes."""
        self._seconds = minutes * 60.0
        self._seen, self._looked = self._clock(), self._wall()
        self._timer.start()

    def stop(self) -> None:
        """There is nothing to lock."""
        self._timer.stop()

    def look(self) -> None:
        """See whether it is time."""
        now = self._wall()
        slept = now - self._looked > TICK + ASLEEP
        self._looked = now
        if slept or self._clock() - self._seen >= self._seconds:
            self._seen = self._clock()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody is there; the event goes on its way."""
        if event.type() in _SIGNS:
            self._seen = self._clock()
        return False
