"""What is missing or wrong, in words, as links that lead to the field."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.pages.tab_place import TabPlace
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.wrapping_link import WrappingLink
from redi_desktop.words.findings import sentence
from redi_desktop.words.persons import names
from redi_desktop.words.vocabulary import label

_ROW = re.compile(r"(household\.persons|incomes|expenses|debts)\[(\d+)\]")
Hint = tuple[str, str, str]
"""The field it leads to, the sentence, the mark before it."""


class ToComplete(QWidget):
    """The first few things to do; ``chosen`` carries the field of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, most: int = 5) -> None:
        super().__init__(parent)
        self._most = most
        self._shown: tuple[Hint, ...] = ()
        self._links: list[WrappingLink] = []
        self._place = TabPlace(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._heading = QLabel(self)
        set_role(self._heading, "quiet")
        self._more = QLabel(self)
        set_role(self._more, "quiet")
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._more)
        self.hide()

    def set_most(self, most: int) -> None:
        """Show at most so many."""
        if most != self._most:
            self._most = most
            self._show(self._shown)

    def set_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show these; nothing is rebuilt while they stay the same."""
        if hints != self._shown:
            self._show(hints)

    def links(self) -> list[WrappingLink]:
        """The links on the screen."""
        return [link for link in self._links if not link.isHidden()]

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits here, from the mark on behind which new links stand."""
        return (self._place, *self._links)

    def _show(self, hints: tuple[Hint, ...]) -> None:
        self._shown = hints
        self.setUpdatesEnabled(False)
        shown = hints[: self._most]
        for place, (field, text, mark) in enumerate(shown):
            link = self._links[place] if place < len(self._links) else self._add_link()
            link.set_sentence(text, mark)
            link.setProperty("field", field)
            link.setVisible(True)
        for link in self._links[len(shown) :]:
            link.hide()
        self._heading.setText(_("Still to complete or check"))
        rest = len(hints) - len(shown)
        self._more.setText(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(hints))
        self.setUpdatesEnabled(True)

    def _add_link(self) -> WrappingLink:
        """Links are kept and said anew: to make and show one costs a layout of the whole window."""
        link = WrappingLink("", self)
        link.clicked.connect(self._on_clicked)
        self._layout.insertWidget(self._layout.count() - 1, link)
        QWidget.setTabOrder(self.stops()[-1], link)
        self._links.append(link)
        return link

    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("field")))


def hints_of(case: CaseFile, findings: Iterable[Finding]) -> tuple[Hint, ...]:
    """What to say about a case: errors first, then what is missing, then warnings; the same sentence only once."""
    said: dict[str, Hint] = {}
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            text = _with_subject(case, finding)
            said.setdefault(text, (finding.field, text, _mark(finding)))
    if not case.incomes:
        text = _("Type what comes in: no income is known yet.")
        said.setdefault(text, ("incomes", text, "arrow-right"))
    return tuple(said.values())


def _with_subject(case: CaseFile, finding: Finding) -> str:
    """The sentence, after whom or what it is about where the case has several."""
    found = _ROW.match(finding.field)
    subject = _subject(case, found[1], int(found[2])) if found else ""
    text = sentence(finding)
    return _("{subject}: {sentence}").format(subject=subject, sentence=text) if subject else text


def _subject(case: CaseFile, rows: str, place: int) -> str:
    if rows == "household.persons":
        persons = case.household.persons
        return names(persons)[persons[place].id] if len(persons) > 1 else ""
    if rows == "debts":
        return case.debts[place].kind
    kind = (case.incomes if rows == "incomes" else case.expenses)[place].kind
    return label(kind) if kind is not None else ""


def _mark(finding: Finding) -> str:
    return "arrow-right" if finding.code in ("missing", "row_unfinished", "no_persons") else "attention"
