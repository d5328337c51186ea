"""Deleting a page so that what it held of cases goes at once.

The parts of a page hold on to each other. Qt deletes its side of them; Python on its own would keep the other, with
every name and amount, until it next looks for garbage, and would need long for so much.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

TURN = 0.01
"""Seconds of emptying after which a turn ends."""


def delete(page: QWidget) -> Iterator[None]:
    """Delete a page and its parts at the first stop, then empty them; a piece of work before each stop."""
    parts = [part for part in (page, *page.findChildren(QObject)) if vars(part)]
    page.deleteLater()
    del page
    yield
    yield from _empty(parts)


def _empty(parts: list[QObject]) -> Iterator[None]:
    """What was taken in again somewhere else meanwhile keeps what it has."""
    begun = time.perf_counter()
    while parts:
        part = parts.pop()
        if not isValid(part):
            vars(part).clear()
        if time.perf_counter() - begun > TURN:
            yield
            begun = time.perf_counter()
