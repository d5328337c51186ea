"""The column at the right of the window, which scrolls where the window is low."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.ui.column_layout import ColumnLayout
from redi_desktop.ui.scroll_area import ScrollArea
from redi_desktop.ui.theme import HALF, UNIT


class SideColumn(ScrollArea):
    """Holds the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        self._column = ColumnLayout(inner)
        self._column.setContentsMargins(UNIT, UNIT * 2, HALF, UNIT * 2)
        self.setWidget(inner)

    def hold(self, widget: QWidget) -> None:
        """Take a widget in, above the others."""
        self._column.insertWidget(0, widget)
