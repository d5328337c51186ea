"""Where the law is read in two ways, the tables decide: another reading is another row, not another program."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

from redi_desktop.engine.integration_income.compute import IntegrationIncome, compute
from redi_desktop.engine.integration_income.facts import FamilyBenefits, Means, RealProperty, Situation
from redi_desktop.engine.integration_income.kinds import Article, PropertyKind
from redi_desktop.engine.integration_income.parameters import (
    DEDUCTION_CAP,
    OWN_DWELLING_COUNTED,
    SUPPLEMENTS_COUNTED,
)
from redi_desktop.i18n import speaking
from redi_desktop.words.explanations import outline
from tests.engine.integration_income.incomes import facts_of, mother, tables


def read_as(value_id: str, value: str, day: date = date(2025, 2, 15), **facts: Any) -> IntegrationIncome:
    """The income of these facts where the tables hold another value."""
    dated = tuple(dataclasses.replace(one, value=Decimal(value)) for one in tables().values[value_id])
    other = dataclasses.replace(tables(), values={**tables().values, value_id: dated})
    return compute(facts_of(day, **facts), other)


def house(**told: Any) -> Means:
    known: dict[str, Any] = {"kind": PropertyKind.BUILT, "cadastral_income": Decimal(1000)}
    return Means(properties=(RealProperty(id="h", **(known | told)),))


def test_the_own_dwelling_is_left_out_where_the_tables_say_so():
    counted = read_as(OWN_DWELLING_COUNTED, "1", means=house(own_dwelling=True))
    left_out = read_as(OWN_DWELLING_COUNTED, "0", means=house(own_dwelling=True))
    assert counted.article(Article.PROPERTY).counted == 750
    assert left_out.article(Article.PROPERTY).counted == 0
    assert [doubt.code for doubt in left_out.doubts] == ["own_dwelling"]
    with speaking("en"):
        assert (4, "The dwelling one lives in is left out.") in [
            (line.depth, line.text) for line in outline(left_out.explanation, {})
        ]


def test_mortgage_interest_is_deducted_whole_where_the_tables_know_no_ceiling():
    means = house(mortgage_interest=Decimal(700))
    assert read_as(DEDUCTION_CAP, "0.50", means=means).article(Article.PROPERTY).counted == 375
    assert read_as(DEDUCTION_CAP, "1", means=means).article(Article.PROPERTY).counted == 50


def test_every_supplement_stays_out_where_the_tables_say_so():
    parent = mother("0", family_benefits=FamilyBenefits(amount=Decimal(300), other_supplements=Decimal(50)))
    facts: dict[str, Any] = {
        "requested_on": date(2026, 4, 1),
        "situation": Situation(cohabits=True),
        "cohabitants": (parent,),
    }
    counted = [
        read_as(SUPPLEMENTS_COUNTED, value, date(2026, 5, 15), **facts).article(Article.COHABITANTS).counted
        for value in ("1", "0")
    ]
    assert counted == [3600, 3000]


def test_a_doubt_stands_only_where_something_rests_on_it():
    assert compute(facts_of(means=house()), tables()).doubts == ()
