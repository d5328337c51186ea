"""Wrong passphrases in a row cost a wait that grows: nobody tries a list of them at the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from redi_desktop.i18n import ngettext
from redi_desktop.store.passphrases import wait_after


class WrongTries(QObject):
    """Counts the wrong tries, and the seconds down that have still to pass. ``changed`` comes with each second."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wrong = self.seconds = 0
        self.timer = QTimer(self)
        self.timer.setInterval(1000)
        self.timer.timeout.connect(self.tick)

    def one_more(self) -> None:
        """Another wrong try."""
        self._wrong += 1
        self.seconds = wait_after(self._wrong)
        if self.seconds:
            self.timer.start()
        self.changed.emit()

    def forgive(self) -> None:
        """The right one was typed."""
        self._wrong = self.seconds = 0
        self.timer.stop()
        self.changed.emit()

    def tick(self) -> None:
        """One second has passed."""
        self.seconds -= 1
        if self.seconds <= 0:
            self.seconds = 0
            self.timer.stop()
        self.changed.emit()


def wait_words(tries: WrongTries) -> str:
    """How long one has to wait; empty where one need not."""
    if not tries.seconds:
        return ""
    return ngettext("Wait {count} second", "Wait {count} seconds", tries.seconds).format(count=tries.seconds)
