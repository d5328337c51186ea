"""What a right is said to bring: by law on the day, each euro once, and never more certain than it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity, Region, Role, Sex, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.right_states import Answer, RightState, RightStatus
from redi_desktop.engine.rights.language import parse_right_amount, parse_right_condition
from redi_desktop.engine.rights.logic import measure
from redi_desktop.engine.rights.pack import AmountIs
from redi_desktop.engine.rights.reasons import explain_right
from redi_desktop.engine.rights.result import Outcome, open_questions, open_rights
from redi_desktop.engine.rights.tokens import BadRightCondition, Fault
from redi_desktop.engine.rights.values import Range
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal
from tests.engine import drawn
from tests.engine.households import adult, born, child, facts_of, received, rented
from tests.engine.rights.examined import DAY, LIKELY, NOT, Found, catalogue, examined, lone_mother, worker, young
from tests.engine.rights.small_facts import FACTS, Told

INTEGRATION_INCOME = ("student_integration_income", "integration_income_topup", "integration_income")
LEGAL = load_embedded_legal()


def parameters() -> Parameters:
    found = Parameters(load_embedded(), legal=LEGAL)
    found.rights = catalogue()
    return found


ALL = parameters()


def whole(facts: Facts) -> tuple[Found, Decimal]:
    """The rights of a whole assessment, and its integration income."""
    result = assess(facts, ALL)
    assert result.integration_income is not None
    return Found({one.right.id: one for one in result.rights}), result.integration_income.monthly


# ---------------------------------------------------------------------------------------------- the language of amounts


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("125 + 20*size IF size <= 3 ELSE 185", {"size": 2}, 165),
        ("125 + 20*size IF size <= 3 ELSE 185", {"size": 4}, 185),
        ("10 IF a = yes ELSE 20 IF b = yes ELSE 30", {"a": False, "b": False}, 30),
        ("10 IF a = yes ELSE 20", {}, Range(10, 20)),
        ("(2 IF a = yes ELSE 1)*size", {"a": True, "size": 3}, 6),
        ("@some.value*2", {"@some.value": Decimal("1.5")}, Decimal("3.0")),
        ("@some.value", {}, None),
        ("rate IF a = yes ELSE 5", {}, None),
    ],
)
def test_an_amount_may_depend_on_a_condition_and_name_a_legal_value(text, told, expected):
    assert measure(parse_right_amount(text, FACTS))(Told(told)) == expected


def test_an_amount_may_count_people_as_far_as_they_are_known():
    amount = measure(parse_right_amount("68.39*COUNT child (ill = yes)", FACTS))
    assert amount(Told({}, (Told({"ill": True}), Told({"ill": False}), Told({"ill": True})))) == Decimal("136.78")
    assert amount(Told({}, (Told({"ill": True}), Told({})))) == Range(Decimal("68.39"), Decimal("136.78"))


@pytest.mark.parametrize("text", ["rate < @some.value", "rate < COUNT child (ill = yes)", "rate IF a = yes ELSE rate"])
def test_none_of_that_stands_in_a_condition(text):
    with pytest.raises(BadRightCondition):
        parse_right_condition(text, FACTS)


@pytest.mark.parametrize("text", ["5 IF a = yes", "@", "@Rate", "COUNT child ELSE 3", "5 ELSE 3"])
def test_an_amount_that_is_half_written_is_refused(text):
    with pytest.raises(BadRightCondition) as error:
        parse_right_amount(text, FACTS)
    assert error.value.fault in (Fault.UNEXPECTED, Fault.CHARACTER)


# --------------------------------------------------------------------------------------------- the integration income


@settings(max_examples=10)
@given(drawn.facts())
def test_the_integration_income_has_one_amount_and_one_place_whatever_its_name(facts):
    result = assess(facts, ALL)
    due = result.integration_income.monthly if result.integration_income else None
    for one in result.rights:
        if one.right.same_money == "integration_income" and one.amount is not None:
            assert (one.amount, one.amount_date, one.amount_is_old) == (due, None, False)
        if one.listed_under is not None:
            (leader,) = [other for other in result.rights if other.right is one.listed_under]
            assert leader.is_open
            assert one.right in leader.same_money
            assert one.questions == ()
    places = [one.right.same_money for one in result.rights if one.is_open and one.right.same_money]
    assert len(places) == len(set(places))


def test_the_general_exemption_is_in_the_amount_of_the_right():
    day = date(2026, 3, 15)
    cohabitants = facts_of(
        adult(activity=Activity.JOBSEEKER),
        adult("p2"),
        reference_date=day,
        incomes=(received(IncomeKind.UNEMPLOYMENT, "761.02", person="p1"),),
    )
    found, due = whole(cohabitants)
    assert found["integration_income_topup"].amount == due == Decimal("145.54")  # 893.65 - 761.02 + 155 / 12


def student(**other: Any) -> Facts:
    incomes = (received(IncomeKind.CHILD_BENEFIT, "209.26", person="p1"),)
    someone = adult(activity=Activity.STUDENT, birth_date=date(2004, 2, 2))
    return facts_of(someone, reference_date=DAY, **({"incomes": incomes} | other))


def test_a_student_reads_the_most_particular_of_three_names_for_one_sum():
    found, due = whole(student())
    assert found.outcome("student_integration_income") is LIKELY
    assert found["student_integration_income"].amount == due
    assert [one.id for one in found["student_integration_income"].same_money][:1] == ["integration_income_topup"]
    assert [name for name in INTEGRATION_INCOME if found[name].is_open] == ["student_integration_income"]
    told = [node.rule for node in explain_right(found["student_integration_income"]).walk()]
    assert {"right.same_money", "right.amount"} <= set(told)
    assert explain_right(found["integration_income_topup"]).values["right"] == "integration_income_topup"
    assert "right.listed_under" in [node.rule for node in explain_right(found["integration_income_topup"]).walk()]


def test_what_was_asked_for_stands_for_its_money():
    found, _due = whole(student(rights=(RightState(right="integration_income", status=RightStatus.ASKED),)))
    assert [name for name in INTEGRATION_INCOME if found[name].is_open] == ["integration_income"]


def test_a_permit_that_rules_it_out_leaves_none_of_its_forms():
    found, due = whole(student(answers=tuple(temporary())))
    assert {found.outcome(name) for name in INTEGRATION_INCOME} == {NOT}
    aid = found["equivalent_social_aid"]
    assert (aid.is_open, aid.amount) == (True, due)


def temporary() -> list[Answer]:
    told = {"residence_status": "temporary", "legal_stay": "yes", "effective_residence_belgium": "yes"}
    return [Answer(key=key, text=text) for key, text in told.items()]


def test_who_receives_the_integration_income_is_not_asked_for_a_permit():
    found = examined(lone_mother())
    assert found.outcome("equivalent_social_aid") is NOT
    assert "residence_status" not in {question.asked.fact for question in open_questions(found.values())}


# --------------------------------------------------------------------------------------------------------- legal values


def hosted(day: date) -> Facts:
    return lone_mother(dwelling=rented(tenure=Tenure.HOSTED), reference_date=day)


@pytest.mark.parametrize(
    ("day", "amount", "since"),
    [
        (date(2022, 6, 15), "1507.77", "2022-05-01"),
        (date(2026, 2, 15), "1776.07", "2025-02-01"),
        (date(2026, 6, 15), "1811.57", "2026-03-01"),
    ],
)
def test_the_installation_grant_is_that_of_the_day(day, amount, since):
    grant = examined(hosted(day), {"installation_grant_received": "no"}, day=day)["installation_grant"]
    assert (grant.amount, grant.amount_is, grant.amount_is_old) == (Decimal(amount), AmountIs.EXACT, False)
    assert grant.amount_date is not None
    assert grant.amount_date.text == since
    (used,) = [node for node in explain_right(grant).walk() if node.rule == "legal.value"]
    assert used.values["value_id"] == "integration_income.category_3"


def test_a_law_that_has_no_amount_for_a_day_gives_none():
    early = examined(hosted(date(2018, 1, 15)), {"installation_grant_received": "no"}, day=date(2018, 1, 15))
    assert (early.outcome("installation_grant"), early["installation_grant"].amount) == (LIKELY, None)


@pytest.mark.parametrize(("month", "amount"), [("2022-06", "274.82"), ("2026-06", "315.67")])
def test_the_work_exemption_is_that_of_the_month(month, amount):
    day = date.fromisoformat(f"{month}-15")
    working = lone_mother(
        household=replace(lone_mother().household, persons=(adult(), young("p2", 8))), reference_date=day
    )
    told = {"activity": "part_time_work", "spi_months_used": "6"}
    exemption = examined(working, told, day=day)["socio_professional_exemption"]
    assert (exemption.amount, exemption.amount_is) == (Decimal(amount), AmountIs.MOST)


def test_a_figure_of_one_date_is_old_before_it_and_long_after_it():
    def advances(day: date) -> bool:
        told = {"maintenance_order": "yes", "maintenance_unpaid_months_12": "3"}
        return examined(lone_mother(), told, day=day)["maintenance_advances"].amount_is_old

    assert [advances(date(year, 7, 1)) for year in (2019, 2020, 2021, 2022)] == [True, False, False, True]


# ---------------------------------------------------------------------------------------------------- child supplements


def with_benefit(amount: str, *births: date, region: Region = Region.WALLONIA, **other: Any) -> Found:
    children = (child(f"p{n}", 0, birth_date=birth, sex=Sex.M) for n, birth in enumerate(births, 2))
    incomes = (
        received(IncomeKind.INTEGRATION_INCOME, "1776.07", "i1", person="p1"),
        received(IncomeKind.CHILD_BENEFIT, amount, "i2", person="p1"),
    )
    facts = facts_of(adult(activity=None), *children, region=region, incomes=incomes, **other)
    return examined(facts, {"child_social_supplement": "no", "cadastral_income_other": "0"}, day=date(2025, 6, 15))


NEW, OLD, OLDER = date(2021, 1, 20), date(2018, 9, 10), date(2012, 5, 1)


@pytest.mark.parametrize(
    ("births", "social", "single"),
    [
        ((NEW,), "68.39", "24.87"),
        ((NEW, date(2023, 4, 1)), "136.78", "49.74"),
        ((OLD, NEW), "129.03", "24.87"),  # 60.64 + 68.39
        ((OLDER, OLD), "98.23", None),  # 60.64 + 37.59
        ((OLDER, date(2014, 1, 1), OLD), "104.83", "23.71"),  # 60.64 + 37.59 + 6.60; 30.31 in the place of 6.60
    ],
)
def test_the_walloon_supplements_of_who_lives_on_the_integration_income(births, social, single):
    found = with_benefit("300", *births)
    assert found["child_social_supplement_wal"].amount == Decimal(social)
    assert found["single_parent_supplement_wal"].amount == (Decimal(single) if single else None)


@pytest.mark.parametrize(
    ("births", "amount"),
    [
        ((date(2020, 2, 1),), "49.74"),
        ((date(2020, 2, 1), date(2012, 2, 1)), "211.38"),  # 99.47 + 111.91, as the scale of 2025 adds them up
        ((date(2020, 2, 1), date(2019, 2, 1), date(2012, 2, 1)), "497.36"),  # 2 x 161.64 + 174.08
    ],
)
def test_the_brussels_supplement_of_a_lone_parent(births, amount):
    found = with_benefit("300", *births, region=Region.BRUSSELS)
    assert found["child_social_supplement_bru"].amount == Decimal(amount)
    assert not found["single_parent_supplement_bru"].is_open, "it is a part of the other"


def test_between_two_ceilings_the_smaller_supplement_is_certain_and_no_more():
    earning = with_income("3300")
    supplement = earning["child_social_supplement_wal"]
    assert (supplement.amount, supplement.amount_is) == (Decimal("62.18"), AmountIs.LEAST)


def with_income(wage: str) -> Found:
    incomes = (
        received(IncomeKind.WAGE, wage, "i1", person="p1"),
        received(IncomeKind.CHILD_BENEFIT, "385.46", "i2", person="p1"),
    )
    children = (child("p2", 0, birth_date=NEW), child("p3", 0, birth_date=date(2023, 4, 1)))
    return examined(facts_of(adult(), *children, incomes=incomes), day=date(2025, 6, 15))


@pytest.mark.parametrize(("benefit", "outcome"), [("385.46", LIKELY), ("393.16", LIKELY), ("571.98", Outcome.POSSIBLE)])
def test_benefits_no_higher_than_the_base_amounts_hold_no_supplement(benefit, outcome):
    incomes = (
        received(IncomeKind.INTEGRATION_INCOME, "1811.57", "i1", person="p1"),
        received(IncomeKind.CHILD_BENEFIT, benefit, "i2", person="p1"),
    )
    children = (child("p2", 0, birth_date=NEW), child("p3", 0, birth_date=date(2023, 4, 1)))
    found = examined(facts_of(adult(activity=None), *children, incomes=incomes))
    assert found.outcome("child_social_supplement_wal") is outcome
    first = open_rights(found.values())[0].right.id
    assert first == ("child_social_supplement_wal" if outcome is LIKELY else "social_energy_tariff")


def test_half_of_the_benefits_says_nothing_of_a_supplement():
    incomes = (received(IncomeKind.CHILD_BENEFIT, "120", "i2", person="p1"),)
    shared = child("p2", 0, birth_date=NEW, custody_share=Decimal("0.5"))
    found = examined(facts_of(adult(), shared, incomes=incomes))
    assert found.outcome("child_social_supplement_wal") is not LIKELY


# ------------------------------------------------------------------------------------------------------------ questions

OF_THE_YOUNG = {"unaccompanied_minor", "assimilated_minor", "orphan", "adopted_recently", "birth_grant_paid"}
OF_CHILDREN = {"child_benefit", "child_social_supplement", "school_level", "disability_points_pillar1"}


@settings(max_examples=25)
@given(st.integers(18, 100), st.sampled_from(Region), st.sampled_from(Activity), st.sampled_from(Tenure))
def test_who_lives_alone_and_is_of_age_is_asked_nothing_about_children(age, region, activity, tenure):
    someone = adult(sex=Sex.M, activity=activity, birth_date=born(age, DAY))
    found = examined(facts_of(someone, region=region, dwelling=rented(tenure=tenure)))
    asked = {question.asked.fact for question in open_questions(found.values())}
    assert asked & (OF_THE_YOUNG | OF_CHILDREN | {"pregnant"}) == set()


def test_a_man_of_71_is_asked_for_nothing_that_his_age_answers():
    incomes = (received(IncomeKind.PENSION, "900", person="p1"),)
    retired = adult(sex=Sex.M, activity=Activity.PENSIONER, birth_date=born(71, DAY))
    found = examined(facts_of(retired, incomes=incomes))
    asked = {question.asked.fact for question in open_questions(found.values())}
    assert (
        asked & {"unaccompanied_minor", "work_willing", "self_employed_stopped", "earning_capacity_max_third"} == set()
    )
    assert found.outcome("bim_automatic") is NOT


def test_a_partner_under_age_may_be_asked_about():
    minor = adult("p2", role=Role.OTHER_ADULT, birth_date=born(16, DAY))
    found = examined(facts_of(adult(), minor))
    assert found["bim_automatic"].outcome is Outcome.POSSIBLE
    assert worker("1700").household.persons[0].role is Role.APPLICANT
