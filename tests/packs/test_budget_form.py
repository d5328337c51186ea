"""Budgets typed per need, person and household type become a pack that costs what was typed."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.household import Region
from redi_desktop.engine.needs import Need
from redi_desktop.errors import ParameterError
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.budget_form import as_typed, budget_template, draft_of_budget_sheets, is_budget_form
from redi_desktop.packs.draft import Draft, sealed
from redi_desktop.packs.faults import faults
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.workbook import read_workbook
from tests.engine.households import adult, child, facts_of
from tests.packs.small_draft import tiny_draft

HEAD = {
    "id": "licensed", "version": "2026.1", "title_fr": "Budgets sous licence", "title_nl": "Budgetten onder licentie",
    "method_fr": "Montants de la licence", "method_nl": "Bedragen van de licentie", "licence": "licence 12/2026",
    "regions": "wallonia", "valid_from": "2026-01", "valid_until": "2026-12", "source_title": "Licence",
    "source_publisher": "Publisher", "source_date": "2026-01", "source_read_on": "2026-01-05",
}  # fmt: skip
ROWS: list[dict[str, Any]] = [
    {"need": "food", "scope": "person", "age_min": 18, "age_max": 64, "amount": 260.5, "month": "2026-01"},
    {"need": "food", "scope": "person", "age_min": 0, "age_max": 17, "amount": "180,25", "month": "2026-01"},
    {"need": "housing", "group": "fixed", "scope": "household", "tenure": "private_rent", "adults": 1, "children": 1,
     "expense_kind": "rent", "amount": 900, "month": "2026-01"},
    {"need": "housing", "group": "fixed", "scope": "household", "tenure": "private_rent", "adults": 1, "children": 0,
     "expense_kind": "rent", "amount": 700, "month": "2026-01"},
]  # fmt: skip


def form(rows: list[dict[str, Any]], **head: str) -> bytes:
    book = Workbook()
    pack, budgets = book.worksheets[0], book.create_sheet("budgets")
    pack.title = "pack"
    for pair in (HEAD | head).items():
        pack.append(pair)
    columns = [cell.value for cell in _template()["budgets"][1]]
    budgets.append(columns)
    for row in rows:
        budgets.append([row.get(str(column)) for column in columns])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _template() -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(budget_template({"amount": "Euro per month"})))


def draft_of(rows: list[dict[str, Any]], **head: str) -> Draft:
    return draft_of_budget_sheets(read_workbook(form(rows, **head), "form.xlsx"), "form.xlsx", tiny_draft())


def parameters() -> Parameters:
    return Parameters(load_baskets(FilesInMemory(sealed(draft_of(ROWS)))))


@pytest.mark.parametrize(
    ("children", "food", "housing"), [(0, "260.50", "700.00"), (1, "440.75", "900.00"), (2, "621.00", "0.00")]
)
def test_a_household_costs_what_was_typed_for_its_type(children, food, housing):
    day = date(2026, 1, 15)
    persons = (adult(), *(child(f"p{number + 2}", 5) for number in range(children)))
    found = assess(facts_of(*persons, region=Region.WALLONIA, reference_date=day), parameters())
    assert found.reference.lines
    assert found.retained.by_need.get(Need.FOOD) == Decimal(food)
    assert found.retained.by_need.get(Need.HOUSING, Decimal("0.00")) == Decimal(housing)


def test_the_amounts_follow_the_index_of_the_other_pack():
    facts = facts_of(adult(), region=Region.WALLONIA)
    july = assess(facts, parameters(), date(2026, 7, 15)).retained.by_need[Need.FOOD]
    assert july == (Decimal("260.5") * Decimal("140.17") / Decimal("136.88")).quantize(Decimal("0.01"))


def test_names_are_given_in_both_languages_where_the_form_has_none():
    labels = [(row["label_fr"], row["label_nl"]) for row in draft_of(ROWS).tables["items.csv"]]
    assert labels[0] == ("Alimentation", "Voeding")
    own = [ROWS[0] | {"label_fr": "Repas", "label_nl": "Eten"}]
    assert draft_of(own).tables["items.csv"][0]["label_fr"] == "Repas"


def test_the_template_is_the_form_and_shows_how():
    sheets = read_workbook(budget_template(), "template.xlsx")
    assert is_budget_form(sheets)
    assert len(sheets["budgets"]) == 3
    assert _template()["budgets"]["M1"].comment.text == "Euro per month"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"amount": "dear"}, "pack_number_bad", "budgets:3:amount"),
        ({"amount": None}, "pack_cell_empty", "budgets:3:amount"),
        ({"month": "January"}, "pack_month_bad", "budgets:3:month"),
        ({"need": "drink"}, "pack_value_unknown", "budgets:3:need"),
        ({"adults": "some"}, "pack_condition_unknown", "budgets:3:adults, children, household_size"),
        ({"scope": "household"}, "pack_cell_not_empty", "budgets:3:age_min"),
    ],
)
def test_a_fault_is_told_at_the_row_and_column_of_the_form(change, code, field):
    told = [as_typed(error) for error in faults(draft_of([ROWS[0], ROWS[1] | change]))]
    assert [(error.code, error.field) for error in told][:1] == [(code, field)]


def test_a_fault_of_the_head_stays_where_it_is():
    (told,) = faults(draft_of(ROWS, licence=""))
    assert as_typed(told).field == "pack.toml:licence"


def test_a_form_without_rows_is_refused():
    with pytest.raises(ParameterError) as error:
        draft_of([])
    assert error.value.code == "sheet_missing"
