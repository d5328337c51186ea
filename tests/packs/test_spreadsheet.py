"""A pack as a spreadsheet: written, changed in any office program, read back; and what an office program does to it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook

from redi_desktop.errors import ParameterError
from redi_desktop.packs import editing, workbook
from redi_desktop.packs.comparison import compare
from redi_desktop.packs.draft import Draft, sealed, written_tables
from redi_desktop.packs.embedded import LEGAL_TABLES
from redi_desktop.packs.faults import faults
from redi_desktop.packs.spreadsheet import draft_of_csv, draft_of_sheets, template_of, workbook_of
from redi_desktop.packs.workbook import read_workbook
from redi_desktop.words import problems
from tests.packs.small_draft import BREAD, WATER, embedded_draft, tiny_draft, with_item

NAME = "korven.xlsx"


@cache
def written() -> bytes:
    return workbook_of(tiny_draft(), {"unit_price": "Euro per unit"})


def changed(change: Callable[[Any], object], content: bytes | None = None) -> bytes:
    book = load_workbook(io.BytesIO(content or written()))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def cell_of(book: Any, sheet: str, name: str, column: str) -> Any:
    page = book[sheet]
    header = [cell.value for cell in page[1]]
    row = next(row for row in page.iter_rows() if row[0].value == name)
    return row[header.index(column)]


def put(sheet: str, name: str, column: str, value: object) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        cell_of(book, sheet, name, column).value = value

    return change


def read(change: Callable[[Any], object]) -> Draft:
    return read_again(changed(change), NAME)


def read_again(content: bytes, file: str) -> Draft:
    return draft_of_sheets(read_workbook(content, file), file)


def refused(content: bytes) -> ParameterError:
    with pytest.raises(ParameterError) as error:
        read_again(content, NAME)
    assert "Something went wrong" not in problems.sentence(error.value)
    assert NAME in str(error.value.field)
    return error.value


@pytest.mark.parametrize("draft", [tiny_draft, lambda: embedded_draft(LEGAL_TABLES)])
def test_a_pack_comes_back_as_it_went(draft):
    again = read_again(workbook_of(draft()), NAME)
    assert compare(draft(), again).differences == ()
    assert again.head == draft().head
    assert faults(again) == ()


def test_a_price_longer_than_a_spreadsheet_holds_is_kept_to_its_last_digit():
    long = with_item(tiny_draft(), BREAD, {"unit_price": "0.23440999999999998"})
    again = read_again(workbook_of(long), NAME)
    assert (editing.find(again, "items.csv", (BREAD,)) or {})["unit_price"] == "0.23440999999999998"


def test_a_text_that_looks_like_a_formula_stays_a_text():
    tricky = editing.with_cells(
        tiny_draft(), "items.csv", (BREAD,), {"note": "=1+1", "label_fr": "+32", "label_nl": "@x"}
    )
    again = read_again(workbook_of(tricky), NAME)
    row = editing.find(again, "items.csv", (BREAD,)) or {}
    assert (row["note"], row["label_fr"], row["label_nl"]) == ("=1+1", "+32", "@x")


@pytest.mark.parametrize(
    ("column", "typed", "text"),
    [
        ("unit_price", 1.25, "1.25"), ("unit_price", 2, "2"), ("unit_price", "1,25", "1.25"),
        ("unit_price", 1e-05, "0.00001"),
        ("unit_price", 0.23440999999999998, "0.23441"),
        ("price_date", datetime(2026, 8, 1), "2026-08"), ("price_date", "2026-08", "2026-08"),
        ("note", " spaces ", "spaces"), ("note", 2025, "2025"), ("note", None, ""),
    ],
)  # fmt: skip
def test_what_people_and_programs_make_of_a_cell_is_understood(column, typed, text):
    row = editing.find(read(put("items", BREAD, column, typed)), "items.csv", (BREAD,)) or {}
    assert row[column] == text


def test_a_wrong_number_is_left_for_the_check_to_name_at_its_row():
    (told,) = faults(read(put("items", BREAD, "unit_price", "1.234,50")))
    assert (told.code, told.values["row"]) == ("pack_number_bad", BREAD)
    place = [row["item_id"] for row in tiny_draft().tables["items.csv"]].index(BREAD) + 2
    assert told.field == f"items.csv:{place}:unit_price"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (put("items", BREAD, "unit_price", "=1+1"), "sheet_formula"),
        (put("items", BREAD, "unit_price", True), "sheet_cell_kind"),
        (put("items", BREAD, "unit_price", "#REF!"), "sheet_cell_kind"),
        (put("pack", "version", "value", 2026.1), "sheet_version_number"),
        (put("pack", "licence", "key", "license"), "sheet_key_unknown"),
        (put("pack", "licence", "key", "id"), "sheet_key_repeated"),
        (put("pack", "format", "value", "redi-recipes/1"), "pack_format_unknown"),
        (lambda book: book.remove(book["pack"]), "sheet_missing"),
        (lambda book: book.remove(book["items"]), "sheet_missing"),
        (lambda book: book["items"].delete_cols(3), "pack_column_missing"),
        (lambda book: book["items"].insert_rows(3), "sheet_row_empty"),
        (lambda book: book["items"].cell(1, 24, "colour"), "pack_column_unknown"),
        (lambda book: book["items"].cell(1, 24, "need"), "pack_column_repeated"),
        (lambda book: book["items"].cell(3, 30, "stray"), "sheet_row_long"),
        (lambda book: book["items"].cell(3, 70, "far"), "sheet_too_wide"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_sheet_and_row(change, code):
    assert refused(changed(change)).code == code


def test_tariffs_may_be_left_out_and_empty_rows_at_the_end_do_not_count():
    def change(book: Any) -> None:
        book.remove(book["tariffs"])
        book["items"].cell(book["items"].max_row + 3, 1, " ")

    draft = read(change)
    assert draft.tables["tariffs.csv"] == ()
    assert len(draft.tables["items.csv"]) == len(tiny_draft().tables["items.csv"])


def zipped(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "sheet_file_damaged"),
        (b"item_id;need\n", "sheet_file_damaged"),
        (zipped(x=b"y"), "sheet_file_damaged"),
        (zipped(x=bytes(81_000_000)), "sheet_file_too_large"),
        (zipped(**{f"p{number}": b"" for number in range(201)}), "sheet_file_too_large"),
        (zipped(**{"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}), "sheet_file_damaged"),
        (bytes(10_000_001), "sheet_file_too_large"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_workbook_is_refused(content, code):
    assert refused(content).code == code


@pytest.mark.parametrize("cut", [100, 1000, 5000])
def test_a_workbook_cut_short_is_refused(cut):
    assert refused(written()[:-cut]).code == "sheet_file_damaged"


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    assert refused(written()).code == "sheet_too_long"


def test_the_template_holds_the_columns_and_the_index_and_asks_for_the_rest():
    draft = read_again(template_of(tiny_draft(), {"need": "Which need"}), NAME)
    assert (draft.head.id, draft.head.version, draft.head.regions) == ("", "1", ("brussels", "flanders", "wallonia"))
    assert draft.tables["items.csv"] == ()
    assert len(draft.tables["price_index.csv"]) == len(tiny_draft().tables["price_index.csv"])
    assert faults(draft)


def test_the_columns_bear_their_notes_and_offer_their_choices():
    book = load_workbook(io.BytesIO(written()))
    assert cell_of(book, "items", "item_id", "unit_price").comment.text == "Euro per unit"
    offered = book["items"].data_validations.dataValidation
    assert any("flanders" in str(one.formula1) for one in offered)


def csv_files(separator: str, number: str = ".") -> dict[str, bytes]:
    head = tiny_draft().head
    keys = {"format": "redi-baskets/1", "id": "own", "version": "1", "licence": "ours", "valid_from": head.valid_from}
    keys |= {"regions": "flanders, brussels", "valid_until": head.valid_until}
    keys |= {f"{name}_{code}": "x" for name in ("title", "method") for code in ("fr", "nl")}
    pack = "".join(f'"{key}"{separator}"{value}"\n' for key, value in {"key": "value", **keys}.items())
    tables = {name: content.decode() for name, content in written_tables(tiny_draft()).items()}
    if separator != ",":
        tables = {name: _with_separator(content, separator, number) for name, content in tables.items()}
    return {"pack.csv": pack.encode(), **{name: content.encode("utf-8-sig") for name, content in tables.items()}}


def _with_separator(content: str, separator: str, number: str) -> str:
    import csv

    text = io.StringIO()
    rows = list(csv.reader(io.StringIO(content)))
    prices = [place for place, column in enumerate(rows[0]) if column in ("unit_price", "index", "quantity", "factor")]
    for row in rows[1:]:
        for place in prices:
            row[place] = row[place].replace(".", number)
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue() + separator * 3 + "\n"


@pytest.mark.parametrize(("separator", "number"), [(",", "."), (";", ","), ("\t", ",")])
def test_a_folder_of_csv_files_does_as_well(separator, number):
    draft = draft_of_csv(csv_files(separator, number), "folder")
    assert faults(draft) == ()
    assert sealed(draft)
    changes = compare(tiny_draft(), draft).differences
    assert {one.subject.value for one in changes} == {"pack"}
    assert WATER in {row["item_id"] for row in draft.tables["items.csv"]}


def test_a_csv_file_that_is_not_utf_8_or_not_csv_names_its_line():
    files = csv_files(",")
    for spoilt, code in ((b"item_id,\xe9\n", "pack_not_utf8"), (b'item_id,"x\n', "pack_not_csv")):
        with pytest.raises(ParameterError) as error:
            draft_of_csv(files | {"items.csv": spoilt}, "folder")
        assert (error.value.code, str(error.value.field).split(":")[0]) == (code, "items.csv")
