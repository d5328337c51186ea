"""What is really paid: one row an expense, beside what the reference budget says."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile import changes
from redi_desktop.casefile.comparisons import kinds_to_ask, references_beside
from redi_desktop.casefile.earlier_amounts import Part
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.pasted import add_expenses
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.i18n import _
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.earlier_amounts import LookBack
from redi_desktop.ui.pages.expense_kinds import ExpenseKinds
from redi_desktop.ui.pages.expense_row import ExpenseRow
from redi_desktop.ui.pages.expense_words import ExpenseSeen
from redi_desktop.ui.pages.options import OptionsSection
from redi_desktop.ui.pages.page_of_amounts import PageOfAmounts
from redi_desktop.ui.pages.paste_table import PasteTable
from redi_desktop.ui.pages.picks import Picks
from redi_desktop.words import persons as person_words


class ExpensesPage(PageOfAmounts[ExpenseRow]):
    """The real expenses, and what the baskets count only where it is chosen."""

    step, part = Step.EXPENSES, Part.EXPENSES

    def __init__(self, parent: QWidget | None = None, *, look_back: LookBack | None = None) -> None:
        super().__init__(parent)
        self._kinds = ExpenseKinds(self)
        self.take_rows(partial(ExpenseRow, kinds=self._kinds), changes.add_expense, changes.drop_expense)
        self.paste_table = PasteTable(self, tuple(ExpenseKind), add_expenses)
        self.take_ways(look_back, self.paste_table)
        self.picks = Picks(self)
        self.picks.picked.connect(self._pick)
        self.section.body.addWidget(self.picks)
        self.options = OptionsSection(self)
        self.body.addWidget(self.options)
        self.retranslate()

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the expenses."""
        super().apply(case, live)
        assessment = live.assessment
        names = person_words.names(case.household.persons)
        lines = {line.expense.id: line for line in assessment.retained.expenses} if assessment else {}
        references = references_beside(assessment, case.expenses) if assessment else {}
        for expense, row in self.rows.matched(case.expenses):
            reference = references.get(expense.id)
            seen = ExpenseSeen(expense, lines.get(expense.id), reference, assessment is not None, names)
            row.set_headed(expense is case.expenses[0])
            row.show_seen(seen)
        self.picks.show_kinds(kinds_to_ask(assessment, case.expenses) if assessment else ())
        self.options.apply(case, assessment.parameters.pack if assessment else None)
        self.show_findings(live.findings)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.section.set_texts(
            _("What is really paid"),
            _("Whatever is not typed here stays at its reference amount. Type bills as they come: yearly, quarterly…"),
        )
        self.rows.set_texts(
            _("&Add an expense"), _("No real expense yet: the budget rests on reference amounts. Begin with the rent.")
        )
        self._kinds.retranslate()
        self.picks.set_heading(_("Often paid too:"))
        self.options.retranslate()
        super().retranslate()

    def _pick(self, kind: ExpenseKind) -> None:
        self.rows.ask(partial(changes.add_expense, kind=kind))
