"""The blocks of a document as flowables, each with its node, in reading order; no heading ends a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import CondPageBreak
from reportlab.platypus.flowables import Flowable

from redi_desktop.report import chart_blocks, colours, content
from redi_desktop.report.content import Block, Document, Heading, Letterhead, Particulars, Tone
from redi_desktop.report.form_blocks import BlankFields, FormHeading, Recipient, TickBoxes
from redi_desktop.report.pdf.cards import callout, key_figures
from redi_desktop.report.pdf.forms import AddressPlace, Boxes, Fields, HeadingWithPictogram
from redi_desktop.report.pdf.pages import PartOpening
from redi_desktop.report.pdf.paragraphs import cell_parts, heading, paragraph
from redi_desktop.report.pdf.picture import balance_chart, comparison_chart
from redi_desktop.report.pdf.styles import HEIGHT, WIDTH, Styles, colour_of
from redi_desktop.report.pdf.tables import TaggedTable, grid, table
from redi_desktop.report.pdf.tags import Node
from redi_desktop.report.pdf.widths import GAP
from redi_desktop.report.pdf.writing import RuledLines, SigningPlaces

_WHOLE, _WASTE = 0.48 * HEIGHT, 0.14 * HEIGHT
"""A table up to the first height is not cut, unless more than the second one would be left empty for it."""
_FIRST_ROWS = 5
_CLINGING = (content.Signatures, BlankFields)
"""What stays on the page of what comes before it."""
_OF_ITS_OWN = (content.Paragraph, Heading, FormHeading, content.WritingSpace)
"""What no paragraph before it introduces."""
_SHARES = {1: (0.3, 0.7), 2: (0.22, 0.3, 0.23, 0.25)}
"""How names of facts and facts share the width, with one pair a line and with two."""


@dataclass
class _Laid:
    """A block's flowables and the room that must be left for it to begin on a page."""

    flowables: list[Flowable]
    start: float
    leads: bool = False
    """Whether it must not be the last thing on a page."""


def story_of(document: Document, styles: Styles, root: Node) -> list[Flowable]:
    """All flowables of a document."""
    story = _opening(document, styles, root)
    laid = [_lay(block, styles, root) for block in document.blocks]
    for place, block in enumerate(document.blocks[1:]):
        laid[place].leads = _leads(document.blocks[place], block, laid[place])
    for place, part in enumerate(laid):
        if place == 0 or not laid[place - 1].leads:
            story.append(CondPageBreak(min(_room(laid, place), 0.9 * HEIGHT)))
        story += part.flowables
    return story


def _leads(block: Block, following: Block, part: _Laid) -> bool:
    """Whether a block must stay with the one that follows; a paragraph only with what it introduces."""
    if isinstance(following, Heading) and following.opens:
        return False
    introduces = not isinstance(block, content.Paragraph) or not isinstance(following, _OF_ITS_OWN)
    return (part.leads and introduces) or isinstance(following, _CLINGING)


def _room(laid: list[_Laid], place: int) -> float:
    """What a block needs to begin, with all that it leads to."""
    part = laid[place]
    if not part.leads or place + 1 == len(laid):
        return part.start
    return part.start + part.flowables[-1].getSpaceAfter() + _room(laid, place + 1)


def _opening(document: Document, styles: Styles, root: Node) -> list[Flowable]:
    """Letterhead, title and the particulars of the case."""
    head = _letterhead(document.letterhead, styles, root)
    title = heading(document.title, styles.title, root.child("H1"), 0)
    title.spaceBefore, title.spaceAfter = styles.step, 0.5 * styles.step
    return [*head, title, *_particulars(document.particulars, styles, root)]


