"""Scenarios one above the other: what is needed, what there is, and the gap, all on one scale."""

from __future__ import annotations

from redi_desktop.report import colours
from redi_desktop.report.chart_blocks import ComparedBars, ComparisonChart
from redi_desktop.report.shapes import Anchor, Box, Label, Measure, Picture, Shape

_BAR = 1.35
"""The height of a bar, in text sizes."""
_SHARE = 0.62
"""The part of the width that the longest bar takes; the phrases stand after it."""


def comparison_picture(chart: ComparisonChart, width: float, size: float, measure: Measure) -> Picture:
    """Lay the picture out for a width, with text of ``size`` points."""
    shapes: list[Shape] = []
    y = 0.0
    for bars in chart.bars:
        name = _shortened(bars.name, width, size, measure)
        shapes.append(Label(0, y + 1.1 * size, name, 1.05 * size, colours.INK, bold=True))
        y += 1.6 * size
        shapes += _scenario(bars, y, width * _SHARE, size)
        y += 2 * _BAR * size + 1.5 * size
    return Picture(width, y, tuple(shapes))


def _scenario(bars: ComparedBars, top: float, room: float, size: float) -> list[Shape]:
    height = _BAR * size
    second = top + height + 1
    needed, available = bars.needed * room, bars.available * room
    shapes: list[Shape] = [
        Box(0, top, needed, height, colours.NEED_BAR),
        Box(0, second, available, height, colours.INCOME_BAR),
    ]
    if bars.short:
        shapes.append(Box(available, second, needed - available, height, colours.AMBER, hatched=True))
    gap_colour = colours.AMBER_DEEP if bars.short else colours.TEAL_DEEP
    start = max(needed, available) + size
    shapes.append(Label(start, top + 0.98 * size, bars.needed_text, 0.9 * size, colours.INK))
    shapes.append(Label(start, second + 0.98 * size, bars.available_text, 0.9 * size, colours.INK))
    end = room / _SHARE
    shapes.append(Label(end, top - 0.5 * size, bars.gap, size, gap_colour, bold=True, anchor=Anchor.END))
    return shapes


def _shortened(text: str, width: float, size: float, measure: Measure) -> str:
    room = 0.66 * width
    while text and measure(text, True, 1.05 * size) > room:
        text = text[:-2].rstrip() + "…" if len(text) > 2 else ""
    return text
