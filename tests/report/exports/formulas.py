"""A small reckoner for the formulas of our workbooks, exact in decimals: what a spreadsheet program would show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<cells>(?:'(?:[^']|'')+'!)?\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?)"
    r"|(?P<name>[A-Z]+)(?=\()"
    r"|(?P<sign>[-+*/(),]))"
)


class Reckoner:
    """Works out the cells of a workbook on demand."""

    def __init__(self, content: bytes) -> None:
        self.workbook = load_workbook(BytesIO(content))
        self._known: dict[tuple[str, int, int], Any] = {}

    def value(self, sheet: str, row: int, column: int) -> Any:
        """What a cell shows."""
        key = (sheet, row, column)
        if key not in self._known:
            cell: Any = self.workbook[sheet].cell(row, column)
            self._known[key] = _Formula(self, sheet, cell.value[1:]).result() if cell.data_type == "f" else cell.value
        found = self._known[key]
        return Decimal(str(found)) if isinstance(found, int | float) else found

    def row(self, sheet: str, name: str) -> list[Any]:
        """What stands in the row whose first cell is ``name``."""
        rows = self.workbook[sheet]
        number = next(n for n in range(1, rows.max_row + 1) if rows.cell(n, 1).value == name)
        return [self.value(sheet, number, column) for column in range(1, rows.max_column + 1)]

    def formulas(self) -> int:
        """How many cells are reckoned."""
        return sum(1 for sheet in self.workbook for row in sheet.iter_rows() for cell in row if cell.data_type == "f")


class _Formula:
    """One formula, read from left to right."""

    def __init__(self, reckoner: Reckoner, sheet: str, text: str) -> None:
        self._reckoner, self._sheet, self._text, self._at = reckoner, sheet, text, 0

    def result(self) -> Decimal:
        found = self._sum()
        assert self._at == len(self._text), self._text[self._at :]
        return found

    def _next(self) -> re.Match[str]:
        match = _TOKEN.match(self._text, self._at)
        assert match, self._text[self._at :]
        self._at = match.end()
        return match

    def _takes(self, signs: str) -> str:
        match = _TOKEN.match(self._text, self._at)
        if match and match["sign"] and match["sign"] in signs:
            self._at = match.end()
            return match["sign"]
        return ""

    def _sum(self) -> Decimal:
        total = self._product()
        while sign := self._takes("+-"):
            term = self._product()
            total = total + term if sign == "+" else total - term
        return total

    def _product(self) -> Decimal:
        total = self._factor()
        while sign := self._takes("*/"):
            factor = self._factor()
            total = total * factor if sign == "*" else total / factor
        return total

    def _factor(self) -> Decimal:
        if self._takes("("):
            inner = self._sum()
            assert self._takes(")")
            return inner
        match = self._next()
        if match["number"]:
            return Decimal(match["number"])
        if match["name"]:
            return self._call(match["name"])
        [only] = self._cells(match["cells"])
        return only or Decimal(0)

    def _call(self, name: str) -> Decimal:
        assert self._takes("(")
        if name == "SUM":
            found = sum((value for value in self._cells(self._next()["cells"]) if value is not None), Decimal(0))
        elif name == "SUMIFS":
            found = self._sumifs()
        else:
            first = self._sum()
            assert self._takes(",")
            second = self._sum()
            found = min(first, second) if name == "MIN" else first.quantize(Decimal(10) ** -int(second), ROUND_HALF_UP)
            assert name in ("MIN", "ROUND")
        assert self._takes(")")
        return found

    def _sumifs(self) -> Decimal:
        amounts = list(self._cells(self._next()["cells"]))
        assert self._takes(",")
        names = list(self._cells(self._next()["cells"]))
        assert self._takes(",")
        [wanted] = self._cells(self._next()["cells"])
        assert len(amounts) == len(names)
        return sum(
            (amount or Decimal(0) for amount, name in zip(amounts, names, strict=True) if name == wanted), Decimal(0)
        )

    def _cells(self, reference: str) -> Iterator[Any]:
        sheet, _, cells = reference.rpartition("!")
        sheet = sheet[1:-1].replace("''", "'") if sheet else self._sheet
        left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(cells))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                yield self._reckoner.value(sheet, row, column)
