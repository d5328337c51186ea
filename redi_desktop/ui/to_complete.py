"""What is missing or wrong, in words, as links that lead to the field."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.link_column import Link, LinkColumn
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.wrapping_link import WrappingLink
from redi_desktop.words.finding_subjects import about
from redi_desktop.words.persons import names


class ToComplete(QWidget):
    """The first few things to do; ``chosen`` carries the field of the one that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, most: int = 5) -> None:
        super().__init__(parent)
        self._most = most
        self._shown: tuple[Link, ...] = ()
        self._column = LinkColumn(self)
        self._column.chosen.connect(self.chosen)
        self._heading, self._more = QLabel(self), QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (self._heading, self._more):
            set_role(label, "quiet")
        for widget in (self._heading, self._column, self._more):
            layout.addWidget(widget)
        self.hide()

    def set_hints(self, hints: tuple[Link, ...]) -> None:
        """Show these; nothing is rebuilt while they stay the same."""
        if hints != self._shown:
            self._show(hints)

    def links(self) -> list[WrappingLink]:
        """The links on the screen."""
        return self._column.links()

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits here."""
        return self._column.stops()

    def _show(self, hints: tuple[Link, ...]) -> None:
        self._shown = hints
        self.setUpdatesEnabled(False)
        self._column.show_links(hints[: self._most])
        self._heading.setText(_("Still to complete or check"))
        rest = max(len(hints) - self._most, 0)
        self._more.setText(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(hints))
        self.setUpdatesEnabled(True)


def hints_of(case: CaseFile, findings: Iterable[Finding]) -> tuple[Link, ...]:
    """What to say about a case: errors first, then what is missing, then warnings; the same sentence only once."""
    said: dict[str, Link] = {}
    persons = case.household.persons
    facts, called = case.facts, names(persons) if len(persons) > 1 else {}
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            text = about(finding, facts, called)
            said.setdefault(text, Link(finding.field, text, _mark(finding)))
    if not case.incomes:
        text = _("Type what comes in: no income is known yet.")
        said.setdefault(text, Link("incomes", text))
    return tuple(said.values())


def _mark(finding: Finding) -> str:
    return "arrow-right" if finding.code in ("missing", "row_unfinished", "no_persons") else "attention"
