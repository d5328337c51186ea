"""The picture of the balance as shapes on paper, so that the PDF and the HTML draw the same one.

No word overlaps another: numbers that do not fit into their segment stand
below it, moved apart, and the legend takes as many columns as its longest entry allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from redi_desktop.report import colours
from redi_desktop.report.balance_figures import Segment
from redi_desktop.report.chart_blocks import BalanceChart
from redi_desktop.report.marks import income_mark, need_mark
from redi_desktop.report.shapes import Anchor, Box, Label, Line, Measure, Picture, Shape


class _Key(NamedTuple):
    """What tells a segment: its mark in the bar and the legend, its colour, name and amount."""

    mark: str
    colour: str
    name: str
    amount: str


def balance_picture(chart: BalanceChart, width: float, size: float, measure: Measure) -> Picture:
    """Lay the picture out for a width, with text of ``size`` points."""
    page = _Page(chart, width, size, measure)
    page.lay_needs()
    page.lay_incomes()
    page.lay_scale()
    page.lay_legend()
    return Picture(width, page.y, tuple(page.shapes))


class _Page:
    """The picture while it is being laid out, from top to bottom; ``y`` is where the next part begins."""

    def __init__(self, chart: BalanceChart, width: float, size: float, measure: Measure) -> None:
        self.figures, self.texts, self.legend = chart.figures, chart.texts, chart.legend
        self.width, self.size, self.measure = width, size, measure
        self.bar_height = 2.6 * size
        self.y = 0.0
        self.shapes: list[Shape] = []
        self.need_keys, self.income_keys = _keys(chart)

    def lay_needs(self) -> None:
        """The phrase and the bar of what is needed."""
        self._phrase(self.texts.needed)
        self._bar(self.figures.needed, self.need_keys)

    def lay_incomes(self) -> None:
        """The phrase and the bar of what there is, and the gap or the rest at its end."""
        self.y += 0.7 * self.size
        self._phrase(self.texts.available)
        if self.texts.gap and not self._fits_in_gap():
            self._gap_phrase()
        top = self.y
        self._bar(self.figures.available, self.income_keys)
        self._gap(top)

    def lay_scale(self) -> None:
        """The scale below both bars."""
        self.y += 0.5 * self.size
        self._line(0, self.y, self.width, self.y, colours.RULE)
        small = 0.85 * self.size
        for tick, text in zip(self.figures.ticks, self.texts.ticks, strict=True):
            x, half = tick.place * self.width, self.measure(text, False, small) / 2
            self._line(x, self.y, x, self.y + 3, colours.RULE)
            place = min(max(x, half), self.width - half)
            self._label(place, self.y + 3 + 1.1 * small, text, small, colours.QUIET, anchor=Anchor.MIDDLE)
        self.y += 3 + 1.8 * small

    def lay_legend(self) -> None:
        """Every segment with its mark, name and amount."""
        if not self.legend:
            return
        for keys in (self.need_keys, self.income_keys):
            if keys:
                self.y += 0.5 * self.size
                self._legend_rows(keys)

    def _phrase(self, text: str) -> None:
        self._label(0, self.y + 1.1 * self.size, text, 1.1 * self.size, colours.INK, bold=True)
        self.y += 1.8 * self.size

    def _bar(self, segments: Sequence[Segment], keys: Sequence[_Key]) -> None:
        self._box(0, self.y, self.width, self.bar_height, colours.CARD)
        outside: list[tuple[float, str]] = []
        for segment, key in zip(segments, keys, strict=True):
            x, width = segment.start * self.width, segment.length * self.width
            self._box(x, self.y, width, self.bar_height, key.colour)
            if segment.start > 0:
                self._line(x, self.y, x, self.y + self.bar_height, colours.PAPER, 1)
            inside = self._fitting(key, width)
            if inside:
                baseline = self.y + self.bar_height / 2 + 0.35 * self.size
                ink = colours.ink_on(key.colour)
                self._label(x + width / 2, baseline, inside, self.size, ink, bold=True, anchor=Anchor.MIDDLE)
            else:
                outside.append((x + width / 2, key.mark))
        self.y += self.bar_height
        self._marks_below(outside)

    def _fitting(self, key: _Key, width: float) -> str:
        """The longest form of a segment's mark that fits into it; empty where none does."""
        forms = (f"{key.mark}  {key.name}", key.mark)
        return next((form for form in forms if self.measure(form, True, self.size) + 5 <= width), "")

    def _marks_below(self, marks: list[tuple[float, str]]) -> None:
        if not marks:
            return
        small = 0.9 * self.size
        widths = [self.measure(mark, True, small) for _, mark in marks]
        places = spread([place for place, _ in marks], widths, self.width, gap=3)
        for (origin, mark), place in zip(marks, places, strict=True):
            self._line(origin, self.y, place, self.y + 4, colours.QUIET, 0.5)
            self._label(place, self.y + 4 + small, mark, small, colours.INK, bold=True, anchor=Anchor.MIDDLE)
        self.y += 4 + 1.2 * small

    def _gap_phrase(self) -> None:
        """The figure of the gap at the right of the phrase; on a line of its own where both would meet."""
        text, size = self.texts.gap, 1.1 * self.size
        taken = self.measure(self.texts.available, True, size) + self.measure(text, True, size) + 2 * self.size
        if taken > self.width:
            self.y += 1.5 * self.size
        colour = colours.AMBER_DEEP if self.figures.missing else colours.TEAL_DEEP
        self._label(self.width, self.y - 0.7 * self.size, text, size, colour, bold=True, anchor=Anchor.END)

    def _fits_in_gap(self) -> bool:
        room = (self.figures.needed_end - self.figures.available_end) * self.width
        return self.measure(self.texts.gap, True, 1.1 * self.size) + 3 * self.size <= room

    def _gap(self, top: float) -> None:
        """The hatched gap after the incomes, or a line over what is left of them."""
        needed, available = self.figures.needed_end * self.width, self.figures.available_end * self.width
        if self.figures.left:
            self._line(needed, top, needed, top + self.bar_height, colours.PAPER, 2.5)
            self._line(needed, top - 1, available, top - 1, colours.TEAL, 2)
        elif self.figures.missing:
            self._box(available, top, needed - available, self.bar_height, colours.AMBER, hatched=True)
            if self._fits_in_gap():
                self._gap_figure((available + needed) / 2, top)

    def _gap_figure(self, middle: float, top: float) -> None:
        size = 1.1 * self.size
        half = self.measure(self.texts.gap, True, size) / 2 + 0.5 * size
        height = 1.6 * size
        y = top + (self.bar_height - height) / 2
        self._box(middle - half, y, 2 * half, height, colours.PAPER)
        self._label(middle, y + 1.15 * size, self.texts.gap, size, colours.AMBER_DEEP, bold=True, anchor=Anchor.MIDDLE)

    def _legend_rows(self, keys: Sequence[_Key]) -> None:
        columns = self._legend_columns(keys)
        rows = -(-len(keys) // columns)
        room = (self.width - (columns - 1) * 2 * self.size) / columns
        for place, key in enumerate(keys):
            x = (place // rows) * (room + 2 * self.size)
            self._legend_entry(key, x, self.y + (place % rows) * 1.75 * self.size, room)
        self.y += rows * 1.75 * self.size

    def _legend_columns(self, keys: Sequence[_Key]) -> int:
        longest = max(self.measure(f"{key.name}   {key.amount}", False, self.size) for key in keys) + 2.4 * self.size
        return next((count for count in (3, 2) if (longest + 2 * self.size) * count <= self.width + 2 * self.size), 1)

    def _legend_entry(self, key: _Key, x: float, y: float, room: float) -> None:
        chip, baseline = 1.45 * self.size, y + 1.07 * self.size
        self._box(x, y, chip, chip, key.colour)
        ink, small = colours.ink_on(key.colour), 0.85 * self.size
        self._label(x + chip / 2, baseline - 0.05 * self.size, key.mark, small, ink, bold=True, anchor=Anchor.MIDDLE)
        start = x + chip + 0.7 * self.size
        for_name = x + room - start - self.measure(f"  {key.amount}", False, self.size)
        self._label(start, baseline, self._shortened(key.name, for_name), self.size, colours.INK)
        self._label(x + room, baseline, key.amount, self.size, colours.INK, anchor=Anchor.END)

    def _shortened(self, text: str, room: float) -> str:
        if self.measure(text, False, self.size) <= room:
            return text
        while text and self.measure(text + "…", False, self.size) > room:
            text = text[:-1].rstrip()
        return text + "…"

    def _box(self, x: float, y: float, width: float, height: float, colour: str, hatched: bool = False) -> None:
        self.shapes.append(Box(x, y, width, height, colour, hatched))

    def _line(self, x1: float, y1: float, x2: float, y2: float, colour: str, thickness: float = 0.6) -> None:
        self.shapes.append(Line(x1, y1, x2, y2, colour, thickness))

    def _label(
        self, x: float, y: float, text: str, size: float, colour: str, bold: bool = False, anchor: Anchor = Anchor.START
    ) -> None:
        self.shapes.append(Label(x, y, text, size, colour, bold, anchor))


def _keys(chart: BalanceChart) -> tuple[list[_Key], list[_Key]]:
    figures, texts = chart.figures, chart.texts
    split = len(figures.needed)
    named = list(zip(texts.names, texts.amounts, strict=True))
    needs = [
        _Key(need_mark(place), colours.need_colour(segment.key), *words)
        for place, (segment, words) in enumerate(zip(figures.needed, named[:split], strict=True))
    ]
    incomes = [
        _Key(income_mark(place), colours.income_colour(place), *words) for place, words in enumerate(named[split:])
    ]
    return needs, incomes


def spread(places: Sequence[float], widths: Sequence[float], room: float, gap: float) -> list[float]:
    """Middles for labels that want to stand at ``places`` (rising): moved until none overlaps or leaves ``room``."""
    moved: list[float] = []
    edge = 0.0
    for place, width in zip(places, widths, strict=True):
        moved.append(max(place, edge + width / 2))
        edge = moved[-1] + width / 2 + gap
    edge = room
    for position in reversed(range(len(moved))):
        moved[position] = min(moved[position], edge - widths[position] / 2)
        edge = moved[position] - widths[position] / 2 - gap
    return moved
