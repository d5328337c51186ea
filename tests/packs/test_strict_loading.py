"""A pack with a fault is refused with its file, row and column; nothing is guessed and nothing is dropped."""

from __future__ import annotations

import re

import pytest

from redi_desktop.errors import ParameterError
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.manifest import FILE
from tests.packs.altered_pack import (
    Fault,
    Files,
    MemoryPlace,
    cell,
    line_of,
    manifest_changed,
    sealed,
    table_changed,
    whole,
    without_column,
)

ITEMS, TARIFFS, INDEX = "items.csv", "tariffs.csv", "price_index.csv"
FACTORS, SOURCES = "household_size_factors.csv", "sources.csv"
HOME = line_of(ITEMS, scope="household")
ONCE = line_of(ITEMS, period="once")
UNTARIFFED = line_of(ITEMS, item_id="food_bread_1_3")


def refused(fault: Fault) -> ParameterError:
    with pytest.raises(ParameterError) as error:
        load_baskets(MemoryPlace(fault(whole())))
    return error.value


def with_column(name: str, column: str) -> Fault:
    return table_changed(name, lambda table: [[*row, column if row is table[0] else ""] for row in table])


def without_row(name: str, line: int) -> Fault:
    return table_changed(name, lambda table: table[: line - 1] + table[line:])


def row_twice(name: str, line: int) -> Fault:
    return table_changed(name, lambda table: [*table, table[line - 1]])


def rows_swapped(name: str, line: int) -> Fault:
    return table_changed(name, lambda table: [*table[: line - 1], table[line], table[line - 1], *table[line + 1 :]])


