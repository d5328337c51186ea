"""How the picture of the balance is laid out and drawn: two bars on one scale, and the gap hatched in amber."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from redi_desktop.formatting import whole_euros
from redi_desktop.report.balance_figures import BalanceFigures, Segment
from redi_desktop.report.colours import income_colour, ink_on, need_colour
from redi_desktop.ui.colours import Colours

PADDING = 6.0


class Block(NamedTuple):
    """A segment in its place."""

    segment: Segment
    rect: QRectF
    colour: str


class Picture(NamedTuple):
    """Both bars in pixels: the blocks of each, what is missing after the lower or left over after the upper one."""

    needed: tuple[Block, ...]
    available: tuple[Block, ...]
    missing: QRectF
    left: QRectF


def laid_out(figures: BalanceFigures, upper: QRectF, lower: QRectF) -> Picture:
    """The picture in the room of its two bars."""
    ends = (figures.needed_end, figures.available_end)
    return Picture(
        needed=tuple(Block(part, _place(part, upper), need_colour(part.key)) for part in figures.needed),
        available=tuple(
            Block(part, _place(part, lower), income_colour(number)) for number, part in enumerate(figures.available)
        ),
        missing=_rest(lower, ends[1]) if figures.missing else QRectF(),
        left=_rest(upper, ends[0]) if figures.left else QRectF(),
    )


def draw_bars(painter: QPainter, picture: Picture, colours: Colours) -> None:
    """The blocks, the gap and what is left over; a hair of the ground keeps neighbours apart without colour."""
    edge = QPen(QColor(colours.text if colours.name == "contrast" else colours.card), 1.5)
    for block in (*picture.needed, *picture.available):
        painter.setPen(edge)
        painter.setBrush(QColor(block.colour))
        painter.drawRect(block.rect)
    if colours.name == "dark":
        _draw_outlines(painter, picture, colours)
    if not picture.missing.isEmpty():
        _draw_gap(painter, picture.missing, colours)
    if not picture.left.isEmpty():
        painter.setPen(QPen(QColor(colours.accent), 1.2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(_inside(picture.left))


def _draw_outlines(painter: QPainter, picture: Picture, colours: Colours) -> None:
    """An edge around each bar, for its darkest colours are hardly lighter than the dark card."""
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for blocks in (picture.needed, picture.available):
        if blocks:
            painter.drawRect(blocks[0].rect.united(blocks[-1].rect))


def draw_name(painter: QPainter, block: Block, name: str) -> None:
    """Write its name into a block, in the ink that reads best on it."""
    painter.setPen(QColor(ink_on(block.colour)))
    painter.drawText(block.rect, Qt.AlignmentFlag.AlignCenter, name)


def draw_ring(painter: QPainter, rect: QRectF, colours: Colours) -> None:
    """The ring around the segment that is looked at."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.card), 4))
    painter.drawRect(rect)
    painter.setPen(QPen(QColor(colours.text), 2))
    painter.drawRect(rect)


def draw_scale(painter: QPainter, figures: BalanceFigures, room: QRectF, colours: Colours) -> None:
    """The marks of the scale with their euros, below the bars; a mark that would touch its neighbour is left out."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(colours.quiet))
    free_from = room.left() - 1
    for tick in figures.ticks:
        x = room.left() + tick.place * room.width()
        text = whole_euros(tick.amount)
        width = metrics.horizontalAdvance(text)
        start = min(max(x - width / 2, room.left()), room.right() - width)
        painter.drawLine(QLineF(x, room.top(), x, room.top() + 4))
        if start >= free_from:
            painter.drawText(QRectF(start, room.top() + 5, width + 1, metrics.height()), text)
            free_from = start + width + 2 * PADDING


def _place(segment: Segment, bar: QRectF) -> QRectF:
    return QRectF(bar.left() + segment.start * bar.width(), bar.top(), segment.length * bar.width(), bar.height())


def _rest(bar: QRectF, end: float) -> QRectF:
    return QRectF(bar.left() + end * bar.width(), bar.top(), (1 - end) * bar.width(), bar.height())


def _inside(rect: QRectF) -> QRectF:
    return rect.adjusted(1, 0.75, -0.75, -0.75)


def _draw_gap(painter: QPainter, rect: QRectF, colours: Colours) -> None:
    painter.fillRect(rect, QColor(colours.amber_soft))
    painter.setBrush(QBrush(QColor(colours.amber_line), Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(QColor(colours.amber_line), 1.5))
    painter.drawRect(_inside(rect))
