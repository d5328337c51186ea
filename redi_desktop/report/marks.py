"""The marks that tie a segment of the picture to its line in a table: 1, 2, 3 for needs, A, B, C for incomes."""

from __future__ import annotations

_FIGURE = "\N{NO-BREAK SPACE}" * 2
"""As wide as a figure, to a fraction of a point."""


def need_mark(place: int) -> str:
    """The mark of the need at a place from 0."""
    return str(place + 1)


def income_mark(place: int) -> str:
    """The mark of the income at a place from 0: A to Z, then AA, AB …"""
    before, last = divmod(place, 26)
    return (income_mark(before - 1) if before else "") + chr(ord("A") + last)


def marked(mark: str, name: str, room: int = 0) -> str:
    """The name after the mark that its segment bears in the picture; ``room`` figures are left for the mark."""
    if not mark and not room:
        return name
    return f"{_FIGURE * (room - len(mark))}{mark}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{name}"
