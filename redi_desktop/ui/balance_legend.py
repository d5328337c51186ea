"""The names of the segments that are too narrow to bear one: a swatch and a word each, in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from redi_desktop.ui.balance_drawing import PADDING, Block
from redi_desktop.ui.colours import Colours


class Entry(NamedTuple):
    """A swatch with its word, and where it stands."""

    colour: str
    name: str
    place: QRectF


def nameless(blocks: Iterable[Block], named: Mapping[str, str], metrics: QFontMetricsF) -> tuple[Block, ...]:
    """The blocks whose name does not fit into them."""
    return tuple(block for block in blocks if not fits(block, named, metrics))


def fits(block: Block, named: Mapping[str, str], metrics: QFontMetricsF) -> bool:
    """Whether a block is wide enough for its name."""
    name = named.get(block.segment.key, block.segment.key)
    return metrics.horizontalAdvance(name) + 2 * PADDING <= block.rect.width()


def laid_out(
    blocks: Iterable[Block], named: Mapping[str, str], metrics: QFontMetricsF, room: QRectF
) -> tuple[Entry, ...]:
    """The entries from left to right, on a new line where one is full; ``room`` gives the width and the top left."""
    entries, corner, line = [], QPointF(room.topLeft()), metrics.height() + PADDING
    for block in blocks:
        name = named.get(block.segment.key, block.segment.key)
        width = metrics.height() + PADDING + metrics.horizontalAdvance(name)
        if corner.x() > room.left() and corner.x() + width > room.right():
            corner = QPointF(room.left(), corner.y() + line)
        entries.append(Entry(block.colour, name, QRectF(corner.x(), corner.y(), width, metrics.height())))
        corner.setX(corner.x() + width + 3 * PADDING)
    return tuple(entries)


def draw(painter: QPainter, entries: Iterable[Entry], colours: Colours) -> None:
    """Swatches and words."""
    for entry in entries:
        side = entry.place.height() * 0.7
        swatch = QRectF(entry.place.left(), entry.place.top() + (entry.place.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(entry.colour))
        painter.drawRect(swatch)
        painter.setPen(QColor(colours.text))
        painter.drawText(QPointF(swatch.right() + PADDING, _baseline(painter, entry.place)), entry.name)


def _baseline(painter: QPainter, place: QRectF) -> float:
    return place.top() + QFontMetricsF(painter.font()).ascent()
