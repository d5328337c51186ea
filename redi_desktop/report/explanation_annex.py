"""The explanation annex: every line with quantity, price, date, source and rule; nothing is left to be believed."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.needs import Need
from redi_desktop.engine.reasons import explain_debt, explain_expense, explain_income
from redi_desktop.formatting import date_long, money, month_long, number
from redi_desktop.i18n import _, language
from redi_desktop.report.annex_lines import need_lines
from redi_desktop.report.balance_section import group_table, need_table
from redi_desktop.report.content import (
    Block,
    Bullets,
    Column,
    Document,
    DocumentKind,
    Heading,
    NotedText,
    Paragraph,
    Particulars,
    Row,
    Table,
    Tone,
    TypeSize,
)
from redi_desktop.report.reported import NOTHING, Reported, footer, unprintable
from redi_desktop.report.sources_section import findings_section, sources_section, starting_point
from redi_desktop.words.balance import balance_sentence
from redi_desktop.words.explanations import sentence


def explanation_annex(reported: Reported) -> Document:
    """The annex in the current language."""
    return Document(
        kind=DocumentKind.EXPLANATION,
        language=language(),
        title=_("Explanation of every amount"),
        subject=_("Annex to the social report"),
        day=reported.today,
        reference=reported.case.reference.strip(),
        letterhead=reported.letterhead,
        particulars=_particulars(reported),
        blocks=tuple(_blocks(reported)),
        footer=footer(reported),
        unprintable=unprintable(),
        size=TypeSize.COMPACT,
    )


def _particulars(reported: Reported) -> Particulars:
    pairs = [
        (_("Case"), reported.case.reference.strip() or NOTHING),
        (_("Applicant"), reported.applicant or NOTHING),
        (_("Date of the annex"), date_long(reported.today)),
        (_("Date of the budget"), date_long(reported.assessment.reference_date)),
    ]
    return Particulars(tuple(pairs), short=True)


def _blocks(reported: Reported) -> Iterator[Block]:
    yield from _how_to_read(reported)
    yield Heading(_("The budget by need"))
    yield Paragraph(balance_sentence(reported.assessment.balance), Tone.LEAD)
    yield need_table(reported)
    yield group_table(reported)
    for need in Need:
        lines = need_lines(reported, need)
        if lines is not None:
            yield Heading(lines.caption)
            yield lines
    yield from _told(reported)
    yield from _set_aside(reported)
    yield from findings_section(reported)
    yield from sources_section(reported)
    yield _sources(reported)
    yield starting_point()


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
                _("A line that a real expense replaces is shown, without an amount."),
            )
        ),
    ]


def _told(reported: Reported) -> Iterator[Block]:
    """What was typed, in sentences: incomes and debts (expenses stand with their needs)."""
    assessment = reported.assessment
    if assessment.incomes:
        yield Heading(_("What comes in"))
        yield Bullets(tuple(_with_typed(reported, explain_income(line)) for line in assessment.incomes))
        words = _("What comes in and counts: {amount} per month.")
        yield Paragraph(words.format(amount=money(assessment.income_total)))
    if assessment.retained.debts:
        yield Heading(_("Debts"))
        yield Bullets(tuple(_with_typed(reported, explain_debt(line)) for line in assessment.retained.debts))


def _with_typed(reported: Reported, node: Explanation) -> str:
    """A node's sentence and those of what was typed for it."""
    typed = [part for part in node.parts if part.rule == "input.typed"]
    return " ".join(sentence(part, reported.persons) for part in (node, *typed))


def _set_aside(reported: Reported) -> Iterator[Block]:
    """Where the worker differs from the rule, and why."""
    assessment = reported.assessment
    differing = [explain_income(line) for line in assessment.incomes if line.counted != line.counted_by_rule]
    differing += [
        explain_expense(assessment, line)
        for line in assessment.retained.expenses
        if not line.by_default or line.expense.retained is not None
    ]
    differing += [explain_debt(line) for line in assessment.retained.debts if line.debt.accepted_share != 1]
    yield Heading(_("What the worker decided"))
    if differing:
        yield Paragraph(_("Here the worker differs from what the rule would do, for the reason given."))
        yield Bullets(tuple(_with_typed(reported, node) for node in differing))
    else:
        yield Paragraph(_("Nothing was set aside: every amount follows the rule for its kind."))


def _sources(reported: Reported) -> Table:
    """The sources of the lines of this budget."""
    used = {line.priced.price.source_id for line in reported.assessment.reference.lines}
    columns = (Column(_("Source"), share=3), Column(_("Title"), share=7), Column(_("Publisher, date"), share=4))
    sources = (reported.pack.sources[identifier] for identifier in sorted(used))
    rows = tuple(
        Row(
            (
                source.id.replace("_", " "),
                NotedText(source.title, source.url),
                NotedText(source.publisher, source.date),
            )
        )
        for source in sources
    )
    return Table(_("Sources of this budget"), columns, rows)
