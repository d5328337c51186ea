"""The packs of the simulated year: the one that comes with the program, then one each quarter with new prices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.months import Month
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.draft import Draft, read_draft, sealed
from redi_desktop.packs.editing import next_version, with_head
from redi_desktop.packs.embedded import OPEN_BASKETS, load_embedded, load_embedded_legal, load_embedded_rights
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.places import PackFolder
from redi_desktop.packs.repricing import NewPrice, repriced
from redi_desktop.paths import resource

_DEARER = Decimal("1.03")
_ITEMS_A_QUARTER = 25


@dataclass(frozen=True, slots=True)
class NewPack:
    """A pack as files, and the parameters with it."""

    files: FilesInMemory
    parameters: Parameters


def first() -> Parameters:
    """What the program brings with it."""
    return Parameters(load_embedded(), None, load_embedded_legal(), load_embedded_rights())


def quarterly(count: int) -> Iterator[NewPack]:
    """So many new packs, each with prices that went up since the one before."""
    legal, rights = load_embedded_legal(), load_embedded_rights()
    draft = read_draft(PackFolder(resource("parameters", OPEN_BASKETS)))
    tariffs = {row["item_id"] for row in draft.tables["tariffs.csv"]}
    plain = [row for row in draft.tables["items.csv"] if row["item_id"] not in tariffs]
    for quarter in range(count):
        chosen = plain[quarter * _ITEMS_A_QUARTER : (quarter + 1) * _ITEMS_A_QUARTER]
        draft = _dearer(draft, chosen, Month(2026, 1 + quarter))
        files = FilesInMemory(sealed(draft))
        yield NewPack(files, Parameters(load_baskets(files), None, legal, rights))


def _dearer(draft: Draft, items: list[Mapping[str, str]], month: Month) -> Draft:
    prices = [
        NewPrice(row["item_id"], (Decimal(row["unit_price"]) * _DEARER).quantize(Decimal("0.01")), month, "EST25")
        for row in items
    ]
    renewed = repriced(draft, prices)
    return with_head(renewed, version=next_version(draft.head.version))
