"""What can be counted while the worker is still typing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from redi_desktop.casefile.live import countable_facts
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import assess
from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind
from redi_desktop.engine.findings import BadFacts, Finding, Severity
from redi_desktop.engine.household import Household, Region
from redi_desktop.engine.income import Income, IncomeKind
from tests.engine.households import DAY, adult, embedded, owed, paid, received, rented

CASE = CaseFile(
    id="c",
    reference_date=DAY,
    household=Household(region=Region.WALLONIA, persons=(adult(),)),
    dwelling=rented(bedrooms=1),
)
WAGE, RENT, LOAN = received(IncomeKind.WAGE, "1500"), paid(ExpenseKind.RENT, "650"), owed("80")


def unfinished(case: CaseFile) -> list[str]:
    """The places of the rows that are set aside."""
    findings = countable_facts(case).unfinished
    assert {(finding.severity, finding.code) for finding in findings} <= {(Severity.WARNING, "row_unfinished")}
    return [finding.field for finding in findings]


def test_a_case_whose_rows_are_whole_is_counted_as_it_is():
    case = replace(CASE, incomes=(WAGE,), expenses=(RENT,), debts=(LOAN,))
    assert (countable_facts(case).facts, unfinished(case)) == (case.facts, [])


def test_rows_without_amount_or_kind_are_set_aside_and_named_by_their_place():
    case = replace(
        CASE,
        incomes=(Income(id="i9"), WAGE, Income(id="i8", kind=IncomeKind.PENSION), Income(id="i7", amount=Decimal(5))),
        expenses=(RENT, Expense(id="e9", kind=ExpenseKind.GAS)),
        debts=(Debt(id="d9"), LOAN),
    )
    facts = countable_facts(case).facts
    assert (facts.incomes, facts.expenses, facts.debts) == ((WAGE,), (RENT,), (LOAN,))
    assert unfinished(case) == ["incomes[0]", "incomes[2]", "incomes[3]", "expenses[1]", "debts[0]"]


def test_an_amount_of_nothing_is_an_amount():
    assert unfinished(replace(CASE, incomes=(received(IncomeKind.WAGE, "0"),))) == []


def test_the_result_is_there_while_a_row_is_being_typed():
    started = replace(CASE, incomes=(WAGE, Income(id="i2")), debts=(Debt(id="d1"),))
    whole = replace(CASE, incomes=(WAGE,))
    assert assess(countable_facts(started).facts, embedded()).balance == assess(whole.facts, embedded()).balance


def test_what_is_wrong_in_a_row_is_said_where_the_row_stands_in_the_case():
    wrong = replace(
        CASE,
        incomes=(Income(id="i9"), WAGE, received(IncomeKind.PENSION, "-5", "i8")),
        expenses=(Expense(id="e9", kind=ExpenseKind.GAS), paid(ExpenseKind.WATER, "-5", "e8")),
        debts=(Debt(id="d9"), Debt(id="d8"), owed("-5")),
    )
    countable = countable_facts(wrong)
    with pytest.raises(BadFacts) as refused:
        assess(countable.facts, embedded())
    fields = [countable.in_the_case(finding).field for finding in refused.value.findings]
    assert fields == ["incomes[2].amount", "expenses[1].amount", "debts[2].monthly"]


def test_what_is_wrong_elsewhere_stays_where_it_is():
    countable = countable_facts(replace(CASE, incomes=(Income(id="i9"),)))
    for field in ("household.persons[0].birth_date", "incomes", "dwelling.bedrooms"):
        finding = Finding(Severity.ERROR, "missing", field)
        assert countable.in_the_case(finding) == finding
