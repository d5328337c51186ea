"""Linux: systemd's login1 tells of sleep and locked sessions, the desktops' screen savers of a locked screen."""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection


class _Source(NamedTuple):
    """A signal of the bus: of which service and interface, its name, and the slot that takes it."""

    service: str
    interface: str
    name: str
    slot: str


_OF_THE_SYSTEM = (
    _Source("org.freedesktop.login1", "org.freedesktop.login1.Manager", "PrepareForSleep", "on_state(bool)"),
    _Source("org.freedesktop.login1", "org.freedesktop.login1.Session", "Lock", "on_lock()"),
)
_DESKTOPS = ("freedesktop", "gnome", "mate", "cinnamon")
_OF_THE_SESSION = tuple(
    _Source(f"org.{desktop}.ScreenSaver", f"org.{desktop}.ScreenSaver", "ActiveChanged", "on_state(bool)")
    for desktop in _DESKTOPS
)


class LinuxSession(QObject):
    """Listens on both buses; without a bus it hears nothing, and the idle minutes have to do."""

    away = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listen(QDBusConnection.systemBus(), _OF_THE_SYSTEM)
        self._listen(QDBusConnection.sessionBus(), _OF_THE_SESSION)

    def _listen(self, bus: QDBusConnection, sources: tuple[_Source, ...]) -> None:
        if not bus.isConnected():
            return
        for source in sources:
            # WORKAROUND: PySide 6.11 refuses the bytes that its signature asks for, and takes the text that SLOT gives.
            slot = cast("bytes", SLOT(source.slot))
            # no path: login1 speaks from the path of each session, and to lock once too often harms nobody
            bus.connect(source.service, "", source.interface, source.name, self, slot)

    @Slot(bool)
    def on_state(self, begins: bool) -> None:
        """The machine goes to sleep or the screen is locked; on waking up there is nothing to do."""
        if begins:
            self.away.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session is locked."""
        self.away.emit()
