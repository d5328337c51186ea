"""The explanation annex: every line with quantity, price, date, source and rule; nothing is left to be believed."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.basket_pack import Source
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import month_long, number
from redi_desktop.i18n import _
from redi_desktop.report.absences import absences_section
from redi_desktop.report.annex_lines import need_lines
from redi_desktop.report.annex_outlines import integration_income_outline, proposal_outline, rights_outline
from redi_desktop.report.budget_table import budget_table
from redi_desktop.report.content import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    DocumentKind,
    Heading,
    NotedText,
    Paragraph,
    Row,
    Table,
    Tone,
    TypeSize,
)
from redi_desktop.report.parameters_section import parameters_section
from redi_desktop.report.reported import Reported
from redi_desktop.report.set_aside_section import set_aside_section, told_section
from redi_desktop.report.sources_section import findings_section, sources_section, starting_point
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.pack_texts import with_pack_language
from redi_desktop.words.sources import source_date, source_name


def explanation_annex(reported: Reported) -> Document:
    """The annex in the current language."""
    return reported.document(
        DocumentKind.EXPLANATION,
        _("Explanation of every amount"),
        _("Annex to the social report"),
        reported.about_case(_("Date of the annex")),
        tuple(_blocks(reported)),
        size=TypeSize.COMPACT,
    )


def _blocks(reported: Reported) -> Iterator[Block]:
    yield from _how_to_read(reported)
    yield Heading(_("The budget by need"))
    yield Paragraph(balance_sentence(reported.assessment.balance), Tone.LEAD)
    yield budget_table(reported)
    for need in Need:
        lines = need_lines(reported, need)
        if lines is not None:
            yield Heading(lines.caption)
            yield lines
    yield from told_section(reported)
    yield from set_aside_section(reported)
    yield from integration_income_outline(reported)
    yield from rights_outline(reported)
    yield from proposal_outline(reported)
    yield from absences_section(reported)
    yield from findings_section(reported)
    yield from sources_section(reported)
    yield from parameters_section(reported)
    yield _sources(reported)
    yield Callout(_("A starting point for judgement"), (starting_point(),), Tone.LEAD)


def _how_to_read(reported: Reported) -> list[Block]:
    assessment = reported.assessment
    pack = reported.pack
    index = pack.index.at(assessment.month)
    return [
        Heading(_("How to read this annex")),
        Bullets(
            (
                _("A line is quantity × price, brought to one month: a year has 12 months, a month 365.25 / 12 days."),
                _("What lasts is spread over its months: “for 60 months” is a sixtieth of its price each month."),
                _(
                    "A tariff is taken as it stands. Any other price is brought to {month} with the consumer price "
                    "index: “× {index_to} / …” is the index of {index_month} over that of the price's own month."
                ).format(
                    month=month_long(assessment.month.first_day()),
                    index_to=number(index.value, 2),
                    index_month=month_long(index.month.first_day()),
                ),
                _("Each line is rounded to the cent once; every sum is the sum of the rounded lines."),
                with_pack_language(_("A line that a real expense replaces is shown, without an amount.")),
            )
        ),
    ]


def _sources(reported: Reported) -> Table:
    """The sources of the lines of this budget."""
    used = {line.priced.price.source_id for line in reported.assessment.reference.lines}
    columns = (Column(_("Source"), share=3), Column(_("Title"), share=7), Column(_("Publisher, date"), share=4))
    sources = (reported.pack.sources[identifier] for identifier in sorted(used))
    return Table(_("Sources of this budget"), columns, tuple(_source_row(source) for source in sources))


def _source_row(source: Source) -> Row:
    named = source_name(source.title, source.publisher)
    dated = source_date(source.date)
    published = NotedText(named.publisher or dated, dated if named.publisher else "")
    return Row((source.id.replace("_", " "), NotedText(named.title, source.url), published))
