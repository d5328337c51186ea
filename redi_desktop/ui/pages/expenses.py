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
from redi_desktop.ui.pages.earlier_amounts import EarlierAmounts, LookBack
from redi_desktop.ui.pages.expense_kinds import ExpenseKinds
from redi_desktop.ui.pages.expense_row import ExpenseRow
from redi_desktop.ui.pages.expense_words import ExpenseSeen
from redi_desktop.ui.pages.options import OptionsSection
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.paste_table import PasteTable
from redi_desktop.ui.pages.picks import Picks
from redi_desktop.ui.pages.rows import Rows
from redi_desktop.ui.pages.section import Section
from redi_desktop.words import persons as person_words


class ExpensesPage(Page):
    """The real expenses, and what the baskets count only where it is chosen."""

    step = Step.EXPENSES

    def __init__(self, parent: QWidget | None = None, *, look_back: LookBack | None = None) -> None:
        super().__init__(parent)
        self._kinds = ExpenseKinds(self)
        self._section = Section(self)
        make_row = partial(ExpenseRow, kinds=self._kinds)
        self.rows = Rows(self, "expenses", make_row, changes.add_expense, changes.drop_expense, spacing=0)
        self._section.body.addWidget(self.rows)
        self.paste_table = PasteTable(self, tuple(ExpenseKind), add_expenses)
        self._section.body.addWidget(self.paste_table)
        self.earlier = EarlierAmounts(self, Part.EXPENSES, look_back, self.paste_table.line)
        self._section.body.addWidget(self.earlier)
        self.picks = Picks(self)
        self.picks.picked.connect(self._pick)
        self._section.body.addWidget(self.picks)
        self.options = OptionsSection(self)
        self.body.addWidget(self._section)
        self.body.addWidget(self.options)
        self.retranslate()

    def initial_focus(self) -> QWidget:
        """The first expense that has no amount yet, else the button that adds one."""
        empty = self.rows.first(lambda row: row.amount.value() is None)
        return empty.first_field() if empty is not None else self.rows.add_button

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the expenses."""
        super().apply(case, live)
        assessment = live.assessment
        self.rows.show_rows([expense.id for expense in case.expenses])
        names = person_words.names(case.household.persons)
        lines = {line.expense.id: line for line in assessment.retained.expenses} if assessment else {}
        references = references_beside(assessment, case.expenses) if assessment else {}
        for place, expense in enumerate(case.expenses):
            reference = references.get(expense.id)
            seen = ExpenseSeen(expense, lines.get(expense.id), reference, assessment is not None)
            row = self.rows.row_if_made(expense.id)
            if row is not None:
                row.set_headed(place == 0)
                row.show_expense(seen, names)
        self.picks.show_kinds(kinds_to_ask(assessment, case.expenses) if assessment else ())
        self.options.apply(case, assessment.parameters.pack if assessment else None)
        self.show_findings(live.findings)

    def show_field(self, path: str) -> None:
        """Go to the field of a finding, opening the details of its row where it stands there."""
        self.rows.reveal(path)
        super().show_field(path)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._section.set_texts(
            _("What is really paid"),
            _("Whatever is not typed here stays at its reference amount. Type bills as they come: yearly, quarterly…"),
        )
        self.rows.set_texts(
            _("&Add an expense"), _("No real expense yet: the budget rests on reference amounts. Begin with the rent.")
        )
        self.rows.add_button.setToolTip(_("Ctrl+Enter adds a row, Ctrl+Shift+Del removes the one you are in."))
        self._kinds.retranslate()
        self.rows.retranslate_rows()
        self.earlier.retranslate()
        self.paste_table.retranslate()
        self.picks.set_heading(_("Often paid too:"))
        self.options.retranslate()
        self.show_again()

    def _pick(self, kind: ExpenseKind) -> None:
        self.rows.ask(partial(changes.add_expense, kind=kind))
