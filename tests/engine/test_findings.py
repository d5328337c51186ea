"""Bad facts never give a number: each gives an error or a warning that names the field. Missing is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from redi_desktop.engine.assess import assess
from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind, PaidBy, Treatment
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import BadFacts, Finding, Severity
from redi_desktop.engine.household import Activity, Dwelling, Heating, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period
from tests.engine.households import DAY, adult, born, child, facts_of, owed, paid, received, rented
from tests.engine.small_pack import small_parameters

K = ExpenseKind
WAGE, PENSION = IncomeKind.WAGE, IncomeKind.PENSION


def findings(facts: Facts) -> tuple[Finding, ...]:
    """Everything that is said about the facts, whether or not they give a number."""
    try:
        return assess(facts, small_parameters()).findings
    except BadFacts as bad:
        return bad.findings


def said(facts: Facts) -> set[tuple[Severity, str, str]]:
    return {(finding.severity, finding.code, finding.field) for finding in findings(facts)}


def with_person(**changes: Any) -> Facts:
    return facts_of(adult(**changes))


def with_child(age: int, **changes: Any) -> Facts:
    return facts_of(adult(), child("p2", age, **changes))


def with_income(amount: str = "100", **changes: Any) -> Facts:
    return facts_of(incomes=(received(WAGE, amount, **changes),))


def with_expense(amount: str = "100", **changes: Any) -> Facts:
    return facts_of(expenses=(paid(K.WATER, amount, **changes),))


def with_debt(monthly: str = "100", share: str = "1", **changes: Any) -> Facts:
    return facts_of(debts=(owed(monthly, share, **changes),))


PERSON, CHILD = "household.persons[0]", "household.persons[1]"
ERRORS = {
    "no date": (facts_of(reference_date=None), "missing", "reference_date"),
    "a date before the pack": (facts_of(reference_date=date(2019, 12, 31)), "date_before_pack", "reference_date"),
    "no region": (Facts(reference_date=DAY, household=Household(persons=(adult(),))), "missing", "household.region"),
    "the German-speaking Community elsewhere": (
        Facts(
            reference_date=DAY,
            household=Household(region=Region.FLANDERS, german_community=True, persons=(adult(),)),
        ),
        "german_community_elsewhere",
        "household.german_community",
    ),
    "a region without prices": (facts_of(region=Region.BRUSSELS), "region_not_covered", "household.region"),
    "nobody": (
        Facts(reference_date=DAY, household=Household(region=Region.WALLONIA)), "no_persons", "household.persons"
    ),
    "a crowd": (facts_of(*(adult(f"p{n}") for n in range(1, 32))), "too_many_persons", "household.persons"),
    "one person twice": (facts_of(adult(), adult("p1", role=Role.CHILD)), "duplicate_id", f"{CHILD}.id"),
    "a person without identifier": (facts_of(adult(), child("", 5)), "missing", f"{CHILD}.id"),
    "no applicant": (with_person(role=Role.OTHER_ADULT), "no_applicant", "household.persons"),
    "two applicants": (facts_of(adult(), adult("p2", role=Role.APPLICANT)), "several_applicants", "household.persons"),
    "two partners": (
        facts_of(adult(), *(adult(p, role=Role.PARTNER) for p in ("p2", "p3"))), "several_partners", "household.persons"
    ),
    "no adult": (facts_of(child("p1", 17, role=Role.APPLICANT)), "no_adult", "household.persons"),
    "no sex": (with_person(sex=None), "missing", f"{PERSON}.sex"),
    "no birth date": (with_person(birth_date=None), "missing", f"{PERSON}.birth_date"),
    "a birth in the future": (with_person(birth_date=date(2021, 1, 16)), "birth_in_future", f"{PERSON}.birth_date"),
    "an adult aged 130": (with_person(birth_date=born(130)), "age_impossible", f"{PERSON}.birth_date"),
    "a custody share of zero": (
        with_child(8, custody_share=Decimal(0)), "custody_share_out_of_range", f"{CHILD}.custody_share"
    ),
    "a custody share above one": (
        with_child(8, custody_share=Decimal("1.01")), "custody_share_out_of_range", f"{CHILD}.custody_share"
    ),
    "a negative custody share": (
        with_child(8, custody_share=Decimal("-0.5")), "custody_share_out_of_range", f"{CHILD}.custody_share"
    ),
    "a custody share that is no number": (
        with_child(8, custody_share=Decimal("NaN")), "custody_share_out_of_range", f"{CHILD}.custody_share"
    ),
    "no tenure": (facts_of(dwelling=Dwelling()), "missing", "dwelling.tenure"),
    "a negative number of bedrooms": (
        facts_of(dwelling=rented(bedrooms=-1)), "bedrooms_out_of_range", "dwelling.bedrooms"
    ),
    "fifty bedrooms": (facts_of(dwelling=rented(bedrooms=50)), "bedrooms_out_of_range", "dwelling.bedrooms"),
    "an option that the pack does not know": (facts_of(options=("option_yacht",)), "option_unknown", "options[0]"),
    "an income without amount": (
        facts_of(incomes=(Income(id="i1", kind=WAGE),)), "missing", "incomes[0].amount"
    ),
    "an income without kind": (
        facts_of(incomes=(Income(id="i1", amount=Decimal(5)),)), "missing", "incomes[0].kind"
    ),
    "a negative income": (with_income("-0.01"), "negative_amount", "incomes[0].amount"),
    "an income that is no number": (with_income("NaN"), "not_a_number", "incomes[0].amount"),
    "an income without end": (with_income("Infinity"), "not_a_number", "incomes[0].amount"),
    "an income of millions": (with_income("1000000.01"), "amount_too_large", "incomes[0].amount"),
    "an income of a stranger": (with_income(person="p9"), "person_unknown", "incomes[0].person"),
    "one income twice": (
        facts_of(incomes=(received(WAGE, "1"), received(PENSION, "2"))), "duplicate_id", "incomes[1].id"
    ),
    "a single payment counted by the month": (
        with_income(period=Period.ONCE, counted=True, reason="x"), "once_has_no_month", "incomes[0].period"
    ),
    "an expense without kind": (
        facts_of(expenses=(Expense(id="e1", amount=Decimal(5)),)), "missing", "expenses[0].kind"
    ),
    "an expense without amount": (
        facts_of(expenses=(Expense(id="e1", kind=K.GAS),)), "missing", "expenses[0].amount"
    ),
    "a negative expense": (with_expense("-5"), "negative_amount", "expenses[0].amount"),
    "an expense that is no number": (with_expense("sNaN"), "not_a_number", "expenses[0].amount"),
    "a negative retained amount": (
        with_expense(retained=Decimal(-1), reason="x"), "negative_amount", "expenses[0].retained"
    ),
    "an expense of a stranger": (with_expense(person="p9"), "person_unknown", "expenses[0].person"),
    "one expense twice": (
        facts_of(expenses=(paid(K.GAS, "1"), paid(K.WATER, "2"))), "duplicate_id", "expenses[1].id"
    ),
    "an expense left out for no reason": (
        with_expense(treatment=Treatment.LEAVE_OUT), "reason_required", "expenses[0].reason"
    ),
    "an expense left out for a blank reason": (
        with_expense(treatment=Treatment.LEAVE_OUT, reason="  "), "reason_required", "expenses[0].reason"
    ),
    "a single payment that replaces": (
        with_expense(period=Period.ONCE, treatment=Treatment.REPLACE), "once_has_no_month", "expenses[0].period"
    ),
    "a single payment that adds": (
        with_expense(period=Period.ONCE, treatment=Treatment.ADD), "once_has_no_month", "expenses[0].period"
    ),
    "a debt without monthly payment": (facts_of(debts=(Debt(id="d1"),)), "missing", "debts[0].monthly"),
    "a negative debt": (with_debt("-1"), "negative_amount", "debts[0].monthly"),
    "a debt with less than nothing left": (with_debt(remaining=Decimal(-1)), "negative_amount", "debts[0].remaining"),
    "more than the whole debt accepted": (
        with_debt(share="1.5", reason="x"), "accepted_share_out_of_range", "debts[0].accepted_share"
    ),
    "less than nothing of a debt accepted": (
        with_debt(share="-0.1", reason="x"), "accepted_share_out_of_range", "debts[0].accepted_share"
    ),
    "one debt twice": (facts_of(debts=(owed("1"), owed("2"))), "duplicate_id", "debts[1].id"),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "code", "field"), ERRORS.values(), ids=ERRORS)
def test_what_cannot_be_gives_no_number_and_names_the_field(facts, code, field):
    with pytest.raises(BadFacts) as refused:
        assess(facts, small_parameters())
    assert (Severity.ERROR, code, field) in {(f.severity, f.code, f.field) for f in refused.value.findings}
    assert {finding.severity for finding in refused.value.findings} == {Severity.ERROR}


WARNINGS = {
    "twelve bedrooms for one person": (facts_of(dwelling=rented(bedrooms=12)), "bedrooms_many", "dwelling.bedrooms"),
    "a rent that the pack does not have": (
        facts_of(dwelling=rented(bedrooms=3)), "no_reference_rent", "dwelling.bedrooms"
    ),
    "a month after the pack": (facts_of(reference_date=date(2024, 1, 1)), "pack_expired", "reference_date"),
    "an index more than a year old": (facts_of(reference_date=date(2022, 7, 1)), "index_stale", "reference_date"),
    "a partner of seventeen": (
        facts_of(adult(), adult("p2", role=Role.PARTNER, birth_date=born(17))), "minor_in_adult_role", f"{CHILD}.role"
    ),
    "an adult who is here half of the month": (
        with_person(custody_share=Decimal("0.5")), "custody_share_of_adult", f"{PERSON}.custody_share"
    ),
    "an adult whose activity nobody told": (with_person(activity=None), "activity_missing", f"{PERSON}.activity"),
    "a pensioner of five": (with_child(5, activity=Activity.PENSIONER), "activity_unlikely", f"{CHILD}.activity"),
    "an adult in primary school": (with_person(activity=Activity.PRIMARY), "activity_unlikely", f"{PERSON}.activity"),
    "an income set aside for no reason": (with_income(counted=False), "reason_missing", "incomes[0].reason"),
    "another amount retained for no reason": (
        with_expense(retained=Decimal(10)), "reason_missing", "expenses[0].reason"
    ),
    "a necessary car without its reason": (
        facts_of(expenses=(paid(K.CAR_NECESSARY, "100"),)), "car_needs_reason", "expenses[0].reason"
    ),
    "part of a debt accepted for no reason": (with_debt(share="0.5"), "reason_missing", "debts[0].reason"),
    "nothing of a debt accepted for no reason": (with_debt(share="0"), "reason_missing", "debts[0].reason"),
    "no income at all": (facts_of(), "no_income", "incomes"),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "code", "field"), WARNINGS.values(), ids=WARNINGS)
def test_what_is_doubtful_gives_a_number_to_be_read_with_a_warning(facts, code, field):
    assert (Severity.WARNING, code, field) in {(f.severity, f.code, f.field) for f in assessed(facts)}


def assessed(facts: Facts) -> tuple[Finding, ...]:
    """What is said beside a result; there is one."""
    return assess(facts, small_parameters()).findings


@pytest.mark.parametrize("tenure", Tenure)
def test_heating_that_nobody_told_is_assumed_and_said(tenure):
    assert (Severity.NOTE, "heating_assumed", "dwelling.heating") in said(facts_of(dwelling=Dwelling(tenure=tenure)))
    told = facts_of(dwelling=Dwelling(tenure=tenure, heating=Heating.OIL))
    assert "heating_assumed" not in {code for _, code, _ in said(told)}


def test_what_is_derived_is_said_with_what_it_became():
    notes = {f.code: f.values for f in findings(with_child(8)) if f.severity is Severity.NOTE}
    assert notes["activity_derived"] == {"activity": Activity.PRIMARY, "age": 8}
    assert notes["bedrooms_derived"] == {"bedrooms": 2}


@pytest.mark.parametrize("day", [date(2021, 7, 1), date(2022, 6, 30)])
def test_a_month_after_the_last_index_is_a_note_for_a_year(day):
    assert (Severity.NOTE, "index_late", "reference_date") in said(facts_of(reference_date=day))
    assert "index_late" not in {code for _, code, _ in said(facts_of(reference_date=date(2021, 6, 30)))}


def test_all_that_is_wrong_is_said_at_once():
    person = Person(id="p1", role=Role.APPLICANT)
    wrong = Facts(household=Household(persons=(person,)), incomes=(received(WAGE, "-1"),))
    with pytest.raises(BadFacts) as refused:
        assess(wrong, small_parameters())
    assert {finding.field for finding in refused.value.findings} == {
        "reference_date",
        "household.region",
        f"{PERSON}.birth_date",
        f"{PERSON}.sex",
        "dwelling.tenure",
        "incomes[0].amount",
    }


def test_a_whole_case_gives_no_finding_at_all():
    whole = facts_of(
        adult(),
        child("p2", 8, activity=Activity.PRIMARY),
        dwelling=rented(bedrooms=2),
        incomes=(received(WAGE, "1500", person="p1"),),
        expenses=(paid(K.RENT, "600"),),
        debts=(owed("50"),),
    )
    assert findings(whole) == ()


def test_a_real_rent_makes_up_for_the_one_the_pack_does_not_have():
    known = facts_of(dwelling=rented(bedrooms=3), expenses=(paid(K.RENT, "900"),))
    assert "no_reference_rent" not in {code for _, code, _ in said(known)}


@pytest.mark.parametrize("amount", ["0", "0.00", "1000000"])
def test_nothing_and_a_million_are_amounts(amount):
    assert assess(with_income(amount), small_parameters()).income_total == Decimal(amount)


def test_someone_born_today_and_someone_of_120_are_persons():
    oldest = adult("p2", birth_date=born(120), activity=Activity.PENSIONER)
    result = assess(facts_of(adult(), oldest, child("p3", 0, birth_date=DAY, sex=Sex.F)), small_parameters())
    assert [member.age for member in result.circumstances.members] == [40, 120, 0]


def test_a_partner_of_eighteen_is_an_adult():
    partner = adult("p2", role=Role.PARTNER, birth_date=born(18))
    assert {code for _, code, _ in said(facts_of(adult(), partner))} == {"no_income", "bedrooms_derived"}


def test_the_gravest_is_said_first():
    doubtful = assessed(facts_of(adult(activity=None), dwelling=rented(heating=None)))
    severities = {finding.code: finding.severity for finding in doubtful}
    known = [severities[code] for code in severities if code in ("activity_missing", "heating_assumed")]
    assert known == [Severity.WARNING, Severity.NOTE]


OWNER = Dwelling(tenure=Tenure.OWNER, heating=Heating.ELECTRIC)
DOUBTS = {
    "an owner with a rent": (facts_of(dwelling=OWNER, expenses=(paid(K.RENT, "600"),)), "rent_of_owner"),
    "a tenant with a mortgage": (facts_of(expenses=(paid(K.MORTGAGE_CAPITAL, "600"),)), "mortgage_of_tenant"),
    "gas in an electric home": (facts_of(dwelling=OWNER, expenses=(paid(K.GAS, "60"),)), "fuel_of_other_heating"),
    "water paid only once": (with_expense(period=Period.ONCE), "once_only_shown"),
    "water that somebody else pays": (with_expense(paid_by=PaidBy.OTHER), "paid_by_somebody_else"),
    "a debt paid faster than it can be": (with_debt(remaining=Decimal(50)), "debt_payment_above_rest"),
    "rent on top of the reference": (
        facts_of(expenses=(paid(K.RENT, "600", treatment=Treatment.ADD),)),
        "reason_missing",
    ),
}


@pytest.mark.parametrize(("facts", "code"), DOUBTS.values(), ids=DOUBTS)
def test_what_does_not_go_together_is_named(facts, code):
    assert code in {finding.code for finding in findings(facts)}


def test_an_ordinary_case_is_told_nothing_of_the_kind():
    ordinary = facts_of(dwelling=rented(), expenses=(paid(K.RENT, "600"),), debts=(owed("50", remaining=Decimal(500)),))
    assert not {code for _, code in DOUBTS.values()} & {finding.code for finding in findings(ordinary)}
