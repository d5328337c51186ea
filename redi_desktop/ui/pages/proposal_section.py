"""The aid that follows from the deficit, step by step, and the amount that the worker proposes instead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from redi_desktop.casefile import judging
from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.aid import Proposal
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.rights.result import open_rights
from redi_desktop.formatting import join_list, money
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.fields import MoneyField, TextField
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.ui.wrapping_link import WrappingLink
from redi_desktop.words import persons as person_words
from redi_desktop.words.explanations import sentence
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.rights import texts_of

MOST_NAMED = 4


class ProposalSection(Section):
    """A starting point for judgement; ``rights_asked``: to the rights that come first."""

    asked = Signal(object)
    rights_asked = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.first = WrappingLink("", self, mark="attention")
        self.first.clicked.connect(self.rights_asked)
        self.amounts = AmountList(self)
        self.amounts.asked.connect(self.asked)
        self.steps = QLabel(self)
        self.steps.setWordWrap(True)
        set_role(self.steps, "help")
        self.amount, self.reason = MoneyField(self, characters=12), TextField(self, characters=44)
        for widget in (self.first, self.amounts, self.steps):
            self.body.addWidget(widget)
        self.add_line(self.amount, self.reason)
        page.bind("proposal.amount", self.amount, self._amount_typed)
        page.bind("proposal.reason", self.reason, self._reason_typed)

    def show_result(self, case: CaseFile, assessment: Assessment) -> None:
        """Show the proposal of a result, after the rights that come before it."""
        proposal = assessment.proposal
        self._name_rights(assessment)
        entry = AmountEntry(_("Proposed aid"), _total(proposal), money(proposal.amount), Asked(Figure.PROPOSAL))
        self.amounts.show_entries((entry,))
        self.steps.setText(_steps(assessment))
        self.amount.set_value(case.proposal.amount)
        self.reason.set_value(case.proposal.reason)
        unreasoned = case.proposal.amount is not None and not case.proposal.reason.strip()
        help_text = _("The other amount counts once its reason is given.") if unreasoned else ""
        self.reason.set_texts(_("Why another amount"), help_text or _("It is printed in the report."))

    def retranslate(self) -> None:
        """Say every text in the language in use; the amounts come with the next result."""
        self.set_texts(_("Proposal"), _("A starting point for judgement. The committee decides."))
        self.amount.set_texts(_("Another amount (optional)"), _("Per month."))

    def _name_rights(self, assessment: Assessment) -> None:
        rights = [texts_of(result.right).name for result in open_rights(assessment.rights)]
        self.first.setVisible(bool(rights))
        if rights:
            more = len(rights) - MOST_NAMED
            named = rights if more <= 0 else [*rights[:MOST_NAMED], _("{count} more").format(count=more)]
            words = ngettext(
                "Look at {count} right first: {rights}.", "Look at {count} rights first: {rights}.", len(rights)
            )
            self.first.set_sentence(words.format(count=len(rights), rights=join_list(named)), "attention")

    def _amount_typed(self) -> Change:
        return partial(judging.propose_instead, amount=self.amount.value())

    def _reason_typed(self) -> Change:
        return partial(judging.propose_instead, reason=self.reason.value())


def _total(proposal: Proposal) -> str:
    if proposal.over_duration is None or proposal.policy is None or not proposal.amount:
        return ""
    months = proposal.policy.aid.duration_months or 0
    words = ngettext("{amount} over {count} month", "{amount} over {count} months", months)
    return words.format(amount=money(proposal.over_duration), count=months)


def _steps(assessment: Assessment) -> str:
    """The rules that were followed, one after the other."""
    proposal = assessment.proposal
    names = person_words.names(assessment.facts.household.persons)
    told = [sentence(step, names) for step in proposal.explanation.parts]
    if proposal.none_because is not None and proposal.worker is None:
        told.append(sentence(proposal.explanation, names))
    if proposal.policy is None:
        whose = _("No policy of a CPAS is chosen: the whole of what is missing is proposed.")
    else:
        whose = _("By the policy “{title}”.").format(title=in_language(proposal.policy.title))
    return "\n".join((whose, *told))
