"""Tables on pages: heads come back on each page, amounts stand at the end of their column, sums with their rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import TableRenderCB

from redi_desktop.report import colours, content, fonts
from redi_desktop.report.content import Column, Row, RowKind
from redi_desktop.report.pdf.paragraphs import TaggedText, cell_parts, paragraph
from redi_desktop.report.pdf.styles import HEIGHT, WIDTH, Styles, colour_of
from redi_desktop.report.pdf.tags import Node, begin_artifact, end
from redi_desktop.report.pdf.widths import GAP, column_widths

_SUMS = (RowKind.TOTAL, RowKind.SUBTOTAL)
_TALLEST_WHOLE_ROW = 0.4 * HEIGHT
"""A row taller than this may be split over two pages."""
_WRITABLE = 2.25
"""The height of a row to write in, in sizes of its type."""
_EMPTY = "\N{NO-BREAK SPACE}"
"""Keeps an empty cell to write in as high as the others."""
_KEPT_ROWS = 2
"""So many rows stay with the head at the start of a table, and with the sum at its end."""
Command = tuple[Any, ...]


def _mark(table: Table, command: str, *details: Any) -> None:
    """Begin or end a mark; ReportLab calls this around the ground, each cell (its value is third) and the rules."""
    if command == "startCell":
        _begin_cell(table.canv, details[2])
    elif command in ("startBG", "startLines"):
        begin_artifact(table.canv)
    elif command in ("endCell", "endBG", "endLines"):
        end(table.canv)


def _begin_cell(canvas: Canvas, value: Any) -> None:
    """A cell's own mark; the empty rest of a cell is no part of the text. A split cell comes as a list of one."""
    whole = value[0] if isinstance(value, list | tuple) and value else value
    node = getattr(whole, "node", None)
    if isinstance(node, Node):
        node.begin(canvas)
    else:
        begin_artifact(canvas)


class TaggedTable(Table):
    """A table whose cells mark themselves; a row is split over two pages only where it is very tall."""

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split between rows, or inside a row that is too tall to be moved whole: nothing stays together then."""
        heights = self.row_heights
        self.splitInRow = int(max(heights) > _TALLEST_WHOLE_ROW)
        if self.splitInRow:
            self._nosplitCmds: list[Any] = []
        if not self.splitInRow and None not in heights:
            table: Any = self
            table._argH = heights  # the parts take them as they are, and need not measure their cells again
        parts: list[Flowable] = super().split(width, height)
        return parts

    @property
    def row_heights(self) -> list[float]:
        """The height of each row, once the table has been wrapped."""
        wrapped: Any = self
        return list(wrapped._rowHeights)


def grid(rows: list[list[Any]], widths: list[float], commands: list[Command], head: int = 0) -> TaggedTable:
    """A table of cells that know their nodes, with nothing of ReportLab's own fonts in it."""
    base: list[Command] = [
        ("FONT", (0, 0), (-1, -1), fonts.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
    marking = cast(TableRenderCB, _mark)
    return TaggedTable(rows, colWidths=widths, repeatRows=head, style=base + commands, renderCB=marking)


def table(block: content.Table, styles: Styles, parent: Node) -> TaggedTable:
    """A table of the content, over the whole width."""
    node = parent.child("Table", summary=block.caption)
    rows = [_head(block.columns, styles, node.child("TR"))]
    shown = map(_filled, block.rows) if block.writable else block.rows
    rows += [_cells(row, block.columns, styles, node.child("TR")) for row in shown]
    made = grid(rows, column_widths(block, styles, WIDTH), _commands(block, styles), head=1)
    made.spaceAfter = styles.step
    return made


def _filled(row: Row) -> Row:
    return replace(row, cells=tuple(_EMPTY if cell == "" else cell for cell in row.cells))


def _head(columns: tuple[Column, ...], styles: Styles, row: Node) -> list[Any]:
    return [
        _in_cell(
            column.title,
            styles.amount_column if column.amounts else styles.column,
            row.child("TH", scope="Column", repeats=True),
        )
        for column in columns
    ]


def _in_cell(text: str, style: Any, node: Node) -> Any:
    made = paragraph(text, style, node)
    made.in_cell = True
    return made


def _cells(row: Row, columns: tuple[Column, ...], styles: Styles, node: Node) -> list[Any]:
    if row.kind is RowKind.PART:
        text = row.cells[0] if isinstance(row.cells[0], str) else row.cells[0].text
        whole = node.child("TH", scope="Column", columns=len(columns))
        return [TaggedText.of(_one_line(text, styles), whole), *[""] * (len(columns) - 1)]
    style = styles.strong_cell if row.kind in _SUMS else styles.cell
    cells: list[Any] = []
    for place, (cell, column) in enumerate(zip(row.cells, columns, strict=True)):
        is_name = not place and cell not in ("", _EMPTY)
        cell_node = node.child("TH", scope="Row") if is_name else node.child("TD")
        if cell == _EMPTY or (column.amounts and isinstance(cell, str)):
            cells.append(TaggedText.of(str(cell), cell_node))
        else:
            cells.append(cell_parts(cell, style, styles.note, cell_node))
    return cells


def _one_line(text: str, styles: Styles) -> str:
    """The text on one line of the page's width."""
    text = " ".join(text.split())
    if fonts.width(text, fonts.BOLD, styles.table_size) <= WIDTH - 2 * GAP:
        return text
    while fonts.width(text + "…", fonts.BOLD, styles.table_size) > WIDTH - 2 * GAP:
        text = text[:-1]
    return text + "…"


def _commands(block: content.Table, styles: Styles) -> list[Command]:
    size, padding = styles.table_size, styles.padding
    teal, rule, hair = (colour_of(name) for name in (colours.TEAL, colours.RULE, colours.HAIRLINE))
    commands: list[Command] = [
        ("FONTSIZE", (0, 0), (-1, -1), size),
        ("LEADING", (0, 0), (-1, -1), 1.32 * size),
        ("TEXTCOLOR", (0, 0), (-1, -1), colour_of(colours.INK)),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding + 0.5),
        ("LEFTPADDING", (0, 0), (-1, -1), GAP),
        ("RIGHTPADDING", (0, 0), (-1, -1), GAP),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, 0), (-1, 0), 1, teal),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, hair),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, rule),
    ]
    for place, column in enumerate(block.columns):
        if column.amounts:
            commands.append(("ALIGN", (place, 1), (place, -1), "RIGHT"))
    for place, row in enumerate(block.rows, 1):
        commands += _row_commands(place, row.kind, styles)
    if block.writable:
        commands += _writable_commands(styles)
    return commands + _kept_together(len(block.rows))


