"""Who lives together: one card a person, typed from birth date to birth date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from redi_desktop.casefile import changes
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.facts import applicants
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.engine.household import Role
from redi_desktop.i18n import _
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.person_row import PersonRow, PersonSeen
from redi_desktop.ui.pages.rows import Rows
from redi_desktop.words import findings as finding_words
from redi_desktop.words import persons as person_words

PATH = "household.persons"
AT_ONCE = 2
"""Persons that are shown before the window is painted: each has many fields."""


class HouseholdPage(Page):
    """The persons of the household; the first is the applicant."""

    step = Step.HOUSEHOLD

    def __init__(self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self._notice = Notice(self)
        make_row = partial(PersonRow, today=today)
        self.rows = Rows(self, PATH, make_row, changes.add_person, changes.drop_person, at_once=AT_ONCE)
        self.body.addWidget(self._notice)
        self.body.addWidget(self.rows)
        self.retranslate()

    def initial_focus(self) -> QWidget:
        """The first birth date that is still missing, else the button that adds a person."""
        row = self.rows.first(lambda row: row.birth_date.value() is None)
        return row.first_field() if row is not None else self.rows.add_button

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the persons."""
        super().apply(case, live)
        persons = case.household.persons
        self.rows.show_rows([person.id for person in persons])
        names = person_words.names(persons)
        day = case.reference_date or self._today()
        one_applicant = applicants(persons) == 1
        for place, person in enumerate(persons):
            only_applicant = one_applicant and person.role is Role.APPLICANT
            remark = _remark(live.findings, f"{PATH}[{place}].activity")
            row = self.rows.row_if_made(person.id)
            if row is not None:
                row.show_person(PersonSeen(person, names[person.id], day, only_applicant, remark))
        self.show_findings(live.findings)
        self._notice.show_findings(live.bad, PATH)

    def errors(self) -> list[str]:
        """What is wrong with the household as a whole, then with each person."""
        return [text for text in (self._notice.text(), *super().errors()) if text]

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.rows.set_texts(
            _("&Add a person"),
            _("Nobody is here yet. Add the person who asks for help, then everybody who lives with them."),
        )
        self.rows.add_button.setToolTip(_("Ctrl+Enter adds a person, Ctrl+Shift+Del removes the one you are in."))
        self.rows.retranslate_rows()
        self.show_again()


def _remark(findings: tuple[Finding, ...], field: str) -> str:
    found = (finding for finding in findings if finding.field == field and finding.severity is Severity.WARNING)
    return " ".join(finding_words.sentence(finding) for finding in found)
