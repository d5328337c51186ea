"""The tables of a printed document as a reader sees them: texts of cells, amounts, sums."""

from __future__ import annotations

import re
from decimal import Decimal

from redi_desktop import i18n
from redi_desktop.engine.money import ZERO
from redi_desktop.formatting import parse_money
from tests.report.extraction import structure

_MARK = re.compile(r"^\s*\d*\s+")


def rows(content: bytes, caption: str) -> list[list[str]]:
    """The cells of a printed table, head first; in the language that is spoken here."""
    tables = structure(content).all("Table")
    found = next(table for table in tables if table.attributes.get("Summary") == i18n.gettext(caption))
    return [[cell.text for cell in row.children] for row in found.all("TR")]


def amount(cell: str) -> Decimal:
    return ZERO if cell in ("–", "") else parse_money(cell.replace("+", ""))


def named(table: list[list[str]]) -> dict[str, list[str]]:
    """The rows of a table by their name, without the mark that ties it to the picture."""
    return {_MARK.sub("", row[0]): row for row in table[1:] if len(row) == len(table[0])}


def column(table: list[list[str]], place: int) -> tuple[list[Decimal], Decimal]:
    """The amounts of a column and the total under them."""
    *entries, total = [amount(row[place]) for row in table[1 : _total(table) + 1]]
    return entries, total


def by_group(table: list[list[str]], place: int) -> tuple[list[Decimal], Decimal]:
    """The amounts under the total, which says the same by group, and that total."""
    at = _total(table)
    return [amount(row[place]) for row in table[at + 2 :]], amount(table[at][place])


def _total(table: list[list[str]]) -> int:
    """The row of the total: the last one but for those by group."""
    titles = [row[0] for row in table]
    return titles.index(i18n.gettext("Total")) if i18n.gettext("Total") in titles else len(table) - 1
