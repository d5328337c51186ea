"""The lock as it takes its time: the window is hidden already, and the vault closes once nothing needs it any more."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from redi_desktop.errors import UserError
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.ui.locking.unsaved_work import UnsavedWork


class Wait(Enum):
    """Why the vault is still open behind the screen that asks for the passphrase."""

    SAVING = "saving"
    """The last changes are on their way."""
    WORK = "work"
    """Something that was begun, as documents for several cases, is not done yet."""
    TROUBLE = "trouble"
    """A change cannot be saved; it is tried again and again."""


AGAIN = 5000
"""Milliseconds after which everything that is not in the vault yet is sent there again."""


class Leaving(QObject):
    """Waits without holding anything up. ``waits`` tells what for, each time something has ended; then comes ``over``.

    What could not be saved is sent to the vault again every few seconds.
    """

    waits = Signal(object)
    over = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._unsaved: UnsavedWork | None = None
        tasks.rested.connect(self._look)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._try_again)

    @property
    def is_under_way(self) -> bool:
        """Whether the window is hidden and the vault still open."""
        return self._unsaved is not None

    @property
    def problem(self) -> UserError | None:
        """Why the last try to save failed."""
        return self._unsaved.problem if self._unsaved is not None else None

    def begin(self, unsaved: UnsavedWork) -> None:
        """Send what is not in the vault yet on its way; where there is nothing to wait for it is over at once."""
        self._unsaved = unsaved
        self._again.start()
        unsaved.keep()
        self._look()

    def stop(self) -> None:
        """The passphrase was typed before it was over: the vault stays open."""
        self._unsaved = None
        self._again.stop()

    def _look(self) -> None:
        unsaved = self._unsaved
        if unsaved is None:
            return
        if self._tasks.is_at_rest and unsaved.is_there and unsaved.problem is None:
            unsaved.keep()  # the work that has just ended has left something to keep
        if self._tasks.is_at_rest and not unsaved.is_there:
            self.stop()
            self.over.emit()
        elif not unsaved.is_there:
            self.waits.emit(Wait.WORK)
        else:
            self.waits.emit(Wait.TROUBLE if unsaved.problem is not None else Wait.SAVING)

    def _try_again(self) -> None:
        if self._unsaved is not None and self._tasks.is_at_rest:
            self._unsaved.keep()
            self._look()
