"""What rows of several kinds of packs have in common: the sources they name, and the months of an index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from redi_desktop.engine.basket_pack import IndexValue, Source
from redi_desktop.packs.table import Row

SOURCE_COLUMNS = ("source_id", "title", "publisher", "url", "date", "read_on", "remark")


def sources(rows: Iterable[Row]) -> dict[str, Source]:
    """The sources by identifier."""
    found: dict[str, Source] = {}
    for row in rows:
        source_id = row.new_identifier("source_id", found)
        texts = {name: row.required(name) for name in ("title", "publisher", "date", "read_on")}
        found[source_id] = Source(id=source_id, url=row.text("url"), remark=row.text("remark"), **texts)
    return found


def source_named(row: Row, known_sources: Mapping[str, Source]) -> str:
    """The source of a row, which must be listed."""
    source_id = row.required("source_id")
    if source_id not in known_sources:
        row.refuse("source_id", "pack_source_unknown")
    return source_id


def next_index_value(row: Row, before: Sequence[IndexValue], known_sources: Mapping[str, Source]) -> IndexValue:
    """A month of an index, which must follow the last one before it."""
    value = IndexValue(row.month("month"), row.positive("index"), source_named(row, known_sources))
    if before and value.month <= before[-1].month:
        row.refuse("month", "pack_dates_overlap")
    if before and value.month != before[-1].month.plus(1):
        row.refuse("month", "pack_dates_gap", expected=before[-1].month.plus(1))
    return value
