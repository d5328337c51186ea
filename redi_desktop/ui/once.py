"""A moment to wait before something is done once; what comes in between begins it anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once_after(milliseconds: int, work: Callable[[], object], parent: QObject) -> QTimer:
    """A timer that, each time it is started, does the work once; it belongs to ``parent``."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(work)
    return timer
