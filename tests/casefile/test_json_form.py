"""The public JSON form of a case: read strictly, written with nothing but what was said, the same case both ways."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redi_desktop.casefile.json_form import LARGEST_BYTES, from_data, from_json, to_data, to_json
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.household import Activity, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.errors import CaseError

SHARED = sorted((Path(__file__).parents[1] / "cases" / "shared").glob("*.json"))
EXAMPLE = """
{"format": "redi-case/1", "reference_date": "2024-05-15",
 "household": {"region": "flanders", "persons": [
    {"id": "p1", "role": "applicant", "birth_date": "1989-01-01", "sex": "f", "activity": "jobseeker", "bim": true}]},
 "dwelling": {"tenure": "private_rent", "heating": "gas", "social_energy_tariff": true, "new_lease": false,
              "bedrooms": null},
 "incomes": [{"id": "i1", "person": "p1", "kind": "integration_income", "amount": "1288.46", "period": "month"}],
 "expenses": [{"id": "e1", "kind": "rent", "amount": "650.00", "period": "month"}],
 "debts": [], "options": []}
"""


def test_the_example_of_the_documentation_is_read_as_it_says():
    case = from_json(EXAMPLE)
    (person,), (income,), (expense,) = case.household.persons, case.incomes, case.expenses
    assert person == Person(
        id="p1", role=Role.APPLICANT, birth_date=date(1989, 1, 1), sex=Sex.F, activity=Activity.JOBSEEKER, bim=True
    )
    assert (case.reference_date, case.household.region) == (date(2024, 5, 15), Region.FLANDERS)
    assert (case.dwelling.tenure, case.dwelling.bedrooms) == (Tenure.PRIVATE_RENT, None)
    assert (income.kind, income.amount, income.period) == (
        IncomeKind.INTEGRATION_INCOME, Decimal("1288.46"), Period.MONTH
    )  # fmt: skip
    assert (expense.amount, expense.treatment) == (Decimal("650.00"), None)


def test_what_nobody_said_has_its_documented_default():
    case = from_json('{"format": "redi-case/1", "id": "c", "household": {"persons": [{"id": "p1"}]}}')
    assert case == CaseFile(id="c", household=Household(persons=(Person(id="p1"),)))
    assert case.household.persons[0].custody_share == 1


def test_a_case_without_identifier_is_given_one_of_its_own():
    bare = '{"format": "redi-case/1"}'
    assert from_json(bare).id != from_json(bare).id


def test_an_amount_may_be_a_json_number_and_loses_nothing():
    rows = '[{"id": "i1", "amount": 1288.46}, {"id": "i2", "amount": 5}]'
    case = from_json(f'{{"format": "redi-case/1", "incomes": {rows}}}')
    assert [income.amount for income in case.incomes] == [Decimal("1288.46"), Decimal(5)]


@pytest.mark.parametrize("path", SHARED, ids=[path.stem for path in SHARED])
def test_a_worked_example_is_read_and_its_results_are_read_over(path):
    case = from_json(path.read_bytes())
    assert case.applicant is not None
    assert "expected" in json.loads(path.read_text(encoding="utf-8"))
    assert "expected" not in to_data(case)


PERSON = '"household": {"persons": [{"id": "p1", %s}]}'
INCOME = '"incomes": [{"id": "i1", %s}]'
REFUSED = [
    ('"zork": 1', "key_unknown", "zork"),
    ('"household": {"canton": "x"}', "key_unknown", "household.canton"),
    ('"dwelling": {"surface": "-5"}', "key_unknown", "dwelling.surface"),
    (PERSON % '"birthdate": "1989-01-01"', "key_unknown", "household.persons[0].birthdate"),
    (INCOME % '"amout": "5"', "key_unknown", "incomes[0].amout"),
    ('"debts": [], "debts": []', "key_repeated", "debts"),
    (INCOME % '"amount": "1", "amount": "2"', "key_repeated", "amount"),
    (INCOME % '"amount": NaN', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": Infinity', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": "NaN"', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": "1e3"', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": 1e3', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": "1,50"', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": "1 250"', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": "€ 5"', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": ""', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": "５"', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": true', "amount_not_a_number", "incomes[0].amount"),
    (INCOME % '"amount": ["5"]', "value_not_understood", "incomes[0].amount"),
    (PERSON % '"custody_share": "half"', "amount_not_a_number", "household.persons[0].custody_share"),
    (INCOME % '"kind": "salary"', "value_not_in_list", "incomes[0].kind"),
    (INCOME % '"period": "fortnight"', "value_not_in_list", "incomes[0].period"),
    (INCOME % '"counted": "yes"', "value_no_truth", "incomes[0].counted"),
    ('"expenses": [{"id": "e1", "treatment": "forget"}]', "value_not_in_list", "expenses[0].treatment"),
    ('"household": {"region": "limburg"}', "value_not_in_list", "household.region"),
    ('"dwelling": {"tenure": "squat"}', "value_not_in_list", "dwelling.tenure"),
    ('"dwelling": {"bedrooms": "2"}', "value_no_whole_number", "dwelling.bedrooms"),
    ('"dwelling": {"bedrooms": 2.5}', "value_no_whole_number", "dwelling.bedrooms"),
    ('"dwelling": {"bedrooms": true}', "value_no_whole_number", "dwelling.bedrooms"),
    ('"dwelling": {"new_lease": 1}', "value_no_truth", "dwelling.new_lease"),
    ('"reference_date": "15/05/2024"', "value_no_date", "reference_date"),
    ('"reference_date": "2024-5-15"', "value_no_date", "reference_date"),
    ('"reference_date": "2023-02-29"', "value_no_date", "reference_date"),
    ('"reference_date": "2024-05-15T00:00:00"', "value_no_date", "reference_date"),
    ('"reference_date": 1715731200', "value_no_date", "reference_date"),
    (PERSON % '"bim": "true"', "value_no_truth", "household.persons[0].bim"),
    (PERSON % '"name": NaN', "value_no_text", "household.persons[0].name"),
    (PERSON % '"name": 1.5', "value_no_text", "household.persons[0].name"),
    (PERSON % '"name": 15', "value_no_text", "household.persons[0].name"),
    (PERSON % r'"name": "\ud800"', "character_not_storable", "household.persons[0].name"),
    ('"options": [1.5]', "value_no_text", "options[0]"),
    (PERSON % '"role": "mother"', "value_not_in_list", "household.persons[0].role"),
    ('"household": []', "value_no_object", "household"),
    ('"household": null', "value_no_object", "household"),
    ('"household": {"persons": {"id": "p1"}}', "value_no_list", "household.persons"),
    ('"incomes": [5]', "value_no_object", "incomes[0]"),
    ('"incomes": [{"amount": "5"}]', "key_missing", "incomes[0].id"),
    ('"options": "option_car"', "value_no_list", "options"),
    ('"options": [1]', "value_no_text", "options[0]"),
]


@pytest.mark.parametrize(("content", "code", "field"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_not_understood_names_its_field(content, code, field):
    with pytest.raises(CaseError) as error:
        from_json(f'{{"format": "redi-case/1", {content}}}')
    assert (error.value.code, error.value.field) == (code, field)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "not_json_at"),
        ("{", "not_json_at"),
        ('{"format": "redi-case/1",}', "not_json_at"),
        (b"\xff\xfe\x00", "not_json"),
        ("[" * 100_000, "not_json"),
        ('{"format": "redi-case/1", "incomes": [{"id": "i", "amount": %s}]}' % ("9" * 5000), "not_json"),
        ("[]", "not_a_case"),
        ('"redi-case/1"', "not_a_case"),
        ("{}", "case_format_unknown"),
        ('{"format": "redi-case/2"}', "case_format_unknown"),
        ('{"format": ["redi-case/1"]}', "case_format_unknown"),
        (" " * LARGEST_BYTES, "not_json_at"),
        (" " * (LARGEST_BYTES + 1), "case_too_large"),
    ],
    ids=[
        "empty",
        "cut",
        "comma",
        "bytes",
        "deep",
        "digits",
        "list",
        "text",
        "no format",
        "newer",
        "odd",
        "blank",
        "large",
    ],
)
def test_what_is_not_a_case_is_refused(content, code):
    with pytest.raises(CaseError) as error:
        from_json(content)
    assert error.value.code == code


def test_a_byte_order_mark_is_read_over():
    assert from_json(b"\xef\xbb\xbf" + EXAMPLE.strip().encode()).applicant is not None


def test_only_what_was_said_is_written():
    case = CaseFile(id="c", household=Household(region=Region.BRUSSELS, persons=(Person(id="p1"),)))
    assert to_data(case) == {
        "format": "redi-case/1",
        "id": "c",
        "household": {"region": "brussels", "persons": [{"id": "p1"}]},
    }


def test_what_is_false_or_nothing_and_not_the_default_is_written():
    case = from_data(
        {
            "format": "redi-case/1",
            "id": "c",
            "dwelling": {"bedrooms": 0},
            "incomes": [{"id": "i1", "amount": "0", "counted": False}],
            "debts": [{"id": "d1", "accepted_share": "0"}],
        }
    )
    assert to_data(case)["dwelling"] == {"bedrooms": 0}
    assert to_data(case)["incomes"] == [{"id": "i1", "amount": "0", "counted": False}]
    assert to_data(case)["debts"] == [{"id": "d1", "accepted_share": "0"}]


def test_an_amount_is_written_in_plain_digits():
    case = from_data({"format": "redi-case/1", "id": "c", "incomes": [{"id": "i1", "amount": "0.0000001"}]})
    large = replace(case.incomes[0], amount=Decimal("1E+5"))
    assert b'"amount":"0.0000001"' in to_json(case)
    assert b'"amount":"100000"' in to_json(replace(case, incomes=(large,)))


def test_names_are_written_as_they_are():
    case = CaseFile(id="c", household=Household(persons=(Person(id="p1", name="Çelik, Zoë “Ž”"),)))
    assert "Çelik, Zoë “Ž”" in to_json(case).decode()
    assert from_json(to_json(case)) == case


@pytest.mark.parametrize("nights", [1, 4, 7, 13])
def test_a_share_that_a_division_gave_is_there_again_after_saving(nights):
    share = Decimal(nights) / 14
    case = CaseFile(id="c", household=Household(persons=(Person(id="p1", role=Role.CHILD, custody_share=share),)))
    assert from_json(to_json(case)) == case


TEXTS = st.text('aZ0 é’"\\/\n\t\u202fŽç€😀', max_size=20)
PLAIN: dict[type, st.SearchStrategy[object]] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 12),
    date: st.dates(),
    Decimal: st.integers(0, 300_000).map(lambda cents: Decimal(cents) / 100),
}


def whatever(kind: Any) -> st.SearchStrategy[Any]:
    """Anything of a type that a case is made of: what is not yet told, what is told, and several of it."""
    if kind in PLAIN:
        return PLAIN[kind]
    if hasattr(kind, "__dataclass_fields__"):
        return all_of(kind)
    if get_origin(kind) is tuple:
        return st.lists(whatever(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) is Union or isinstance(kind, UnionType):
        return st.none() | whatever(next(part for part in get_args(kind) if part is not NoneType))
    return st.sampled_from(kind)


@cache
def all_of(kind: type) -> st.SearchStrategy[Any]:
    """One of these with every field drawn, or nothing told at all; a new field is drawn without being named here."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{one.name: whatever(hints[one.name]) for one in fields(kind)})


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(all_of(CaseFile))
def test_a_case_out_and_in_again_is_the_same_case(case):
    written = to_json(case)
    assert from_json(written) == case
    assert to_json(from_json(written)) == written
    assert from_data(to_data(case)) == case
    assert from_json(json.dumps(json.loads(written))) == case
