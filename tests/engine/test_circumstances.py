"""What the conditions of a pack can ask about a household follows from its facts."""

from __future__ import annotations

import pytest

from redi_desktop.engine.facts import Facts, circumstances
from redi_desktop.engine.household import Activity, Dwelling, Heating, Tenure
from redi_desktop.engine.income import IncomeKind
from tests.engine.households import DAY, adult, child, facts_of, received, rented


def flags_of(facts: Facts) -> frozenset[str]:
    return circumstances(facts, DAY).flags


def test_the_numbers_count_who_lives_there():
    numbers = circumstances(facts_of(adult(), child("p2", 17), child("p3", 18)), DAY).numbers
    assert numbers == {"household_size": 3, "adults": 2, "children": 1, "bedrooms": 3}


def test_the_bedrooms_that_are_given_count_and_not_those_needed():
    around = circumstances(facts_of(dwelling=rented(bedrooms=0)), DAY)
    assert (around.numbers["bedrooms"], around.bedrooms_given) == (0, True)


def test_an_adults_increased_reimbursement_is_the_households_and_a_childs_is_not():
    household = facts_of(adult(), child("p2", 8, bim=True))
    around = circumstances(household, DAY)
    assert "bim" not in around.flags
    assert ["bim" in member.flags for member in around.members] == [False, True]
    assert "bim" in flags_of(facts_of(adult(), adult("p2", bim=True)))


def test_each_person_has_their_own_increased_reimbursement_and_shares_the_rest():
    around = circumstances(facts_of(adult(bim=True), adult("p2")), DAY)
    assert ["bim" in member.flags for member in around.members] == [True, False]
    assert all({"tenant", "heating_gas"} <= member.flags for member in around.members)


@pytest.mark.parametrize(
    ("kind", "is_ri"),
    [
        (IncomeKind.INTEGRATION_INCOME, True),
        (IncomeKind.EQUIVALENT_SOCIAL_AID, True),
        (IncomeKind.GRAPA, False),
        (IncomeKind.UNEMPLOYMENT, False),
    ],
)
def test_the_integration_income_and_its_equivalent_open_their_reductions(kind, is_ri):
    assert ("ri" in flags_of(facts_of(incomes=(received(kind, "100"),)))) is is_ri


@pytest.mark.parametrize(
    ("tenure", "is_tenant"),
    [
        (Tenure.PRIVATE_RENT, True),
        (Tenure.SOCIAL_RENT, True),
        (Tenure.OWNER, False),
        (Tenure.HOSTED, False),
        (Tenure.NONE, False),
    ],
)
def test_who_rents_is_a_tenant(tenure, is_tenant):
    assert ("tenant" in flags_of(facts_of(dwelling=Dwelling(tenure=tenure)))) is is_tenant


@pytest.mark.parametrize(("age", "holds"), [(11, False), (12, True), (17, True), (18, False)])
def test_a_child_from_twelve_to_seventeen_needs_a_printer(age, holds):
    assert ("child_12plus" in flags_of(facts_of(adult(), child("p2", age)))) is holds


@pytest.mark.parametrize("heating", Heating)
def test_a_dwelling_has_one_heating(heating):
    flags = flags_of(facts_of(dwelling=rented(heating=heating)))
    assert {flag for flag in flags if flag.startswith("heating_")} == {f"heating_{heating}"}


def test_heating_that_nobody_told_is_gas():
    around = circumstances(facts_of(dwelling=rented(heating=None)), DAY)
    assert around.heating is Heating.GAS
    assert "heating_gas" in around.flags


def test_lease_tariff_and_options_are_flags_when_they_hold():
    told = facts_of(dwelling=rented(new_lease=True, social_energy_tariff=True), options=("option_car",))
    assert {"new_lease", "social_energy", "option_car"} <= flags_of(told)
    assert not {"new_lease", "social_energy", "option_car"} & flags_of(facts_of())


def test_an_activity_that_is_told_comes_before_that_of_the_age():
    told = child("p2", 4, activity=Activity.PRIMARY)
    members = circumstances(facts_of(adult(), told, child("p3", 4)), DAY).members
    assert [member.activity for member in members[1:]] == [Activity.PRIMARY, Activity.PREPRIMARY]
