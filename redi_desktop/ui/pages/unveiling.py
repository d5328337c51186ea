"""Shows the rows of a long list a few at a time: laying out and painting all of them would hold the window up."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget

from redi_desktop.ui.once import once_after

W = TypeVar("W", bound=QWidget)


class Unveiling(QObject, Generic[W]):
    """Keeps rows back until the list is seen; then shows ``few`` of them in each turn of the event loop.

    ``layout`` places them, once for all those that are shown together.
    """

    def __init__(self, few: int, layout: QLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._few, self._layout = few, layout
        self._veiled: list[W] = []
        self._timer = once_after(0, self._show_few, self)

    @property
    def is_done(self) -> bool:
        """Whether nothing is kept back."""
        return not self._veiled

    def veil(self, row: W) -> None:
        """Keep a row back that stands below those that were kept back before."""
        row.hide()
        self._veiled.append(row)

    def forget(self, row: W) -> None:
        """That row is taken away."""
        if row in self._veiled:
            self._veiled.remove(row)

    def covers(self, row: W) -> bool:
        """Whether a row is kept back."""
        return row in self._veiled

    def begin(self) -> None:
        """The list is seen."""
        if self._veiled:
            self._timer.start()

    def show_all(self) -> None:
        """Somebody wants to go to one of them: no time to wait."""
        self._timer.stop()
        if self._veiled:
            self._show(len(self._veiled))

    def _show_few(self) -> None:
        self._show(self._few)
        self.begin()

    def _show(self, count: int) -> None:
        shown, self._veiled = self._veiled[:count], self._veiled[count:]
        self._layout.setEnabled(False)
        for row in shown:
            row.show()
        self._layout.setEnabled(True)
        self._layout.invalidate()
