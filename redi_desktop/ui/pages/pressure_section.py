"""Where what is missing comes from: what comes in, and each cost that weighs more or less than the baskets say."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.pressures import Pressure, Pressures, PressureSource, pressures
from redi_desktop.formatting import money, signed_money
from redi_desktop.i18n import _
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words.explain_pressures import source_word


class PressureSection(Section):
    """The parts of a deficit, the heaviest first; they add up to it. What is paid beside the budget comes last."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amounts, self.beside = AmountList(self), AmountList(self)
        for amounts in (self.amounts, self.beside):
            amounts.asked.connect(self.asked)
            self.body.addWidget(amounts)
        self.hide()

    def show_result(self, assessment: Assessment | None) -> None:
        """Show the parts of a result; nothing where no real cost says more than the baskets."""
        found = pressures(assessment) if assessment is not None and assessment.incomes else None
        told = found is not None and (len(found.parts) > 1 or bool(found.beside.total))
        self.setVisible(told)
        if found is None or not told:
            return
        self._name(found)
        self.amounts.show_entries(tuple(_entries(found)))
        self.beside.setVisible(bool(found.beside.total))
        self.beside.show_entries((_beside_entry(found),) if found.beside.total else ())

    def _name(self, found: Pressures) -> None:
        if found.deficit > 0:
            words = _("What adds to what is missing, and what makes it less. Together the amounts are what is missing.")
            self.set_texts(_("Where what is missing comes from"), words)
        else:
            words = _("What makes what is left less, and what adds to it. Together the amounts are what is left.")
            self.set_texts(_("What weighs on the budget"), words)


def _entries(found: Pressures) -> Iterator[AmountEntry]:
    """A line for each part, signed by what it does to what is missing, or to what is left; and their sum."""
    sign = 1 if found.deficit > 0 else -1
    for part in found.parts:
        asked = Asked(Figure.PRESSURE, part.source.value)
        yield AmountEntry(source_word(part.source), _remark(part), signed_money(sign * part.weight), asked)
    name = _("What is missing") if found.deficit > 0 else _("What is left")
    yield AmountEntry(name, "", money(abs(found.deficit)), Asked(Figure.PRESSURES), strong=True)


def _remark(part: Pressure) -> str:
    """What the part is held against."""
    words = _("{retained} retained; the baskets say {reference}.")
    if part.source is PressureSource.INCOME:
        words = _("{retained} comes in; the reference budget is {reference}.")
    elif part.source is PressureSource.DEBTS:
        return _("What is accepted each month.")
    elif not part.reference:
        return _("On top of the baskets.")
    return words.format(retained=money(part.retained), reference=money(part.reference))


def _beside_entry(found: Pressures) -> AmountEntry:
    if found.deficit_when_all_is_paid > 0:
        words = _("Not in the retained budget, and paid all the same: with it, {amount} is missing.")
    else:
        words = _("Not in the retained budget, and paid all the same: with it, {amount} is left.")
    remark = words.format(amount=money(abs(found.deficit_when_all_is_paid)))
    return AmountEntry(_("Paid beside the budget"), remark, money(found.beside.total), Asked(Figure.PAID_BESIDE))
