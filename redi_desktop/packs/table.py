"""A strict table: its columns are exactly the ones expected, and every cell knows where it stands."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Container, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, NoReturn, TypeVar

from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError

E = TypeVar("E", bound=StrEnum)
_DECIMAL = re.compile(r"-?\d{1,9}(\.\d{1,20})?\Z", re.ASCII)
_ANY_DECIMAL = re.compile(r"-?\d+(\.\d+)?\Z", re.ASCII)
LONGEST_SHOWN = 80
"""Characters of a cell that a message repeats."""
_WHOLE = re.compile(r"\d{1,6}\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}\Z", re.ASCII)


class Row(NamedTuple):
    """One row of a table: its file, its line (the header is line 1) and its cells by column."""

    file: str
    line: int
    cells: dict[str, str]

    def refuse(self, column: str, code: str, **values: object) -> NoReturn:
        """Raise the error that names this file, row and column."""
        written = self.cells.get(column, "")
        shown = written if len(written) <= LONGEST_SHOWN else f"{written[:LONGEST_SHOWN]}…"
        place = {"file": self.file, "line": self.line, "column": column, "value": shown}
        raise ParameterError(code, field=f"{self.file}:{self.line}:{column}", **(place | values))

    def text(self, column: str) -> str:
        """A cell that may be empty, without surrounding blanks."""
        return self.cells[column].strip()

    def required(self, column: str) -> str:
        """A cell that must not be empty."""
        written = self.text(column)
        if not written:
            self.refuse(column, "pack_cell_empty")
        return written

    def identifier(self, column: str) -> str:
        """A cell that names something: letters, digits, ``_``, ``.``, ``-``."""
        written = self.required(column)
        if not _IDENTIFIER.match(written):
            self.refuse(column, "pack_identifier_bad")
        return written

    def new_identifier(self, column: str, known: Container[str]) -> str:
        """A cell that names something for the first time."""
        written = self.identifier(column)
        if written in known:
            self.refuse(column, "pack_id_repeated")
        return written

    def decimal(self, column: str) -> Decimal:
        """A plain decimal number, with a point."""
        written = self.required(column)
        if not _DECIMAL.match(written):
            self.refuse(column, "pack_number_long" if _ANY_DECIMAL.match(written) else "pack_number_bad")
        return Decimal(written)

    def positive(self, column: str) -> Decimal:
        """A number above zero."""
        number = self.decimal(column)
        if number <= 0:
            self.refuse(column, "pack_number_not_positive")
        return number

    def not_negative(self, column: str) -> Decimal:
        """A number that may be zero."""
        number = self.decimal(column)
        if number < 0:
            self.refuse(column, "pack_number_negative")
        return number

    def whole(self, column: str) -> int:
        """A whole number, zero or more."""
        written = self.required(column)
        if not _WHOLE.match(written):
            self.refuse(column, "pack_number_bad")
        return int(written)

    def month(self, column: str) -> Month:
        """A month written ``2024-05``."""
        written = self.required(column)
        try:
            return Month.parse(written)
        except ValueError:
            self.refuse(column, "pack_month_bad")

    def day(self, column: str) -> date:
        """A day written ``2024-05-01``."""
        written = self.required(column)
        try:
            if not _DAY.match(written):
                raise ValueError(written)
            return date.fromisoformat(written)
        except ValueError:
            self.refuse(column, "pack_day_bad")

    def choice(self, column: str, kind: type[E]) -> E:
        """One of the values of an enumeration."""
        written = self.required(column)
        try:
            return kind(written)
        except ValueError:
            self.refuse(column, "pack_value_unknown", known=", ".join(kind))

    def choice_or_any(self, column: str, kind: type[E]) -> E | None:
        """One of the values, or ``None`` for ``any``."""
        return None if self.required(column) == "any" else self.choice(column, kind)


def read_table(file: str, content: bytes, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a CSV table, in order.

    Raises :class:`ParameterError` for text that is not UTF-8, columns missing, unknown or repeated, and rows that are
    longer or shorter than the header.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ParameterError("pack_not_utf8", field=f"{file}:{line}", file=file, line=line) from error
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        header = next(reader, [])
        _check_header(file, header, columns)
        for cells in reader:
            line = reader.line_num
            if len(cells) != len(header):
                place = f"{file}:{line}"
                raise ParameterError(
                    "pack_row_length", field=place, file=file, line=line, found=len(cells), expected=len(header)
                )
            yield Row(file, line, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        line = reader.line_num
        raise ParameterError("pack_not_csv", field=f"{file}:{line}", file=file, line=line) from error


def _check_header(file: str, header: list[str], columns: Sequence[str]) -> None:
    for column in header:
        if header.count(column) > 1:
            raise ParameterError("pack_column_repeated", field=f"{file}:1:{column}", file=file, column=column)
        if column not in columns:
            raise ParameterError("pack_column_unknown", field=f"{file}:1:{column}", file=file, column=column)
    for column in columns:
        if column not in header:
            raise ParameterError("pack_column_missing", field=f"{file}:1:{column}", file=file, column=column)
