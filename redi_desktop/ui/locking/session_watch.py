"""The session of the user is locked or the machine goes to sleep: told where the system tells it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow


class SessionWatch(QObject):
    """Listens to what this system has: ``away`` when nobody can be at the window any more."""

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: QObject | None = None

    def begin(self, window: QWindow) -> None:
        """Start to listen; to begin twice does nothing."""
        if self._listener is not None:
            return
        if sys.platform.startswith("linux"):
            from redi_desktop.ui.locking.linux_session import LinuxSession

            linux = LinuxSession(self)
            linux.away.connect(self.away)
            self._listener = linux
        elif sys.platform == "win32":
            from redi_desktop.ui.locking.windows_session import WindowsSession

            windows = WindowsSession(int(window.winId()), self)
            windows.away.connect(self.away)
            self._listener = windows
