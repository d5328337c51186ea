"""Loads the modules of the pages while nobody types, one at a time, so that a page opens sooner when asked for."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PAUSE = 150
"""Milliseconds between two modules: each takes some tens of them."""
MODULES = (
    *("request", "household", "housing", "income", "expenses", "debts"),
    *("result", "scenarios", "opinion", "decision"),
)


class Warming(QObject):
    """Ends by itself when everything is loaded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = [f"redi_desktop.ui.pages.{name}" for name in MODULES]
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._load_one)
        self._timer.start()

    def stop(self) -> None:
        """Load nothing more."""
        self._timer.stop()

    def _load_one(self) -> None:
        import_module(self._waiting.pop(0))
        if not self._waiting:
            self._timer.stop()
