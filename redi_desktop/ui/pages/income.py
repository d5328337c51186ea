"""What comes in: one row an income, brought to the month by the engine."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile import changes
from redi_desktop.casefile.earlier_amounts import Part
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.pasted import add_incomes
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.income import IncomeKind
from redi_desktop.i18n import _
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.earlier_amounts import LookBack
from redi_desktop.ui.pages.income_row import IncomeRow, IncomeSeen
from redi_desktop.ui.pages.integration_income_card import IntegrationIncomeCard
from redi_desktop.ui.pages.page_of_amounts import PageOfAmounts
from redi_desktop.ui.pages.paste_table import PasteTable
from redi_desktop.ui.why.answering import Answering
from redi_desktop.words import persons as person_words


class IncomePage(PageOfAmounts[IncomeRow]):
    """The incomes of everybody in the household."""

    step, part = Step.INCOME, Part.INCOMES

    def __init__(self, parent: QWidget | None = None, *, look_back: LookBack | None = None) -> None:
        super().__init__(parent)
        self.take_rows(IncomeRow, changes.add_income, changes.drop_income)
        self.paste_table = PasteTable(self, tuple(IncomeKind), add_incomes)
        self.take_ways(look_back, self.paste_table)
        self._build_integration_income()
        self.retranslate()

    def _build_integration_income(self) -> None:
        self.integration_income = IntegrationIncomeCard(self)
        self.integration_income.changed.connect(self.changed)
        self.answering = Answering(self)
        self.answering.listen(self.integration_income)
        self.body.addWidget(self.integration_income)

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the incomes."""
        super().apply(case, live)
        names = person_words.names(case.household.persons)
        lines = {line.income.id: line for line in live.assessment.incomes} if live.assessment else {}
        for income, row in self.rows.matched(case.incomes):
            row.show_seen(IncomeSeen(income, lines.get(income.id), names))
        self.integration_income.show_result(live.assessment)
        self.answering.show_result(live.assessment)
        self.show_findings(live.findings)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.section.set_texts(
            _("What comes in"),
            _("Net amounts, as they are paid. Child benefit and maintenance received count too."),
        )
        self.rows.set_texts(
            _("&Add an income"), _("No income yet. Add the first one; with none, the page may stay empty.")
        )
        self.integration_income.retranslate()
        super().retranslate()
