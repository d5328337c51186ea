"""The small cross at the end of a row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon, icon_side
from redi_desktop.ui.theme import set_role


class RemoveButton(QPushButton):
    """Takes its row away; its name says which, for who cannot see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        set_role(self, "flat")
        self._draw()

    def name(self, text: str) -> None:
        """Say what it does: ``Remove Amina``."""
        self.setAccessibleName(text)
        self.setToolTip(text)

    def changeEvent(self, event: QEvent) -> None:
        """The cross follows the colours and the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._draw()

    def _draw(self) -> None:
        side = icon_side(self)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon("close", current_colours().quiet))
