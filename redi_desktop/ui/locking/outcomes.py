"""Work that went on while the window was locked: what came of it is told after unlocking."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from redi_desktop.ui.deed import Deed
from redi_desktop.ui.several.run_line import RunLine


class Outcomes:
    """Remembers what is under way in a window that is going to be hidden."""

    def __init__(self, window: QWidget) -> None:
        self._begun: list[Deed | RunLine] = [
            *(deed for deed in window.findChildren(Deed) if deed.is_under_way),
            *(line for line in window.findChildren(RunLine) if line.is_under_way),
        ]

    def words(self) -> str:
        """How each of them ended, in the words in which it was said."""
        ended = (one.text() for one in self._begun if isValid(one) and not one.is_under_way)
        return " ".join(words for words in ended if words)
