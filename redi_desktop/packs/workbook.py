"""An XLSX file as sheets of texts, read warily and written plainly; nothing of it touches the disk.

A formula is refused (its result is not in the file for sure), and so is whatever could make a small file a large one.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from redi_desktop.errors import ParameterError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_FILE = 10_000_000
LARGEST_CONTENT = 80_000_000
MOST_PARTS, MOST_ROWS, MOST_COLUMNS = 200, 20_000, 60
WIDEST = 60
_EXACT_DIGITS = 15
"""What a number of a spreadsheet holds; a longer one is written as a text."""
_LISTED_ROWS = 2000
"""Rows for which a list of choices is offered."""
_DAMAGED = (OSError, EOFError, KeyError, ValueError, TypeError, IndexError, AttributeError, zlib.error, SyntaxError,
            NotImplementedError, RuntimeError, zipfile.BadZipFile)  # fmt: skip
"""What a damaged workbook makes :mod:`zipfile` and :mod:`openpyxl` raise (bad XML is a ``SyntaxError``)."""
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
Value = str | int | float | datetime | date | None


class SheetRow(NamedTuple):
    """A row as it stands: its number in the sheet (the first is 1), and its values from the left."""

    number: int
    values: tuple[Value, ...]


class Sheet(NamedTuple):
    """A sheet to be written: the first row is its columns; ``notes`` and ``choices`` by column help to fill it in."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[str] = frozenset()
    notes: Mapping[str, str] = {}
    choices: Mapping[str, tuple[str, ...]] = {}


def read_workbook(content: bytes, file: str) -> dict[str, tuple[SheetRow, ...]]:
    """The sheets by name; raises :class:`ParameterError` naming file, sheet and cell."""
    from openpyxl import load_workbook

    _check_parts(content, file)
    with warnings.catch_warnings():
        # WORKAROUND: openpyxl warns of extensions that it leaves out, such as colours of conditions
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
            return {sheet.title: tuple(_rows(sheet, file)) for sheet in book.worksheets}
        except _DAMAGED as error:
            raise ParameterError("sheet_file_damaged", field=file, file=file) from error


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """An XLSX file with these sheets; every text stays a text, also one that begins with ``=``."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def text_of(value: Value) -> str:
    """A value as a text: numbers with a point and no exponent, dates as 2026-05-01.

    A number has the digits that a spreadsheet holds: what a computation in binary adds behind them (0.23440999999999998
    for 0.23441) is noise, and never comes into a pack.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        written = f"{Decimal(f'{value:.{_EXACT_DIGITS}g}'):f}"
        return written.removesuffix(".0")
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _check_parts(content: bytes, file: str) -> None:
    """Refuse a zip that is none, too large once open, or whose XML declares what it may not."""
    if len(content) > LARGEST_FILE:
        raise ParameterError("sheet_file_too_large", field=file, file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            left = LARGEST_CONTENT
            for entry in _entries(parts, file):
                with parts.open(entry) as stream:
                    part = stream.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise ParameterError("sheet_file_too_large", field=file, file=file)
                if any(declaration in part for declaration in _DECLARATIONS):
                    raise ParameterError("sheet_file_damaged", field=file, file=file)
    except _DAMAGED as error:
        raise ParameterError("sheet_file_damaged", field=file, file=file) from error


def _entries(parts: zipfile.ZipFile, file: str) -> list[zipfile.ZipInfo]:
    entries = parts.infolist()
    if len(entries) > MOST_PARTS:
        raise ParameterError("sheet_file_too_large", field=file, file=file)
    return entries


def _rows(sheet: Any, file: str) -> Iterator[SheetRow]:
    name = str(sheet.title)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > MOST_ROWS:
            _refuse(file, name, f"A{number}", "sheet_too_long", most=MOST_ROWS)
        values = tuple(_value(cell, file, name) for cell in cells)
        while values and not text_of(values[-1]):
            values = values[:-1]
        if len(values) > MOST_COLUMNS:
            _refuse(file, name, f"A{number}", "sheet_too_wide", most=MOST_COLUMNS)
        if values:
            yield SheetRow(number, values)


def _value(cell: Any, file: str, sheet: str) -> Value:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        _refuse(file, sheet, cell.coordinate, "sheet_formula")
    if cell.data_type == "e" or isinstance(value, bool) or not isinstance(value, str | int | float | date):
        _refuse(file, sheet, cell.coordinate, "sheet_cell_kind")
    return value


def _refuse(file: str, sheet: str, cell: str, code: str, **values: object) -> NoReturn:
    raise ParameterError(code, field=f"{file}:{sheet}:{cell}", file=file, sheet=sheet, cell=cell, **values)


def _write(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font

    for number, column in enumerate(sheet.columns, 1):
        cell = page.cell(1, number, column)
        cell.font = Font(bold=True)
        if column in sheet.notes:
            cell.comment = Comment(sheet.notes[column], "REDI Desktop")
        longest = max((len(row[number - 1]) for row in sheet.rows), default=0)
        page.column_dimensions[cell.column_letter].width = min(WIDEST, max(len(column), longest) + 2)
        if column in sheet.choices:
            _offer(page, cell.column_letter, sheet.choices[column])
    for place, row in enumerate(sheet.rows, 2):
        for number, (column, text) in enumerate(zip(sheet.columns, row, strict=True), 1):
            _write_cell(page, place, number, text, column in sheet.numbers)
    page.freeze_panes = "B2"


def _write_cell(page: Worksheet, row: int, column: int, text: str, is_number: bool) -> None:
    if not text:
        return
    cell = page.cell(row, column)
    if is_number and len(Decimal(text).as_tuple().digits) <= _EXACT_DIGITS:
        cell.value = Decimal(text)
        return
    cell.value = text
    cell.data_type, cell.number_format = "s", "@"


def _offer(page: Worksheet, letter: str, choices: tuple[str, ...]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = ",".join(choices)
    if len(listed) <= 250:
        offered = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        offered.add(f"{letter}2:{letter}{_LISTED_ROWS}")
        page.add_data_validation(offered)
