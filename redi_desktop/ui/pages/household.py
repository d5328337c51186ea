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
from redi_desktop.ui.pages.page_of_rows import PageOfRows
from redi_desktop.ui.pages.person_row import PersonRow, PersonSeen
from redi_desktop.ui.pages.rows import Rows
from redi_desktop.words import findings as finding_words
from redi_desktop.words import persons as person_words

PATH = "household.persons"
AT_ONCE = 2
"""Persons that are shown before the window is painted: each has many fields."""


class HouseholdPage(PageOfRows[PersonRow]):
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

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show the persons."""
        super().apply(case, live)
        persons = case.household.persons
        names = person_words.names(persons)
        day = case.reference_date or self._today()
        one_applicant = applicants(persons) == 1
        for person, row in self.rows.matched(persons):
            only_applicant = one_applicant and person.role is Role.APPLICANT
            remark = _remark(live.findings, f"{row.path}.activity")
            row.show_seen(PersonSeen(person, names[person.id], day, only_applicant, remark))
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
            _("Ctrl+Enter adds a person, Ctrl+Shift+Del removes the one you are in."),
        )
        super().retranslate()


def _remark(findings: tuple[Finding, ...], field: str) -> str:
    found = (finding for finding in findings if finding.field == field and finding.severity is Severity.WARNING)
    return " ".join(finding_words.sentence(finding) for finding in found)
