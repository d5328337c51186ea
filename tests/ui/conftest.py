"""What holds for every test of the window: it leaves none behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def let_windows_go() -> Iterator[None]:
    """Delete what was asked to be deleted: without a running event loop Qt never comes to it.

    Otherwise the windows of all tests before are dressed anew with each change of the style sheet, and Qt crashes on
    one that is half gone.
    """
    yield
    if isinstance(QApplication.instance(), QApplication):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
