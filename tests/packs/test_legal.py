"""The legal tables that come with the program, and how strictly any others are read."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.integration_income.parameters import ANNUAL_RATE, MONTHLY_RATE
from redi_desktop.engine.legal_tables import LegalTables, NoLegalValue, ValueStatus
from redi_desktop.engine.months import Month
from redi_desktop.errors import ParameterError
from redi_desktop.packs.embedded import LEGAL_TABLES, load_embedded_legal
from redi_desktop.packs.legal import AMOUNTS, COLUMNS, REQUIRED, load_legal
from redi_desktop.packs.manifest import FILE
from redi_desktop.packs.places import PackFolder
from redi_desktop.paths import resource
from tests.packs.altered_pack import Files, MemoryPlace, Table, cell, manifest_changed, rows_of, sealed, table_changed

FOLDER: Path = resource("parameters", LEGAL_TABLES)
BASES = {
    Category.COHABITANT: {"2021-01": "5515.62", "2021-07": "5625.93", "2023-01": "5920.42", "2023-07": "6038.83"},
    Category.SINGLE: {"2021-01": "8273.45", "2021-07": "8438.92", "2023-01": "8880.64", "2023-07": "9058.25"},
    Category.FAMILY: {"2021-01": "11181.13", "2021-07": "11404.75", "2023-01": "12001.71", "2023-07": "12241.74"},
}
CROSSINGS = (
    *("2021-01", "2021-09", "2022-01", "2022-03", "2022-05", "2022-08", "2022-11", "2022-12"),
    *("2023-11", "2024-05", "2025-02", "2026-03", "2026-09"),
)
PUBLISHED = {  # the table of the law: month, categories 1 to 3, as their sources print them
    "2021-01": ("656.45", "984.68", "1330.74"),
    "2021-07": ("669.58", "1004.37", "1357.36"),
    "2021-09": ("682.99", "1024.49", "1384.54"),
    "2022-01": ("714.86", "1072.30", "1449.15"),
    "2022-03": ("729.20", "1093.80", "1478.22"),
    "2022-05": ("743.78", "1115.67", "1507.77"),
    "2022-08": ("758.64", "1137.97", "1537.90"),
    "2022-11": ("773.80", "1160.70", "1568.62"),
    "2023-01": ("809.42", "1214.13", "1640.83"),
    "2024-05": ("858.97", "1288.46", "1741.29"),
    "2025-02": ("876.13", "1314.20", "1776.07"),
}


def whole() -> Files:
    return {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.suffix in (".csv", ".toml")}


def loaded(files: Files) -> LegalTables:
    return load_legal(MemoryPlace(files))


def refused(files: Files) -> ParameterError:
    with pytest.raises(ParameterError) as error:
        loaded(files)
    return error.value


def cent(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def months(first: str, last: str) -> list[Month]:
    month, found = Month.parse(first), []
    while month <= Month.parse(last):
        found.append(month)
        month = month.plus(1)
    return found


def coefficient(month: Month) -> Decimal:
    """1.02 to the power of the pivots crossed since 103.14: eighteen in January 2021."""
    crossed = 17 + sum(1 for crossing in CROSSINGS if Month.parse(crossing) <= month)
    return (Decimal("1.02") ** crossed).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def test_there_is_a_rate_for_every_month_since_2021_and_a_twelfth_of_it_is_the_monthly_one():
    tables = load_embedded_legal()
    for month in months("2021-01", "2026-12"):
        for category in Category:
            yearly = tables.at(ANNUAL_RATE[category], month.first_day()).value
            assert cent(yearly / 12) == tables.at(MONTHLY_RATE[category], month.first_day()).value, (month, category)


@pytest.mark.parametrize("month", PUBLISHED)
def test_published_rates_are_there_to_the_cent(month):
    day = Month.parse(month).first_day()
    found = [load_embedded_legal().at(MONTHLY_RATE[category], day).value for category in Category]
    assert found == [Decimal(amount) for amount in PUBLISHED[month]]


def test_every_rate_is_a_base_times_the_coefficient_of_its_month():
    tables = load_embedded_legal()
    for category, bases in BASES.items():
        for month in months("2021-01", "2026-12"):
            if Month.parse("2022-01") <= month <= Month.parse("2022-12"):
                continue  # the base of 2022 is only known through its amounts
            base = next(Decimal(amount) for start, amount in reversed(bases.items()) if Month.parse(start) <= month)
            assert tables.at(ANNUAL_RATE[category], month.first_day()).value == cent(base * coefficient(month)), month


def test_the_work_exemption_follows_the_same_coefficient():
    tables = load_embedded_legal()
    for month in months("2021-01", "2026-12"):
        day = month.first_day()
        standard = tables.at("integration_income.work_exemption.standard", day)
        artistic = tables.at("integration_income.work_exemption.irregular_artistic", day)
        assert standard.value == cent(Decimal("177.76") * coefficient(month)), month
        assert artistic.value == cent(Decimal("2133.12") * coefficient(month)), month


def test_every_value_says_where_it_stands_or_how_it_was_computed():
    for dated in load_embedded_legal().values.values():
        for value in dated:
            assert value.legal_basis, value
            assert value.source.startswith("http") or (value.note and value.status is not ValueStatus.PUBLISHED), value
            assert bool(value.doubts) or value.status is not ValueStatus.DOUBTFUL, value


def test_a_day_before_the_first_value_is_refused_and_says_which_is_the_first():
    tables = load_embedded_legal()
    with pytest.raises(NoLegalValue) as missing:
        tables.at("integration_income.annual.category_1", date(2020, 12, 31))
    assert missing.value.first_day == date(2021, 1, 1)
    with pytest.raises(NoLegalValue) as unknown:
        tables.at("no.such.value", date(2025, 1, 1))
    assert unknown.value.first_day is None


def test_a_value_holds_until_the_day_before_the_next_one():
    tables = load_embedded_legal()
    before, after = date(2025, 1, 31), date(2025, 2, 1)
    assert tables.at(MONTHLY_RATE[Category.SINGLE], before).value == Decimal("1288.46")
    assert tables.at(MONTHLY_RATE[Category.SINGLE], after).value == Decimal("1314.20")


def test_the_tables_are_those_their_manifest_vouches_for():
    assert load_legal(PackFolder(FOLDER)).fingerprint == load_embedded_legal().fingerprint
    assert load_embedded_legal().valid_until == Month.parse("2026-12")


FIRST = 2


@pytest.mark.parametrize(
    ("column", "written", "code"),
    [
        ("id", "", "pack_cell_empty"),
        ("id", "a b", "pack_identifier_bad"),
        ("valid_from", "2026-13-01", "pack_day_bad"),
        ("valid_from", "2026-02-30", "pack_day_bad"),
        ("valid_from", "01/03/2026", "pack_day_bad"),
        ("valid_from", "20260301", "pack_day_bad"),
        ("value", "1.000,00", "pack_number_bad"),
        ("value", "NaN", "pack_number_bad"),
        ("value", "-1", "pack_number_negative"),
        ("unit", "USD", "pack_value_unknown"),
        ("period", "week", "pack_value_unknown"),
        ("status", "sure", "pack_value_unknown"),
        ("legal_basis", "", "pack_cell_empty"),
        ("note", "", "pack_cell_empty"),
        ("doubt", "what?", "pack_identifier_bad"),
    ],
)
def test_a_bad_cell_is_refused_with_its_place(column, written, code):
    error = refused(cell(AMOUNTS, FIRST, column, written)(whole()))
    assert error.code == code
    assert error.field == f"{AMOUNTS}:{FIRST}:{column}"


def changed(column: str, status: str) -> Files:
    """The first row of that status with an empty cell."""
    header, *rows = rows_of(whole()[AMOUNTS])
    line = next(number for number, row in enumerate(rows, 2) if row[header.index("status")] == status)
    return cell(AMOUNTS, line, column, "")(whole())


@pytest.mark.parametrize(
    ("column", "status"),
    [("source_url", "published"), ("note", "computed"), ("doubt", "doubtful"), ("note", "doubtful")],
)
def test_a_value_without_what_it_rests_on_is_refused(column, status):
    assert refused(changed(column, status)).code == "pack_cell_empty"


def test_dates_must_rise_and_units_must_stay():
    def twice(table: Table) -> Table:
        return [*table, table[-1]]

    assert refused(table_changed(AMOUNTS, twice)(whole())).code == "pack_dates_overlap"

    def other_period(table: Table) -> Table:
        last = dict(zip(table[0], table[-1], strict=True)) | {
            "valid_from": "2030-01-01",
            "period": "year",
            "unit": "EUR",
        }
        return [*table, [last[column] for column in table[0]]]

    assert refused(table_changed(AMOUNTS, other_period)(whole())).code == "pack_unit_changes"


@pytest.mark.parametrize("value_id", sorted(REQUIRED))
def test_tables_without_a_value_that_the_engine_asks_for_are_refused(value_id):
    error = refused(table_changed(AMOUNTS, lambda table: [row for row in table if row[0] != value_id])(whole()))
    assert (error.code, error.values["value"]) == ("pack_value_missing", value_id)


def test_columns_are_exactly_those_expected():
    assert tuple(rows_of(whole()[AMOUNTS])[0]) == COLUMNS
    without = table_changed(AMOUNTS, lambda table: [row[:-1] for row in table])
    assert refused(without(whole())).code == "pack_column_missing"


def test_an_altered_table_is_not_read():
    files = whole()
    assert refused(files | {AMOUNTS: files[AMOUNTS] + b"\n"}).code == "pack_file_altered"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"redi-legal/1"', '"redi-legal/2"', "pack_format_unknown"),
        ('"redi-legal/1"', '"redi-baskets/1"', "pack_format_unknown"),
        ('id = "legal-be"', 'identity = "legal-be"', "pack_key_unknown"),
        ('id = "legal-be"\n', "", "pack_key_missing"),
        ('valid_from = "2019-01"', 'valid_from = "2019"', "pack_month_bad"),
        ('valid_until = "2026-12"', 'valid_until = "2018-12"', "pack_dates_swapped"),
        ('nl = "Belgische wettelijke bedragen"', 'de = "x"', "pack_languages_missing"),
        ("[files]", 'regions = ["flanders"]\n[files]', "pack_languages_missing"),
    ],
)
def test_a_bad_manifest_is_refused(old, new, code):
    assert refused(manifest_changed(old, new)(whole())).code == code


def test_a_basket_pack_is_no_legal_table():
    baskets = resource("parameters", "open-baskets-be")
    assert refused(sealed({path.name: path.read_bytes() for path in baskets.iterdir()})).code == "pack_format_unknown"
    assert FILE in whole()
