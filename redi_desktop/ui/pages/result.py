"""The result: the sentence, the picture, the table by need, and why each amount is what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.needs import Group
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.ui.balance_words import segment_names
from redi_desktop.ui.live_result import NOTHING, LiveResult
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.result_notes import ResultNotes
from redi_desktop.ui.pages.result_sources import ResultSources
from redi_desktop.ui.pages.result_summary import ResultSummary
from redi_desktop.ui.pages.result_table import ResultTable
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.to_complete import ToComplete, hints_of
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.ui.why.beside import Beside
from redi_desktop.ui.why.why_panel import WhyPanel
from redi_desktop.words.vocabulary import label

MOST_HINTS = 12


class ResultPage(Page):
    """What the case comes to."""

    step = Step.RESULT

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._live = CaseFile(id=""), NOTHING
        self._asker: QWidget | None = None
        self._build_missing()
        self.summary = ResultSummary(self)
        self._needs, self.table = Section(self), ResultTable(self)
        self._groups, self.groups = Section(self), AmountList(self)
        self._incomes, self.incomes = Section(self), AmountList(self)
        self._notes, self.notes = Section(self), ResultNotes(self)
        self.sources = ResultSources(self)
        for section, content in (
            (self._needs, self.table),
            (self._groups, self.groups),
            (self._incomes, self.incomes),
            (self._notes, self.notes),
        ):
            section.body.addWidget(content)
        self._sections = (self.summary, self._needs, self._groups, self._incomes, self._notes, self.sources)
        for section in self._sections:
            self.body.addWidget(section)
        self._build_why()
        self.retranslate()

    def _build_missing(self) -> None:
        self._missing = Section(self)
        self.to_complete = ToComplete(self, most=MOST_HINTS)
        self.to_complete.chosen.connect(self.field_asked)
        self._missing.body.addWidget(self.to_complete)
        self.body.addWidget(self._missing)

    def _build_why(self) -> None:
        self.why = WhyPanel(self)
        self._beside = Beside(self.why, self)
        self.why.closed.connect(self._give_focus_back)
        self.why.field_asked.connect(self.field_asked)
        self.notes.field_asked.connect(self.field_asked)
        for askable in (self.summary, self.table, self.groups, self.incomes):
            askable.asked.connect(self.ask)

    def title(self) -> str:
        """The page's name."""
        return label(self.step)

    def initial_focus(self) -> QWidget:
        """The first amount; without a result the first thing to complete."""
        if self._live.assessment is not None:
            return self.summary.figures.buttons()[0]
        return next(iter(self.to_complete.links()), self._missing)

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the result, or what a result still needs."""
        self._case, self._live, assessment = case, live, live.assessment
        self._missing.setVisible(assessment is None)
        for section in self._sections:
            section.setVisible(assessment is not None)
        if assessment is None:
            self.to_complete.set_hints(hints_of(case, live.findings))
        else:
            self._show_result(case, assessment)
        self.why.show_result(assessment)

    def _show_result(self, case: CaseFile, assessment: Assessment) -> None:
        self.summary.show_result(case, assessment)
        self.table.show_result(assessment)
        self.groups.show_entries(_group_entries(assessment))
        self.incomes.show_entries(_income_entries(case, assessment))
        self._incomes.setVisible(bool(assessment.incomes))
        self._notes.setVisible(self.notes.show_findings(case, self._live.findings))
        self.sources.show_result(assessment)

    def ask(self, asked: Asked) -> None:
        """Open « why? » beside the page, about one amount."""
        if self._live.assessment is None:
            return
        self._asker = QApplication.focusWidget()
        self.why.ask(asked, self._live.assessment)
        self._beside.place()
        self.why.chain.setFocus(Qt.FocusReason.PopupFocusReason)

    def forget(self) -> None:
        """Let go of the result."""
        self.why.close_panel()
        self._case, self._live = CaseFile(id=""), NOTHING
        super().forget()

    def hideEvent(self, event: QHideEvent) -> None:
        """The panel goes with the page."""
        super().hideEvent(event)
        self._asker = None
        self.why.close_panel()

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._missing.set_texts(_("No result yet"), _("A few answers are enough for a first result."))
        self._needs.set_texts(_("By need"))
        self._groups.set_texts(_("By kind of cost"))
        self._incomes.set_texts(_("What comes in"))
        self._notes.set_texts(_("To be read with these figures"))
        self.summary.retranslate()
        self.table.retranslate()
        self.sources.retranslate()
        self.apply(self._case, self._live)

    def _give_focus_back(self) -> None:
        asker, self._asker = self._asker, None
        if asker is not None and self.isVisible():
            asker.setFocus(Qt.FocusReason.PopupFocusReason)


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
