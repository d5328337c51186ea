"""A table that was copied from a spreadsheet, read line by line: a name, an amount, how often."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.casefile.pasted import PastedRow
from redi_desktop.engine.money import Period
from redi_desktop.reading import NotUnderstood, parse_money
from redi_desktop.words.vocabulary import label

SHORTEST = 4
"""Fewer letters than these are not enough to know a kind by its beginning."""
MOST_LINES = 200


class Pasted(NamedTuple):
    """The lines that became rows, and those in which no amount was found, as they stood."""

    rows: tuple[PastedRow, ...]
    misread: tuple[str, ...]


def read_table(text: str, kinds: Sequence[StrEnum]) -> Pasted:
    """The rows of a table; cells are parted by tabs, or by semicolons where there are none."""
    rows: list[PastedRow] = []
    misread: list[str] = []
    known = {_plain(label(kind)): kind for kind in kinds}
    periods = _periods()
    for line in text.splitlines()[:MOST_LINES]:
        if line.strip():
            row = _row(line, known, periods)
            if row is None:
                misread.append(" ".join(line.split()))
            else:
                rows.append(row)
    return Pasted(tuple(rows), tuple(misread))


def _row(line: str, known: dict[str, StrEnum], periods: dict[str, Period]) -> PastedRow | None:
    cells = [cell.strip() for cell in line.split("\t" if "\t" in line else ";")]
    amounts = [(cell, amount) for cell in cells if (amount := _amount(cell)) is not None]
    if not amounts:
        return None
    figure, amount = amounts[0]
    others = [cell for cell in cells if cell and cell != figure]
    period = next((found for cell in others if (found := periods.get(_plain(cell))) is not None), None)
    names = [cell for cell in others if _plain(cell) not in periods and _amount(cell) is None]
    kind = next((of_kind for name in names if (of_kind := _kind(name, known)) is not None), None)
    return PastedRow(kind, amount, period or Period.MONTH, " ".join(names))


def _amount(cell: str) -> Decimal | None:
    try:
        return parse_money(cell)
    except NotUnderstood:
        return None


def _periods() -> dict[str, Period]:
    """What a cell says that tells how often: « par an », « an »."""
    found: dict[str, Period] = {}
    for period in Period:
        whole = _plain(label(period))
        for said in (whole, whole.rpartition(" ")[2]):
            found.setdefault(said, period)
    return found


def _kind(name: str, known: dict[str, StrEnum]) -> StrEnum | None:
    """The kind of that name, or the only one that begins with it or that it begins with."""
    plain = _plain(name)
    if plain in known:
        return known[plain]
    if len(plain) < SHORTEST:
        return None
    near = {kind for word, kind in known.items() if word.startswith(plain) or plain.startswith(f"{word} ")}
    return near.pop() if len(near) == 1 else None


def _plain(text: str) -> str:
    """Small letters without accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter)).strip(" .:")
