"""The reasoned opinion: the situation, the person's own view, what is proposed and why. Nothing here is required."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.casefile import judging
from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.ui.fields import LongTextField
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.section import Section
from redi_desktop.words.balance import balance_sentence


class OpinionPage(Page):
    """Four texts; they come first in the report."""

    step = Step.OPINION

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._situation, self._view, self._proposal = Section(self), Section(self), Section(self)
        self.context = LongTextField(self, fewest_lines=4)
        self.person_view, self.disagreements = LongTextField(self), LongTextField(self, fewest_lines=2)
        self.figures = QLabel(self)
        self.figures.setWordWrap(True)
        self.reasons = LongTextField(self, fewest_lines=5)
        for section, widgets in (
            (self._situation, (self.context,)),
            (self._view, (self.person_view, self.disagreements)),
            (self._proposal, (self.figures, self.reasons)),
        ):
            for widget in widgets:
                section.body.addWidget(widget)
            self.body.addWidget(section)
        for name, field in self._texts().items():
            self.bind(f"opinion.{name}", field, partial(self._written, name))
        self.retranslate()

    def _texts(self) -> dict[str, LongTextField]:
        names = ("context", "person_view", "disagreements", "reasons")
        return {name: getattr(self, name) for name in names}

    def initial_focus(self) -> QWidget:
        """The first text that is still empty, else the first."""
        empty = next((field for field in self._texts().values() if not field.value()), self.context)
        return empty.editor

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the opinion."""
        super().apply(case, live)
        for name, field in self._texts().items():
            field.set_value(getattr(case.opinion, name))
        self.figures.setText(_figures(live))
        self.figures.setVisible(bool(self.figures.text()))

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._situation.set_texts(_("The situation"), _("It stands first in the report, before any figure."))
        self.context.set_texts(_("What happened, and what is at stake"))
        self.context.set_prompt(
            _("Since when? What has changed? What has been tried? What is going well, and can be built on?")
        )
        self._view.set_texts(_("The person's own view"), _("In their words. It is printed as it stands here."))
        self.person_view.set_texts(_("What they ask for and find important"))
        self.person_view.set_prompt(_("What do they want? What do they think of the budget on the screen?"))
        self.disagreements.set_texts(_("Where they disagree"))
        self.disagreements.set_prompt(_("Which amount, which fact, which step; and what they say instead."))
        self._proposal.set_texts(_("What you propose, and why"))
        self.reasons.set_texts(_("Reasoned proposal"))
        self.reasons.set_prompt(
            _("Why this aid, this amount and this length? Which rights come first? What did you set aside, and why?")
        )
        self.show_again()

    def _written(self, name: str) -> Change:
        values: dict[str, Any] = {name: self._texts()[name].value()}
        return partial(judging.change_opinion, **values)


def _figures(live: LiveResult) -> str:
    """What the figures say, so that it need not be typed again."""
    if live.assessment is None:
        return ""
    words = _("{sentence} Proposed aid: {amount} per month.")
    balance, proposal = live.assessment.balance, live.assessment.proposal
    return words.format(sentence=balance_sentence(balance), amount=money(proposal.amount))
