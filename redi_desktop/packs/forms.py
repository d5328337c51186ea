"""The tables of each kind of pack: which cells name a row, which one is its value, what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.packs import basket_rows, baskets, legal, manifest, rights, rights_facts, rights_rows


class Subject(StrEnum):
    """What a row of a table, or a rule of a policy, is about."""

    PACK = "pack"
    ITEM = "item"
    TARIFF = "tariff"
    INDEX_MONTH = "index_month"
    SIZE_FACTOR = "size_factor"
    LEGAL_AMOUNT = "legal_amount"
    RIGHT = "right"
    RIGHT_TEXT = "right_text"
    FACT = "fact"
    CHOICE = "choice"
    SOURCE = "source"
    POLICY_RULE = "policy_rule"


class TableForm(NamedTuple):
    """One table of a pack.

    ``key`` are the columns that together name a row, ``value`` the one to show for a whole row, ``dated`` the key that
    is a date, ``numbers`` and ``dates`` the columns that hold such (``months`` are written 2024-05).
    """

    file: str
    subject: Subject
    columns: tuple[str, ...]
    key: tuple[str, ...]
    value: str
    dated: str = ""
    numbers: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    may_be_empty: bool = False


_PRICE = frozenset({"unit_price"})
_SOURCES = TableForm(
    baskets.SOURCES, Subject.SOURCE, basket_rows.SOURCE_COLUMNS, ("source_id",), "title", days=frozenset({"read_on"})
)
_BASKETS = (
    TableForm(
        *(baskets.ITEMS, Subject.ITEM, basket_rows.ITEM_COLUMNS, ("item_id",), "unit_price"),
        numbers=_PRICE | {"age_min", "age_max", "quantity", "lifetime_months"},
        months=frozenset({"price_date"}),
    ),
    TableForm(
        *(baskets.TARIFFS, Subject.TARIFF, basket_rows.TARIFF_COLUMNS, ("item_id", "valid_from"), "unit_price"),
        dated="valid_from",
        numbers=_PRICE,
        months=frozenset({"valid_from"}),
        may_be_empty=True,
    ),
    TableForm(
        *(baskets.INDEX, Subject.INDEX_MONTH, basket_rows.INDEX_COLUMNS, ("series", "base", "month"), "index"),
        dated="month",
        numbers=frozenset({"index"}),
        months=frozenset({"month"}),
    ),
    TableForm(
        *(baskets.FACTORS, Subject.SIZE_FACTOR, basket_rows.FACTOR_COLUMNS, ("need", "household_size"), "factor"),
        numbers=frozenset({"household_size", "factor"}),
    ),
    _SOURCES,
)
_LEGAL = (
    TableForm(
        *(legal.AMOUNTS, Subject.LEGAL_AMOUNT, legal.COLUMNS, ("id", "valid_from"), "value"),
        dated="valid_from",
        numbers=frozenset({"value"}),
        days=frozenset({"valid_from"}),
    ),
)
_RIGHTS = (
    TableForm(
        *(rights.RIGHTS_TABLE, Subject.RIGHT, rights_rows.RIGHT_COLUMNS, ("id",), "condition"),
        numbers=frozenset({"worth"}),
        days=frozenset({"checked_on"}),
    ),
    TableForm(rights.FACTS, Subject.FACT, rights_facts.FACT_COLUMNS, ("fact",), "kind"),
    TableForm(rights.CHOICES, Subject.CHOICE, rights_facts.CHOICE_COLUMNS, ("fact", "value"), "label_fr"),
    *(
        TableForm(name, Subject.RIGHT_TEXT, rights_rows.TEXT_COLUMNS, ("id",), "name")
        for name in rights.TEXTS.values()
    ),
    TableForm(
        *(rights.INDEX, Subject.INDEX_MONTH, rights_rows.INDEX_COLUMNS, ("month",), "index"),
        dated="month",
        numbers=frozenset({"index"}),
        months=frozenset({"month"}),
    ),
    _SOURCES,
)
FORMS: Mapping[str, tuple[TableForm, ...]] = {
    manifest.BASKETS.name: _BASKETS,
    manifest.LEGAL.name: _LEGAL,
    manifest.RIGHTS.name: _RIGHTS,
}
"""The tables of each format."""
