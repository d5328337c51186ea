"""Where what is missing comes from, part by part, and in one plain sentence."""

from __future__ import annotations

from redi_desktop.engine.needs import Need
from redi_desktop.engine.pressures import Pressure, Pressures, PressureSource, pressures
from redi_desktop.formatting import money, signed_money
from redi_desktop.i18n import _
from redi_desktop.report.content import Block, Column, Heading, Paragraph, Row, RowKind, Table, Tone
from redi_desktop.report.reported import Reported
from redi_desktop.words.explain_pressures import beside_words, held_against, source_word
from redi_desktop.words.plain_needs import plain_need
from redi_desktop.words.vocabulary import within_sentence

MOST_NAMED = 2
"""So many costs are named in the sentence."""


def pressures_section(reported: Reported) -> list[Block]:
    """The parts that add up to what is missing; nothing where nothing is, or where no real cost says more."""
    found = pressures(reported.assessment)
    if found.deficit <= 0 or not (len(found.parts) > 1 or found.beside.total):
        return []
    blocks: list[Block] = [Heading(_("Where what is missing comes from"), 3)]
    if found.beside.total:
        words = _("Paid beside the budget: {amount}. {remark}")
        text = words.format(amount=money(found.beside.total), remark=beside_words(found))
        blocks.append(Paragraph(text, Tone.QUIET))
    return [*blocks, _table(found)]


def weighs_most(reported: Reported) -> str:
    """The costs that weigh more than usual, the heaviest first, in one sentence; empty where none does."""
    found = pressures(reported.assessment)
    heavy = [part for part in found.parts if part.weight > 0 and part.source is not PressureSource.INCOME]
    if found.deficit <= 0 or not heavy:
        return ""
    first, *others = (within_sentence(_plain(part.source)) for part in heavy[:MOST_NAMED])
    if not others:
        return _("What weighs most: {name}.").format(name=first)
    return _("What weighs most: {name}, then {other}.").format(name=first, other=others[0])


def _plain(source: PressureSource) -> str:
    """What a part comes from, in everyday words."""
    if source in (PressureSource.ENERGY, PressureSource.DEBTS):
        return source_word(source)
    return plain_need(Need(source.value))


def _table(found: Pressures) -> Table:
    rows = [_row(part) for part in found.parts]
    total = Row((_("What is missing"), "", money(found.deficit)), RowKind.TOTAL)
    columns = (
        Column(_("What adds to it, or makes it less"), share=1),
        Column(_("Why"), share=2),
        Column(_("Per month"), amounts=True),
    )
    return Table(_("Where what is missing comes from"), columns, (*rows, total))


def _row(part: Pressure) -> Row:
    return Row((source_word(part.source), held_against(part), signed_money(part.weight)))
