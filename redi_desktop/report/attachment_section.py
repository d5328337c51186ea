"""What creditors can seize of each person's incomes, beside the debts, and what a collective settlement must leave."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.case_attachment import OfHousehold, OfPerson, attachment_of
from redi_desktop.engine.expenses import DebtPlan
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Bullets, Column, Heading, NotedText, Paragraph, Row, Table, Tone
from redi_desktop.report.reported import Reported
from redi_desktop.words.attachment import bounds_words, incomes_words
from redi_desktop.words.explanations import sentence
from redi_desktop.words.findings import sentence as finding_sentence


def attachment_section(reported: Reported) -> list[Block]:
    """A row for each person who has an income; nothing where there is no debt."""
    assessment = reported.assessment
    found = attachment_of(assessment) if assessment.retained.debts else None
    legal = assessment.parameters.legal
    if found is None or legal is None or not found.persons:
        return []
    return [
        Heading(_("What creditors can seize each month")),
        Paragraph(bounds_words(legal, assessment.reference_date), Tone.QUIET),
        _table(reported, found),
        *_allowance(reported, found),
        Bullets(tuple(_remarks(found))),
    ]


def _table(reported: Reported, found: OfHousehold) -> Table:
    columns = (
        Column(_("Person"), share=4),
        Column(_("Children at charge"), amounts=True),
        Column(_("Can be seized"), amounts=True),
        Column(_("What is left"), amounts=True),
    )
    rows = tuple(_row(reported, one) for one in found.persons)
    return Table(_("What creditors can seize each month"), columns, rows)


def _row(reported: Reported, one: OfPerson) -> Row:
    name = NotedText(reported.person(one.person), incomes_words(one.found.facts))
    return Row((name, str(one.children), money(one.found.attachable), money(one.found.left)))


def _allowance(reported: Reported, found: OfHousehold) -> Iterator[Block]:
    """What a collective settlement leaves, in full weight where there is one."""
    node = found.living_allowance
    if node is not None:
        settled = any(line.debt.plan is DebtPlan.COLLECTIVE for line in reported.assessment.retained.debts)
        yield Paragraph(sentence(node, reported.persons), Tone.PLAIN if settled else Tone.QUIET)


def _remarks(found: OfHousehold) -> Iterator[str]:
    yield _("For maintenance arrears nothing is left free but what cannot be seized at all.")
    yield from dict.fromkeys(finding_sentence(finding) for finding in found.findings)
