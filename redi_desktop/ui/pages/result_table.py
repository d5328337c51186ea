"""The table by need: reference, really paid, retained, difference."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.comparisons import DEBTS, TOTAL, BudgetRow, budget_rows
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import money_parts
from redi_desktop.i18n import _
from redi_desktop.ui.pages.amount_model import NOTHING, AmountModel, Cell, Line
from redi_desktop.ui.pages.amount_table import AmountTable
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words.vocabulary import label

AMOUNTS = 4


class ResultTable(AmountTable):
    """The eleven needs, the debts and the sums; every amount answers « why? »."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AmountModel(AMOUNTS, has_total=True), parent)

    def show_result(self, assessment: Assessment | None) -> None:
        """Show a result."""
        rows = budget_rows(assessment) if assessment is not None else ()
        self.show_lines(tuple(_line(row) for row in rows))

    def retranslate(self) -> None:
        """Say names and columns in the language in use; the amounts come with the next result."""
        self.name(_("Budget by need, in euro per month"))
        self.amounts.name_columns(_("Need"), _("Reference"), _("Really paid"), _("Retained"), _("Difference"))
        self.fit()


_OF_A_NEED = (Figure.REFERENCE, Figure.REAL, Figure.RETAINED, Figure.DIFFERENCE)
_OF_THE_WHOLE = (Figure.REFERENCE_TOTAL, Figure.REAL_TOTAL, Figure.RETAINED_TOTAL, Figure.DIFFERENCE_TOTAL)


def _line(row: BudgetRow) -> Line:
    asked = _questions(row.key)
    cells = [
        Cell(NOTHING) if amount is None else Cell(*money_parts(amount), question)
        for amount, question in zip((row.reference, row.real, row.retained), asked, strict=False)
    ]
    cells.append(Cell(*money_parts(row.difference, signed=True), asked[3]) if row.difference else Cell(NOTHING))
    return Line(_name(row.key), tuple(cells))


def _questions(key: str) -> tuple[Asked, ...]:
    if key == TOTAL:
        return tuple(Asked(figure) for figure in _OF_THE_WHOLE)
    if key == DEBTS:
        return (Asked(Figure.DEBTS),) * AMOUNTS
    return tuple(Asked(figure, key) for figure in _OF_A_NEED)


def _name(key: str) -> str:
    if key == TOTAL:
        return _("Total")
    return _("Debts") if key == DEBTS else label(Need(key))
