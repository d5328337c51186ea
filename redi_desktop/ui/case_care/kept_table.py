"""The results that were kept, and two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.results_compared import Compared, Sum, amounts_of, compared
from redi_desktop.formatting import date_short, money_parts, time_short
from redi_desktop.i18n import _
from redi_desktop.store.assessments import KeptAssessment
from redi_desktop.ui.pages.amount_model import AmountModel, Cell, Line
from redi_desktop.ui.pages.amount_table import AmountTable
from redi_desktop.words.vocabulary import label

_SUMS = (Sum.NEEDED, Sum.INCOME, Sum.BALANCE, Sum.PROPOSAL)


class KeptTable(AmountTable):
    """A line for each kept result, the last one first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AmountModel(len(_SUMS)), parent)

    def show_results(self, results: Sequence[KeptAssessment]) -> None:
        """Show these results."""
        self.show_lines(tuple(_line(result) for result in results))

    def retranslate(self) -> None:
        """Name the columns in the language in use."""
        self.name(_("Kept results, in euro per month"))
        self.amounts.name_columns(_("Kept on"), _("Needed"), _("Coming in"), _("Balance"), _("Proposed aid"))
        self.fit()


class ComparedTable(AmountTable):
    """What differs between two results, and what both come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(AmountModel(3), parent)

    def show_two(self, first: KeptAssessment, second: KeptAssessment) -> None:
        """Show two results."""
        self.amounts.name_columns(_("Amount"), kept_on(first), kept_on(second), _("Difference"))
        self.show_lines(tuple(map(_compared_line, compared(first.result, second.result))))
        self.fit()

    def retranslate(self) -> None:
        """Name the table in the language in use; its columns come with what is compared."""
        self.name(_("Two results side by side, in euro per month"))


def kept_on(result: KeptAssessment) -> str:
    """When a result was kept."""
    return _("{date}, {time}").format(date=date_short(result.made_at), time=time_short(result.made_at))


def _line(result: KeptAssessment) -> Line:
    amounts = amounts_of(result.result)
    return Line(kept_on(result), tuple(Cell(*money_parts(amounts[key])) for key in _SUMS))


def _compared_line(row: Compared) -> Line:
    difference = Cell(*money_parts(row.difference, signed=True)) if row.difference else Cell("–")
    name = sum_words(row.key) if isinstance(row.key, Sum) else label(row.key)
    return Line(name, (Cell(*money_parts(row.first)), Cell(*money_parts(row.second)), difference))


def sum_words(key: Sum) -> str:
    """What a result comes to, by its name."""
    words = {
        Sum.DEBTS: _("Debts"),
        Sum.NEEDED: _("What is needed"),
        Sum.INCOME: _("What comes in"),
        Sum.BALANCE: _("Balance"),
        Sum.PROPOSAL: _("Proposed aid"),
    }
    return words[key]
