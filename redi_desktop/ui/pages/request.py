"""The request: when, why, in which language, and how the person was told what is done with their data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.casefile import changes
from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile, InformedHow, SpokenLanguage
from redi_desktop.casefile.niss import niss_given
from redi_desktop.casefile.steps import Step
from redi_desktop.i18n import _
from redi_desktop.ui.fields import DateField, LongTextField, SegmentedField, TextField
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.niss_field import NissField
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.words.vocabulary import label

RECEIPT = "documents.acknowledgement"
"""The place of the receipt among the documents, which opens the delays of the law."""


class RequestPage(Page):
    """The first page of a case."""

    step = Step.REQUEST

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self._informed_on: date | None = None
        self._build_request()
        self._build_person()
        self.retranslate()

    def _build_request(self) -> None:
        self._request = Section(self)
        self.date = DateField(self, today=self._today)
        self.reference_date = DateField(self, today=self._today, future_ok=True)
        self.reference = TextField(self, characters=20, longest=60)
        self.reason = LongTextField(self)
        self._request.add_line(self.date, self.reference_date, self.reference)
        self._request.body.addWidget(self.reason)
        self.receipt = QPushButton(self)
        set_role(self.receipt, "link")
        self.receipt.clicked.connect(self._on_receipt)
        self._request.add_line(self.receipt)
        self.body.addWidget(self._request)
        self.bind("request.date", self.date, self._dated)
        self.bind("reference_date", self.reference_date, self._reference_dated)
        self.bind("reference", self.reference, self._referred_to)
        self.bind("request.reason", self.reason, self._reasoned)

    def _build_person(self) -> None:
        self._person = Section(self)
        self.language = SegmentedField(tuple(SpokenLanguage), label, self)
        self.informed = SegmentedField(tuple(InformedHow), label, self)
        self.informed_on = DateField(self, today=self._today)
        self.niss = NissField(self)
        self._person.body.addWidget(self.language)
        self._person.body.addWidget(self.informed)
        self._person.body.addWidget(self.informed_on)
        self._person.body.addWidget(self.niss)
        self.body.addWidget(self._person)
        self.bind("request.language", self.language, self._spoken)
        self.bind("request.informed", self.informed, self._told)
        self.bind("request.informed_on", self.informed_on, self._told_on)
        self.bind("request.niss", self.niss, self._niss_given)

    def initial_focus(self) -> QWidget:
        """The reason: dates and language are there already."""
        return self.reason.editor

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the request."""
        super().apply(case, live)
        request = case.request
        self._informed_on = request.informed_on
        self.date.set_value(request.date)
        self.reference_date.set_value(case.reference_date)
        self.reference.set_value(case.reference)
        self.reason.set_value(request.reason)
        self.language.set_value(request.language)
        self.informed.set_value(request.informed)
        self.informed_on.set_value(request.informed_on)
        self.informed_on.setVisible(request.informed is not InformedHow.NOT_YET)
        applicant = case.applicant
        self.niss.setVisible(applicant is not None)
        self.niss.set_value(applicant.niss or None if applicant else None)
        self.show_findings(live.findings)

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self._request.set_texts(_("The request"))
        self.date.set_texts(_("Date of the request"))
        self.reference_date.set_texts(_("Date of the budget"), _("The prices of this month are used."))
        self.reference.set_texts(_("Your reference (optional)"))
        self.reason.set_texts(_("Reason for the request (optional)"), _("In a few words, with those of the person."))
        self.receipt.setText(_("Acknowledgement of receipt…"))
        self._person.set_texts(_("The person"))
        self.language.set_texts(
            _("Language of the person"), _("Their documents are made in this language, whatever yours is.")
        )
        self.informed.set_texts(
            _("Have they been told what is done with their data?"),
            _("They have the right to know before you begin."),
        )
        self.informed_on.set_texts(_("Told on"))
        self.niss.set_texts(
            _("National register number (optional)"), _("Only where it is needed: nothing is computed from it.")
        )
        self.show_findings(self.live.findings)

    def _on_receipt(self) -> None:
        self.field_asked.emit(RECEIPT)

    def _dated(self) -> Change:
        return partial(changes.request_dated, day=self.date.value())

    def _reference_dated(self) -> Change:
        return partial(changes.change_case, reference_date=self.reference_date.value())

    def _referred_to(self) -> Change:
        return partial(changes.change_case, reference=self.reference.value())

    def _reasoned(self) -> Change:
        return partial(changes.change_request, reason=self.reason.value())

    def _spoken(self) -> Change:
        return partial(changes.change_request, language=self.language.value() or SpokenLanguage.FR)

    def _told(self) -> Change:
        informed = self.informed.value() or InformedHow.NOT_YET
        day = None if informed is InformedHow.NOT_YET else self._informed_on or self._today()
        return partial(changes.change_request, informed=informed, informed_on=day)

    def _niss_given(self) -> Change:
        return partial(niss_given, figures=self.niss.value(), today=self._today())

    def _told_on(self) -> Change:
        return partial(changes.change_request, informed_on=self.informed_on.value())
