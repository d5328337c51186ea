"""Ages, the school of an age, and the bedrooms a household needs."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.engine.household import Activity, Person, Role, Sex, age_at, bedrooms_needed, usual_activity
from tests.engine.households import DAY, adult, born, child


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(1989, 5, 15), date(2024, 5, 14), 34),
        (date(1989, 5, 15), date(2024, 5, 15), 35),
        (date(2024, 5, 15), date(2024, 5, 15), 0),
        (date(2004, 2, 29), date(2022, 2, 28), 17),
        (date(2004, 2, 29), date(2022, 3, 1), 18),
        (date(2004, 2, 29), date(2024, 2, 29), 20),
        (date(1999, 12, 31), date(2000, 1, 1), 0),
    ],
)
def test_a_person_is_as_old_as_the_birthdays_behind_them(birth, day, age):
    assert age_at(birth, day) == age


@pytest.mark.parametrize(
    ("age", "activity"),
    [
        (0, Activity.NONE), (2, Activity.NONE), (3, Activity.PREPRIMARY), (5, Activity.PREPRIMARY),
        (6, Activity.PRIMARY), (11, Activity.PRIMARY), (12, Activity.SECONDARY), (17, Activity.SECONDARY),
        (18, None), (90, None),
    ],
)  # fmt: skip
def test_a_minor_goes_to_the_school_of_that_age_and_an_adult_has_to_be_asked(age, activity):
    assert usual_activity(age) is activity


PARTNER = adult("p2", role=Role.PARTNER, sex=Sex.M)


def boys(*ages: int) -> list[Person]:
    return [child(f"b{place}", age) for place, age in enumerate(ages)]


def girls(*ages: int) -> list[Person]:
    return [child(f"g{place}", age, sex=Sex.F) for place, age in enumerate(ages)]


@pytest.mark.parametrize(
    ("others", "rooms"),
    [
        ([], 1),
        ([PARTNER], 1),
        ([adult("p3")], 2),
        ([PARTNER, adult("p3"), adult("p4")], 3),
        (boys(4), 2),
        (boys(4, 16), 2),
        (boys(4, 8, 16), 3),
        ([*boys(4), *girls(8)], 2),
        ([*boys(11), *girls(11)], 2),
        ([*boys(12), *girls(11)], 3),
        ([*boys(11), *girls(12)], 3),
        ([*boys(15), *girls(15)], 3),
        ([*boys(4, 15), *girls(6)], 3),
        ([*boys(4, 14, 15), *girls(6)], 3),
        ([*boys(13, 14, 15), *girls(6)], 4),
        ([*boys(4, 5, 14), *girls(6, 7, 15)], 4),
        ([PARTNER, *girls(1, 3, 5, 7, 9)], 4),
    ],
)
def test_a_couple_shares_a_room_and_children_share_two_by_two(others, rooms):
    assert bedrooms_needed([adult(), *others], DAY) == rooms


def test_a_child_turns_adult_and_needs_a_room_on_the_birthday():
    family = [adult(), child("p2", 5), child("p3", 17, birth_date=date(2003, 1, 20))]
    assert bedrooms_needed(family, date(2021, 1, 19)) == 2
    assert bedrooms_needed(family, date(2021, 1, 20)) == 3


@pytest.mark.parametrize("sex", [Sex.F, Sex.M])
def test_a_partner_shares_the_couples_room_at_any_age(sex):
    partner = Person(id="p2", role=Role.PARTNER, birth_date=born(16), sex=sex)
    assert bedrooms_needed([adult(), partner], DAY) == 1
    assert bedrooms_needed([adult(), partner, *girls(0)], DAY) == 2


def test_a_young_mother_who_applies_shares_with_her_partner_and_not_with_her_baby():
    mother = adult(birth_date=born(16))
    assert bedrooms_needed([mother, PARTNER, *girls(0)], DAY) == 2


def may_share(one: Person, other: Person) -> bool:
    return one.sex is other.sex or max(age_at(p.birth_date or DAY, DAY) for p in (one, other)) < 12


def fewest_rooms(children: list[Person]) -> int:
    """Every way of pairing the children is tried."""
    if not children:
        return 0
    first, others = children[0], children[1:]
    left_over = [others, *([other for other in others if other is not m] for m in others if may_share(first, m))]
    return 1 + min(fewest_rooms(rest) for rest in left_over)


@given(st.lists(st.tuples(st.sampled_from(Sex), st.integers(0, 17)), max_size=6))
def test_no_pairing_of_the_children_needs_fewer_rooms(drawn):
    children = [child(f"c{place}", age, sex=sex) for place, (sex, age) in enumerate(drawn)]
    assert bedrooms_needed([adult(), *children], DAY) == 1 + fewest_rooms(children)


def test_the_order_of_the_persons_does_not_matter():
    family = [adult(), PARTNER, *boys(4, 14), *girls(6)]
    assert {bedrooms_needed(order, DAY) for order in permutations(family)} == {3}
