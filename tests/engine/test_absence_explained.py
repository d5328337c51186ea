"""Asking why something is not in the budget has an answer for every item of the pack."""

from __future__ import annotations

from typing import Any

import pytest

from redi_desktop.engine.baskets import explain_absence
from redi_desktop.engine.household import Heating, Person, Region, Sex, Tenure
from tests.engine.households import adult, budget_of, child, family, rented
from tests.engine.small_pack import small_pack


def absent(item_id: str, *persons: Person, **other: Any) -> list[tuple[str, dict[str, object]]]:
    """Why an item of the small pack is not there: rule and values but the item's own name."""
    result = budget_of(*persons, **other)
    nodes = explain_absence(result.facts, result.circumstances, small_pack().item_by_id[item_id])
    assert all(node.values["item"] == item_id for node in nodes)
    return [(node.rule, {k: v for k, v in node.values.items() if k != "item"}) for node in nodes]


def test_an_item_of_another_region_says_so():
    assert absent("care_premium") == [("absent.region", {"region": "flanders"})]


def test_a_rent_says_which_tenure_or_how_many_bedrooms_it_is_for():
    assert absent("flat") == [("absent.condition", {"term": "bedrooms=2"})]
    assert absent("flat", dwelling=rented(tenure=Tenure.OWNER)) == [("absent.tenure", {"tenure": "private_rent"})]


def test_the_term_that_fails_is_the_one_named():
    assert absent("gas", dwelling=rented(heating=Heating.OIL)) == [("absent.condition", {"term": "heating_gas"})]
    assert absent("waste_tax", adult(bim=True)) == [("absent.condition", {"term": "!bim"})]


def test_an_item_of_persons_says_why_for_each_of_them():
    assert absent("school_trips", adult(), child("p2", 4), child("p3", 13)) == [
        ("absent.age", {"person": "p1", "age": 40, "age_min": 6, "age_max": 17}),
        ("absent.age", {"person": "p2", "age": 4, "age_min": 6, "age_max": 17}),
        ("absent.activity", {"person": "p3", "activity": "primary"}),
    ]
    assert absent("skirt", adult(sex=Sex.M)) == [("absent.sex", {"person": "p1", "sex": "f"})]
    assert absent("bus_bim", adult()) == [("absent.condition", {"person": "p1", "term": "bim"})]


def test_an_item_that_is_there_for_someone_is_not_absent():
    assert absent("school_bag", adult(), child("p2", 8)) == []
    assert absent("studio") == []


@pytest.mark.parametrize("region", Region)
def test_each_item_of_the_pack_is_either_in_the_budget_or_says_why_not(region):
    result = family(region=region)
    present = {line.item.id for line in result.reference.lines}
    for item in result.parameters.pack.items:
        why = explain_absence(result.facts, result.circumstances, item)
        assert bool(why) is (item.id not in present), item.id
