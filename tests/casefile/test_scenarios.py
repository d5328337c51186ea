"""Scenarios are made of typical changes, changed part by part, and played beside the case as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from redi_desktop.casefile import scenarios
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.scenarios import Player
from redi_desktop.engine.assess import Assessment, assess
from redi_desktop.engine.changes_of_life import Change, ChangeKind
from redi_desktop.engine.expenses import Debt
from redi_desktop.engine.household import Dwelling, Person, Role, Tenure
from redi_desktop.engine.needs import Need
from tests.ui.page_at_work import everything
from tests.ui.sample_cases import lone_mother

DAY = date(2026, 6, 15)


def mother(**changes: object) -> CaseFile:
    return replace(lone_mother(), reference_date=DAY, **changes)  # type: ignore[arg-type]


def result(case: CaseFile) -> Assessment:
    return assess(case.facts, everything())


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        (ChangeKind.TAKE_JOB, {"person": "p1"}),
        (ChangeKind.PERSON_LEAVES, {"person": "p3"}),
        (ChangeKind.DROP_INCOME, {"income": "i1"}),
        (ChangeKind.SET_INCOME, {"person": "p1"}),
        (ChangeKind.MOVE_TO_SOCIAL_HOUSING, {}),
    ],
)
def test_a_change_begins_with_whom_it_most_often_is_about(kind, about):
    assert scenarios.begun(mother(), kind) == Change(kind=kind, **about)


def test_a_partner_is_who_most_often_leaves():
    partner = Person(id="p9", role=Role.PARTNER)
    household = replace(mother().household, persons=(*mother().household.persons[:1], partner))
    assert scenarios.begun(mother(household=household), ChangeKind.PERSON_LEAVES).person == "p9"


def test_only_changes_that_would_change_something_are_offered():
    offered = scenarios.typical_changes(mother())
    assert ChangeKind.GET_BIM not in offered
    assert ChangeKind.GET_SOCIAL_ENERGY_TARIFF not in offered
    assert ChangeKind.DROP_DEBTS not in offered
    social = mother(dwelling=Dwelling(tenure=Tenure.SOCIAL_RENT), debts=(Debt(id="d1"),))
    assert ChangeKind.MOVE_TO_SOCIAL_HOUSING not in scenarios.typical_changes(social)
    assert {ChangeKind.DROP_DEBTS, ChangeKind.GET_SOCIAL_ENERGY_TARIFF} <= set(scenarios.typical_changes(social))


def test_a_scenario_grows_changes_and_shrinks():
    case = scenarios.add_scenario(mother(), ChangeKind.TAKE_JOB)
    case = scenarios.also(case, "s1", ChangeKind.MOVE_TO_SOCIAL_HOUSING)
    case = scenarios.change_part(case, "s1", 0, amount=Decimal(1900))
    assert [change.kind for change in case.scenarios[0].changes] == [
        ChangeKind.TAKE_JOB,
        ChangeKind.MOVE_TO_SOCIAL_HOUSING,
    ]
    assert case.scenarios[0].changes[0].amount == Decimal(1900)
    case = scenarios.drop_part(case, "s1", 0)
    assert len(case.scenarios[0].changes) == 1
    assert scenarios.drop_part(case, "s1", 0).scenarios == ()


def test_what_is_not_there_changes_nothing():
    case = scenarios.add_scenario(mother(), ChangeKind.TAKE_JOB)
    assert scenarios.change_part(case, "s1", 7, amount=Decimal(1)) == case
    assert scenarios.change_part(case, "s9", 0, amount=Decimal(1)) == case
    assert scenarios.also(case, "s9", ChangeKind.GET_BIM) == scenarios.drop_part(case, "s9", 0) == case


def test_a_job_is_played_with_what_follows_by_law():
    case = scenarios.add_scenario(mother(), ChangeKind.TAKE_JOB)
    case = scenarios.change_part(case, "s1", 0, amount=Decimal(1900))
    (played,) = Player().play(case, result(case))
    assert played.assessment is not None
    assert played.difference is not None
    assert "scenario_ri_changed" in {finding.code for finding in played.consequences}
    assert played.difference.income < Decimal(1900)
    assert Need.MOBILITY in dict(played.changed_needs) or played.changed_needs


def test_a_change_that_is_not_finished_says_what_is_missing():
    case = scenarios.add_scenario(mother(), ChangeKind.TAKE_JOB)
    (played,) = Player().play(case, result(case))
    assert played.assessment is None
    assert played.bad
    assert played.changed_needs == ()


def test_what_has_not_changed_is_not_played_again():
    case = scenarios.add_scenario(mother(), ChangeKind.MOVE_TO_SOCIAL_HOUSING)
    player = Player()
    first = player.play(case, result(case))
    case = scenarios.add_scenario(case, ChangeKind.DROP_INCOME)
    again = player.play(case, result(case))
    assert again[0] is first[0]
    rent = replace(case.expenses[0], amount=Decimal(900))
    moved = replace(case, expenses=(rent, *case.expenses[1:]))
    assert player.play(moved, result(moved))[0] is not first[0]
