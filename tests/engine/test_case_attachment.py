"""What creditors can seize in a case: person by person, with the children at charge, and what stays outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from redi_desktop.casefile import attachment_form
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.case_attachment import OfHousehold, attachment_of
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Dwelling, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.packs.embedded import load_embedded_legal
from redi_desktop.words import explanations, findings
from redi_desktop.words.attachment import FINDINGS
from tests.engine.households import embedded

DAY = date(2026, 6, 15)
COUPLE = (
    Person(id="p1", role=Role.APPLICANT, birth_date=date(1985, 1, 1), sex=Sex.F),
    Person(id="p2", role=Role.PARTNER, birth_date=date(1985, 1, 1), sex=Sex.M),
)
CHILDREN = (
    Person(id="p3", role=Role.CHILD, birth_date=date(2015, 1, 1), sex=Sex.F),
    Person(id="p4", role=Role.CHILD, birth_date=date(2005, 1, 1), sex=Sex.M),
    Person(id="p5", role=Role.CHILD, birth_date=date(1999, 1, 1), sex=Sex.M),
)


@cache
def parameters() -> Parameters:
    return Parameters(embedded().pack, legal=load_embedded_legal())


def income(kind: IncomeKind, amount: str, person: str | None = "p1", period: Period = Period.MONTH) -> Income:
    return Income(id=f"{kind}{person}", kind=kind, amount=Decimal(amount), person=person, period=period)


def assessed(persons: Iterable[Person], *incomes: Income, day: date = DAY) -> Assessment:
    household = Household(region=Region.WALLONIA, persons=tuple(persons))
    facts = Facts(
        reference_date=day, household=household, dwelling=Dwelling(tenure=Tenure.SOCIAL_RENT), incomes=incomes
    )
    return assess(facts, parameters())


def of(persons: Iterable[Person], *incomes: Income, day: date = DAY) -> OfHousehold:
    found = attachment_of(assessed(persons, *incomes, day=day))
    assert found is not None
    return found


FAMILY = of(
    COUPLE + CHILDREN,
    income(IncomeKind.WAGE, "2000"),
    income(IncomeKind.CHILD_BENEFIT, "380.48", None),
    income(IncomeKind.UNEMPLOYMENT, "2000", "p2"),
    income(IncomeKind.RENTAL_INCOME, "100", "p2"),
    income(IncomeKind.WAGE, "300", "p3"),
)
"""292.20 and 308.00 could be seized, less 2 × 88 for the children under 25."""


def test_each_adult_is_looked_at_alone_with_the_children_under_25():
    seized = {one.person: (one.children, one.found.attachable, one.found.left) for one in FAMILY.persons}
    assert seized == {
        "p1": (2, Decimal("116.20"), Decimal("2264.28")),  # 2,000 + 380.48 − 116.20
        "p2": (2, Decimal("132.00"), Decimal("1868.00")),
    }


def test_a_collective_settlement_leaves_the_rate_of_the_family_and_the_family_benefits():
    assert FAMILY.living_allowance is not None
    assert FAMILY.living_allowance.amount == Decimal("2192.05")  # 1,811.57 + 380.48


def test_what_stays_outside_and_what_is_assumed_is_said():
    assert [(one.code, one.field) for one in FAMILY.findings] == [
        ("attachment_children_assumed", "household.persons"),
        ("attachment_outside", "incomes[3]"),
    ]
    shop = of(COUPLE[:1], income(IncomeKind.SELF_EMPLOYED, "2000", None))
    assert [one.code for one in shop.findings] == ["attachment_self_employed"]


@pytest.mark.parametrize("kind", ["integration_income", "grapa", "arr", "child_benefit"])
def test_what_is_protected_cannot_be_seized(kind):
    (one,) = of(COUPLE[:1], income(IncomeKind(kind), "2500")).persons
    assert (one.found.attachable, one.found.left) == (Decimal(0), Decimal(2500))


def test_another_adult_has_no_children_here():
    aunt = replace(COUPLE[1], role=Role.OTHER_ADULT)
    (one,) = of((COUPLE[0], aunt, *CHILDREN), income(IncomeKind.WAGE, "2000", "p2")).persons
    assert (one.children, one.found.attachable) == (0, Decimal("292.20"))


def test_before_the_tables_begin_it_is_said():
    early = of(COUPLE, income(IncomeKind.WAGE, "2000"), day=date(2018, 6, 15))
    assert (early.persons, early.living_allowance) == ((), None)
    assert [one.code for one in early.findings] == ["ri_date_before_tables"]


def test_without_legal_tables_nothing_is_said():
    assessment = assessed(COUPLE, income(IncomeKind.WAGE, "2000"))
    assert attachment_of(replace(assessment, parameters=embedded())) is None


def test_the_public_form_carries_bounds_amounts_and_reasons():
    assessment = assessed(COUPLE[:1], income(IncomeKind.WAGE, "2000"))
    found = attachment_of(assessment)
    assert found is not None
    data = attachment_form.to_data(assessment, found)
    assert (data["format"], data["reference_date"]) == ("redi-attachment/1", "2026-06-15")
    assert data["bounds"]["thresholds"] == ["1419.00", "1524.00", "1682.00", "1839.00"]
    assert (data["bounds"]["valid_from"], data["bounds"]["per_child"]) == ("2026-01-01", "88.00")
    (person,) = data["persons"]
    assert (person["work"], person["attachable"], person["left"]) == ("2000.00", "292.20", "1707.80")
    assert person["explanation"]["rule"] == "attachment.of_person"
    assert data["minimum_living_allowance"]["amount"] == "1340.47"


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_everything_is_said_in_words(language):
    with speaking(language):
        for one in FAMILY.persons:
            assert all("{" not in line.text for line in explanations.outline(one.explanation, {"p1": "Ana"}))
        assert all(findings.sentence(finding) for finding in FAMILY.findings)
    assert {one.code for one in FAMILY.findings} < set(FINDINGS)
