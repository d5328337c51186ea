"""A plain list as CSV or XLSX: named columns, one kind of value in each."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from redi_desktop.errors import DocumentError
from redi_desktop.formatting import date_short
from redi_desktop.i18n import language
from redi_desktop.report.clean_text import clean
from redi_desktop.report.exports.sheets import EUROS, Sheet, Value, new_workbook, workbook_bytes
from redi_desktop.report.files import write_bytes

FORMS = (".csv", ".xlsx")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_CENTS = 2


class Listing(NamedTuple):
    """A list: its title, the names of its columns, which of them are euros, and its rows."""

    title: str
    columns: tuple[str, ...]
    euros: frozenset[int]
    rows: tuple[tuple[Value, ...], ...]


def write_listing(listing: Listing, path: Path, today: date) -> None:
    """Write a list; the ending of the name (.csv, .xlsx) says in which form.

    Raises :class:`DocumentError` for another ending or where the disk refuses.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMS:
        raise DocumentError("export_form_unknown", path=path, forms=", ".join(FORMS))
    write_bytes(to_csv(listing) if suffix == ".csv" else to_xlsx(listing, today), path)


def to_csv(listing: Listing) -> bytes:
    """The list as Belgian spreadsheets open it: semicolons, decimal comma, UTF-8 with its mark; in English commas."""
    text = StringIO()
    writer = csv.writer(text, delimiter="," if language() == "en" else ";", lineterminator="\r\n")
    writer.writerow(listing.columns)
    for row in listing.rows:
        writer.writerow([_told(value, place in listing.euros) for place, value in enumerate(row)])
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(listing: Listing, today: date) -> bytes:
    """The list as a workbook of one sheet."""
    workbook = new_workbook(listing.title, today)
    formats = [EUROS if place in listing.euros else "" for place in range(len(listing.columns))]
    sheet = Sheet(workbook, listing.title, formats)
    sheet.head(listing.columns)
    for row in listing.rows:
        sheet.add(row)
    sheet.finish()
    return workbook_bytes(workbook, today)


def _told(value: Value, is_euros: bool) -> str:
    """A value as text; typed text that a spreadsheet would reckon with is kept a text."""
    if value is None:
        return ""
    if isinstance(value, date):
        return date_short(value)
    if isinstance(value, Decimal):
        return _figure(value, is_euros)
    text = clean(str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA_SIGNS) else text


def _figure(value: Decimal, is_euros: bool) -> str:
    """A number without the signs between thousands, which not every spreadsheet reads."""
    figure = f"{value:.{_CENTS}f}" if is_euros else format(value, "f")
    return figure if language() == "en" else figure.replace(".", ",")


def titles(columns: Sequence[tuple[str, bool]]) -> tuple[tuple[str, ...], frozenset[int]]:
    """The names of columns, and which of them are euros."""
    return tuple(name for name, _ in columns), frozenset(place for place, (_, euros) in enumerate(columns) if euros)
