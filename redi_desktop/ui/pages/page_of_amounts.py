"""A page of incomes, expenses or debts: a card with a row an amount, and what spares typing below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.earlier_amounts import Part
from redi_desktop.ui.pages.earlier_amounts import EarlierAmounts, LookBack
from redi_desktop.ui.pages.page_of_rows import PageOfRows
from redi_desktop.ui.pages.paste_table import PasteTable
from redi_desktop.ui.pages.row import DropRow, Row
from redi_desktop.ui.pages.rows import Rows
from redi_desktop.ui.pages.section import Section

R = TypeVar("R", bound=Row[Any])


class PageOfAmounts(PageOfRows[R]):
    """``part`` says which amounts of the case they are. A page takes its rows first, then the ways to more of them."""

    part: Part

    def take_rows(self, make_row: Callable[[str, QWidget], R], add: Change, drop: DropRow) -> None:
        """Have a card with the rows of that part of the case."""
        self.section = Section(self)
        self.rows = Rows(self, self.part.value, make_row, add, drop, spacing=0)
        self.section.body.addWidget(self.rows)
        self.body.addWidget(self.section)

    def take_ways(self, look_back: LookBack | None, paste_table: PasteTable | None = None) -> None:
        """Offer a pasted table, where there is one, and earlier amounts."""
        line = paste_table.line if paste_table is not None else None
        self.earlier = EarlierAmounts(self, self.part, look_back, line)
        self._ways = (self.earlier,) if paste_table is None else (paste_table, self.earlier)
        for way in self._ways:
            self.section.body.addWidget(way)

    def retranslate(self) -> None:
        """Say the rows and the ways to more of them in the language in use."""
        for way in self._ways:
            way.retranslate()
        super().retranslate()
