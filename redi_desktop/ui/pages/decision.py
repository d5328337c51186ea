"""What the committee decided: amount, beginning, length, next look, what is asked of the person, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.casefile import judging
from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.judgement import ActivationPath, Decision, Verdict
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.policy import Exemption
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.ui.fields import (
    ChoiceField,
    DateField,
    Field,
    LongTextField,
    MoneyField,
    SegmentedField,
    WholeNumberField,
)
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.decision_words import decide_words, end_words, envelope_words, notify_words
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.words.vocabulary import label

GIVES_AID = (Verdict.GRANTED, Verdict.GRANTED_IN_PART)
MOST_MONTHS = 120
Granted = Callable[[int, Callable[[Decimal], None]], object]
"""Asks what the vault's decisions grant in a year, and tells it when it is known."""


class DecisionPage(Page):
    """The committee's decision; its deadlines are said in words."""

    step = Step.DECISION

    def __init__(
        self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today, granted: Granted | None = None
    ) -> None:
        super().__init__(parent)
        self._today, self._ask_granted = today, granted
        self._granted: tuple[int, Decimal] | None = None
        self.deadline = Notice(self)
        self.body.addWidget(self.deadline)
        self._build_verdict()
        self._build_aid()
        self._build_path()
        self._build_reasons()
        self.retranslate()

    def _build_verdict(self) -> None:
        self._decided = Section(self)
        self.proposed = QLabel(self)
        self.proposed.setWordWrap(True)
        self.as_proposed = QPushButton(self)
        self.as_proposed.setAutoDefault(False)
        self.as_proposed.clicked.connect(self._grant_as_proposed)
        self.verdict = SegmentedField(tuple(Verdict), label, self)
        self.decided_on = DateField(self, today=self._today, future_ok=True)
        self.notified_on = DateField(self, today=self._today, future_ok=True)
        for part in (self.proposed, self.verdict):
            self._decided.body.addWidget(part)
        self._decided.body.insertLayout(3, FieldLine(self.as_proposed))
        self._decided.add_line(self.decided_on, self.notified_on)
        self.body.addWidget(self._decided)
        self._bind("verdict", self.verdict)
        self._bind("decided_on", self.decided_on)
        self._bind("notified_on", self.notified_on)

    def _build_aid(self) -> None:
        self._aid = Section(self)
        self.amount = MoneyField(self, characters=12)
        self.starts_on = DateField(self, today=self._today, future_ok=True)
        self.months = WholeNumberField(self, least=1, most=MOST_MONTHS)
        self.review_on = DateField(self, today=self._today, future_ok=True)
        self._aid.add_line(self.amount, self.starts_on, self.months, self.review_on)
        self.envelope = QLabel(self)
        self.envelope.setWordWrap(True)
        set_role(self.envelope, "quiet")
        self._aid.body.addWidget(self.envelope)
        self.body.addWidget(self._aid)
        for name in ("amount", "starts_on", "months", "review_on"):
            self._bind(name, getattr(self, name))

    def _build_path(self) -> None:
        self._path = Section(self)
        self.activation = SegmentedField(tuple(ActivationPath), label, self)
        self.exemption = ChoiceField(tuple(Exemption), label, self)
        self.conditions = LongTextField(self, fewest_lines=2)
        for field in (self.activation, self.exemption, self.conditions):
            self._path.body.addWidget(field)
        self.body.addWidget(self._path)
        self.bind("decision.activation", self.activation, self._path_chosen)
        self._bind("exemption", self.exemption)
        self._bind("conditions", self.conditions)

    def _build_reasons(self) -> None:
        self._why = Section(self)
        self.reasons = LongTextField(self)
        self._why.body.addWidget(self.reasons)
        self.body.addWidget(self._why)
        self._bind("reasons", self.reasons)

    def initial_focus(self) -> QWidget:
        """The verdict; where it is known, the first date that is missing."""
        if self.verdict.value() is None:
            return self.verdict.editor
        return next((day for day in (self.decided_on, self.notified_on) if day.value() is None), self.verdict).editor

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the decision."""
        super().apply(case, live)
        decision = case.decision
        for name in _NAMES:
            field: Field[Any] = getattr(self, name)
            field.set_value(getattr(decision, name))
        self._aid.setVisible(decision.verdict in GIVES_AID or decision.amount is not None)
        self.exemption.setVisible(decision.activation is ActivationPath.EXEMPT)
        self._show_proposal()
        self._show_envelope()
        self._say_days(decision)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again what was granted: a decision may have been noted since."""
        super().showEvent(event)
        if self._ask_granted is not None:
            year = (self.case.decision.starts_on or self._today()).year
            self._ask_granted(year, partial(self._on_granted, year))

    def _on_granted(self, year: int, granted: Decimal) -> None:
        self._granted = (year, granted)
        self._show_envelope()

    def _show_envelope(self) -> None:
        policy = self.live.assessment.parameters.policy if self.live.assessment is not None else None
        envelope = policy.funding.envelope_per_year if policy is not None else None
        known = envelope is not None and self._granted is not None
        self.envelope.setVisible(known)
        if envelope is not None and self._granted is not None:
            year, granted = self._granted
            self.envelope.setText(envelope_words(envelope, granted, year))

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._decided.set_texts(_("The committee's decision"))
        self.as_proposed.setText(_("Granted as &proposed"))
        self.verdict.set_texts(_("Decision"))
        self.decided_on.set_texts(_("Decided on"))
        self._aid.set_texts(_("The aid"))
        self.amount.set_texts(_("Amount per month"))
        self.starts_on.set_texts(_("From"))
        self.review_on.set_texts(_("Review on"))
        self._path.set_texts(_("What is asked of the person"), _("Only what helps them, and what they agreed to."))
        self.activation.set_texts(_("Path to work or participation"))
        self.exemption.set_texts(_("Exempt because of"))
        self.conditions.set_texts(_("Conditions (optional)"))
        self.conditions.set_prompt(_("What was agreed, by whom and until when."))
        self._why.set_texts(_("Reasons"), _("They are written in the letter to the person: in fact and in law."))
        self.reasons.set_texts(_("Reasons of the decision"))
        self.reasons.set_prompt(_("Which facts, which rule, and why not more or not otherwise."))
        self.show_again()

    def _show_proposal(self) -> None:
        assessment = self.live.assessment
        known = assessment is not None
        self.proposed.setVisible(known)
        if assessment is not None:
            amount = money(assessment.proposal.amount)
            self.proposed.setText(_("Proposed to the committee: {amount} per month.").format(amount=amount))
        undecided = self.case.decision.verdict is None
        self.as_proposed.setVisible(undecided and assessment is not None and assessment.proposal.amount > 0)

    def _say_days(self, decision: Decision) -> None:
        today = self._today()
        self.deadline.show_text(decide_words(self.case, today))
        self.notified_on.set_texts(_("Notified on"), notify_words(decision, today))
        self.months.set_texts(_("Number of months"), end_words(decision))

    def _bind(self, name: str, field: Field[Any]) -> None:
        self.bind(f"decision.{name}", field, partial(self._set, name, field))

    def _set(self, name: str, field: Field[Any]) -> Change:
        values: dict[str, Any] = {name: field.value()}
        return partial(judging.change_decision, **values)

    def _path_chosen(self) -> Change:
        return partial(judging.path_chosen, path=self.activation.value() or ActivationPath.NOT_ASKED)

    def _grant_as_proposed(self) -> None:
        assessment = self.live.assessment
        if assessment is not None:
            change = partial(judging.granted_as_proposed, proposal=assessment.proposal, today=self._today())
            self.changed.emit(change, "")
            self.field_left.emit()
            self.decided_on.editor.setFocus()


_NAMES = (
    *("verdict", "decided_on", "notified_on", "amount", "starts_on", "months", "review_on"),
    *("activation", "exemption", "conditions", "reasons"),
)
