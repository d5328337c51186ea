"""The workbook reckons what the program reckons, to the cent, and follows what is changed in it."""

from __future__ import annotations

import gc
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import assess
from redi_desktop.engine.needs import Group, Need
from redi_desktop.report.exports.budget_workbook import budget_workbook
from redi_desktop.report.occasion import USUAL
from redi_desktop.report.reported import Reported
from redi_desktop.words.vocabulary import label
from tests.report import reported_cases as cases
from tests.report.exports.formulas import Reckoner

CASES = {case.id: case for case in (cases.judged(), *(demo_cases()[place] for place in (0, 4)))}
"""Expenses by the week and the year, debts, incomes by the year."""
SUMS = "Budget"
ALONE = {"region": "wallonia", "persons": [cases.NAMUR["household"]["persons"][0]]}
"""A household whose workbook is quickly made."""
OWN = {"incomes": cases.NAMUR["incomes"][:1], "expenses": [], "debts": []}


@cache
def kept(case: CaseFile, language: str = "fr") -> bytes:
    return workbook(case, language)


def workbook(case: CaseFile, language: str = "fr") -> bytes:
    with i18n.speaking(language):
        reported = Reported.about(case, cases.assessed(case), cases.LETTERHEAD, cases.TODAY, USUAL)
        return budget_workbook(reported)


@pytest.mark.parametrize("name", CASES)
def test_every_sum_is_the_programs_to_the_cent(name):
    assessment, sums = cases.assessed(CASES[name]), Reckoner(kept(CASES[name]))
    budget = assessment.retained
    with i18n.speaking("fr"):
        for row in assessment.need_rows:
            shown = sums.row(SUMS, label(row.need))[1:]
            assert shown == [row.reference, row.real or 0, row.retained, row.difference]
        for group in Group:
            reference, _, retained, _ = sums.row(SUMS, label(group))[1:]
            assert (reference, retained) == (budget.reference_by_group[group], budget.by_group[group])
        total = sums.row(SUMS, i18n.gettext("Total"))
        assert (total[1], total[3]) == (budget.reference_total, budget.total)
        assert sums.row(SUMS, i18n.gettext("What comes in"))[3] == assessment.income_total
        assert sums.row(SUMS, i18n.gettext("What is left or missing"))[3] == assessment.balance


def test_a_changed_income_and_a_changed_rent_move_the_balance():
    before = cases.assessed(cases.judged())
    book = load_workbook(BytesIO(kept(cases.judged(), "en")))
    for sheet, amount, old in (("Income", 3, Decimal("1180.40")), ("Expenses", 5, Decimal(745))):
        assert Decimal(str(book[sheet].cell(2, amount).value)) == old
        book[sheet].cell(2, amount).value = float(old + 100)
    out = BytesIO()
    book.save(out)
    changed = Reckoner(out.getvalue())
    assert changed.row(SUMS, "What comes in")[3] == before.income_total + 100
    with i18n.speaking("en"):
        assert changed.row(SUMS, label(Need.HOUSING))[3] == before.retained.by_need[Need.HOUSING] + 100
    assert changed.row(SUMS, "What is left or missing")[3] == before.balance


def test_a_policys_cap_holds_in_the_workbook_too():
    case = cases.namur(household=ALONE, **{**OWN, "expenses": [{"id": "e1", "kind": "rent", "amount": "1400"}]})
    assessment = assess(case.facts, cases.with_policy())
    assert assessment.retained.expenses[0].cap is not None
    with i18n.speaking("en"):
        reported = Reported.about(case, assessment, cases.LETTERHEAD, cases.TODAY, USUAL)
        sums = Reckoner(budget_workbook(reported))
    assert sums.row(SUMS, "What is left or missing")[3] == assessment.balance


def test_typed_text_is_never_a_formula():
    evil = '=HYPERLINK("http://example.org","x")'
    debt = {"id": "d1", "kind": evil, "monthly": "10", "reason": "+1+1\x07"}
    case = cases.namur(household=ALONE, **{**OWN, "debts": [debt]})
    sheet = load_workbook(BytesIO(workbook(case, "en")))["Debts"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == (evil, "s")
    assert (sheet["F2"].value, sheet["F2"].data_type) == ("+1+1", "s")


def test_it_is_the_same_each_time_and_does_not_say_who_made_it():
    case = cases.namur(household=ALONE, **OWN)
    content = workbook(case)
    assert workbook(case) == content
    properties = load_workbook(BytesIO(content)).properties
    assert properties.creator == properties.lastModifiedBy == "REDI Desktop"
    assert properties.modified.date() == cases.TODAY == date(2026, 7, 20)


def test_no_cell_of_it_stays_in_memory_until_python_looks_for_garbage():
    case = cases.namur(household=ALONE, **OWN)
    before = {id(one) for one in gc.get_objects() if isinstance(one, Cell)}
    gc.disable()
    try:
        workbook(case)
        assert [one.value for one in gc.get_objects() if isinstance(one, Cell) and id(one) not in before] == []
    finally:
        gc.enable()


def test_most_of_it_is_reckoned():
    assert Reckoner(kept(cases.judged())).formulas() > 100
