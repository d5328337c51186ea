"""A pack as a spreadsheet: written to be filled in or changed in any office program, and read back as a draft.

A sheet ``pack`` holds what the manifest says, one key a row; each table has a sheet of its own name. A folder of CSV
files of the same names does as well, with commas, semicolons or tabs as the first line has them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NoReturn

from redi_desktop.errors import ParameterError
from redi_desktop.packs.draft import Cells, Draft, Head
from redi_desktop.packs.forms import FORMS, TableForm, choices
from redi_desktop.packs.kinds import KINDS
from redi_desktop.packs.manifest import LANGUAGES
from redi_desktop.packs.workbook import Sheet, SheetRow, Value, text_of, write_workbook

HEAD_SHEET = "pack"
HEAD_KEYS = (
    *("format", "id", "version"),
    *(f"{name}_{language}" for name in ("title", "method") for language in LANGUAGES),
    *("licence", "regions", "valid_from", "valid_until"),
)
_MONTH_KEYS = frozenset({"valid_from", "valid_until"})
_COMMA = re.compile(r"-?\d{1,9},\d{1,20}\Z", re.ASCII)
_SEPARATORS = (",", ";", "\t")


def workbook_of(draft: Draft, notes: Mapping[str, str] | None = None) -> bytes:
    """A pack as an XLSX file; ``notes`` explain the columns, by name, to whoever fills it in."""
    return write_workbook([head_sheet(draft), *(_table_sheet(form, draft, notes or {}) for form in draft.forms)])


def template_of(draft: Draft, notes: Mapping[str, str] | None = None) -> bytes:
    """An XLSX file with the columns of a pack and nothing in them but the price index and its sources.

    The head is left to be filled in but for the format and the regions.
    """
    indices = draft.tables.get("price_index.csv", ())
    named = {row["source_id"] for row in indices}
    sources = tuple(row for row in draft.tables.get("sources.csv", ()) if row["source_id"] in named)
    tables: dict[str, tuple[Cells, ...]] = {form.file: () for form in draft.forms}
    if indices:
        tables |= {"price_index.csv": tuple(indices), "sources.csv": sources}
    empty = dict.fromkeys(LANGUAGES, "")
    head = draft.head._replace(id="", version="1", title=empty, method=empty, licence="", valid_from="", valid_until="")
    return workbook_of(Draft(draft.kind, head, tables), notes)


def head_sheet(draft: Draft) -> Sheet:
    """The sheet that says what the manifest says."""
    head = draft.head
    values = {"format": draft.kind.format.name, "regions": ", ".join(head.regions)}
    values |= {name: getattr(head, name) for name in ("id", "version", "licence", "valid_from", "valid_until")}
    values |= {f"title_{language}": head.title.get(language, "") for language in LANGUAGES}
    values |= {f"method_{language}": head.method.get(language, "") for language in LANGUAGES}
    keys = (key for key in HEAD_KEYS if key != "regions" or draft.kind.format.regional)
    return Sheet(HEAD_SHEET, ("key", "value"), tuple((key, values[key]) for key in keys))


def draft_of_csv(files: Mapping[str, bytes], file: str) -> Draft:
    """The draft that CSV files hold (``pack.csv`` and one for each table), by name; raises :class:`ParameterError`."""
    sheets = {name.removesuffix(".csv"): tuple(_csv_rows(name, content)) for name, content in files.items()}
    return draft_of_sheets(sheets, file)


def draft_of_sheets(sheets: Mapping[str, Sequence[SheetRow]], file: str) -> Draft:
    """The draft that sheets of values stand for."""
    head = read_head(sheets, file)
    kind = KINDS.get(head["format"])
    if kind is None:
        place = f"{file}:{HEAD_SHEET}:format"
        raise ParameterError(
            "pack_format_unknown", field=place, file=file, found=head["format"], expected=", ".join(KINDS)
        )
    tables = {form.file: table_of(sheets, form, file) for form in FORMS[kind.format.name]}
    return Draft(kind, head_of(head), tables)


def read_head(sheets: Mapping[str, Sequence[SheetRow]], file: str, keys: Sequence[str] = HEAD_KEYS) -> dict[str, str]:
    """The sheet ``pack`` as texts by key; a key that is left out is empty."""
    if HEAD_SHEET not in sheets:
        raise ParameterError("sheet_missing", field=f"{file}:{HEAD_SHEET}", file=file, sheet=HEAD_SHEET)
    found = dict.fromkeys(keys, "")
    seen: set[str] = set()
    for number, values in sheets[HEAD_SHEET]:
        key, value = text_of(values[0]), values[1] if len(values) > 1 else None
        if number == 1 and key == "key":
            continue
        if key not in found or key in seen:
            _refuse(file, HEAD_SHEET, number, "sheet_key_unknown" if key not in found else "sheet_key_repeated", key)
        if key == "version" and isinstance(value, float):
            _refuse(file, HEAD_SHEET, number, "sheet_version_number", key)
        seen.add(key)
        found[key] = _as_month(value) if key in _MONTH_KEYS else text_of(value)
    return found


def head_of(values: Mapping[str, str]) -> Head:
    """What the manifest will say."""
    return Head(
        id=values["id"],
        version=values["version"],
        title={language: values[f"title_{language}"] for language in LANGUAGES},
        method={language: values[f"method_{language}"] for language in LANGUAGES},
        licence=values["licence"],
        regions=tuple(name for part in values["regions"].split(",") if (name := part.strip())),
        valid_from=values["valid_from"],
        valid_until=values["valid_until"],
    )


def table_of(sheets: Mapping[str, Sequence[SheetRow]], form: TableForm, file: str) -> tuple[Cells, ...]:
    """The rows of a table, in the columns' own order; raises :class:`ParameterError`."""
    sheet = form.file.removesuffix(".csv")
    rows = sheets.get(sheet, ())
    if not rows:
        if form.may_be_empty:
            return ()
        raise ParameterError("sheet_missing", field=f"{file}:{sheet}", file=file, sheet=sheet)
    header = [text_of(value) for value in rows[0].values]
    _check_header(file, sheet, header, form.columns)
    for place, row in enumerate(rows, rows[0].number):
        if row.number != place:
            _refuse(file, sheet, place, "sheet_row_empty")
        if len(row.values) > len(header):
            _refuse(file, sheet, place, "sheet_row_long", text_of(row.values[-1]))
    return tuple(_cells(form, header, row) for row in rows[1:])


