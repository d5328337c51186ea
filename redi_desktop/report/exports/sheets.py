"""Sheets of a workbook: typed text that stays text, formulas that stay formulas, and the same bytes each time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from redi_desktop.report import colours
from redi_desktop.report.clean_text import clean

FACE = "Calibri"
EUROS, SHARE, DAY = '#,##0.00\\ "€"', "0%", "dd/mm/yyyy"
LONGEST_TITLE = 31
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_FORBIDDEN_IN_TITLE = re.compile(r"[\\/*?:\[\]]")
_WIDEST, _NARROWEST = 48, 11


class Formula(str):
    """A text that is reckoned with, made by the program; what people typed never is one."""


Value = str | Decimal | int | date | Formula | None
HEAD = PatternFill("solid", fgColor=colours.TEAL_DEEP[1:])
SUM = PatternFill("solid", fgColor=colours.TEAL_PALE[1:])
_RULE = Border(bottom=Side(style="thin", color=colours.RULE[1:]))


class Sheet:
    """A sheet that is filled row by row; ``formats`` are the number formats of its columns, empty for text."""

    def __init__(self, workbook: Workbook, title: str, formats: Sequence[str] = ()) -> None:
        name = _FORBIDDEN_IN_TITLE.sub(" ", title)[:LONGEST_TITLE]
        self.sheet: Worksheet = workbook.create_sheet(name)
        self.formats = formats
        self.row = 0

    def reference(self, column: int, row: int) -> str:
        """A cell as formulas of other sheets name it; columns count from 1."""
        return f"{self._name}${get_column_letter(column)}${row}"

    def range(self, column: int, first: int, last: int) -> str:
        """Cells one below the other as formulas of other sheets name them."""
        letter = get_column_letter(column)
        return f"{self._name}${letter}${first}:${letter}${max(first, last)}"

    @property
    def _name(self) -> str:
        return "'" + str(self.sheet.title).replace("'", "''") + "'!"

    def head(self, titles: Iterable[str]) -> int:
        """The names of the columns; they stay in view."""
        row = self.add(list(titles))
        for cell in self.sheet[row]:
            cell.font, cell.fill = Font(name=FACE, bold=True, color="FFFFFF"), HEAD
            cell.alignment = Alignment(wrap_text=True, vertical="center")
        self.sheet.freeze_panes = f"B{row + 1}"
        self.sheet.print_title_rows = f"{row}:{row}"
        return row

    def title(self, text: str) -> None:
        """A line of its own above the columns."""
        row = self.add([text])
        self.sheet.cell(row, 1).font = Font(name=FACE, bold=True, size=14, color=colours.TEAL_DEEP[1:])

    def add(self, values: Sequence[Value], strong: bool = False) -> int:
        """One more row; its number."""
        self.row += 1
        for place, value in enumerate(values):
            cell: Any = self.sheet.cell(self.row, place + 1)
            _put(cell, value, self.formats[place] if place < len(self.formats) else "")
            cell.border = _RULE
            if strong:
                cell.font, cell.fill = Font(name=FACE, bold=True), SUM
        return self.row

    def finish(self) -> None:
        """Fit the columns to what they hold and the print to the width of a sheet of paper."""
        for place in range(1, self.sheet.max_column + 1):
            letter = get_column_letter(place)
            longest = max((_shown(self.sheet.cell(row, place)) for row in range(1, self.row + 1)), default=0)
            self.sheet.column_dimensions[letter].width = min(max(longest + 2, _NARROWEST), _WIDEST)
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = 9
        self.sheet.page_setup.fitToWidth, self.sheet.page_setup.fitToHeight = 1, 0
        if self.sheet.sheet_properties.pageSetUpPr is not None:
            self.sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(cell: Any, value: Value, number_format: str) -> None:
    if isinstance(value, str) and not isinstance(value, Formula):
        cell.value = clean(value)
        cell.data_type = "s"
        return
    cell.value = str(value) if isinstance(value, Formula) else value
    if isinstance(value, date):
        cell.number_format = DAY
    elif value is not None and number_format:
        cell.number_format = number_format


def _shown(cell: Any) -> int:
    """How many characters a cell shows, roughly; titles above the columns do not widen one."""
    value = cell.value
    if value is None or (cell.font.size and cell.font.size > 12):
        return 0
    return 12 if cell.data_type == "f" or not isinstance(value, str) else len(value)


def new_workbook(title: str, day: date) -> Workbook:
    """An empty workbook that says nothing about who made it."""
    workbook = Workbook()
    if workbook.active is not None:
        workbook.remove(workbook.active)
    properties = workbook.properties
    properties.title, properties.creator, properties.lastModifiedBy = title, "REDI Desktop", "REDI Desktop"
    properties.created = datetime(day.year, day.month, day.day)
    return workbook


def workbook_bytes(workbook: Workbook, day: date) -> bytes:
    """The file, without the moment of its making: the same sheets give the same bytes. The workbook is empty after it.

    A cell and its sheet hold on to each other: what they say of a household would stay until Python looks for garbage.
    """
    made = BytesIO()
    workbook.save(made)
    for sheet in workbook.worksheets:
        sheet.delete_rows(1, sheet.max_row)
    out = BytesIO()
    stamp = rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode() + rb"\g<2>"
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MODIFIED.sub(stamp, content)
            target.writestr(zipfile.ZipInfo(entry.filename, _FIRST_DAY_OF_ZIP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
