"""The list for a funding scheme, the anonymous totals, the case as a file: nobody is named, small groups are hidden."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from redi_desktop import i18n
from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.errors import DocumentError
from redi_desktop.report.exports.anonymous_totals import SMALLEST_GROUP, Counted, anonymous_totals, hidden_groups
from redi_desktop.report.exports.case_export import write_case
from redi_desktop.report.exports.justification import Justified, justification_list
from redi_desktop.report.exports.listing import Listing, to_csv, to_xlsx, write_listing
from tests.report import reported_cases as cases

SIMULATED = date(2026, 7, 14)


def decided(case: CaseFile, **changes: Any) -> Justified:
    case = replace(case, decision=replace(cases.judged().decision, **changes))
    return Justified(case, cases.assessed(case), SIMULATED)


def justified(*listed: Justified) -> Listing:
    with i18n.speaking("en"):
        return justification_list(listed)


def test_the_scheme_pays_what_was_granted_and_never_more_than_what_was_computed():
    computed = cases.assessed(cases.judged()).proposal.computed
    assert computed > 0
    listing = justified(
        decided(cases.judged(), amount=computed + 50),
        decided(cases.judged(), amount=computed - 50, decided_on=date(2026, 7, 17)),
    )
    paid = listing.columns.index("Paid by the scheme per month")
    assert [row[paid] for row in listing.rows] == [computed, computed - 50]


def test_the_list_says_dates_amounts_and_the_exemption():
    [row] = justified(decided(cases.judged())).rows
    told = dict(zip(justified().columns, row, strict=True))
    assert told["Case"] == "2026-0042"
    assert (told["Simulated on"], told["Decided on"]) == (SIMULATED, date(2026, 7, 16))
    assert told["Granted per month"] == Decimal("250.00")
    assert told["Activation or exemption"] == "Exempt: Already working"
    assert told["Until"] == date(2026, 12, 31)


def test_cases_without_a_decision_are_not_in_the_list():
    case = cases.namur()
    assert justified(Justified(case, cases.assessed(case), SIMULATED)).rows == ()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_nobody_is_named(form):
    case = replace(cases.judged(), reference="Lefèvre 2026/42")
    with i18n.speaking("fr"):
        listing = justification_list([decided(case)])
        content = to_csv(listing) if form == "csv" else to_xlsx(listing, cases.TODAY)
    text = content.decode("utf-8-sig") if form == "csv" else _texts(content)
    assert "2026-42" in text
    for person in case.household.persons:
        assert not [part for part in person.name.split() if part in text]


def _texts(content: bytes) -> str:
    workbook = load_workbook(BytesIO(content))
    return " ".join(str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row)


def test_a_belgian_spreadsheet_reads_the_list():
    listing = Listing("T", ("a", "b"), frozenset({1}), (("=1+1", Decimal("1234.5")), ("x;y", None)))
    with i18n.speaking("fr"):
        content = to_csv(listing)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["a", "b"], ["'=1+1", "1234,50"], ["x;y", ""]]


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_list_is_written_whole(tmp_path, name):
    write_listing(justified(decided(cases.judged())), tmp_path / name, cases.TODAY)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "write", [lambda path: write_case(cases.namur(), path), lambda path: write_listing(justified(), path, cases.TODAY)]
)
def test_another_ending_is_refused(tmp_path, write):
    with pytest.raises(DocumentError) as refused:
        write(tmp_path / "list.doc")
    assert refused.value.code == "export_form_unknown"


def test_an_exported_case_reads_back_as_it_was(tmp_path):
    write_case(cases.judged(), tmp_path / "case.json")
    assert from_json((tmp_path / "case.json").read_bytes()) == cases.judged()


def totals(listed: list[CaseFile]) -> dict[tuple[str, str], tuple[object, ...]]:
    with i18n.speaking("en"):
        listing = anonymous_totals(Counted(case, cases.assessed(case)) for case in listed)
    return {(str(row[0]), str(row[1])): row[2:] for row in listing.rows}


def test_a_group_under_five_is_hidden_with_its_averages():
    told = totals(list(demo_cases()))
    assert told["All cases", ""][0] == 12
    assert told["Dwelling", "Tenant, private market"][0] != "hidden"
    for (division, name), row in told.items():
        if row[0] == "hidden":
            assert row[1:] == (None, None, None), (division, name)
        else:
            assert int(str(row[0])) >= SMALLEST_GROUP, (division, name)


def test_averages_are_those_of_the_cases_to_the_whole_euro():
    listed = [cases.namur()] * SMALLEST_GROUP
    assessment = cases.assessed(cases.namur())
    needed, income, balance = totals(listed)["All cases", ""][1:]
    shown = (assessment.retained.total, assessment.income_total, assessment.balance)
    assert (needed, income, balance) == tuple(amount.quantize(Decimal(1), "ROUND_HALF_UP") for amount in shown)


def test_four_cases_say_nothing():
    assert {row[0] for row in totals([cases.namur()] * 4).values()} == {"hidden"}


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(1, 30), min_size=1, max_size=7))
def test_no_hidden_group_follows_from_the_others(sizes):
    hidden = hidden_groups(sizes)
    assert {name for name, size in sizes.items() if size < SMALLEST_GROUP} <= hidden
    if hidden and hidden != set(sizes):
        assert len(hidden) > 1
        assert sum(sizes[name] for name in hidden) >= SMALLEST_GROUP