def _letterhead(letterhead: Letterhead, styles: Styles, root: Node) -> list[Flowable]:
    if not any((letterhead.cpas_name, letterhead.address, letterhead.worker_name, letterhead.worker_contact)):
        return []
    strong = styles.strong_cell.clone("cpas", textColor=colour_of(colours.TEAL_DEEP))
    left = cell_parts(content.NotedText(letterhead.cpas_name, letterhead.address), strong, styles.note, root.child("P"))
    right_style = styles.cell.clone("worker", alignment=2)
    contact = styles.note.clone("contact", alignment=2)
    right = cell_parts(
        content.NotedText(letterhead.worker_name, letterhead.worker_contact), right_style, contact, root.child("P")
    )
    commands = [("LINEBELOW", (0, 0), (-1, 0), 1.2, colour_of(colours.TEAL)), ("BOTTOMPADDING", (0, 0), (-1, 0), 6)]
    return [grid([[left, right]], [0.6 * WIDTH, 0.4 * WIDTH], commands)]


def _particulars(block: Particulars, styles: Styles, root: Node) -> list[Flowable]:
    node = root.child("Table")
    quiet = styles.cell.clone("name", textColor=colour_of(colours.QUIET))
    abreast = 2 if block.short else 1
    rows: list[list[Any]] = []
    for place in range(0, len(block.pairs), abreast):
        row, cells = node.child("TR"), list[Any]()
        pairs = block.pairs[place : place + abreast]
        for name, fact in pairs:
            cells.append(cell_parts(name, quiet, styles.note, row.child("TH", scope="Row")))
            columns = 2 * (abreast - len(pairs)) + 1  # the only fact of a row stands for its empty rest too
            cells.append(cell_parts(fact, styles.cell, styles.note, row.child("TD", columns=columns)))
        rows.append(cells + [""] * (2 * abreast - len(cells)))
    padding = [("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]
    padding.append(("RIGHTPADDING", (0, 0), (-1, -1), GAP))
    made = grid(rows, [share * WIDTH for share in _SHARES[abreast]], padding)
    made.spaceAfter = styles.step
    return [made]


def _lay(block: Block, styles: Styles, root: Node) -> _Laid:
    return _MAKERS[type(block)](block, styles, root)


def _lay_heading(block: Heading, styles: Styles, root: Node) -> _Laid:
    made = heading(block.text, styles.headings[block.level], root.child(f"H{block.level}"), block.level - 1)
    made.spaceBefore = styles.step if block.level == 2 else 0.5 * styles.step
    opening = [CondPageBreak(HEIGHT - 1), PartOpening(block.opens)] if block.opens else []
    return _Laid([*opening, made], _height(made) + 2 * styles.step, leads=True)


def _lay_paragraph(block: content.Paragraph, styles: Styles, root: Node) -> _Laid:
    made = paragraph(block.text, styles.tones[block.tone], root.child("P"))
    made.spaceAfter = 0.6 * styles.step
    return _Laid([made], min(_height(made), 4 * made.style.leading), leads=True)


def _lay_bullets(block: content.Bullets, styles: Styles, root: Node) -> _Laid:
    node = root.child("L")
    items: list[Flowable] = [
        paragraph(text, styles.bullet, node.child("LI").child("LBody"), bulletText="•") for text in block.items
    ]
    items[-1].spaceAfter = styles.step
    whole = sum(_height(item) for item in items)
    return _Laid(items, whole if whole <= _WASTE else sum(_height(item) for item in items[:2]))


def _lay_outline(block: content.Outline, styles: Styles, root: Node) -> _Laid:
    """A list in lists; each sentence is indented by its depth."""
    lists: list[Node] = []
    made: list[Flowable] = []
    item = root
    for depth, text in block.items:
        del lists[depth + 1 :]
        if depth == len(lists):
            lists.append(item.child("L"))
        item = lists[depth].child("LI").child("LBody")
        style = styles.outline(depth)
        made.append(paragraph(text, style, item, bulletText="•" if depth else None))
    made[-1].spaceAfter = styles.step
    return _Laid(list(_with_what_follows(block, made)), sum(_height(one) for one in made[:2]))


def _with_what_follows(block: content.Outline, made: list[Flowable]) -> Iterator[Flowable]:
    """The sentences; one that others rest on does not end a page."""
    depths = [depth for depth, _text in block.items]
    for place, one in enumerate(made):
        if place and not depths[place] and depths[place + 1 : place + 2] > [0]:
            yield CondPageBreak(_height(one) + _height(made[place + 1]) + one.getSpaceBefore())
        yield one


def _lay_particulars(block: Particulars, styles: Styles, root: Node) -> _Laid:
    return _whole(_particulars(block, styles, root))


def _lay_table(block: content.Table, styles: Styles, root: Node) -> _Laid:
    made = table(block, styles, root)
    return _Laid([made], _start_of(made))


def _lay_callout(block: content.Callout, styles: Styles, root: Node) -> _Laid:
    made = callout(block, styles, root)
    return _Laid([made], _start_of(made))


def _lay_key_figures(block: content.KeyFigures, styles: Styles, root: Node) -> _Laid:
    return _whole([key_figures(block, styles, root)])


def _lay_chart(block: chart_blocks.BalanceChart, styles: Styles, root: Node) -> _Laid:
    return _whole([balance_chart(block, styles, root)])


def _lay_comparison(block: chart_blocks.ComparisonChart, styles: Styles, root: Node) -> _Laid:
    return _whole([comparison_chart(block, styles, root)])


def _lay_writing(block: content.WritingSpace, styles: Styles, root: Node) -> _Laid:
    title = heading(block.title, styles.headings[block.level], root.child(f"H{block.level}"), block.level - 1)
    title.spaceBefore = styles.step if block.level == 2 else 0.5 * styles.step
    hint = [paragraph(block.hint, styles.tones[Tone.QUIET], root.child("P"))] if block.hint else []
    return _whole([title, *hint, RuledLines(block.lines, styles)])


def _lay_signatures(block: content.Signatures, styles: Styles, root: Node) -> _Laid:
    return _whole([SigningPlaces(block, styles, root)])


def _lay_form_heading(block: FormHeading, styles: Styles, root: Node) -> _Laid:
    made = HeadingWithPictogram(block, styles, root)
    return _Laid([made], _height(made) + 2 * styles.step, leads=True)


def _lay_boxes(block: TickBoxes, styles: Styles, root: Node) -> _Laid:
    return _whole([Boxes(block, styles, root)])


def _lay_fields(block: BlankFields, styles: Styles, root: Node) -> _Laid:
    return _whole([Fields(block, styles, root)])


def _lay_recipient(block: Recipient, styles: Styles, root: Node) -> _Laid:
    return _whole([AddressPlace(block, styles, root)])


def _whole(flowables: list[Flowable]) -> _Laid:
    return _Laid(flowables, sum(_height(made) + made.getSpaceBefore() for made in flowables))


def _start_of(made: TaggedTable) -> float:
    """The height of a small table, or of the first rows of a long one."""
    whole = _height(made)
    return min(whole, _WASTE) if whole <= _WHOLE else sum(made.row_heights[:_FIRST_ROWS])


def _height(made: Flowable) -> float:
    height: float = made.wrap(WIDTH, HEIGHT)[1]
    return height


_MAKERS: dict[type, Callable[[Any, Styles, Node], _Laid]] = {
    Heading: _lay_heading,
    content.Paragraph: _lay_paragraph,
    content.Bullets: _lay_bullets,
    content.Outline: _lay_outline,
    Particulars: _lay_particulars,
    content.Table: _lay_table,
    content.Callout: _lay_callout,
    content.KeyFigures: _lay_key_figures,
    chart_blocks.BalanceChart: _lay_chart,
    chart_blocks.ComparisonChart: _lay_comparison,
    content.WritingSpace: _lay_writing,
    content.Signatures: _lay_signatures,
    FormHeading: _lay_form_heading,
    TickBoxes: _lay_boxes,
    BlankFields: _lay_fields,
    Recipient: _lay_recipient,
}
