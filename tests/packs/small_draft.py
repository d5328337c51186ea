"""A score of the embedded items with their tariffs and sources: a pack that is read in a blink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from redi_desktop.packs import editing
from redi_desktop.packs.draft import Draft, read_draft
from redi_desktop.packs.embedded import OPEN_BASKETS
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource

BREAD, WATER = "food_bread_1_3", "water_wa_1"
KEPT = frozenset({BREAD, WATER})
EVERY = 23


@cache
def embedded_draft(name: str) -> Draft:
    """One of the packs that come with the program, as tables."""
    return read_draft(PackFolder(resource("parameters", name)))


@cache
def small_draft() -> Draft:
    """Every twenty-third item of the baskets, and the two that tests name."""
    whole = embedded_draft(OPEN_BASKETS)
    items = tuple(
        row for number, row in enumerate(whole.tables["items.csv"]) if number % EVERY == 0 or row["item_id"] in KEPT
    )
    kept = {row["item_id"] for row in items}
    tariffs = tuple(row for row in whole.tables["tariffs.csv"] if row["item_id"] in kept)
    others = {name: whole.tables[name] for name in ("price_index.csv", "household_size_factors.csv")}
    named = {row["source_id"] for rows in (items, tariffs, *others.values()) for row in rows}
    sources = tuple(row for row in whole.tables["sources.csv"] if row["source_id"] in named)
    return replace(whole, tables={"items.csv": items, "tariffs.csv": tariffs, "sources.csv": sources, **others})


@cache
def tiny_draft() -> Draft:
    """Two items and the price index since 2023: a pack that even a spreadsheet program writes in a blink."""
    small = small_draft()
    items = tuple(row for row in small.tables["items.csv"] if row["item_id"] in KEPT)
    tariffs = tuple(row for row in small.tables["tariffs.csv"] if row["item_id"] in KEPT)
    index = tuple(
        row for row in small.tables["price_index.csv"] if row["series"] == "cpi" and row["month"] >= "2023-01"
    )
    factors = small.tables["household_size_factors.csv"]
    named = {row["source_id"] for rows in (items, tariffs, index, factors) for row in rows}
    sources = tuple(row for row in small.tables["sources.csv"] if row["source_id"] in named)
    tables = {"items.csv": items, "tariffs.csv": tariffs, "price_index.csv": index, "sources.csv": sources}
    head = small.head._replace(valid_from="2023-01")
    return replace(small, head=head, tables=tables | {"household_size_factors.csv": factors}, readme=b"")


def with_item(draft: Draft, item_id: str, cells: Mapping[str, str]) -> Draft:
    """A basket with other cells in one of its items."""
    return editing.with_cells(draft, "items.csv", (item_id,), dict(cells))
