"""How much of the person's copy can be said: as much as two pages in large type hold."""

from __future__ import annotations

from typing import NamedTuple


class Room(NamedTuple):
    """The most of each: sentences about what was not counted, incomes and rights together, characters of the own view.

    ``lines`` to write on where no view was noted; ``reasons``: how many characters of a typed reason are repeated.
    """

    sentences: int
    rows: int
    rights: int
    view: int
    lines: int
    reasons: int

    def rights_beside(self, incomes: int) -> int:
        """How many rights have room beside so many incomes; one at least."""
        return min(max(self.rows - incomes, 1), self.rights)


GENEROUS = Room(sentences=3, rows=8, rights=4, view=400, lines=2, reasons=120)
SPARING = Room(sentences=1, rows=5, rights=2, view=160, lines=1, reasons=0)


def shortened(text: str, most: int) -> str:
    """The beginning of a text, cut between words; nothing where there is no room."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:. ')}…" if most else ""
