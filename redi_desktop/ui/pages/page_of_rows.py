"""A page whose subject is one list of the case: persons, incomes, expenses, debts, scenarios."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.row import Row
from redi_desktop.ui.pages.rows import Rows

R = TypeVar("R", bound=Row[Any])


class PageOfRows(Page, Generic[R]):
    """What typing in a list needs of its page. ``rows`` are made by the page itself."""

    rows: Rows[R]

    def initial_focus(self) -> QWidget:
        """The first row in which what matters most is still missing, else the button that adds one."""
        row = self.rows.first(lambda row: row.is_unfinished())
        return row.first_field() if row is not None else self.rows.add_button

    def show_field(self, path: str) -> None:
        """Go to the field of a finding, in a row that was not made yet or folded away too."""
        self.rows.reveal(path)
        super().show_field(path)

    def retranslate(self) -> None:
        """Say the rows in the language in use, and show the case again; pages say their own texts first."""
        self.rows.retranslate_rows()
        self.show_again()
