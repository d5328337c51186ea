"""Which rights are found for a household, through which others, for what amount, and what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.expenses import Debt, DebtPlan, ExpenseKind
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity, Heating, Region, Role, Sex, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.months import Month
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.answers import answer_key, read_answers
from redi_desktop.engine.rights.case_facts import FactSheet, HouseholdScope
from redi_desktop.engine.rights.found_facts import How
from redi_desktop.engine.rights.reasons import explain_right
from redi_desktop.engine.rights.result import MARGIN, open_questions, open_rights
from redi_desktop.engine.rights.situation import Situation, WorkedOut
from redi_desktop.engine.rights.tree import Who
from redi_desktop.engine.rights.values import Holding, Range
from redi_desktop.packs.embedded import load_embedded
from tests.engine import drawn
from tests.engine.households import adult, facts_of, paid, received, rented
from tests.engine.rights.examined import DAY, LIKELY, NOT, POSSIBLE, catalogue, examined, lone_mother, worker, young


def scope_of(facts, **other) -> HouseholdScope:
    return HouseholdScope(Situation(facts, DAY, **other), FactSheet(catalogue().pack.facts))


# -------------------------------------------------------------------------------------------------------------- cascade


def test_one_right_opens_another_and_says_so():
    found = examined(lone_mother())
    assert found.outcome("bim_income_test") is LIKELY
    assert found.outcome("bus_tec") is LIKELY
    assert found.through("bus_tec") == ["bim_income_test"]
    assert found.through("bim_income_test") == []


def test_a_chain_of_three_is_followed_to_its_end():
    facts = facts_of(
        adult(activity=Activity.JOBSEEKER), incomes=(received(IncomeKind.UNEMPLOYMENT, "500", person="p1"),)
    )
    told = {"effective_residence_belgium": "yes", "residence_status": "belgian"}
    means = WorkedOut(category_amount=Decimal("1340.47"), counted_resources=Decimal(500))
    found = examined(facts, told, worked_out=means)
    assert found.outcome("integration_income_topup") is LIKELY
    assert found.through("bim_automatic") == ["integration_income_topup"]
    assert found.through("third_party_payer_no_supplements") == ["bim_automatic"]


def test_a_right_only_gains_by_what_is_assumed():
    found = examined(lone_mother())
    assert found.outcome("bim_automatic") is POSSIBLE  # it asks for a household without BIM
    assert found.asks("bim_automatic") == ["income_kind"]


def test_a_refused_right_opens_nothing():
    found = examined(lone_mother(), states={"bim_income_test": RightStatus.REFUSED})
    assert found.outcome("bus_tec") is not LIKELY
    assert found["bim_income_test"].outcome is LIKELY
    assert not found["bim_income_test"].is_open


def test_a_granted_right_is_held_and_opens_for_good():
    found = examined(lone_mother(), states={"bim_income_test": RightStatus.GRANTED})
    assert found["bim_income_test"].held
    assert found.outcome("bim_income_test") is NOT
    assert found.outcome("bus_tec") is LIKELY
    assert found.through("bus_tec") == []
    assert found["bim_automatic"].held, "one BIM is enough"


def test_what_the_case_shows_as_held_is_not_proposed():
    facts = lone_mother(dwelling=rented(social_energy_tariff=True))
    found = examined(facts)
    assert found["social_energy_tariff"].held
    assert found["integration_income"].held
    assert not found["student_integration_income"].held, "she is no student"
    assert not found["social_energy_tariff"].is_open


# ------------------------------------------------------------------------------------------------------------ questions


def test_a_possible_right_asks_one_or_two_questions_and_others_none():
    for result in examined(worker("1700")).values():
        asked = len(result.questions)
        assert 1 <= asked <= 2 if result.outcome is POSSIBLE and result.is_open else asked == 0, result.right.id
        assert result.further_questions == 0 or asked == 2, result.right.id


def test_a_right_that_needs_three_answers_asks_two_and_says_that_there_is_one_more():
    owing = lone_mother(debts=(Debt(id="d1", remaining=Decimal(900)), Debt(id="d2", remaining=Decimal(50))))
    settlement = examined(owing, {"is_trader": "no"})["collective_debt_settlement"]
    assert (len(settlement.questions), settlement.further_questions) == (2, 0)
    unknown = examined(facts_of(adult(), debts=owing.debts))["collective_debt_settlement"]
    assert (len(unknown.questions), unknown.further_questions) == (2, 1)
    assert explain_right(unknown).values["answers"] == 3
    (further,) = [node for node in explain_right(unknown).walk() if node.rule == "right.further"]
    assert further.values["count"] == 1


def test_the_answer_decides_and_is_not_asked_again():
    facts = lone_mother()
    assert examined(facts).asks("bim_automatic") == ["income_kind"]
    (question,) = examined(facts)["bim_automatic"].questions
    key = answer_key(question.asked)
    assert key == "income_kind.integration_income"
    assert examined(facts, {key: "4"}).outcome("bim_automatic") is LIKELY
    later = examined(facts, {key: "2"})
    assert later.outcome("bim_automatic") is POSSIBLE
    assert "income_kind" not in later.asks("bim_automatic")


def test_an_answer_for_one_child_is_not_one_for_the_other():
    facts = lone_mother()
    open_to_one = examined(facts, {"orphan@p2": "yes"})
    assert open_to_one.outcome("orphan_supplement") is LIKELY
    (question, *_) = examined(facts, {"orphan@p2": "no"})["orphan_supplement"].questions
    assert question.asked.persons == ("p3",)
    assert examined(facts, {"orphan@p2": "no", "orphan@p3": "no"}).outcome("orphan_supplement") is NOT
    assert examined(facts, {"orphan": "no"}).outcome("orphan_supplement") is NOT


def test_the_questions_on_which_most_hangs_come_first():
    questions = open_questions(examined(worker("1700")).values())
    counts = [question.rights for question in questions]
    assert counts == sorted(counts, reverse=True)
    assert questions[0].asked.fact == "in_need"
    assert len({question.asked[::2] for question in questions}) == len(questions)


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("no_such_fact", "yes", "answer_fact_unknown"),
        ("in need", "yes", "answer_fact_unknown"),
        ("income_kind.gold", "3", "answer_fact_unknown"),
        ("in_need", "perhaps", "answer_not_understood"),
        ("water_arrears", "NaN", "answer_not_understood"),
        ("water_arrears", "-3", "answer_not_understood"),
        ("unemployment_end_date", "31/12/2026", "answer_not_understood"),
        ("residence_status", "martian", "answer_not_understood"),
        ("residence_status", "belgian;refugee", "answer_not_understood"),
        ("income_kind", "wage;gold", "answer_not_understood"),
    ],
)
def test_an_answer_that_is_not_understood_is_named_and_not_used(key, text, code):
    _answers, findings = read_answers({key: text}, catalogue().pack.facts)
    assert [(finding.code, finding.field) for finding in findings] == [(code, f"answers.{key}")]
    assert examined(worker("1700"), {key: text}).keys() == catalogue().pack.right_by_id.keys()


def test_no_income_at_all_is_an_answer():
    nothing = facts_of(adult(activity=Activity.JOBSEEKER))
    assert "income_kind" in examined(nothing).asks("social_internet")
    assert examined(nothing, {"income_kind": ""}).outcome("social_internet") is NOT


# ------------------------------------------------------------------------------------------------- ceilings and amounts


def test_an_old_ceiling_is_moved_by_the_health_index_before_anybody_is_ruled_out():
    ready = {one.right.id: one for one in catalogue().ready_for(Month(2026, 6))}
    ceiling = ready["social_housing_registration_vlg"].ceiling
    assert ceiling is not None
    assert str(ceiling.index_from.month) == "2023-01"
    assert ceiling.factor == Decimal("139.08") / Decimal("128.00") * MARGIN
    single = facts_of(adult(), region=Region.FLANDERS)
    told = {"owns_property": "no", "social_housing_registered": "no"}
    within = 28105 * ceiling.factor
    assert (
        examined(single, told | {"taxable_year": f"{within:.2f}"}).outcome("social_housing_registration_vlg") is LIKELY
    )
    above = examined(single, told | {"taxable_year": f"{within + 1:.2f}"})
    assert above.outcome("social_housing_registration_vlg") is NOT


def test_a_ceiling_is_never_lowered_for_an_older_case():
    factors = {one.right.id: one.ceiling.factor for one in catalogue().ready_for(Month(2021, 1)) if one.ceiling}
    assert factors["bim_income_test"] == MARGIN
    assert factors["study_allowance_fwb"] > MARGIN


def test_the_amounts_of_today_are_not_old():
    told = {"effective_residence_belgium": "yes", "residence_status": "belgian"}
    means = WorkedOut(
        category_amount=Decimal("1340.47"),
        counted_resources=Decimal("840.47"),
        integration_income=Decimal("520.83"),
    )
    found = examined(worker("861.30"), told, worked_out=means)
    result = found["integration_income_topup"]
    assert (result.amount, result.amount_date, result.amount_is_old) == (Decimal("520.83"), None, False)


def test_the_most_valuable_comes_first_within_each_outcome():
    results = [*examined(lone_mother()).values()]
    outcomes = [result.outcome for result in results]
    assert outcomes == sorted(outcomes, key=[LIKELY, POSSIBLE, NOT].index)
    for outcome in (LIKELY, POSSIBLE):
        worths = [result.worth for result in results if result.outcome is outcome]
        assert worths == sorted(worths, reverse=True)


def test_likely_rights_that_are_settled_are_not_named_again():
    facts = lone_mother()
    named = {result.right.id for result in open_rights(examined(facts).values())}
    assert "social_energy_tariff" in named
    settled = examined(facts, states={"social_energy_tariff": RightStatus.NOT_APPLICABLE})
    assert named - {result.right.id for result in open_rights(settled.values())} == {"social_energy_tariff"}
    asked = examined(facts, states={"social_energy_tariff": RightStatus.ASKED})
    assert asked["social_energy_tariff"].is_open


# -------------------------------------------------------------------------------------------- what a case says of facts


def test_a_wage_only_gives_limits_of_the_gross_income():
    scope = scope_of(worker("1700"))
    assert scope["gross_month_current"] == Range(Decimal(1700), Decimal(3400))
    assert scope["gross_year_household"] == Range(0, Decimal(3400 * 12))
    assert scope["net_month_household"] == Decimal(1700)
    assert scope.origin("gross_year_household").how is How.ESTIMATED


def test_a_high_wage_does_not_rule_out_what_looks_at_another_year():
    assert examined(worker("4200", dwelling=rented(heating=Heating.OIL))).outcome("heating_oil_allowance") is POSSIBLE


def test_an_unfinished_income_leaves_the_top_open():
    row = replace(received(IncomeKind.WAGE, "1", "i2", person="p1"), amount=None)
    facts = worker("1700")
    scope = scope_of(replace(facts, incomes=(*facts.incomes, row)))
    assert scope["gross_month_current"] == Range(Decimal(1700), None)


def test_family_benefits_and_grants_are_no_income_of_the_household():
    scope = scope_of(lone_mother())
    assert scope["net_month_household"] == Decimal("1776.07")


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((adult(), young("p2", 8)), True),
        ((adult(), adult("p3", role=Role.PARTNER), young("p2", 8)), False),
        ((adult(),), False),
        ((adult(), adult("p3"), young("p2", 8)), None),
        ((adult(), young("p2", 26)), False),
    ],
)
def test_a_single_parent_has_children_and_no_partner(people, expected):
    assert scope_of(facts_of(*people))["single_parent"] is expected


def test_children_are_the_children_and_the_minors():
    scope = scope_of(facts_of(adult(), young("p2", 20), adult("p3", birth_date=date(2012, 1, 1))))
    assert (scope["children_at_charge_n"], scope["adults_n"], scope["household_n"]) == (2, 2, 3)


def test_gas_may_be_the_heating_of_the_building():
    scope = scope_of(lone_mother())
    assert scope["heating"] == frozenset({"gas", "collective_gas"})
    assert scope_of(lone_mother(dwelling=rented(heating=None)))["heating"] is None


def test_sickness_may_have_become_invalidity():
    facts = facts_of(adult(), incomes=(received(IncomeKind.SICKNESS_INVALIDITY, "1500", person="p1"),))
    kinds = scope_of(facts)["income_kind"]
    assert isinstance(kinds, Holding)
    assert (kinds.has("sickness_benefit"), kinds.has("invalidity"), kinds.has("pension")) == (True, None, False)


def test_one_child_benefit_for_all_is_one_for_each():
    scope = scope_of(lone_mother())
    assert [person["child_benefit"] for person in scope.people[Who.CHILD]] == [True, True]
    own = (received(IncomeKind.CHILD_BENEFIT, "190", person="p2"), received(IncomeKind.WAGE, "900", "i2", person="p1"))
    scope = scope_of(lone_mother(incomes=own))
    assert [person["child_benefit"] for person in scope.people[Who.CHILD]] == [True, False]


def test_debts_show_how_they_are_settled():
    def owing(*plans):
        return scope_of(lone_mother(debts=tuple(Debt(id=plan, plan=plan, remaining=Decimal(100)) for plan in plans)))

    assert owing(DebtPlan.FRIENDLY, DebtPlan.COLLECTIVE)["debt_procedure"] == {"collective_settlement"}
    assert owing(DebtPlan.NONE)["debt_procedure"] == {"none", "cpas_energy_guidance"}
    assert owing()["debt_procedure"] is None
    assert owing(DebtPlan.NONE)["debt_total"] == Decimal(100)


def test_energy_counts_as_a_share_of_the_income_once_both_are_known():
    facts = worker("1500", expenses=(paid(ExpenseKind.GAS, "120"), paid(ExpenseKind.ELECTRICITY, "60", "e2")))
    assert scope_of(facts)["energy_share_of_income"] == Decimal("0.12")
    assert examined(facts).outcome("gas_electricity_fund") is LIKELY
    assert scope_of(worker("1500"))["energy_share_of_income"] is None


def test_a_deficit_is_a_need_and_a_surplus_says_nothing():
    assert scope_of(lone_mother(), worked_out=WorkedOut(balance=Decimal("-0.01")))["in_need"] is True
    assert scope_of(lone_mother(), worked_out=WorkedOut(balance=Decimal(50)))["in_need"] is None


def test_no_woman_of_that_age_no_pregnancy():
    assert scope_of(facts_of(adult(sex=Sex.M)))["pregnant"] is False
    assert scope_of(facts_of(adult()))["pregnant"] is None


def test_hosted_people_count_as_without_a_home_for_the_installation_grant():
    facts = lone_mother(dwelling=rented(tenure=Tenure.HOSTED))
    told = {"installation_grant_received": "no"}
    assert examined(facts, told).outcome("installation_grant") is LIKELY


def test_of_an_empty_case_hardly_anything_is_known_and_nothing_is_ruled_out_for_want_of_it():
    found = examined(Facts())
    assert found.outcome("bus_tec") is POSSIBLE
    assert found.outcome("integration_income") is POSSIBLE
    assert "region" in {question.asked.fact for question in open_questions(found.values())}


def test_a_birth_date_that_is_missing_leaves_the_age_open():
    found = examined(facts_of(adult(birth_date=None)))
    assert found.outcome("grapa") is POSSIBLE


def test_the_german_speaking_community_has_rights_of_its_own_and_the_prices_of_wallonia():
    walloon = lone_mother()
    german = replace(walloon, household=replace(walloon.household, german_community=True))
    found = examined(german)
    assert found.outcome("child_social_supplement_dg") is not NOT
    assert found.outcome("child_social_supplement_wal") is NOT
    assert examined(walloon).outcome("child_social_supplement_dg") is NOT
    assert examined(walloon, {"region": "DG"}).outcome("child_social_supplement_dg") is not NOT
    there, here = (assess(facts, Parameters(load_embedded()), DAY) for facts in (german, walloon))
    assert there.retained.total == here.retained.total


# ---------------------------------------------------------------------------------------------------------- explanation


def test_the_explanation_tells_what_decides():
    found = examined(lone_mother())
    tree = explain_right(found["bus_tec"])
    assert tree.rule == "right.likely"
    rules = [node.rule for node in tree.walk()]
    assert rules.count("right.through") == 1
    assert "right.source" in rules
    bim = next(node for node in tree.walk() if node.values.get("fact") == "bim")
    assert (bim.values["verdict"], bim.values["how"]) == ("yes", "assumed")
    assert "intervention majorée" in str(bim.values["brought_by"]).lower()


def test_a_failing_condition_tells_the_parts_that_fail_and_no_others():
    tree = explain_right(examined(lone_mother())["rent_subsidy_vlg"])
    told = [node.values["fact"] for node in tree.walk() if "fact" in node.values]
    assert told == ["region"]


def test_an_open_condition_tells_what_is_not_known_and_what_to_ask():
    tree = explain_right(examined(lone_mother())["maintenance_advances"])
    unknown = {node.values.get("fact") for node in tree.walk() if node.values.get("verdict") == "unknown"}
    assert {"maintenance_order", "maintenance_unpaid_months_12"} <= unknown
    assert [node.values["fact"] for node in tree.walk() if node.rule == "right.question"]


def test_the_ceiling_is_told_where_it_was_compared():
    tree = explain_right(examined(lone_mother())["bim_income_test"])
    (ceiling,) = [node for node in tree.walk() if node.rule == "right.ceiling"]
    assert ceiling.values["date"] == "2024-05-01"
    compared = next(node for node in tree.walk() if node.values.get("ceiling"))
    assert compared.values["bound"] == (Decimal("27550.86") + 2 * Decimal("5100.42")) * Decimal(
        str(ceiling.values["factor"])
    )


# ----------------------------------------------------------------------------------------------------------------- laws


@settings(max_examples=25)
@given(drawn.facts())
def test_every_right_is_examined_once_and_explained(facts):
    results = catalogue().examine(facts, DAY)
    assert sorted(result.right.id for result in results) == sorted(catalogue().pack.right_by_id)
    for result in results:
        explain_right(result)


@settings(max_examples=25)
@given(drawn.facts(), st.randoms(use_true_random=False))
def test_the_order_of_incomes_debts_and_expenses_is_irrelevant(facts, random):
    def shuffled(rows):
        rows = list(rows)
        random.shuffle(rows)
        return tuple(rows)

    other = replace(
        facts, incomes=shuffled(facts.incomes), expenses=shuffled(facts.expenses), debts=shuffled(facts.debts)
    )
    first, second = catalogue().examine(facts, DAY), catalogue().examine(other, DAY)
    assert {r.right.id: (r.outcome, r.amount) for r in first} == {r.right.id: (r.outcome, r.amount) for r in second}