CELL_FAULTS = [
    (ITEMS, 2, "item_id", "", "pack_cell_empty"),
    (ITEMS, 2, "item_id", "bread & butter", "pack_identifier_bad"),
    (ITEMS, 3, "item_id", "food_breakfast_1_3", "pack_id_repeated"),
    (ITEMS, 2, "need", "foood", "pack_value_unknown"),
    (ITEMS, 2, "need", "", "pack_cell_empty"),
    (ITEMS, 2, "group", "monthly", "pack_value_unknown"),
    (ITEMS, 2, "expense_kind", "yacht", "pack_value_unknown"),
    (ITEMS, 2, "expense_kind", "rent", "pack_kind_of_other_need"),
    (ITEMS, 2, "expense_kind", "food", "pack_value_unknown"),
    (ITEMS, 2, "label_fr", "", "pack_cell_empty"),
    (ITEMS, 2, "label_nl", "  ", "pack_cell_empty"),
    (ITEMS, 2, "scope", "family", "pack_value_unknown"),
    (ITEMS, 2, "age_max", "0", "pack_ages_swapped"),
    (ITEMS, 2, "age_min", "", "pack_cell_empty"),
    (ITEMS, 2, "age_max", "-1", "pack_number_bad"),
    (ITEMS, 2, "age_max", "three", "pack_number_bad"),
    (ITEMS, HOME, "age_min", "18", "pack_cell_not_empty"),
    (ITEMS, 2, "sex", "x", "pack_value_unknown"),
    (ITEMS, 2, "sex", "", "pack_cell_empty"),
    (ITEMS, HOME, "sex", "f", "pack_household_not_person"),
    (ITEMS, 2, "activity", "retired", "pack_value_unknown"),
    (ITEMS, HOME, "activity", "working", "pack_household_not_person"),
    (ITEMS, 2, "region", "limburg", "pack_value_unknown"),
    (ITEMS, 2, "region", "", "pack_cell_empty"),
    (ITEMS, 2, "tenure", "squat", "pack_value_unknown"),
    (ITEMS, 2, "condition", "bimm", "pack_condition_unknown"),
    (ITEMS, 2, "condition", "bim&rooms>=2", "pack_condition_unknown"),
    (ITEMS, 2, "quantity", "0", "pack_number_not_positive"),
    (ITEMS, 2, "quantity", "-1", "pack_number_not_positive"),
    (ITEMS, 2, "quantity", "1,5", "pack_number_bad"),
    (ITEMS, 2, "quantity", "", "pack_cell_empty"),
    (ITEMS, 2, "quantity_unit", "", "pack_cell_empty"),
    (ITEMS, 2, "period", "decade", "pack_value_unknown"),
    (ITEMS, 2, "lifetime_months", "12", "pack_cell_not_empty"),
    (ITEMS, ONCE, "lifetime_months", "", "pack_cell_empty"),
    (ITEMS, ONCE, "lifetime_months", "0", "pack_number_not_positive"),
    (ITEMS, ONCE, "lifetime_months", "-12", "pack_number_not_positive"),
    (ITEMS, 2, "unit_price", "", "pack_cell_empty"),
    (ITEMS, 2, "unit_price", "NaN", "pack_number_bad"),
    (ITEMS, 2, "unit_price", "1e3", "pack_number_bad"),
    (ITEMS, 2, "unit_price", "٣", "pack_number_bad"),
    (ITEMS, 2, "price_date", "", "pack_cell_empty"),
    (ITEMS, 2, "price_date", "2023", "pack_month_bad"),
    (ITEMS, 2, "price_date", "2023-13", "pack_month_bad"),
    (ITEMS, 2, "provenance", "rumour", "pack_value_unknown"),
    (ITEMS, 2, "source_id", "", "pack_cell_empty"),
    (ITEMS, 2, "source_id", "NOBODY", "pack_source_unknown"),
    (TARIFFS, 2, "item_id", "no_such_item", "pack_item_unknown"),
    (TARIFFS, 2, "valid_from", "", "pack_cell_empty"),
    (TARIFFS, 2, "valid_from", "2019-8", "pack_month_bad"),
    (TARIFFS, 3, "valid_from", "2019-08", "pack_dates_overlap"),
    (TARIFFS, 3, "valid_from", "2018-01", "pack_dates_overlap"),
    (TARIFFS, 2, "unit_price", "", "pack_cell_empty"),
    (TARIFFS, 2, "source_id", "NOBODY", "pack_source_unknown"),
    (INDEX, 2, "index", "0", "pack_number_not_positive"),
    (INDEX, 2, "index", "-99.85", "pack_number_not_positive"),
    (INDEX, 2, "index", "", "pack_cell_empty"),
    (INDEX, 3, "month", "2015-01", "pack_dates_overlap"),
    (INDEX, 3, "month", "2015-03", "pack_dates_gap"),
    (INDEX, 2, "series", "", "pack_cell_empty"),
    (INDEX, 2, "source_id", "NOBODY", "pack_source_unknown"),
    (FACTORS, 2, "need", "drink", "pack_value_unknown"),
    (FACTORS, 3, "household_size", "3", "pack_sizes_gap"),
    (FACTORS, 2, "household_size", "0", "pack_sizes_gap"),
    (FACTORS, 2, "factor", "0", "pack_number_not_positive"),
    (FACTORS, 2, "source_id", "NOBODY", "pack_source_unknown"),
    (SOURCES, 3, "source_id", "", "pack_cell_empty"),
    (SOURCES, 3, "title", "", "pack_cell_empty"),
    (SOURCES, 3, "publisher", "", "pack_cell_empty"),
    (SOURCES, 3, "date", "", "pack_cell_empty"),
    (SOURCES, 3, "read_on", "", "pack_cell_empty"),
]


@pytest.mark.parametrize(
    ("name", "line", "column", "written", "code"),
    CELL_FAULTS,
    ids=[f"{name}-{column}-{written!r}" for name, _line, column, written, _code in CELL_FAULTS],
)
def test_a_bad_cell_is_refused_with_file_row_and_column(name, line, column, written, code):
    error = refused(cell(name, line, column, written))
    assert (error.code, error.field) == (code, f"{name}:{line}:{column}")
    assert (error.values["file"], error.values["line"], error.values["column"]) == (name, line, column)


