"""Sizes, distances and paragraph styles of the pages, for each size of type. Points; distances on a grid of four."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from redi_desktop.report import colours, fonts
from redi_desktop.report.content import Tone, TypeSize

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 52.0
TOP = 48.0
BOTTOM = 58.0
WIDTH = PAGE_WIDTH - 2 * MARGIN
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
_BODY = {TypeSize.STANDARD: 9.5, TypeSize.TIGHT: 9.0, TypeSize.COMPACT: 8.0, TypeSize.LARGE: 13.5}
_TABLE = {TypeSize.STANDARD: 9.0, TypeSize.TIGHT: 8.5, TypeSize.COMPACT: 7.5, TypeSize.LARGE: 13.5}
_STEP = {TypeSize.STANDARD: 12.0, TypeSize.TIGHT: 9.0, TypeSize.COMPACT: 12.0, TypeSize.LARGE: 9.0}
_PADDING = {TypeSize.STANDARD: 2.9, TypeSize.TIGHT: 1.6, TypeSize.COMPACT: 2.4, TypeSize.LARGE: 2.4}
_LEADING = {TypeSize.STANDARD: 1.45, TypeSize.TIGHT: 1.38, TypeSize.COMPACT: 1.45, TypeSize.LARGE: 1.45}
_ROOMY_FIGURES = 3
SMALLER = 0.9
"""How much smaller heads of columns and notes in cells are; in large type they are not."""
_GROUNDS = {Tone.PLAIN: colours.CARD, Tone.LEAD: colours.TEAL_PALE, Tone.QUIET: colours.CARD}
_EDGES = {Tone.PLAIN: colours.RULE, Tone.LEAD: colours.TEAL, Tone.QUIET: colours.HAIRLINE}


@dataclass(frozen=True)
class Styles:
    """Every style of a document, for one size of type."""

    size: float
    table_size: float
    title: ParagraphStyle
    headings: dict[int, ParagraphStyle]
    tones: dict[Tone, ParagraphStyle]
    bullet: ParagraphStyle
    cell: ParagraphStyle
    strong_cell: ParagraphStyle
    note: ParagraphStyle
    column: ParagraphStyle
    amount_column: ParagraphStyle
    figure: ParagraphStyle
    step: float
    """The distance between blocks."""
    padding: float
    """Above and below the text of a cell."""

    def figure_among(self, count: int) -> ParagraphStyle:
        """A key figure beside others: smaller where there are more than three."""
        if count <= _ROOMY_FIGURES:
            return self.figure
        return self.figure.clone("figure among many", fontSize=1.55 * self.size, leading=1.9 * self.size)

    def outline(self, depth: int) -> ParagraphStyle:
        """A sentence of an outline: the first ones in bold, those they rest on indented."""
        size = self.size
        if not depth:
            return self.tones[Tone.PLAIN].clone("outline", fontName=fonts.BOLD, spaceBefore=0.4 * size)
        return self.bullet.clone(
            "outline", leftIndent=(0.3 + 1.2 * depth) * size, bulletIndent=(1.2 * depth - 0.6) * size, spaceAfter=0
        )


def styles_for(size: TypeSize, scale: float = 1.0) -> Styles:
    """The styles of a size of type, drawn in by ``scale`` (1 or a little less)."""
    body, table = _BODY[size] * scale, _TABLE[size] * scale
    plain = _style("plain", body, _LEADING[size])
    smaller = 1.0 if size is TypeSize.LARGE else SMALLER
    cell = _style("cell", table, 1.32)
    column = _style("column", smaller * table, 1.25, bold=True, colour=colours.TEAL_DEEP)
    return Styles(
        size=body,
        table_size=table,
        title=_style("title", 20 * scale, 1.25, bold=True, colour=colours.TEAL_DEEP),
        headings={
            2: _style("heading2", 1.35 * body, 1.3, bold=True, colour=colours.TEAL_DEEP, spaceAfter=0.4 * body),
            3: _style("heading3", 1.1 * body, 1.3, bold=True, spaceAfter=0.3 * body),
        },
        tones={
            Tone.PLAIN: plain,
            Tone.LEAD: _style("lead", 1.25 * body, 1.4, bold=True),
            Tone.QUIET: _style("quiet", 0.9 * body, 1.4, colour=colours.QUIET),
            Tone.ATTENTION: _style("attention", body, 1.45, bold=True, colour=colours.AMBER_DEEP),
        },
        bullet=_style("bullet", body, 1.4, leftIndent=1.3 * body, bulletIndent=0.2 * body, spaceAfter=0.25 * body),
        cell=cell,
        strong_cell=_style("strong", table, 1.32, bold=True),
        note=_style("note", round(smaller * table, 2), 1.32 / smaller, colour=colours.QUIET),
        column=column,
        amount_column=ParagraphStyle("amounts", parent=column, alignment=TA_RIGHT),
        figure=_style("figure", 1.9 * body, 1.2, bold=True),
        step=_STEP[size] * scale,
        padding=_PADDING[size] * scale,
    )


def _style(
    name: str, size: float, leading: float, bold: bool = False, colour: str = colours.INK, **more: Any
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=fonts.BOLD if bold else fonts.REGULAR,
        bulletFontName=fonts.REGULAR,
        fontSize=size,
        bulletFontSize=size,
        leading=leading * size,
        textColor=colour_of(colour),
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        **more,
    )


def colour_of(colour: str) -> Color:
    """ReportLab's form of ``#RRGGBB``."""
    return HexColor(colour)


def ground_of(tone: Tone) -> tuple[Color, Color]:
    """The ground and the edge of a card or callout."""
    if tone is Tone.ATTENTION:
        return colour_of(colours.AMBER_PALE), colour_of(colours.AMBER)
    return colour_of(_GROUNDS[tone]), colour_of(_EDGES[tone])
