"""Where what is missing comes from: what comes in, and each cost that weighs more or less than the baskets say."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.pressures import Pressures, pressures
from redi_desktop.formatting import money, signed_money
from redi_desktop.i18n import _
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words.explain_pressures import beside_words, held_against, source_word


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
            words = _("What reduces what is left, and what adds to it. Together the amounts are what is left.")
            self.set_texts(_("What weighs on the budget"), words)


def _entries(found: Pressures) -> Iterator[AmountEntry]:
    """A line for each part, signed by what it does to what is missing, or to what is left; and their sum."""
    sign = 1 if found.deficit > 0 else -1
    for part in found.parts:
        asked = Asked(Figure.PRESSURE, part.source.value)
        yield AmountEntry(source_word(part.source), held_against(part), signed_money(sign * part.weight), asked)
    name = _("What is missing") if found.deficit > 0 else _("What is left")
    yield AmountEntry(name, "", money(abs(found.deficit)), Asked(Figure.PRESSURES), strong=True)


def _beside_entry(found: Pressures) -> AmountEntry:
    asked = Asked(Figure.PAID_BESIDE)
    return AmountEntry(_("Paid beside the budget"), beside_words(found), money(found.beside.total), asked)
