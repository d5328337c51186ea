"""Where a right exists is what its condition says: elsewhere it is no, whatever else may be true of a household."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redi_desktop.engine.household import Region
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.months import Month
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.pack import RightsRegion
from redi_desktop.engine.rights.result import Outcome
from redi_desktop.engine.rights.tree import Who
from redi_desktop.engine.rights.values import Scope, Value
from tests.engine.households import received
from tests.engine.rights.examined import DAY, catalogue, examined, lone_mother

MANY = 30
"""So many persons of whom nothing is known: whatever is counted of them stays open."""
ON_SUPPLEMENT = (received(IncomeKind.CHILD_BENEFIT_SUPPLEMENT, "50", "i9", person="p1"),)


class Blank(Scope):
    """A household of which nothing is known but its region."""

    __slots__ = ("region",)

    def __init__(self, region: RightsRegion, *, household: bool = True) -> None:
        super().__init__()
        self.region = frozenset({region.value})
        if household:
            self.people = {who: (Blank(region, household=False),) * MANY for who in Who}

    def find(self, fact: str) -> Value:
        """The region, and nothing else."""
        return self.region if fact == "region" else None


@pytest.mark.parametrize("one", catalogue().ready_for(Month.of(DAY)), ids=lambda one: one.right.id)
def test_the_condition_of_a_right_rules_out_every_region_where_it_does_not_exist(one):
    elsewhere = set(RightsRegion) - one.right.regions
    assert {region for region in elsewhere if one.condition.test(Blank(region)) is not False} == set()


def supplements_held(region: Region) -> set[str]:
    mother = lone_mother()
    told = replace(
        mother, household=replace(mother.household, region=region), incomes=(*mother.incomes, *ON_SUPPLEMENT)
    )
    return {right for right, result in examined(told).items() if result.held and "child_social_supplement" in right}


def test_a_household_has_the_right_of_its_own_region_and_not_those_of_the_others():
    assert supplements_held(Region.WALLONIA) == {"child_social_supplement_wal"}
    assert supplements_held(Region.FLANDERS) == {"child_social_supplement_vlg"}


def test_what_was_noted_of_a_right_of_another_region_is_kept():
    found = examined(lone_mother(), states={"child_social_supplement_vlg": RightStatus.GRANTED})
    right = found["child_social_supplement_vlg"]
    assert (right.outcome, right.held) == (Outcome.NOT, True)
    assert right.state is not None
