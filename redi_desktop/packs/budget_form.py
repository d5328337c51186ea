"""The simple form: budgets per need, for a person or a household type, as they are bought or set; no items, no prices.

A CPAS that holds licensed budgets types what it has: one row for each need and each kind of person or household, with
an amount per month and the month in which it holds. The draft that comes of it moves these amounts with the price index
of another pack, and its food escapes the household-size factor: the amount is already that of the household named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redi_desktop.engine.basket_pack import Provenance, Scope
from redi_desktop.engine.conditions import NO_FACTOR
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.errors import ParameterError
from redi_desktop.packs.draft import Cells, Draft
from redi_desktop.packs.forms import Subject, TableForm, choices
from redi_desktop.packs.kinds import BASKETS
from redi_desktop.packs.manifest import LANGUAGES
from redi_desktop.packs.spreadsheet import HEAD_KEYS, HEAD_SHEET, head_of, read_head, table_of
from redi_desktop.packs.workbook import Sheet, SheetRow, write_workbook

SHEET, SOURCE = "budgets", "BUDGETS"
COLUMNS = (
    *("need", "group", "scope", "age_min", "age_max", "sex", "activity", "region", "tenure"),
    *("adults", "children", "household_size", "amount", "month", "expense_kind", "label_fr", "label_nl", "note"),
)
FORM = TableForm(
    *("budgets.csv", Subject.ITEM, COLUMNS, COLUMNS[:12], "amount"),
    numbers=frozenset({"age_min", "age_max", "adults", "children", "household_size", "amount"}),
    months=frozenset({"month"}),
)
SOURCE_KEYS = ("source_title", "source_publisher", "source_url", "source_date", "source_read_on")
_KEYS = (*(key for key in HEAD_KEYS if key != "format"), *SOURCE_KEYS)
_COUNTED = ("adults", "children", "household_size")
_ANY = ("sex", "activity", "region", "tenure")
_NAMES: Mapping[str, tuple[str, str]] = {
    Need.FOOD: ("Alimentation", "Voeding"),
    Need.CLOTHING: ("Vêtements", "Kleding"),
    Need.HEALTH: ("Santé", "Gezondheid"),
    Need.HYGIENE: ("Hygiène personnelle", "Persoonlijke hygiëne"),
    Need.HOUSING: ("Logement", "Huisvesting"),
    Need.REST_LEISURE: ("Repos et loisirs", "Rust en ontspanning"),
    Need.SAFE_CHILDHOOD: ("Enfance en sécurité", "Veilige kindertijd"),
    Need.RELATIONS: ("Relations sociales", "Sociale relaties"),
    Need.MOBILITY: ("Mobilité", "Mobiliteit"),
    Need.SAFETY: ("Sécurité", "Veiligheid"),
    Need.UNFORESEEN_ADMIN: ("Imprévus et administration", "Onvoorzien en administratie"),
}
"""What an item is called in the pack where the form gives no name of its own."""
_EXAMPLES = (
    {"need": "food", "scope": "person", "age_min": "18", "age_max": "64", "sex": "f"},
    {"need": "housing", "scope": "household", "tenure": "private_rent", "adults": "1", "children": "2"},
)


def budget_template(notes: Mapping[str, str] | None = None) -> bytes:
    """An XLSX file with the simple form: the head to fill in, and two rows that show how."""
    values = {"version": "1", "regions": "flanders, wallonia, brussels"}
    head = Sheet(HEAD_SHEET, ("key", "value"), tuple((key, values.get(key, "")) for key in _KEYS))
    rows = tuple(tuple(example.get(column, "") for column in COLUMNS) for example in _EXAMPLES)
    given = {column: notes[column] for column in COLUMNS if notes and column in notes}
    listed = {column: found for column in COLUMNS if (found := choices(FORM, column))}
    return write_workbook([head, Sheet(SHEET, COLUMNS, rows, FORM.numbers, given, listed)])


def is_budget_form(sheets: Mapping[str, Sequence[SheetRow]]) -> bool:
    """Whether a workbook is the simple form."""
    return SHEET in sheets


def draft_of_budget_sheets(sheets: Mapping[str, Sequence[SheetRow]], file: str, base: Draft) -> Draft:
    """The basket pack that the sheets of a filled-in form stand for, moved by the index of ``base``.

    Raises :class:`ParameterError` naming sheet and row; whether the draft is a pack is for the faults to say.
    """
    head = read_head(sheets, file, _KEYS)
    items = tuple(_item(row, number) for number, row in enumerate(table_of(sheets, FORM, file), 1))
    if not items:
        raise ParameterError("sheet_missing", field=f"{file}:{SHEET}", file=file, sheet=SHEET)
    kept = {name: base.tables[name] for name in ("price_index.csv", "household_size_factors.csv")}
    named = {row["source_id"] for rows in kept.values() for row in rows}
    sources = (*(row for row in base.tables["sources.csv"] if row["source_id"] in named), _source(head))
    tables = {"items.csv": items, "tariffs.csv": (), "sources.csv": sources, **kept}
    return Draft(BASKETS, head_of(head), tables)


def _item(row: Cells, number: int) -> Cells:
    household = row["scope"] == Scope.HOUSEHOLD
    labels = _NAMES.get(row["need"], ("", ""))
    terms = [f"{column}={row[column]}" for column in _COUNTED if row[column]]
    return {
        "item_id": f"{row['need'] or 'need'}_{number:03d}",
        "need": row["need"],
        "group": row["group"] or Group.LIVING.value,
        "expense_kind": row["expense_kind"],
        **{f"label_{code}": row[f"label_{code}"] or name for code, name in zip(LANGUAGES, labels, strict=True)},
        "scope": row["scope"],
        "age_min": row["age_min"] if household else row["age_min"] or "0",
        "age_max": row["age_max"] if household else row["age_max"] or "120",
        **{column: row[column] or "any" for column in _ANY},
        "condition": "&".join((*terms, NO_FACTOR)),
        "quantity": "1",
        "quantity_unit": "month",
        "period": Period.MONTH.value,
        "lifetime_months": "",
        "unit_price": row["amount"],
        "price_date": row["month"],
        "provenance": Provenance.PUBLISHED.value,
        "source_id": SOURCE,
        "note": row["note"],
    }


def _source(head: Mapping[str, str]) -> Cells:
    given = {key.removeprefix("source_"): head[key] for key in SOURCE_KEYS}
    return {"source_id": SOURCE, "remark": "", **given}


_AS_TYPED = {"unit_price": "amount", "price_date": "month", "condition": ", ".join(_COUNTED)}


def as_typed(error: ParameterError) -> ParameterError:
    """A fault of the items as one of the form: its rows have the same numbers, its columns other names."""
    file, *place = str(error.field or "").split(":")
    if file != "items.csv":
        return error
    column = str(error.values.get("column", ""))
    typed = _AS_TYPED.get(column, column)
    values = error.values | {"file": SHEET, "column": typed}
    return ParameterError(error.code, field=":".join((SHEET, *place[:1], *([typed] if typed else []))), **values)
