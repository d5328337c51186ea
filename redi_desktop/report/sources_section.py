"""What must be read with the figures, and where the figures come from."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop.engine.basket_pack import Provenance
from redi_desktop.engine.findings import Severity
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import money, month_long, percent
from redi_desktop.i18n import _, ngettext
from redi_desktop.report.content import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    Paragraph,
    Particulars,
    Row,
    RowKind,
    Table,
    Tone,
)
from redi_desktop.report.parameters_section import parameters_used
from redi_desktop.report.reported import Reported
from redi_desktop.words.finding_subjects import about
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.pack_trust import vouching_words
from redi_desktop.words.vocabulary import label


def findings_section(reported: Reported) -> list[Block]:
    """Warnings first, then what was assumed; nothing where nothing is to be said."""
    blocks = [*warnings(reported), *assumptions(reported)]
    return [Heading(_("To be read with the figures")), *blocks] if blocks else []


def warnings(reported: Reported) -> list[Block]:
    """What is to be checked."""
    said = _said(reported, Severity.WARNING)
    return [Callout(_("To check"), said, Tone.ATTENTION)] if said else []


def assumptions(reported: Reported) -> list[Block]:
    """What was assumed where nothing was told."""
    said = _said(reported, Severity.NOTE)
    return [Heading(_("What was assumed"), 3), Bullets(said)] if said else []


def _said(reported: Reported, severity: Severity) -> tuple[str, ...]:
    """The findings of a weight in words, each once."""
    found = (finding for finding in reported.assessment.findings if finding.severity is severity)
    facts = reported.assessment.facts
    return tuple(dict.fromkeys(about(finding, facts, reported.persons) for finding in found))


def sources_section(reported: Reported) -> list[Block]:
    """The baskets and their version, what the budget rests on, and what that means."""
    pack, assessment = reported.pack, reported.assessment
    vouching = vouching_words(assessment.parameters)
    index_month = min(assessment.month, pack.index.last)
    month, index = month_long(assessment.month.first_day()), month_long(index_month.first_day())
    pairs = [
        (_("Baskets"), f"{in_language(pack.title)} · {pack.version}"),
        (_("Fingerprint"), pack.fingerprint),
        (_("Prices of"), _("{month} (price index: {index})").format(month=month, index=index)),
        (_("Resting on estimates"), _share_words(reported)),
        (_("Sources"), _sources_words(reported)),
        *((used.name, used.short) for used in parameters_used(reported)[1:]),
        *([(_("Digital signatures"), vouching)] if vouching else []),
    ]
    return [
        Heading(_("Where the figures come from")),
        Paragraph(in_language(pack.method)),
        Particulars(tuple(pairs)),
        provenance_table(reported),
    ]


def starting_point() -> str:
    """What the amounts are for."""
    return _(
        "The amounts are a starting point for judgement, not its result. The worker and the committee weigh them "
        "against the situation of this household, and may set any of them aside with a reason."
    )


def _share_words(reported: Reported) -> str:
    assessment = reported.assessment
    return _("{share} of the retained budget, {reference} of the reference budget").format(
        share=percent(assessment.estimate_share), reference=percent(assessment.reference_estimate_share)
    )


def _sources_words(reported: Reported) -> str:
    count = len({line.priced.price.source_id for line in reported.assessment.reference.lines})
    return ngettext("{count} source", "{count} different sources", count).format(count=count)


def provenance_table(reported: Reported) -> Table:
    """What the retained budget rests on; adds up to it."""
    budget, assessment = reported.assessment.retained, reported.assessment
    kept = [line for line, is_kept in zip(assessment.reference.lines, budget.kept, strict=True) if is_kept]
    rows = []
    for provenance in Provenance:
        amounts = [line.amount for line in kept if line.item.provenance is provenance]
        rows.append(_provenance_row(label(provenance), len(amounts), sum(amounts, ZERO), budget.total))
    real = [line.retained for line in budget.expenses if line.retained]
    rows.append(_provenance_row(_("Real expenses"), len(real), sum(real, ZERO), budget.total))
    if budget.debts:
        rows.append(_provenance_row(_("Accepted debts"), len(budget.debts), budget.debts_total, budget.total))
    columns = (
        Column(_("Rests on")),
        Column(_("Lines"), amounts=True),
        Column(_("Per month"), amounts=True),
        Column(_("Share"), amounts=True),
    )
    lines = sum(int(str(row.cells[1])) for row in rows)
    total = Row((_("Retained budget"), str(lines), money(budget.total), percent(Decimal(1))), RowKind.TOTAL)
    return Table(_("What the retained budget rests on"), columns, (*rows, total))


def _provenance_row(name: str, lines: int, amount: Decimal, whole: Decimal) -> Row:
    share = amount / whole if whole else Decimal(0)
    return Row((name, str(lines), money(amount), percent(share)))
