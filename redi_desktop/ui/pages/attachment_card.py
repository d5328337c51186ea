"""What creditors can seize of the household's incomes, and what a collective settlement must leave."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.case_attachment import OfHousehold, OfPerson, attachment_of
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words import persons
from redi_desktop.words.attachment import bounds_words, left_words
from redi_desktop.words.findings import sentence


class AttachmentCard(Section):
    """One amount a person who has an income; ``asked`` carries the question why it is what it is."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amounts = AmountList(self)
        self.amounts.asked.connect(self.asked)
        self.remarks = QLabel(self)
        self.remarks.setWordWrap(True)
        set_role(self.remarks, "help")
        self.body.addWidget(self.amounts)
        self.body.addWidget(self.remarks)
        self.hide()

    def show_result(self, assessment: Assessment | None) -> None:
        """Show what can be seized in this case; nothing where there is no debt or no income to seize."""
        owed = assessment if assessment is not None and assessment.retained.debts else None
        found = attachment_of(owed) if owed is not None else None
        told = found is not None and bool(found.persons)
        self.setVisible(told)
        if owed is None or found is None or not told:
            return
        legal = owed.parameters.legal
        if legal is not None:
            self.set_texts(_("What creditors can seize each month"), bounds_words(legal, owed.reference_date))
        self.amounts.show_entries(tuple(_entries(found, persons.names(owed.facts.household.persons))))
        self.remarks.setText("\n".join(_remarks(found)))


def _entries(found: OfHousehold, names: dict[str, str]) -> Iterator[AmountEntry]:
    for one in found.persons:
        asked = Asked(Figure.ATTACHMENT, one.person)
        yield AmountEntry(names[one.person], _beside(one), money(one.found.attachable), asked)
    allowance = found.living_allowance
    if allowance is not None:
        words = _("The rate of the integration income and the family benefits.")
        asked = Asked(Figure.LIVING_ALLOWANCE)
        yield AmountEntry(_("A collective settlement leaves at least"), words, money(allowance.amount or ZERO), asked)


def _beside(one: OfPerson) -> str:
    return left_words(one.found)


def _remarks(found: OfHousehold) -> Iterator[str]:
    yield _("For maintenance arrears nothing is left free but what cannot be seized at all.")
    yield from dict.fromkeys(sentence(finding) for finding in found.findings)
