"""Windows: the messages that a window gets when the session is locked or the machine goes to sleep."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT = 0x02B1, 0x7, 0x2, 0x4
_AWAY = {
    (WM_POWERBROADCAST, PBT_APMSUSPEND),
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT),
    (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT),
}


class WindowsSession(QObject):
    """Asks for the messages of the session, and listens for as long as the program runs."""

    away = Signal()

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter = _Messages(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), 0)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)


class _Messages(QAbstractNativeEventFilter):
    """Looks at every message, and lets it pass."""

    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(
        self, _kind: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> tuple[bool, int]:
        """Tell when nobody can be at the window any more."""
        told = wintypes.MSG.from_address(int(message))
        if (told.message, told.wParam) in _AWAY:
            self._session.away.emit()
        return False, 0
