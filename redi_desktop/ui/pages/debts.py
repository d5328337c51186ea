"""What is owed: one row a debt, the part of each payment that the budget accepts, and what all of them weigh."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.casefile import debts
from redi_desktop.casefile.debts import Pressure, UsualCreditor
from redi_desktop.casefile.earlier_amounts import Part
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.attachment_card import AttachmentCard
from redi_desktop.ui.pages.debt_row import DebtRow, DebtSeen
from redi_desktop.ui.pages.earlier_amounts import LookBack
from redi_desktop.ui.pages.page_of_amounts import PageOfAmounts
from redi_desktop.ui.pages.picks import Picks
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.why.answering import Answering
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.vocabulary import label


class DebtsPage(PageOfAmounts[DebtRow]):
    """The debts of the household."""

    step, part = Step.DEBTS, Part.DEBTS

    def __init__(self, parent: QWidget | None = None, *, look_back: LookBack | None = None) -> None:
        super().__init__(parent)
        self.take_rows(DebtRow, debts.add_debt, debts.drop_debt)
        self.take_ways(look_back)
        self.picks = Picks(self)
        self.picks.picked.connect(self._pick)
        self.section.body.addWidget(self.picks)
        self._weight = Section(self)
        self.pressure = QLabel(self)
        self.pressure.setWordWrap(True)
        self._weight.body.addWidget(self.pressure)
        set_role(self.pressure, "strong")
        self.body.addWidget(self._weight)
        self._build_attachment()
        self.retranslate()

    def _build_attachment(self) -> None:
        self.attachment = AttachmentCard(self)
        self.answering = Answering(self)
        self.answering.listen(self.attachment)
        self.body.addWidget(self.attachment)

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the debts."""
        super().apply(case, live)
        assessment = live.assessment
        lines = {line.debt.id: line for line in assessment.retained.debts} if assessment else {}
        for debt, row in self.rows.matched(case.debts):
            row.show_seen(DebtSeen(debt, lines.get(debt.id)))
        told = {debt.kind for debt in case.debts}
        self.picks.show_kinds(tuple(creditor for creditor in UsualCreditor if label(creditor) not in told))
        found = debts.pressure(assessment) if assessment is not None else None
        self._weight.setVisible(found is not None)
        if found is not None:
            self.pressure.setText(_weight_words(found))
        self.attachment.show_result(assessment)
        self.answering.show_result(assessment)
        self.show_findings(live.findings)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.section.set_texts(
            _("What is owed"),
            _("What is paid each month, in whole. The accepted share says how much of it the budget takes."),
        )
        self._weight.set_texts(_("What the debts weigh"))
        self.rows.set_texts(_("&Add a debt"), _("No debt is known. With none, the page may stay empty."))
        self.picks.set_heading(_("Often owed:"))
        super().retranslate()

    def _pick(self, creditor: UsualCreditor) -> None:
        self.rows.ask(partial(debts.add_debt, kind=label(creditor)))


def _weight_words(found: Pressure) -> str:
    paid = _("{amount} is paid each month; the budget accepts all of it.").format(amount=money(found.paid))
    if not found.beside_the_budget:
        return paid
    words = _("{paid} is paid each month; the budget accepts {accepted} of it. When everything is paid: {sentence}")
    sentence = balance_sentence(found.left_when_paid)
    return words.format(paid=money(found.paid), accepted=money(found.accepted), sentence=sentence)
