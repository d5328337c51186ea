"""Run a module as ``python -m`` would and end at once, with status 99, when anything asks for a socket.

    python start_watched.py MODULE [ARGUMENTS]

A window is shown, painted and closed again: its event loop is replaced by one that ends when a window is visible.
"""

from __future__ import annotations

import os
import runpy
import sys
import time

SOCKET_ASKED_FOR = 99
NO_WINDOW = 98


def end_at_a_socket(event: str, arguments: object) -> None:
    if event.startswith("socket."):
        os.write(2, f"asked for a socket: {event} {arguments}\n".encode())
        os._exit(SOCKET_ASKED_FOR)


def until_a_window_is_visible(*_: object) -> int:
    from PySide6.QtWidgets import QApplication

    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        QApplication.processEvents()
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        if shown:
            QApplication.processEvents()
            print("window:", shown[0].windowTitle())
            QApplication.closeAllWindows()
            return 0
    return NO_WINDOW


def replace_event_loop() -> None:
    from PySide6 import QtCore, QtGui, QtWidgets

    for application in (QtCore.QCoreApplication, QtGui.QGuiApplication, QtWidgets.QApplication):
        for name in ("exec", "exec_"):
            setattr(application, name, staticmethod(until_a_window_is_visible))


if __name__ == "__main__":
    sys.addaudithook(end_at_a_socket)
    sys.argv = sys.argv[1:]
    if sys.argv == ["redi_desktop"]:
        replace_event_loop()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
