"""How wide each column of a table is: amounts take what they need and never break, words share the rest."""

from __future__ import annotations

from redi_desktop.report import content, fonts
from redi_desktop.report.content import NotedText
from redi_desktop.report.pdf.styles import Styles

GAP = 4.0
"""Left and right of the text of a cell."""
_ROOMY = 0.88
"""Amounts take more than they need, as their title on one line, within this part of the width for all columns."""
_AMOUNTS = 0.135
"""The part of the width that a column of amounts then takes at least."""
_LONGEST_TITLE = 0.16
"""The title of a column of amounts claims at most this part of the width; a longer one is broken."""
_LONGEST_WORD = 0.28
"""A word claims at most this part of the width; a longer one is broken."""


def column_widths(block: content.Table, styles: Styles, width: float) -> list[float]:
    """The width of each column; together ``width``."""
    needed = [_needed(block, place, styles, width) for place in range(len(block.columns))]
    titles = [
        min(_title_width(column.title, styles), _LONGEST_TITLE * width) if column.amounts else 0.0
        for column in block.columns
    ]
    least = [_AMOUNTS * width if column.amounts else 0.0 for column in block.columns]
    roomy = [max(wishes) for wishes in zip(needed, titles, least, strict=True)]
    needed = _towards(roomy, needed, _ROOMY * width)
    words = [place for place, column in enumerate(block.columns) if not column.amounts]
    if not words:
        return [width / len(needed)] * len(needed)
    spare = width - sum(needed)
    if spare < 0:
        return _squeezed(needed, words, spare)
    return _shared(block, needed, words, spare)


def _towards(roomy: list[float], needed: list[float], most: float) -> list[float]:
    """Widths from what is needed towards what is roomy, as far as they stay within ``most`` together."""
    wished = sum(roomy) - sum(needed)
    part = min(max((most - sum(needed)) / wished, 0.0), 1.0) if wished > 0 else 0.0
    return [least + part * (more - least) for least, more in zip(needed, roomy, strict=True)]


def _title_width(title: str, styles: Styles) -> float:
    return fonts.width(title, fonts.BOLD, styles.column.fontSize) + 2 * GAP + 0.5


def _shared(block: content.Table, needed: list[float], words: list[int], spare: float) -> list[float]:
    """Bring the columns of words to their shares of the room, none below what it needs."""
    room = spare + sum(needed[place] for place in words)
    widths = list(needed)
    open_places = list(words)
    while open_places:
        shares = sum(block.columns[place].share for place in open_places)
        short = [p for p in open_places if room * block.columns[p].share / shares < needed[p]]
        if not short:
            for place in open_places:
                widths[place] = room * block.columns[place].share / shares
            break
        for place in short:
            room -= needed[place]
            open_places.remove(place)
    return widths


def _squeezed(needed: list[float], words: list[int], spare: float) -> list[float]:
    """Take what is lacking from the columns of words, in proportion."""
    room = sum(needed[place] for place in words)
    factor = max(0.3, (room + spare) / room)
    return [width * factor if place in words else width for place, width in enumerate(needed)]


def _needed(block: content.Table, place: int, styles: Styles, width: float) -> float:
    """The least width of a column: its amounts whole, its longest word (within reason)."""
    column = block.columns[place]
    title = max(fonts.width(word, fonts.BOLD, styles.column.fontSize) for word in column.title.split() or [""])
    longest = 0.0
    for row in block.rows:
        if len(row.cells) == len(block.columns):
            cell = row.cells[place]
            text = cell.text if isinstance(cell, NotedText) else cell
            pieces = [text] if column.amounts else text.split()
            longest = max([longest, *(fonts.width(piece, fonts.BOLD, styles.table_size) for piece in pieces)])
    if not column.amounts:
        longest = min(longest, _LONGEST_WORD * width)
    return max(title, longest) + 2 * GAP + 0.5
