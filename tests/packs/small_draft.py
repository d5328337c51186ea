"""A score of the embedded items with their tariffs and sources: a pack that is read in a blink."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

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
