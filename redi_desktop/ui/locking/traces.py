"""What a window leaves behind for others to read: the clipboard, other windows of its own, pictures of the screen."""

from __future__ import annotations

import ctypes
import sys

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

_EXCLUDED_FROM_CAPTURE = 0x11
"""``WDA_EXCLUDEFROMCAPTURE`` of ``SetWindowDisplayAffinity``, since Windows 10 version 2004."""


def clear_clipboard() -> None:
    """Take back what was copied here; what another program has copied stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def close_other_windows(window: QWidget) -> None:
    """Close file choosers, lists that have dropped down, and whatever else stands on the screen beside the window."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()


def forget_picture(window: QWidget) -> None:
    """Let the system drop what it remembers of a window that is folded away: it would show that in its overviews.

    A window that is not on the screen is not painted again, so the last picture of it would be one of a case.
    """
    if window.isMinimized():
        window.hide()
        window.showMinimized()


def hide_from_capture(window: QWidget) -> None:
    """Keep a window out of pictures and films of the screen, where the system can do that."""
    if sys.platform == "win32":
        ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), _EXCLUDED_FROM_CAPTURE)
