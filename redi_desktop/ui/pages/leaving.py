"""Rows that were taken away: out of sight at once, gone a few at a time, for each has dozens of widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from redi_desktop.ui.once import once_after

FEW = 3
"""Rows that go in one turn of the event loop."""


class Leaving(QObject):
    """Belongs to a page. Another parent would take them off the page sooner, but Qt would dress them anew for it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._rows: list[QWidget] = []
        self._timer = once_after(0, self._let_few_go, self)

    def take(self, row: QWidget) -> None:
        """Hide a row, which may be the one that was just clicked in, and let it go as soon as can be."""
        row.hide()
        self._rows.append(row)
        self._timer.start()

    def holds(self, part: QWidget) -> bool:
        """Whether something stands in such a row: it is not on the page any more."""
        return any(row.isAncestorOf(part) for row in self._rows)

    def _let_few_go(self) -> None:
        few, self._rows = self._rows[:FEW], self._rows[FEW:]
        for row in few:
            row.deleteLater()
        if self._rows:
            self._timer.start()