def _check_header(file: str, sheet: str, header: list[str], columns: tuple[str, ...]) -> None:
    for column in (*header, *columns):
        code = ""
        if header.count(column) > 1:
            code = "pack_column_repeated"
        elif column not in columns:
            code = "pack_column_unknown"
        elif column not in header:
            code = "pack_column_missing"
        if code:
            raise ParameterError(code, field=f"{file}:{sheet}:1:{column}", file=f"{file}, {sheet}", column=column)


def _cells(form: TableForm, header: list[str], row: SheetRow) -> Cells:
    values = dict(zip(header, row.values, strict=False))
    return {column: _text(form, column, values.get(column)) for column in form.columns}


def _text(form: TableForm, column: str, value: Value) -> str:
    if column in form.months:
        return _as_month(value)
    text = text_of(value)
    return text.replace(",", ".") if column in form.numbers and _COMMA.match(text) else text


def _as_month(value: Value) -> str:
    return f"{value:%Y-%m}" if isinstance(value, date | datetime) else text_of(value)


def _table_sheet(form: TableForm, draft: Draft, notes: Mapping[str, str]) -> Sheet:
    return Sheet(
        name=form.file.removesuffix(".csv"),
        columns=form.columns,
        rows=tuple(tuple(row[column] for column in form.columns) for row in draft.tables[form.file]),
        numbers=form.numbers,
        notes={column: notes[column] for column in form.columns if column in notes},
        choices={column: listed for column in form.columns if (listed := choices(form, column))},
    )


def _csv_rows(name: str, content: bytes) -> Iterable[SheetRow]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ParameterError("pack_not_utf8", field=f"{name}:{line}", file=name, line=line) from error
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(_SEPARATORS, key=first.count), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        line = reader.line_num
        raise ParameterError("pack_not_csv", field=f"{name}:{line}", file=name, line=line) from error
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return [SheetRow(number, tuple(row)) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]


def _refuse(file: str, sheet: str, row: int, code: str, value: str = "") -> NoReturn:
    raise ParameterError(code, field=f"{file}:{sheet}:{row}", file=file, sheet=sheet, line=row, value=value)