SECOND_INDEX = line_of(INDEX, month="2015-02", series="cpi")
TABLE_FAULTS = {
    "a column too many": (with_column(ITEMS, "colour"), "pack_column_unknown", "items.csv:1:colour"),
    "a column too few": (without_column(ITEMS, "scope"), "pack_column_missing", "items.csv:1:scope"),
    "a tariff without source column": (
        without_column(TARIFFS, "source_id"), "pack_column_missing", "tariffs.csv:1:source_id"
    ),
    "a column twice": (with_column(ITEMS, "note"), "pack_column_repeated", "items.csv:1:note"),
    "a misspelt column": (cell(ITEMS, 1, "need", "needs"), "pack_column_unknown", "items.csv:1:needs"),
    "a month missing in the index": (
        without_row(INDEX, SECOND_INDEX), "pack_dates_gap", f"price_index.csv:{SECOND_INDEX}:month"
    ),
    "a tariff twice": (row_twice(TARIFFS, 2), "pack_dates_overlap", "tariffs.csv:471:valid_from"),
    "tariffs out of order": (rows_swapped(TARIFFS, 2), "pack_dates_overlap", "tariffs.csv:3:valid_from"),
    "a source twice": (row_twice(SOURCES, 2), "pack_id_repeated", "sources.csv:124:source_id"),
    "a row too short": (
        table_changed(ITEMS, lambda table: [*table[:4], table[4][:-1], *table[5:]]), "pack_row_length", "items.csv:5"
    ),
    "a row too long": (
        table_changed(ITEMS, lambda table: [*table[:4], [*table[4], "x"], *table[5:]]), "pack_row_length", "items.csv:5"
    ),
    "no item at all": (table_changed(ITEMS, lambda table: table[:1]), "pack_table_empty", "items.csv"),
    "no consumer price index": (
        table_changed(INDEX, lambda table: [row for row in table if row[1] != "cpi"]),
        "pack_index_missing", "price_index.csv:157:series",
    ),
    "a price older than the index": (
        cell(ITEMS, UNTARIFFED, "price_date", "2014-12"),
        "pack_price_before_index", "items.csv:3:price_date",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fault", "code", "field"), TABLE_FAULTS.values(), ids=TABLE_FAULTS)
def test_a_table_that_is_not_as_it_should_be_is_refused(fault, code, field):
    error = refused(fault)
    assert (error.code, error.field) == (code, field)


def raw(name: str, content: bytes) -> Fault:
    return lambda files: sealed(files | {name: content})


def test_text_that_is_not_utf_8_names_the_line():
    spoilt = whole()[ITEMS].replace("Petit-déjeuner (4-8 ans)".encode(), b"Petit-d\xe9jeuner (4-8 ans)", 1)
    error = refused(raw(ITEMS, spoilt))
    assert (error.code, error.field) == ("pack_not_utf8", f"{ITEMS}:{line_of(ITEMS, item_id='food_breakfast_4_8')}")


def test_a_quote_that_is_never_closed_is_not_a_table():
    error = refused(raw(TARIFFS, whole()[TARIFFS] + b'"half a row,2020-01'))
    assert error.code == "pack_not_csv"
    assert str(error.field).startswith(f"{TARIFFS}:")


def test_an_empty_file_misses_its_first_column():
    error = refused(raw(TARIFFS, b""))
    assert (error.code, error.field) == ("pack_column_missing", "tariffs.csv:1:item_id")


def test_a_byte_order_mark_is_read_over():
    pack = load_baskets(MemoryPlace(raw(ITEMS, b"\xef\xbb\xbf" + whole()[ITEMS])(whole())))
    assert len(pack.items) == 463


@pytest.mark.parametrize("name", [ITEMS, TARIFFS, INDEX, FACTORS, SOURCES])
def test_a_table_that_the_manifest_does_not_vouch_for_is_refused(name):
    error = refused(lambda files: files | {name: files[name].replace(b"2", b"3", 1)})
    assert (error.code, error.field) == ("pack_file_altered", name)


@pytest.mark.parametrize("name", [FILE, ITEMS, TARIFFS, INDEX, FACTORS, SOURCES])
def test_a_missing_file_is_named(name):
    error = refused(lambda files: {other: content for other, content in files.items() if other != name})
    assert (error.code, error.field) == ("pack_file_missing", name)


MANIFEST_FAULTS = [
    ('format = "redi-baskets/1"', 'format = "redi-baskets/2"', "pack_format_unknown", "format"),
    ('format = "redi-baskets/1"', 'title2 = "x"', "pack_key_unknown", "title2"),
    ('licence = "', 'license = "', "pack_key_unknown", "license"),
    ('version = "2026.7"\n', "", "pack_key_missing", "version"),
    ('version = "2026.7"', "version = 2026.7", "pack_text_missing", "version"),
    ('id = "open-baskets-be"', 'id = "../elsewhere"', "pack_identifier_bad", "id"),
    (', nl = "Open korven voor België"', "", "pack_languages_missing", "title"),
    ('nl = "Open korven voor België"', 'nl = ""', "pack_text_missing", "title.nl"),
    ('"flanders", "wallonia"', '"flanders", "limburg"', "pack_value_unknown", "regions"),
    ('regions = ["flanders", "wallonia", "brussels"]', "regions = []", "pack_text_missing", "regions"),
    ('valid_from = "2016-01"', 'valid_from = "2016"', "pack_month_bad", "valid_from"),
    ('valid_until = "2027-12"', 'valid_until = "2015-12"', "pack_dates_swapped", "valid_until"),
    ('valid_from = "2016-01"', 'valid_from = "2014-12"', "pack_before_index", "valid_from"),
    ('"items.csv" =', '"articles.csv" =', "pack_files_differ", "files"),
    ("[files]", '[files]\n"extra.csv" = "00"', "pack_files_differ", "files"),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "key"), MANIFEST_FAULTS, ids=[new or old for old, new, *_ in MANIFEST_FAULTS]
)
def test_a_manifest_that_is_not_as_it_should_be_is_refused_with_the_key(old, new, code, key):
    error = refused(manifest_changed(old, new))
    assert (error.code, error.field) == (code, f"{FILE}:{key}")


@pytest.mark.parametrize("checksum", ["", "00", "zz", "A" * 64])
def test_a_checksum_that_is_none_is_refused(checksum):
    def apply(files: Files) -> Files:
        manifest = re.sub(r'"items.csv" = "[0-9a-f]*"', f'"items.csv" = "{checksum}"', files[FILE].decode())
        return files | {FILE: manifest.encode()}

    error = refused(apply)
    assert (error.code, error.field) == ("pack_checksum_bad", f"{FILE}:files.items.csv")


@pytest.mark.parametrize("content", [b"format = ", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_manifest_that_cannot_be_read_is_refused(content):
    error = refused(lambda files: files | {FILE: content})
    assert (error.code, error.field) == ("pack_manifest_unreadable", FILE)


def test_an_item_without_tariffs_is_priced_by_its_own_price():
    others = table_changed(TARIFFS, lambda table: [row for row in table if row[0] != "eheat_market_1"])
    pack = load_baskets(MemoryPlace(others(whole())))
    assert "eheat_market_1" in pack.item_by_id
    assert "eheat_market_1" not in pack.tariffs


def test_a_pack_without_end_has_none():
    assert load_baskets(MemoryPlace(manifest_changed('valid_until = "2027-12"\n', "")(whole()))).valid_until is None


def test_a_pack_may_hold_for_a_single_month():
    pack = load_baskets(MemoryPlace(manifest_changed('valid_until = "2027-12"', 'valid_until = "2016-01"')(whole())))
    assert pack.valid_until == pack.valid_from


def test_another_price_is_another_fingerprint():
    changed = load_baskets(MemoryPlace(cell(ITEMS, 2, "unit_price", "0.89")(whole())))
    assert changed.fingerprint != load_baskets(MemoryPlace(whole())).fingerprint
    assert str(changed.items[0].unit_price) == "0.89"
