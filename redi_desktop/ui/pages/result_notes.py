"""What must be read with the figures: each sentence leads to its field."""

from __future__ import annotations

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.ui.link_column import Link, LinkColumn
from redi_desktop.words import persons as person_words
from redi_desktop.words.finding_subjects import about


class ResultNotes(LinkColumn):
    """Warnings first, then what was assumed. ``chosen`` carries the field of the sentence that was clicked."""

    def show_findings(self, case: CaseFile, findings: tuple[Finding, ...]) -> bool:
        """Show what there is to say; tells whether there is anything."""
        notes = notes_of(case, findings)
        self.show_links(notes)
        return bool(notes)


def notes_of(case: CaseFile, findings: tuple[Finding, ...]) -> tuple[Link, ...]:
    """The sentences about a case, each once, the gravest first."""
    order = list(Severity)
    facts, called = case.facts, person_words.names(case.household.persons)
    said: dict[str, Link] = {}
    for finding in sorted(findings, key=lambda finding: order.index(finding.severity)):
        text = about(finding, facts, called)
        mark = "note" if finding.severity is Severity.NOTE else "attention"
        said.setdefault(text, Link(finding.field, text, mark))
    return tuple(said.values())
