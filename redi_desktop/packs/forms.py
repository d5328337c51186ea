"""The tables of each kind of pack: which cells name a row, which one is its value, what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.basket_pack import Provenance, Scope
from redi_desktop.engine.expenses import EXPENSE_RULES
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.legal_tables import ValueStatus
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.packs import basket_rows, baskets, legal, manifest, rights, rights_facts, rights_rows, sourced_rows


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
    baskets.SOURCES, Subject.SOURCE, sourced_rows.SOURCE_COLUMNS, ("source_id",), "title", days=frozenset({"read_on"})
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
    *(TableForm(name, Subject.RIGHT_TEXT, rights_rows.TEXT_COLUMNS, ("id",), "name") for name in rights.TEXTS.values()),
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


_ANY = ("any",)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "need": tuple(Need),
    "group": tuple(Group),
    "expense_kind": tuple(sorted(kind for kind, rule in EXPENSE_RULES.items() if not rule.covers_need)),
    "scope": tuple(Scope),
    "sex": (*_ANY, *Sex),
    "activity": (*_ANY, *Activity),
    "region": (*_ANY, *Region),
    "tenure": (*_ANY, *Tenure),
    "period": tuple(Period),
    "provenance": tuple(Provenance),
}
_LEGAL_CHOICES: Mapping[str, tuple[str, ...]] = {
    "unit": tuple(sorted(legal.UNITS)),
    "period": tuple(sorted(legal.PERIODS - {""})),
    "status": tuple(ValueStatus),
}


def choices(form: TableForm, column: str) -> tuple[str, ...]:
    """What a cell may hold, where it is one of a list; empty for any other column."""
    if form.subject is Subject.LEGAL_AMOUNT:
        return _LEGAL_CHOICES.get(column, ())
    return _CHOICES.get(column, ()) if form.subject in (Subject.ITEM, Subject.SIZE_FACTOR) else ()
