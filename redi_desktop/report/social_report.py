"""The social report: what the worker lays before the committee. The worker's reasoned opinion comes first.

What is decided on stands before the annexes; they hold how single amounts came about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redi_desktop.i18n import _
from redi_desktop.report.attachment_section import attachment_section
from redi_desktop.report.balance_section import balance_chart, key_figures, quick_scan
from redi_desktop.report.budget_table import budget_table
from redi_desktop.report.content import Block, Document, DocumentKind, Heading, Paragraph, Tone, TypeSize
from redi_desktop.report.decision_section import decision_section, procedure_section
from redi_desktop.report.household_section import (
    dwelling_section,
    household_section,
    inquiry_section,
    request_section,
)
from redi_desktop.report.integration_income_section import integration_income_section, integration_income_steps
from redi_desktop.report.money_tables import debt_table, expense_table, income_table
from redi_desktop.report.opinion_section import opinion_section, view_section
from redi_desktop.report.pressures_section import pressures_section
from redi_desktop.report.proposal_section import proposal_section
from redi_desktop.report.reported import Reported
from redi_desktop.report.rights_section import rights_one_by_one, rights_section
from redi_desktop.report.sources_section import assumptions, sources_section, starting_point, warnings
from redi_desktop.words.balance import balance_sentence

SHORT_OPINION = 1800
"""So many letters of an opinion leave room for the figures below it on the first page."""


def social_report(reported: Reported) -> Document:
    """The report in the current language."""
    return reported.document(
        DocumentKind.SOCIAL_REPORT,
        _("Social report"),
        _("Social inquiry and reference budget"),
        reported.about_case(_("Date of the report")),
        tuple(_blocks(reported)),
        size=TypeSize.TIGHT,
        closes_up=True,
        with_texts=True,
    )


def _blocks(reported: Reported) -> list[Block]:
    annexes = _annexes(reported)
    return [*_main_part(reported), *_named(annexes), *_numbered(annexes)]


def _main_part(reported: Reported) -> list[Block]:
    return [
        *opinion_and_figures(reported),
        *view_section(reported),
        *request_section(reported),
        *household_section(reported),
        *dwelling_section(reported),
        *inquiry_section(),
        *_balance(reported),
        *_money(reported),
        *warnings(reported),
        *rights_section(reported),
        *integration_income_section(reported),
        *proposal_section(reported),
        Paragraph(starting_point(), Tone.QUIET),
        *decision_section(reported),
        *procedure_section(reported),
    ]


def opinion_and_figures(reported: Reported) -> list[Block]:
    """The opinion and the figures that it is about: both begin on the first page, however long the opinion is."""
    opinion, figures = opinion_section(reported), key_figures(reported)
    written = sum(len(block.text) for block in opinion if isinstance(block, Paragraph))
    return [*opinion, figures] if written <= SHORT_OPINION else [figures, *opinion]


def _annexes(reported: Reported) -> list[list[Block]]:
    """The annexes that this case has, each with its heading first."""
    annexes = (
        rights_one_by_one(reported),
        integration_income_steps(reported),
        attachment_section(reported),
        [*sources_section(reported), *assumptions(reported)],
    )
    return [annex for annex in annexes if annex]


def _named(annexes: list[list[Block]]) -> Iterator[Block]:
    """What the annexes are about, where the main part ends."""
    yield Paragraph(" · ".join(heading.text for heading in _headings(annexes)), Tone.QUIET)


def _numbered(annexes: list[list[Block]]) -> Iterator[Block]:
    for heading, annex in zip(_headings(annexes), annexes, strict=True):
        yield heading
        yield from annex[1:]


def _headings(annexes: Iterable[list[Block]]) -> Iterator[Heading]:
    """The heading of each annex with its number; the first one opens their part of the document."""
    words = _("Annex {number} – {title}")
    for number, (heading, *_rest) in enumerate(annexes, 1):
        if isinstance(heading, Heading):
            opens = _("Annexes") if number == 1 else ""
            yield Heading(words.format(number=number, title=heading.text), opens=opens)


def _balance(reported: Reported) -> list[Block]:
    return [
        Heading(_("The balance")),
        Paragraph(balance_sentence(reported.assessment.balance), Tone.LEAD),
        *quick_scan(reported),
        balance_chart(reported, legend=False),
        Paragraph(_("In euro per month. Retained: the reference, with real expenses in their place."), Tone.QUIET),
        budget_table(reported, with_marks=True),
        *pressures_section(reported),
    ]


def _money(reported: Reported) -> list[Block]:
    budget = reported.assessment.retained
    blocks: list[Block] = [Heading(_("What comes in")), _incomes(reported)]
    blocks += [Heading(_("What is really paid")), *_expenses(reported)]
    if budget.debts:
        blocks += [Heading(_("Debts")), debt_table(reported)]
    return blocks


def _incomes(reported: Reported) -> Block:
    if reported.assessment.incomes:
        return income_table(reported)
    return Paragraph(_("No income is known."))


def _expenses(reported: Reported) -> list[Block]:
    if reported.assessment.retained.expenses:
        return [Paragraph(_("Paid by the household where nobody else is named."), Tone.QUIET), expense_table(reported)]
    return [Paragraph(_("No real expense is known: the whole budget rests on reference amounts."))]
