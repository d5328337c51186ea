"""Everything that is wrong with a draft, not just the first fault: for a table in which somebody types or imports.

The loader stops at the first fault, so the row it names is set aside and the rest is read again, until nothing is
wrong or enough was found. Faults that only follow from a row set aside are not told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from redi_desktop.errors import ParameterError
from redi_desktop.packs.archive import MANIFEST
from redi_desktop.packs.draft import Cells, Draft, manifest_text, table_text, written_tables
from redi_desktop.packs.editing import form_of, key_of, put_row
from redi_desktop.packs.kinds import FilesInMemory

MOST_TOLD = 20
_FOLLOWING = frozenset(
    {
        *("pack_source_unknown", "pack_item_unknown", "pack_dates_gap", "pack_sizes_gap"),
        *("pack_table_empty", "pack_index_missing", "pack_value_missing", "pack_before_index"),
    }
)
"""What a row set aside may bring about in another."""


def first_fault(draft: Draft) -> ParameterError | None:
    """The first thing that the loader refuses; ``None`` where the draft is a pack."""
    files = written_tables(draft)
    files[MANIFEST] = manifest_text(draft, files).encode()
    try:
        draft.kind.load(FilesInMemory(files))
    except ParameterError as error:
        return error
    return None


def faults(draft: Draft, most: int = MOST_TOLD) -> tuple[ParameterError, ...]:
    """What is wrong, row by row as they stand in the draft; empty where the draft is a pack."""
    found: list[ParameterError] = []
    set_aside = 0
    places = {file: list(range(len(rows))) for file, rows in draft.tables.items()}
    while len(found) < most and set_aside < 2 * most:
        error = first_fault(draft)
        if error is None:
            break
        row = _row_of(draft, error)
        if not (set_aside and error.code in _FOLLOWING):
            found.append(_placed(draft, error, row, places))
        if row is None:
            break
        file, number = row
        draft = replace(draft, tables={**draft.tables, file: _without(draft.tables[file], number)})
        del places[file][number]
        set_aside += 1
    return tuple(found)


def fault_of_row(draft: Draft, file: str, cells: Cells) -> ParameterError | None:
    """What is wrong with one row, put in its place; quick enough to ask while somebody types in it.

    Of a basket pack only the row's own item is read again; a fault is placed at the row's number in the whole draft.
    """
    changed = put_row(draft, file, cells)
    form = form_of(changed, file)
    key = key_of(form, cells)
    number = next(place for place, row in enumerate(changed.tables[file]) if key_of(form, row) == key)
    error = first_fault(_about(changed, cells["item_id"]) if "item_id" in cells else changed)
    if error is None or str(error.field or "").partition(":")[0] != file:
        return None
    return _placed(changed, error, (file, number), {file: list(range(len(changed.tables[file])))})


def _about(draft: Draft, item_id: str) -> Draft:
    """The basket pack with one item alone, its tariffs and the sources that they name."""
    tables = dict(draft.tables)
    for file in ("items.csv", "tariffs.csv"):
        tables[file] = tuple(row for row in draft.tables[file] if row["item_id"] == item_id)
    return replace(draft, tables=tables)


def row_number(draft: Draft, error: ParameterError) -> tuple[str, int] | None:
    """The table and the place in it (from 0) of the row that a fault names."""
    return _row_of(draft, error)


def _row_of(draft: Draft, error: ParameterError) -> tuple[str, int] | None:
    file, line = str(error.field or "").partition(":")[0], error.values.get("line")
    if file not in draft.tables or not isinstance(line, int):
        return None
    form, lines = form_of(draft, file), 1
    for number, row in enumerate(draft.tables[file]):
        lines += table_text(form.columns, [row]).count("\n") - 1
        if lines >= line:
            return file, number
    return None


def _placed(
    draft: Draft, error: ParameterError, row: tuple[str, int] | None, places: Mapping[str, list[int]]
) -> ParameterError:
    """The fault as it is told: at the row's place in the whole draft, with the name of the row."""
    if row is None:
        return error
    file, number = row
    line = places[file][number] + 2
    values = error.values | {"line": line, "row": " ".join(key_of(form_of(draft, file), draft.tables[file][number]))}
    column = values.get("column", "")
    return ParameterError(error.code, field=":".join(str(part) for part in (file, line, column) if part), **values)


def _without(rows: tuple[Cells, ...], number: int) -> tuple[Cells, ...]:
    return (*rows[:number], *rows[number + 1 :])
