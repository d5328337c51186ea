"""A whole basket pack, from a folder or a single file, refused at the first fault."""

from __future__ import annotations

from redi_desktop.engine.basket_pack import BasketItem, BasketPack, PriceIndex, Tariff
from redi_desktop.errors import ParameterError
from redi_desktop.packs import basket_rows, sourced_rows
from redi_desktop.packs.manifest import read_manifest, read_rows
from redi_desktop.packs.places import PackPlace

SOURCES, ITEMS, TARIFFS = "sources.csv", "items.csv", "tariffs.csv"
INDEX, FACTORS = "price_index.csv", "household_size_factors.csv"
FILES = (ITEMS, TARIFFS, INDEX, FACTORS, SOURCES)


def load_baskets(place: PackPlace) -> BasketPack:
    """Read, check and hold a pack; raises :class:`ParameterError` naming file, row and column."""
    manifest = read_manifest(place, FILES)
    sources = sourced_rows.sources(read_rows(place, manifest, SOURCES, sourced_rows.SOURCE_COLUMNS))
    item_rows = read_rows(place, manifest, ITEMS, basket_rows.ITEM_COLUMNS)
    items = basket_rows.items(item_rows, sources)
    by_id = {item.id: item for item in items}
    tariff_rows = read_rows(place, manifest, TARIFFS, basket_rows.TARIFF_COLUMNS, may_be_empty=True)
    tariffs = basket_rows.tariffs(tariff_rows, by_id, sources)
    index, health = basket_rows.price_indices(read_rows(place, manifest, INDEX, basket_rows.INDEX_COLUMNS), sources)
    factors = basket_rows.size_factors(read_rows(place, manifest, FACTORS, basket_rows.FACTOR_COLUMNS), sources)
    for row, item in zip(item_rows, items, strict=True):
        _check_reach(row.line, item, tariffs.get(item.id, ()), index)
    if manifest.valid_from < index.first:
        raise ParameterError("pack_before_index", field="pack.toml:valid_from", first_month=index.first)
    return BasketPack(
        **manifest.said_of_itself(),
        regions=manifest.regions,
        items=items,
        tariffs=tariffs,
        index=index,
        size_factors=factors,
        sources=sources,
        health_index=health,
    )


def _check_reach(line: int, item: BasketItem, tariffs: tuple[Tariff, ...], index: PriceIndex) -> None:
    """An untariffed price must be dated where the index can move it."""
    if not tariffs and item.price_date < index.first:
        raise ParameterError(
            "pack_price_before_index",
            field=f"{ITEMS}:{line}:price_date",
            line=line,
            month=item.price_date,
            first_month=index.first,
        )
