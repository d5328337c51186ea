"""The same case with something changed: nothing changed changes nothing, and what follows by law follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.changes_of_life import Change, ChangeKind, apply_change
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.facts import Facts, WorkerProposal
from redi_desktop.engine.family_supplements import supplements
from redi_desktop.engine.household import Activity, Person, Region, Role, Tenure
from redi_desktop.engine.household_means import integration_income_facts
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.integration_income.compute import compute
from redi_desktop.engine.money import Period
from redi_desktop.engine.right_states import Answer
from redi_desktop.engine.scenario import Outcome, Scenario, difference, play
from redi_desktop.engine.statuses import bim_test
from redi_desktop.packs.embedded import load_embedded_legal
from tests.engine.drawn import facts
from tests.engine.households import adult, child, embedded, euro, facts_of, owed, paid, received, rented

K, C = IncomeKind, ChangeKind
DAY = date(2026, 6, 15)


@cache
def parameters() -> Parameters:
    return Parameters(embedded().pack, None, load_embedded_legal())


def legal() -> Any:
    return parameters().legal


def played(told: Facts, *changes: Change) -> Outcome:
    return play(told, Scenario(id="s", changes=changes), parameters(), legal(), told.reference_date or DAY)


def told_of(outcome: Outcome) -> list[str]:
    return [finding.code for finding in outcome.consequences]


def change(kind: ChangeKind, amount: str | None = None, **other: Any) -> Change:
    return Change(kind=kind, amount=None if amount is None else Decimal(amount), **other)


def job(amount: str, person: str = "p1") -> Change:
    return change(C.TAKE_JOB, amount, person=person)


def woman(**other: Any) -> Person:
    """A woman of 36 who looks for work and has the increased reimbursement."""
    usual = adult(birth_date=date(1990, 1, 1), activity=Activity.JOBSEEKER, bim=True)
    return replace(usual, **other)


def in_2026(*persons: Person, **other: Any) -> Facts:
    told = {"dwelling": rented(social_energy_tariff=True)} | other
    return facts_of(*(persons or (woman(),)), reference_date=DAY, **told)


ON_RI = in_2026(incomes=(received(K.INTEGRATION_INCOME, "1340.47", person="p1"),))

# Nothing changed -----------------------------------------------------------------------------------------------------


@settings(max_examples=50)
@given(facts())
def test_a_scenario_without_a_change_changes_nothing(told):
    outcome = played(told)
    base = assess(told, parameters())
    assert (outcome.facts, outcome.bad, outcome.consequences) == (told, (), ())
    assert outcome.assessment is not None
    assert outcome.assessment.retained == base.retained
    assert outcome.assessment.proposal == base.proposal
    changed = difference(base, outcome.assessment)
    assert set(changed.by_need.values()) == {0}
    assert {changed.retained, changed.income, changed.balance, changed.proposal} == {0}


@settings(max_examples=30)
@given(facts(), st.sampled_from([change(C.DROP_INCOME, income="i99"), change(C.SET_EXPENSE, expense_kind=None)]))
def test_a_change_that_finds_nothing_to_change_changes_nothing(told, nothing):
    outcome = played(told, nothing)
    assert (outcome.facts, outcome.consequences) == (told, ())


@settings(max_examples=40)
@given(facts(), st.integers(0, 4000).map(Decimal))
def test_what_a_scenario_changes_is_the_difference_of_two_assessments(told, wage):
    outcome = played(told, Change(kind=C.TAKE_JOB, person="p1", amount=wage))
    base = assess(told, parameters())
    assert outcome.assessment is not None
    changed = difference(base, outcome.assessment)
    debts = outcome.assessment.retained.debts_total - base.retained.debts_total
    assert changed.retained == sum(changed.by_need.values()) + debts
    assert changed.balance == changed.income - changed.retained
    assert outcome.assessment == assess(outcome.facts, parameters(), told.reference_date)


@settings(max_examples=30)
@given(facts(), st.integers(0, 3000), st.integers(0, 3000))
def test_a_higher_wage_never_leaves_less_integration_income_than_it_takes_away(told, one, more):
    """A euro more of wage costs at most a euro of integration income, and once the general exemption of category 3."""
    low, high = (received_after(told, wage) for wage in (one, one + more))
    assert 0 <= low - high <= more + Decimal("25.84")


def received_after(told: Facts, wage: int) -> Decimal:
    row = received(K.INTEGRATION_INCOME, "1000", "ri", person="p1")
    others = tuple(
        income for income in told.incomes if income.kind not in (K.INTEGRATION_INCOME, K.EQUIVALENT_SOCIAL_AID)
    )
    outcome = played(replace(told, incomes=(*others, row)), job(str(wage)))
    rows = (income.amount or Decimal(0) for income in outcome.facts.incomes if income.id == "ri")
    return sum(rows, Decimal(0))


# The worker's own proposal -------------------------------------------------------------------------------------------


def test_the_workers_own_amount_belongs_to_the_case_as_it_is():
    own = replace(ON_RI, proposal=WorkerProposal(amount=Decimal(300), reason="her child is ill"))
    outcome = played(own, change(C.GET_SOCIAL_ENERGY_TARIFF), change(C.SET_INCOME, "50", income_kind=K.OTHER))
    assert outcome.assessment is not None
    assert outcome.assessment.proposal.worker is None
    unchanged = played(own)
    assert unchanged.assessment is not None
    assert unchanged.assessment.proposal.amount == 300


# The integration income ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wage", "left"),
    [
        ("300", "1340.47"),  # below the exemption of 315.67
        ("336.50", "1340.47"),  # and below the general exemption of 20.83 on top of it
        ("336.51", "1340.46"),
        ("1000", "676.97"),  # 1340.47 less 1000 - 315.67 - 20.83
    ],
)
def test_the_integration_income_falls_by_the_wage_less_the_exemptions(wage, left):
    outcome = played(ON_RI, job(wage))
    (row,) = [income for income in outcome.facts.incomes if income.kind is K.INTEGRATION_INCOME]
    assert row.amount == euro(left)
    assert ("scenario_ri_changed" in told_of(outcome)) is (left != "1340.47")


def test_what_the_cpas_really_pays_is_the_starting_point():
    reduced = replace(ON_RI, incomes=(received(K.INTEGRATION_INCOME, "1200", person="p1"),))
    (row,) = [income for income in played(reduced, job("1000")).facts.incomes if income.kind is K.INTEGRATION_INCOME]
    assert row.amount == euro("1200") - (euro("1340.47") - euro("676.97"))


def test_where_the_law_leaves_nothing_nothing_is_left_even_if_more_was_paid():
    more = replace(ON_RI, incomes=(received(K.INTEGRATION_INCOME, "1450", person="p1"),))
    assert [row.kind for row in played(more, job("1800")).facts.incomes] == [K.WAGE]


def test_an_equivalent_aid_follows_in_the_same_way_and_keeps_its_kind():
    aid = replace(ON_RI, incomes=(received(K.EQUIVALENT_SOCIAL_AID, "16085.64", period=Period.YEAR),))
    (row,) = [row for row in played(aid, job("1000")).facts.incomes if row.kind is K.EQUIVALENT_SOCIAL_AID]
    assert (row.amount, row.period) == (euro("676.97"), Period.MONTH)


def test_an_integration_income_of_which_nothing_is_left_is_taken_away_and_with_it_the_fares_it_opens():
    outcome = played(ON_RI, job("2500"))
    assert [row.kind for row in outcome.facts.incomes] == [K.WAGE]
    assert outcome.assessment is not None
    assert "ri" not in outcome.assessment.circumstances.flags


def test_before_the_legal_tables_begin_it_is_said_that_the_integration_income_is_not_known():
    early = replace(ON_RI, reference_date=date(2017, 6, 15))
    assert told_of(played(early, job("1000"))) == ["scenario_ri_unknown"]


def test_without_legal_tables_nothing_follows():
    outcome = play(ON_RI, Scenario(id="s", changes=(job("2500"),)), embedded(), None, DAY)
    assert outcome.consequences == ()
    assert {row.kind for row in outcome.facts.incomes} == {K.INTEGRATION_INCOME, K.WAGE}


def test_a_right_that_opens_is_named_with_its_amount_and_not_counted():
    pair = in_2026(
        woman(),
        adult("p2", role=Role.PARTNER, birth_date=date(1988, 1, 1)),
        incomes=(received(K.WAGE, "2000", person="p2"),),
    )
    outcome = played(pair, change(C.PERSON_LEAVES, person="p2"))
    (opens,) = [finding for finding in outcome.consequences if finding.code == "scenario_ri_may_open"]
    assert opens.values["amount"] == euro("1340.47")
    assert outcome.facts.incomes == ()


def test_what_a_minor_earns_is_no_resource_of_the_parent():
    family = (woman(), child("p2", 16, birth_date=date(2010, 1, 1)))
    told = in_2026(*family, incomes=(received(K.WAGE, "400", person="p2"), received(K.CHILD_BENEFIT, "200", "i2")))
    result = compute(integration_income_facts(told, DAY), legal())
    assert (result.resources, result.monthly) == (euro("0"), result.monthly_rate)


# The increased reimbursement and the social energy tariff ------------------------------------------------------------


def test_the_ceiling_of_the_income_test_is_brought_to_the_day_with_the_index():
    test = bim_test(ON_RI, legal(), parameters().pack.health_index or parameters().pack.index, DAY)
    assert test is not None
    assert (test.income, test.ceiling) == (euro("16085.64"), euro("27380.86"))  # 25630.67 x 139.08 / 130.19
    assert not test.passed


@pytest.mark.parametrize(
    ("wage", "bim", "codes"),
    [
        ("1000", True, ["scenario_ri_changed"]),
        ("2281", True, ["scenario_ri_changed", "scenario_social_tariff_lost", "scenario_bim_to_check"]),
        ("2282", False, ["scenario_ri_changed", "scenario_social_tariff_lost", "scenario_bim_lost"]),
    ],
)
def test_the_increased_reimbursement_is_lost_above_the_ceiling(wage, bim, codes):
    # 27380.86 a year is 2281.74 a month.
    outcome = played(ON_RI, job(wage))
    assert told_of(outcome) == codes
    assert outcome.facts.household.persons[0].bim is bim
    assert outcome.facts.dwelling.social_energy_tariff is ("scenario_social_tariff_lost" not in codes)


def test_a_status_that_no_income_explained_is_left_alone():
    well_off = in_2026(incomes=(received(K.WAGE, "4000", person="p1"),))
    outcome = played(well_off, job("4500"))
    assert told_of(outcome) == []
    assert outcome.facts.household.persons[0].bim
    assert outcome.facts.dwelling.social_energy_tariff


def test_dropping_debts_takes_no_status_away():
    well_off = in_2026(incomes=(received(K.WAGE, "4000", person="p1"),), debts=(owed("100"),))
    assert told_of(played(well_off, change(C.DROP_DEBTS))) == []


def test_a_status_that_the_scenario_asks_for_is_not_taken_away_by_it():
    outcome = played(ON_RI, job("2500"), change(C.GET_BIM), change(C.GET_SOCIAL_ENERGY_TARIFF))
    assert outcome.facts.household.persons[0].bim
    assert outcome.facts.dwelling.social_energy_tariff


def test_another_adults_reimbursement_is_their_own():
    friend = adult("p2", bim=True, birth_date=date(1990, 1, 1))
    told = in_2026(woman(), friend, incomes=(received(K.INTEGRATION_INCOME, "893.65", person="p1"),))
    persons = played(told, job("2500")).facts.household.persons
    assert [person.bim for person in persons] == [False, True]


def test_where_the_tables_hold_no_ceiling_the_worker_is_asked_to_check():
    told = replace(ON_RI, reference_date=date(2022, 6, 15))
    assert told_of(played(told, job("2500"))) == [
        "scenario_ri_changed", "scenario_social_tariff_lost", "scenario_bim_unknown"
    ]  # fmt: skip


# Supplements to child benefit -----------------------------------------------------------------------------------------

SMALL = (child("p3", 5, birth_date=date(2021, 1, 1)), child("p4", 3, birth_date=date(2023, 1, 1)))
PARTNER = adult("p2", role=Role.PARTNER, birth_date=date(1988, 1, 1))


@pytest.mark.parametrize(
    ("persons", "wage", "amount"),
    [
        ((woman(bim=False), PARTNER, *SMALL), "2000", "136.78"),  # 2 x 68.39
        ((woman(bim=False), PARTNER, *SMALL), "3000", "62.18"),  # 2 x 31.09: 36000.00 is above 34000.47
        ((woman(bim=False), PARTNER, *SMALL), "5000", "0.00"),  # 60000.00 is above 54867.79
        ((woman(bim=True), PARTNER, *SMALL), "5000", "136.78"),
        ((woman(bim=False), *SMALL), "2000", "186.52"),  # 2 x (68.39 + 24.87)
        ((woman(bim=False), *SMALL), "3000", "87.04"),  # 2 x (31.09 + 12.43)
        ((woman(bim=False), PARTNER, *SMALL, child("p5", 1, birth_date=date(2025, 1, 1))), "2000", "335.73"),
        ((woman(bim=False), PARTNER), "2000", "0.00"),
    ],
)
def test_walloon_supplements_follow_income_status_and_family(persons, wage, amount):
    told = in_2026(*persons, incomes=(received(K.WAGE, wage, person="p1"),))
    assert supplements(told, legal(), DAY) == euro(amount)


@pytest.mark.parametrize(
    "told",
    [
        in_2026(woman(), child("p2", 8, birth_date=date(2018, 1, 1))),  # the older scale
        in_2026(woman(), SMALL[0], region=Region.FLANDERS),
        replace(in_2026(woman(bim=False), SMALL[0]), reference_date=date(2024, 6, 1)),
    ],
)
def test_where_the_tables_do_not_reach_no_supplement_is_made_up(told):
    assert supplements(told, legal(), told.reference_date) is None
    benefit = received(K.CHILD_BENEFIT_SUPPLEMENT, "50", "supplement", person="p1")
    outcome = played(replace(told, incomes=(benefit,)), job("6000"))
    assert "scenario_supplement_to_check" in told_of(outcome)
    assert benefit in outcome.facts.incomes


# The changes themselves -----------------------------------------------------------------------------------------------


def test_a_job_takes_the_place_of_the_wage_and_the_unemployment_benefit():
    told = in_2026(
        incomes=(
            received(K.UNEMPLOYMENT, "900", "i1", person="p1"),
            received(K.WAGE, "400", "i2"),
            received(K.WAGE, "700", "i3", person="p9"),
            received(K.RENTAL_INCOME, "100", "i4", person="p1"),
        )
    )
    after = apply_change(told, job("1800"))
    assert [(row.kind, row.amount) for row in after.incomes] == [
        (K.WAGE, euro("700")), (K.RENTAL_INCOME, euro("100")), (K.WAGE, euro("1800"))
    ]  # fmt: skip
    assert after.household.persons[0].activity is Activity.WORKING


def test_a_partners_job_leaves_the_incomes_that_name_nobody_to_the_applicant():
    told = in_2026(woman(), PARTNER, incomes=(received(K.UNEMPLOYMENT, "900"),))
    assert [row.kind for row in apply_change(told, job("1800", "p2")).incomes] == [K.UNEMPLOYMENT, K.WAGE]


def test_who_leaves_takes_along_what_is_theirs():
    told = in_2026(
        woman(),
        SMALL[0],
        SMALL[1],
        incomes=(received(K.CHILD_BENEFIT, "400"), received(K.OTHER, "30", "i2", person="p3")),
        expenses=(paid(ExpenseKind.SCHOOL, "20", person="p3"), paid(ExpenseKind.SCHOOL, "25", "e2", person="p4")),
        answers=(Answer(key="orphan@p3", text="yes"), Answer(key="in_need", text="yes")),
    )
    one_left = apply_change(told, change(C.PERSON_LEAVES, person="p3"))
    assert [row.kind for row in one_left.incomes] == [K.CHILD_BENEFIT]
    assert [row.id for row in one_left.expenses] == ["e2"]
    assert [answer.key for answer in one_left.answers] == ["in_need"]
    assert apply_change(one_left, change(C.PERSON_LEAVES, person="p4")).incomes == ()


def test_moving_to_social_housing_leaves_the_costs_of_the_old_home_behind():
    old = (ExpenseKind.RENT, ExpenseKind.COMMON_CHARGES, ExpenseKind.MORTGAGE_CAPITAL, ExpenseKind.GAS)
    told = in_2026(
        expenses=tuple(paid(kind, "100", f"e{n}") for n, kind in enumerate(old)),
        dwelling=rented(bedrooms=4, new_lease=True),
    )
    after = apply_change(told, change(C.MOVE_TO_SOCIAL_HOUSING, "300"))
    assert [(row.kind, row.amount) for row in after.expenses] == [
        (ExpenseKind.GAS, euro("100")), (ExpenseKind.RENT, euro("300"))
    ]  # fmt: skip
    home = after.dwelling
    assert (home.tenure, home.bedrooms, home.new_lease) == (Tenure.SOCIAL_RENT, None, False)


def test_an_expense_goes_back_to_the_reference_when_no_amount_is_given():
    told = in_2026(expenses=(paid(ExpenseKind.GAS, "200"), paid(ExpenseKind.GAS, "50", "e2")))
    assert apply_change(told, change(C.SET_EXPENSE, expense_kind=ExpenseKind.GAS)).expenses == ()


def test_a_case_that_gives_no_number_gives_no_consequences_either():
    nobody_asks = in_2026(woman(role=Role.OTHER_ADULT))
    outcome = played(nobody_asks, job("1000"))
    assert (outcome.assessment, outcome.consequences) == (None, ())
    assert [finding.code for finding in outcome.bad] == ["no_applicant"]
