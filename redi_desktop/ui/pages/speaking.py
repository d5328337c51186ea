"""Says the rows of a long list in another language a few at a time: nobody sees those below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject

from redi_desktop.ui.once import once_after
from redi_desktop.ui.pages.row import Row

R = TypeVar("R", bound=Row[Any])


class Speaking(QObject, Generic[R]):
    """Says what is in sight at once, and ``few`` of the other rows in each turn of the event loop."""

    def __init__(self, few: int, parent: QObject) -> None:
        super().__init__(parent)
        self._few = few
        self._silent: list[R] = []
        self._timer = once_after(0, self._say_few, self)

    def begin(self, rows: Sequence[R], can_wait: Callable[[R], bool]) -> None:
        """Say these rows in the language in use."""
        self._silent = [row for row in rows if can_wait(row)]
        for row in rows:
            if row not in self._silent:
                row.retranslate()
        self._timer.start()

    def forget(self, row: R) -> None:
        """That row is taken away."""
        if row in self._silent:
            self._silent.remove(row)

    def _say_few(self) -> None:
        few, self._silent = self._silent[: self._few], self._silent[self._few :]
        for row in few:
            row.retranslate()
        if self._silent:
            self._timer.start()
