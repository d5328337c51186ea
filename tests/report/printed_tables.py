"""The tables of a printed document as a reader sees them: texts of cells, amounts, sums."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop import i18n
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import parse_money
from tests.report.extraction import structure


def rows(content: bytes, caption: str) -> list[list[str]]:
    """The cells of a printed table, head first; in the language that is spoken here."""
    tables = structure(content).all("Table")
    found = next(table for table in tables if table.attributes.get("Summary") == i18n.gettext(caption))
    return [[cell.text for cell in row.children] for row in found.all("TR")]


def amount(cell: str) -> Decimal:
    return ZERO if cell in ("–", "") else parse_money(cell.replace("+", ""))


def column(table: list[list[str]], place: int) -> tuple[list[Decimal], Decimal]:
    """The amounts of a column and the total under them."""
    *entries, total = [amount(row[place]) for row in table[1:]]
    return entries, total