def _writable_commands(styles: Styles) -> list[Command]:
    """Rows high enough for handwriting, in a grid that is seen."""
    room = (_WRITABLE - 1.32) * styles.table_size / 2
    rule = colour_of(colours.RULE)
    return [
        ("TOPPADDING", (0, 1), (-1, -1), room),
        ("BOTTOMPADDING", (0, 1), (-1, -1), room),
        ("LINEBELOW", (0, 1), (-1, -1), 0.6, rule),
        ("INNERGRID", (0, 1), (-1, -1), 0.6, rule),
        ("LINEBEFORE", (0, 1), (0, -1), 0.6, rule),
        ("LINEAFTER", (-1, 1), (-1, -1), 0.6, rule),
    ]


def _row_commands(place: int, kind: RowKind, styles: Styles) -> list[Command]:
    start, stop = (0, place), (-1, place)
    if kind is RowKind.PART:
        return [
            ("FONT", start, stop, fonts.BOLD, styles.table_size, 1.32 * styles.table_size),
            ("BACKGROUND", start, stop, colour_of(colours.TEAL_PALE)),
            ("NOSPLIT", start, (0, place + 1)),
        ]
    if kind in _SUMS:
        ground = colours.TEAL_PALE if kind is RowKind.TOTAL else colours.CARD
        return [
            ("FONT", start, stop, fonts.BOLD, styles.table_size, 1.32 * styles.table_size),
            ("BACKGROUND", start, stop, colour_of(ground)),
            ("LINEABOVE", start, stop, 0.8, colour_of(colours.TEAL)),
            ("NOSPLIT", (0, max(1, place - _KEPT_ROWS)), stop),
        ]
    return []


def _kept_together(rows: int) -> list[Command]:
    """The first rows with the head, the last ones with each other."""
    first = ("NOSPLIT", (0, 0), (0, min(rows, _KEPT_ROWS)))
    last = ("NOSPLIT", (0, max(0, rows - _KEPT_ROWS + 1)), (0, rows))
    return [first, last]
