"""The way through a case: the order of its steps, on which one a field stands, and how far each is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from redi_desktop.casefile.judgement import Decision, Opinion, Verdict
from redi_desktop.casefile.live import countable_facts
from redi_desktop.casefile.model import CaseFile, InformedHow, Request
from redi_desktop.casefile.steps import STEPS, Step, StepState, following, preceding, reports, step_of
from redi_desktop.engine.assess import assess
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.findings import BadFacts
from redi_desktop.engine.household import Dwelling, Household, Person, Region, Role, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.scenario import Scenario
from tests.engine.households import DAY, adult, embedded, owed, paid, received, rented

REQUEST = Request(date=DAY, informed=InformedHow.ORALLY)
WHOLE = CaseFile(
    id="c",
    request=REQUEST,
    reference_date=DAY,
    household=Household(region=Region.WALLONIA, persons=(adult(),)),
    dwelling=rented(bedrooms=1),
    incomes=(received(IncomeKind.WAGE, "1500"),),
    expenses=(paid(ExpenseKind.RENT, "650"), paid(ExpenseKind.GAS, "60", "e2")),
    debts=(owed("50"),),
    scenarios=(Scenario(id="s1"),),
    opinion=Opinion(reasons="The rent takes too much."),
    decision=Decision(verdict=Verdict.GRANTED, decided_on=DAY),
)


def states(case: CaseFile) -> dict[Step, StepState]:
    """The state of each step as the window would show it."""
    countable = countable_facts(case)
    try:
        findings, has_result = assess(countable.facts, embedded()).findings, True
    except BadFacts as bad:
        findings, has_result = bad.findings, False
    return {report.step: report.state for report in reports(case, (*findings, *countable.unfinished), has_result)}


def changed(**fields: Any) -> CaseFile:
    return replace(WHOLE, **fields)


def test_the_way_leads_forth_and_back_through_every_step():
    step: Step | None = STEPS[0]
    walked = []
    while step is not None:
        walked.append(step)
        step = following(step)
    assert tuple(walked) == STEPS == tuple(Step)
    assert [preceding(later) for later in STEPS] == [None, *STEPS[:-1]]


@pytest.mark.parametrize(
    ("field", "step"),
    [
        ("request.date", Step.REQUEST),
        ("reference_date", Step.REQUEST),
        ("household.region", Step.HOUSING),
        ("household.persons", Step.HOUSEHOLD),
        ("household.persons[0].birth_date", Step.HOUSEHOLD),
        ("dwelling.bedrooms", Step.HOUSING),
        ("incomes[0].amount", Step.INCOME),
        ("expenses[3].reason", Step.EXPENSES),
        ("debts[0].monthly", Step.DEBTS),
        ("options[0]", Step.EXPENSES),
        ("scenarios[0].name", Step.SCENARIOS),
        ("opinion.reasons", Step.OPINION),
        ("decision.amount", Step.DECISION),
        ("proposal.reason", Step.RESULT),
        ("something.else", Step.RESULT),
    ],
)
def test_a_field_stands_on_the_page_where_it_is_typed(field, step):
    assert step_of(field) is step


def test_a_new_case_is_empty_everywhere():
    assert set(states(CaseFile(id="c")).values()) == {StepState.EMPTY}


def test_a_whole_case_is_done_everywhere():
    assert set(states(WHOLE).values()) == {StepState.DONE}


def test_the_request_is_done_when_the_person_was_informed():
    informed_not_yet = replace(REQUEST, informed=InformedHow.NOT_YET)
    assert states(changed(request=informed_not_yet))[Step.REQUEST] is StepState.STARTED


def test_a_person_without_birth_date_is_a_start():
    household = Household(region=Region.WALLONIA, persons=(Person(id="p1", role=Role.APPLICANT),))
    found = states(changed(household=household))
    assert found[Step.HOUSEHOLD] is StepState.STARTED
    assert found[Step.RESULT] is StepState.EMPTY


def test_a_birth_in_the_future_is_wrong():
    household = Household(region=Region.WALLONIA, persons=(adult(birth_date=date(2030, 1, 1)),))
    assert states(changed(household=household))[Step.HOUSEHOLD] is StepState.WRONG


def test_housing_waits_for_the_region_the_tenure_and_a_tenants_rent():
    assert states(changed(household=replace(WHOLE.household, region=None)))[Step.HOUSING] is StepState.STARTED
    assert states(changed(dwelling=Dwelling()))[Step.HOUSING] is StepState.STARTED
    assert states(changed(expenses=()))[Step.HOUSING] is StepState.STARTED
    hosted = changed(expenses=(), dwelling=replace(WHOLE.dwelling, tenure=Tenure.HOSTED))
    assert states(hosted)[Step.HOUSING] is StepState.DONE


def test_a_row_that_is_being_typed_is_a_start():
    assert states(changed(incomes=(Income(id="i1"),)))[Step.INCOME] is StepState.STARTED


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({"incomes": (received(IncomeKind.WAGE, "-5"),)}, Step.INCOME),
        ({"expenses": (paid(ExpenseKind.GAS, "-5"),)}, Step.EXPENSES),
        ({"debts": (owed("-5"),)}, Step.DEBTS),
        ({"expenses": (), "options": ("option_yacht",)}, Step.EXPENSES),
        ({"dwelling": rented(bedrooms=-1)}, Step.HOUSING),
        ({"request": Request(), "reference_date": date(2010, 1, 1)}, Step.REQUEST),
    ],
)
def test_where_something_forbids_a_result_a_step_is_wrong(fields, step):
    found = states(changed(**fields))
    assert found[step] is StepState.WRONG
    assert found[Step.RESULT] is StepState.EMPTY


def test_a_negative_rent_alone_is_wrong_somewhere():
    found = states(changed(expenses=(paid(ExpenseKind.RENT, "-5"),)))
    assert StepState.WRONG in found.values()


def test_the_rent_alone_does_not_begin_the_page_of_the_expenses():
    rent_alone = changed(expenses=(paid(ExpenseKind.RENT, "650", retained=Decimal(600), reason="shared"),))
    assert states(rent_alone)[Step.EXPENSES] is StepState.EMPTY


def test_an_option_alone_begins_the_page_of_the_expenses():
    assert states(changed(expenses=(), options=("option_car",)))[Step.EXPENSES] is StepState.DONE


def test_a_debt_without_its_payment_is_a_start():
    assert states(changed(debts=(replace(owed("50"), monthly=None),)))[Step.DEBTS] is StepState.STARTED


def test_an_opinion_without_its_reasons_and_a_decision_without_its_day_are_a_start():
    found = states(changed(opinion=Opinion(context="Alone."), decision=Decision(verdict=Verdict.GRANTED)))
    assert found[Step.OPINION] is found[Step.DECISION] is StepState.STARTED


def test_each_finding_stands_with_its_step():
    countable = countable_facts(changed(incomes=(Income(id="i1"),)))
    findings = (*assess(countable.facts, embedded()).findings, *countable.unfinished)
    found = reports(WHOLE, findings, has_result=True)
    by_step = {report.step: [finding.code for finding in report.findings] for report in found}
    assert "row_unfinished" in by_step[Step.INCOME]
    assert by_step[Step.HOUSEHOLD] == []
