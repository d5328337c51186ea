"""What must be read with the figures: each sentence leads to its field."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.i18n import _
from redi_desktop.ui.pages.tab_place import TabPlace
from redi_desktop.ui.wrapping_link import WrappingLink
from redi_desktop.words import findings as finding_words
from redi_desktop.words import persons as person_words
from redi_desktop.words.vocabulary import label

_PLACE = re.compile(r"(household\.persons|incomes|expenses|debts)\[(\d+)\]")
Note = tuple[str, str, str]
"""The sentence, the field it leads to, the mark before it."""


class ResultNotes(QWidget):
    """Warnings first, then what was assumed. ``field_asked`` carries the field of the sentence that was chosen."""

    field_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[Note, ...] = ()
        self._links: list[WrappingLink] = []
        self._place = TabPlace(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_findings(self, case: CaseFile, findings: tuple[Finding, ...]) -> bool:
        """Show what there is to say; tells whether there is anything."""
        notes = notes_of(case, findings)
        if notes != self._notes:
            self._notes = notes
            while len(self._links) < len(notes):
                self._links.append(self._build_link())
            for place, link in enumerate(self._links):
                link.setVisible(place < len(notes))
            for (text, _field, mark), link in zip(notes, self._links, strict=False):
                link.set_sentence(text, mark)
            self._place.lead_to(self.links())
        return bool(notes)

    def links(self) -> list[WrappingLink]:
        """The sentences on the screen."""
        return self._links[: len(self._notes)]

    def _build_link(self) -> WrappingLink:
        """Links are kept and said anew: to make one costs a layout of the whole page."""
        link = WrappingLink("", self)
        link.clicked.connect(self._on_clicked)
        self._layout.addWidget(link)
        return link

    def _on_clicked(self) -> None:
        for (_text, field, _mark), link in zip(self._notes, self.links(), strict=True):
            if link is self.sender():
                self.field_asked.emit(field)


def notes_of(case: CaseFile, findings: tuple[Finding, ...]) -> tuple[Note, ...]:
    """The sentences about a case, each once, the gravest first."""
    order = list(Severity)
    said: dict[str, Note] = {}
    for finding in sorted(findings, key=lambda finding: order.index(finding.severity)):
        text = _about(case, finding)
        mark = "note" if finding.severity is Severity.NOTE else "attention"
        said.setdefault(text, (text, finding.field, mark))
    return tuple(said.values())


def _about(case: CaseFile, finding: Finding) -> str:
    """The sentence, after the name of the person or row that it is about."""
    name, said = _named(case, finding.field), finding_words.sentence(finding)
    return _("{name}: {sentence}").format(name=name, sentence=said) if name else said


def _named(case: CaseFile, field: str) -> str:
    found = _PLACE.match(field)
    if found is None:
        return ""
    place = int(found[2])
    if found[1] == "household.persons":
        return person_words.names(case.household.persons)[case.household.persons[place].id]
    if found[1] == "debts":
        return case.debts[place].kind or _("Debt")
    kind = case.incomes[place].kind if found[1] == "incomes" else case.expenses[place].kind
    return label(kind) if kind else ""
