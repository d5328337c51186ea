"""The result: the sentence, the picture, the table by need, the rights, the proposal, and why each amount is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.needs import Group
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.ui.balance_words import segment_names
from redi_desktop.ui.growing import Growing
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.integration_income_card import IntegrationIncomeCard
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.pressure_section import PressureSection
from redi_desktop.ui.pages.proposal_section import ProposalSection
from redi_desktop.ui.pages.result_notes import ResultNotes
from redi_desktop.ui.pages.result_sources import ResultSources
from redi_desktop.ui.pages.result_summary import ResultSummary
from redi_desktop.ui.pages.result_table import ResultTable
from redi_desktop.ui.pages.rights_sections import RightsSections
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.scroll_area import in_sight
from redi_desktop.ui.to_complete import ToComplete, hints_of
from redi_desktop.ui.why.answering import Answering
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.ui.why.why_panel import WhyPanel
from redi_desktop.words.vocabulary import label

MOST_HINTS = 12


class ResultPage(Page):
    """What the case comes to."""

    step = Step.RESULT

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._speaking = Growing(self)
        self._build_missing()
        self.summary = ResultSummary(self)
        self.pressures = PressureSection(self)
        self._needs, self.table = Section(self), ResultTable(self)
        self._groups, self.groups = Section(self), AmountList(self)
        self._incomes, self.incomes = Section(self), AmountList(self)
        self._notes, self.notes = Section(self), ResultNotes(self)
        self.integration_income = IntegrationIncomeCard(self)
        self.rights = RightsSections(self, today)
        self.proposal = ProposalSection(self)
        self.sources = ResultSources(self)
        self._build_sections()
        self._build_why()
        self.retranslate()

    def _build_sections(self) -> None:
        for section, content in (
            (self._needs, self.table),
            (self._groups, self.groups),
            (self._incomes, self.incomes),
            (self._notes, self.notes),
        ):
            section.body.addWidget(content)
        self._sections = (self.summary, self._needs, self._groups, self._incomes, self.proposal, self.sources)
        for widget in (
            *(self.summary, self.pressures, self._needs, self._groups, self._incomes, self._notes),
            self.integration_income,
            *(*self.rights.widgets, self.proposal, self.sources),
        ):
            self.body.addWidget(widget)

    def _build_missing(self) -> None:
        self._missing = Section(self)
        self.to_complete = ToComplete(self, most=MOST_HINTS)
        self.to_complete.chosen.connect(self.field_asked)
        self._missing.body.addWidget(self.to_complete)
        self.body.addWidget(self._missing)

    def _build_why(self) -> None:
        self._answering = Answering(self)
        self._answering.listen(self.summary, self.pressures, self.table, self.groups, self.incomes)
        self._answering.listen(self.integration_income, self.rights, self.proposal)
        self.notes.chosen.connect(self.field_asked)
        self.integration_income.changed.connect(self.changed)
        self.proposal.rights_asked.connect(self._go_to_rights)

    @property
    def why(self) -> WhyPanel:
        """The panel that says why an amount is what it is."""
        return self._answering.panel

    def initial_focus(self) -> QWidget:
        """The first amount; without a result the first thing to complete."""
        if self.live.assessment is not None:
            return self.summary.figures.buttons()[0]
        return next(iter(self.to_complete.links()), self._missing)

    def prepare(self, case: CaseFile, live: LiveResult) -> Iterator[None]:
        """Show the rights: they have by far the most rows."""
        if live.assessment is not None:
            self.rights.show_result(case, live.assessment)
            yield

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the result, or what a result still needs."""
        super().apply(case, live)
        assessment = live.assessment
        self._missing.setVisible(assessment is None)
        for section in self._sections:
            section.setVisible(assessment is not None)
        if assessment is None:
            self.to_complete.set_hints(hints_of(case, live.findings))
            self._notes.hide()
            self.rights.hide()
        else:
            self._show_result(case, assessment)
        self.pressures.show_result(assessment)
        self.integration_income.show_result(assessment)
        self._answering.show_result(assessment)
        self.show_findings(live.findings)

    def _show_result(self, case: CaseFile, assessment: Assessment) -> None:
        self.summary.show_result(case, assessment)
        self.table.show_result(assessment)
        self.groups.show_entries(_group_entries(assessment))
        self.incomes.show_entries(_income_entries(case, assessment))
        self._incomes.setVisible(bool(assessment.incomes))
        self._notes.setVisible(self.notes.show_findings(case, self.live.findings))
        self.rights.show_result(case, assessment)
        self.proposal.show_result(case, assessment)
        self.sources.show_result(assessment)

    def ask(self, asked: Asked) -> None:
        """Open « why? » beside the page, about one amount."""
        self._answering.ask(asked)

    def show_field(self, path: str) -> None:
        """Go to a field, or to the part of the page that a step of an explanation rests on."""
        if path == "sources":
            self.sources.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif path.startswith("rights") and self.rights.focus_first() is not None:
            self._go_to_rights()
        elif path.startswith("integration_income") and self.live.assessment is not None:
            self.integration_income.amounts.buttons()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().show_field(path)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._missing.set_texts(_("No result yet"), _("A few answers are enough for a first result."))
        self._needs.set_texts(_("By need"))
        self._groups.set_texts(_("By kind of cost"))
        self._incomes.set_texts(_("What comes in"))
        self._notes.set_texts(_("To be read with these figures"))
        self.summary.retranslate()
        self.table.retranslate()
        for part in (self.integration_income, self.proposal, self.sources):
            part.retranslate()
        if any(in_sight(section) for section in self.rights.widgets):
            self.rights.retranslate()
        else:
            self._speaking.begin(self._say_rights())
        self.show_again()

    def _say_rights(self) -> Iterator[None]:
        """By far the most words of the page, and far below: in a turn of their own where nobody sees them."""
        self.rights.retranslate()
        if self.live.assessment is not None:
            self.rights.show_result(self.case, self.live.assessment)
        yield

    def _go_to_rights(self) -> None:
        first = self.rights.focus_first()
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _group_entries(assessment: Assessment) -> tuple[AmountEntry, ...]:
    by_group = assessment.retained.by_group
    return tuple(
        AmountEntry(label(group), "", money(by_group[group]), Asked(Figure.GROUP, group.value)) for group in Group
    )


def _income_entries(case: CaseFile, assessment: Assessment) -> tuple[AmountEntry, ...]:
    named = segment_names(case)
    return tuple(
        AmountEntry(
            named[line.income.id],
            "" if line.counted else _("Does not count in the budget."),
            money(line.amount),
            Asked(Figure.INCOME, line.income.id),
        )
        for line in assessment.incomes
    )
