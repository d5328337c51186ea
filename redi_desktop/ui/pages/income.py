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
from redi_desktop.ui.pages.earlier_amounts import EarlierAmounts, LookBack
from redi_desktop.ui.pages.income_row import IncomeRow, IncomeSeen
from redi_desktop.ui.pages.integration_income_card import IntegrationIncomeCard
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.paste_table import PasteTable
from redi_desktop.ui.pages.rows import Rows
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.why.answering import Answering
from redi_desktop.words import persons as person_words


class IncomePage(Page):
    """The incomes of everybody in the household."""

    step = Step.INCOME

    def __init__(self, parent: QWidget | None = None, *, look_back: LookBack | None = None) -> None:
        super().__init__(parent)
        self._section = Section(self)
        self.rows = Rows(self, "incomes", IncomeRow, changes.add_income, changes.drop_income, spacing=0)
        self._section.body.addWidget(self.rows)
        self.paste_table = PasteTable(self, tuple(IncomeKind), add_incomes)
        self._section.body.addWidget(self.paste_table)
        self.earlier = EarlierAmounts(self, Part.INCOMES, look_back, self.paste_table.line)
        self._section.body.addWidget(self.earlier)
        self.body.addWidget(self._section)
        self._build_integration_income()
        self.retranslate()

    def _build_integration_income(self) -> None:
        self.integration_income = IntegrationIncomeCard(self)
        self.integration_income.changed.connect(self.changed)
        self.answering = Answering(self)
        self.answering.listen(self.integration_income)
        self.body.addWidget(self.integration_income)

    def initial_focus(self) -> QWidget:
        """The first income that has no amount yet, else the button that adds one."""
        empty = self.rows.first(lambda row: row.amount.value() is None)
        return empty.first_field() if empty is not None else self.rows.add_button

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the incomes."""
        super().apply(case, live)
        self.rows.show_rows([income.id for income in case.incomes])
        names = person_words.names(case.household.persons)
        lines = {line.income.id: line for line in live.assessment.incomes} if live.assessment else {}
        for income in case.incomes:
            row = self.rows.row_if_made(income.id)
            if row is not None:
                row.show_income(IncomeSeen(income, lines.get(income.id), names))
        self.integration_income.show_result(live.assessment)
        self.answering.show_result(live.assessment)
        self.show_findings(live.findings)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._section.set_texts(
            _("What comes in"),
            _("Net amounts, as they are paid. Child benefit and maintenance received count too."),
        )
        self.rows.set_texts(
            _("&Add an income"), _("No income yet. Add the first one; with none, the page may stay empty.")
        )
        self.rows.add_button.setToolTip(_("Ctrl+Enter adds a row, Ctrl+Shift+Del removes the one you are in."))
        self.rows.retranslate_rows()
        self.earlier.retranslate()
        self.paste_table.retranslate()
        self.integration_income.retranslate()
        self.show_again()
