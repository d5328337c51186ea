"""A whole basket pack, from a folder or a single file, refused at the first fault."""

from __future__ import annotations

from redi_desktop.engine.basket_pack import BasketItem, BasketPack, PriceIndex, Tariff
from redi_desktop.errors import ParameterError
from redi_desktop.packs import basket_rows
from redi_desktop.packs.manifest import Manifest, read_checked, read_manifest
from redi_desktop.packs.places import PackPlace
from redi_desktop.packs.table import Row, read_table

SOURCES, ITEMS, TARIFFS = "sources.csv", "items.csv", "tariffs.csv"
INDEX, FACTORS = "price_index.csv", "household_size_factors.csv"
FILES = (ITEMS, TARIFFS, INDEX, FACTORS, SOURCES)


def load_baskets(place: PackPlace) -> BasketPack:
    """Read, check and hold a pack; raises :class:`ParameterError` naming file, row and column."""
    manifest = read_manifest(place, FILES)
    sources = basket_rows.sources(_rows(place, manifest, SOURCES, basket_rows.SOURCE_COLUMNS))
    item_rows = _rows(place, manifest, ITEMS, basket_rows.ITEM_COLUMNS)
    items = basket_rows.items(item_rows, sources)
    by_id = {item.id: item for item in items}
    tariffs = basket_rows.tariffs(_rows(place, manifest, TARIFFS, basket_rows.TARIFF_COLUMNS), by_id, sources)
    index, health = basket_rows.price_indices(_rows(place, manifest, INDEX, basket_rows.INDEX_COLUMNS), sources)
    factors = basket_rows.size_factors(_rows(place, manifest, FACTORS, basket_rows.FACTOR_COLUMNS), sources)
    for row, item in zip(item_rows, items, strict=True):
        _check_reach(row.line, item, tariffs.get(item.id, ()), index)
    if manifest.valid_from < index.first:
        raise ParameterError("pack_before_index", field="pack.toml:valid_from", first_month=index.first)
    return BasketPack(
        id=manifest.id,
        version=manifest.version,
        title=manifest.title,
        method=manifest.method,
        licence=manifest.licence,
        regions=manifest.regions,
        valid_from=manifest.valid_from,
        valid_until=manifest.valid_until,
        fingerprint=manifest.fingerprint,
        items=items,
        tariffs=tariffs,
        index=index,
        size_factors=factors,
        sources=sources,
        health_index=health,
    )


def _rows(place: PackPlace, manifest: Manifest, name: str, columns: tuple[str, ...]) -> list[Row]:
    rows = list(read_table(name, read_checked(place, manifest, name), columns))
    if not rows and name != TARIFFS:
        raise ParameterError("pack_table_empty", field=name, file=name)
    return rows


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
