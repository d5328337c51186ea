"""A pack and a household give the reference budget line by line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from redi_desktop.engine.assess import assess
from redi_desktop.engine.household import Activity, Dwelling, Heating, Region, Sex, Tenure
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Group, Need
from tests.engine.households import adult, amounts, born, budget_of, child, embedded, euro, facts_of, received, rented

NO_HEATING = rented(heating=Heating.OTHER)


def test_a_working_woman_alone_in_a_rented_home():
    # bread 30.4375 x 1.2 = 36.525; rent 500, gas 80, water 30, waste tax 24/12; coat 108/36, skirt 24/12; bus 240/12
    assert amounts(budget_of()) == {
        ("studio", None): euro("500.00"),
        ("gas", None): euro("80.00"),
        ("water", None): euro("30.00"),
        ("waste_tax", None): euro("2.00"),
        ("bread", "p1"): euro("36.53"),
        ("coat", "p1"): euro("3.00"),
        ("skirt", "p1"): euro("2.00"),
        ("phone", "p1"): euro("10.00"),
        ("bus", "p1"): euro("20.00"),
    }


def test_the_totals_by_need_and_by_group_are_the_sums_of_the_lines():
    retained = budget_of().retained
    needs = {need: amount for need, amount in retained.reference_by_need.items() if amount}
    assert needs == {
        Need.HOUSING: euro("612.00"),
        Need.FOOD: euro("36.53"),
        Need.CLOTHING: euro("5.00"),
        Need.RELATIONS: euro("10.00"),
        Need.MOBILITY: euro("20.00"),
    }
    assert retained.reference_by_group == {
        Group.FIXED: euro("642.00"),
        Group.LIVING: euro("36.53"),
        Group.RESERVE: euro("5.00"),
    }
    assert retained.reference_total == euro("683.53")
    assert list(retained.reference_by_need) == list(Need)


@pytest.mark.parametrize(
    ("size", "bread"),
    [
        (1, "36.53"),  # 30.4375 x 1.2 = 36.525
        (2, "30.44"),
        (3, "24.35"),  # 30.4375 x 0.8
        (5, "24.35"),  # the largest size listed stands for all above
    ],
)
def test_food_costs_each_person_less_in_a_larger_household(size, bread):
    persons = [adult(f"p{number + 1}") for number in range(size)]
    assert amounts(budget_of(*persons))["bread", "p1"] == euro(bread)


def test_an_item_without_size_factor_costs_the_same_in_every_household():
    babies = [child(f"p{number}", 0) for number in (2, 3, 4)]
    assert amounts(budget_of(adult(), babies[0]))["milk_powder", "p2"] == euro("50.00")
    assert amounts(budget_of(adult(), *babies))["milk_powder", "p4"] == euro("50.00")


def test_other_needs_have_no_size_factor():
    assert amounts(budget_of(adult(), adult("p2"), adult("p3")))["phone", "p1"] == euro("10.00")


@pytest.mark.parametrize(
    ("share", "bread", "bag"),
    [
        ("1", "30.44", "2.00"),
        ("0.5", "15.22", "1.00"),  # 30.4375 / 2 = 15.21875
        ("0.333", "10.14", "0.67"),
        ("0.001", "0.03", "0.00"),
    ],
)
def test_a_child_who_is_here_part_of_the_month_costs_that_part(share, bread, bag):
    found = amounts(budget_of(adult(), child("p2", 8, custody_share=Decimal(share))))
    assert (found["bread", "p2"], found["school_bag", "p2"]) == (euro(bread), euro(bag))
    assert (found["bread", "p1"], found["gas", None]) == (euro("30.44"), euro("80.00"))


def test_half_a_cent_goes_up_for_part_of_the_month_too():
    # De Lijn's pass of 199 euro a year, for a son of 15 who is here 42 % of the month: 199 / 12 x 0.42 = 6.965
    son = child("p2", 20, custody_share=Decimal("0.42"))
    household = facts_of(adult(), son, region=Region.FLANDERS, reference_date=date(2016, 2, 1))
    assert amounts(assess(household, embedded()))["mob_delijn_12_24", "p2"] == euro("6.97")


@pytest.mark.parametrize(
    ("activity", "costs"),
    [
        (Activity.JOBSEEKER, True),
        (Activity.INCAPACITY, True),
        (Activity.INACTIVE, True),
        (Activity.WORKING, False),
        (Activity.PENSIONER, False),
        (Activity.STUDENT, False),
        (Activity.NONE, False),
    ],
)
def test_inactive_means_jobseeker_incapacity_or_inactive(activity, costs):
    assert (("job_search", "p1") in amounts(budget_of(adult(activity=activity)))) is costs


@pytest.mark.parametrize(("age", "has_bag"), [(5, False), (6, True), (17, True), (18, False)])
def test_the_bounds_of_an_age_are_inclusive(age, has_bag):
    assert (("school_bag", "p2") in amounts(budget_of(adult(), child("p2", age)))) is has_bag


def test_the_age_is_that_of_the_reference_date():
    pupil = child("p2", 5, birth_date=date(2015, 1, 16))
    eve, birthday = (budget_of(adult(), pupil, reference_date=date(2021, 1, day)) for day in (15, 16))
    assert ("school_bag", "p2") not in amounts(eve)
    assert ("school_bag", "p2") in amounts(birthday)


def test_an_item_for_women_is_not_for_men():
    found = amounts(budget_of(adult(), adult("p2", sex=Sex.M)))
    assert ("skirt", "p1") in found
    assert ("skirt", "p2") not in found


def test_an_item_of_one_region_is_not_in_the_others():
    assert ("care_premium", "p1") in amounts(budget_of(region=Region.FLANDERS))
    assert ("care_premium", "p1") not in amounts(budget_of(region=Region.WALLONIA))


@pytest.mark.parametrize("tenure", [tenure for tenure in Tenure if tenure is not Tenure.PRIVATE_RENT])
def test_a_private_rent_is_for_private_tenants_alone(tenure):
    assert ("studio", None) not in amounts(budget_of(dwelling=Dwelling(tenure=tenure)))


@pytest.mark.parametrize(
    ("bedrooms", "rent"), [(0, "500.00"), (1, "500.00"), (2, "600.00"), (3, None), (None, "500.00")]
)
def test_the_rent_follows_the_bedrooms(bedrooms, rent):
    found = amounts(budget_of(dwelling=rented(bedrooms=bedrooms)))
    assert (found.get(("studio", None)) or found.get(("flat", None))) == (euro(rent) if rent else None)


def test_a_reduction_is_the_persons_own_and_the_household_has_that_of_an_adult():
    found = amounts(budget_of(adult(), child("p2", 8, bim=True)))
    assert (found["bus", "p1"], found["bus_bim", "p2"]) == (euro("20.00"), euro("5.00"))
    assert ("waste_tax", None) in found
    assert ("waste_tax", None) not in amounts(budget_of(adult(bim=True)))


def test_the_integration_income_takes_the_place_of_another_reduction():
    aid = (received(IncomeKind.EQUIVALENT_SOCIAL_AID, "1000"),)
    found = amounts(budget_of(adult(bim=True), incomes=aid))
    assert found["bus_ri", "p1"] == euro("3.00")
    assert ("bus_bim", "p1") not in found


def test_an_option_is_there_when_it_is_chosen():
    assert ("car", None) not in amounts(budget_of())
    assert amounts(budget_of(options=("option_car",)))["car", None] == euro("300.00")


def test_the_day_asked_for_comes_before_the_reference_date():
    later = assess(facts_of(reference_date=date(2015, 1, 1)), embedded(), date(2021, 1, 15))
    assert (later.reference_date, later.month) == (date(2021, 1, 15), Month(2021, 1))
    assert amounts(later) == amounts(assess(facts_of(), embedded()))


def test_one_pack_serves_many_households_in_any_order():
    first = amounts(budget_of())
    for share in ("0.5", "1", "0.25"):
        budget_of(adult(), child("p2", 8, custody_share=Decimal(share)), region=Region.FLANDERS)
    budget_of(adult(birth_date=born(70)), dwelling=NO_HEATING, reference_date=date(2020, 6, 1))
    assert amounts(budget_of()) == first
