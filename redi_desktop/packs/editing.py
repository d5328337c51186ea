"""Operations on drafts: each gives another draft and leaves the one it was given as it was.

Nothing is checked here but that the row is there (or not yet): a draft is checked whole when it is sealed, and row by
row by :mod:`redi_desktop.packs.faults` while somebody types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NoReturn

from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError
from redi_desktop.packs.draft import Cells, Draft
from redi_desktop.packs.forms import TableForm

_LAST_NUMBER = re.compile(r"(\d+)(\D*)\Z", re.ASCII)
Key = tuple[str, ...]


def form_of(draft: Draft, file: str) -> TableForm:
    """The form of a table; raises :class:`ParameterError` where the pack has no such table."""
    for form in draft.forms:
        if form.file == file:
            return form
    raise ParameterError("draft_table_unknown", field=file, file=file, known=", ".join(f.file for f in draft.forms))


def key_of(form: TableForm, cells: Cells) -> Key:
    """What names a row."""
    return tuple(cells.get(column, "") for column in form.key)


def find(draft: Draft, file: str, key: Key) -> Cells | None:
    """A row by its key."""
    form = form_of(draft, file)
    return next((row for row in draft.tables[file] if key_of(form, row) == key), None)


def with_head(draft: Draft, **changes: Any) -> Draft:
    """The draft with another identifier, version, title …"""
    return replace(draft, head=draft.head._replace(**changes))


def own_copy(draft: Draft, pack_id: str, title: Mapping[str, str], version: str = "1") -> Draft:
    """A pack of one's own, made from another one under a name of its own."""
    return with_head(draft, id=pack_id, title=dict(title), version=version)


def next_version(version: str) -> str:
    """The version that follows: its last number one higher, or a ``.2`` where it has none."""
    match = _LAST_NUMBER.search(version)
    return f"{version[: match.start()]}{int(match[1]) + 1}{match[2]}" if match else f"{version}.2"


def with_row(draft: Draft, file: str, cells: Cells) -> Draft:
    """A further row, after the one that it follows in time, else at the end; columns left out are empty.

    Raises :class:`ParameterError` where its key stands already, or a column is not the table's.
    """
    form = form_of(draft, file)
    row = _whole(form, {}, cells)
    if find(draft, file, key_of(form, row)) is not None:
        _refuse(file, "draft_row_exists", key_of(form, row))
    rows = draft.tables[file]
    place = _place(form, rows, row)
    return _with_rows(draft, file, (*rows[:place], row, *rows[place:]))


def with_cells(draft: Draft, file: str, key: Key, cells: Cells) -> Draft:
    """The draft with other cells in one row; raises :class:`ParameterError` where there is no such row."""
    form = form_of(draft, file)
    if find(draft, file, key) is None:
        _refuse(file, "draft_row_missing", key)
    rows = draft.tables[file]
    changed = (_whole(form, row, cells) if key_of(form, row) == key else row for row in rows)
    return _with_rows(draft, file, changed)


def without_row(draft: Draft, file: str, key: Key) -> Draft:
    """The draft without a row; raises :class:`ParameterError` where there is no such row."""
    form = form_of(draft, file)
    if find(draft, file, key) is None:
        _refuse(file, "draft_row_missing", key)
    return _with_rows(draft, file, (row for row in draft.tables[file] if key_of(form, row) != key))


def put_row(draft: Draft, file: str, cells: Cells) -> Draft:
    """A row under its key, in the place of the one that stands there, if any."""
    key = key_of(form_of(draft, file), cells)
    there = find(draft, file, key) is not None
    return with_cells(draft, file, key, cells) if there else with_row(draft, file, cells)


def with_source(draft: Draft, cells: Cells) -> Draft:
    """The draft with a source that rows can name."""
    return put_row(draft, "sources.csv", cells)


def _whole(form: TableForm, row: Cells, cells: Cells) -> Cells:
    for column in cells:
        if column not in form.columns:
            raise ParameterError("pack_column_unknown", field=f"{form.file}:{column}", file=form.file, column=column)
    return {column: cells.get(column, row.get(column, "")) for column in form.columns}


def _place(form: TableForm, rows: tuple[Cells, ...], row: Cells) -> int:
    """Behind the last row of the same name that comes before it in time; at the end where it has no kin."""
    if not form.dated:
        return len(rows)
    name = [column for column in form.key if column != form.dated]
    kin = [number for number, other in enumerate(rows) if all(other[column] == row[column] for column in name)]
    earlier = [number for number in kin if rows[number][form.dated] < row[form.dated]]
    if earlier:
        return earlier[-1] + 1
    return kin[0] if kin else len(rows)


def _with_rows(draft: Draft, file: str, rows: Iterable[Cells]) -> Draft:
    return replace(draft, tables={**draft.tables, file: tuple(rows)})


def _refuse(file: str, code: str, key: Key) -> NoReturn:
    raise ParameterError(code, field=f"{file}:{' '.join(key)}", file=file, name=" ".join(key))


def last_month(draft: Draft, series: str, base: str) -> Month | None:
    """The last month of an index series of a basket pack."""
    rows = draft.tables["price_index.csv"]
    months = [row["month"] for row in rows if (row["series"], row["base"]) == (series, base)]
    return Month.parse(months[-1]) if months else None
