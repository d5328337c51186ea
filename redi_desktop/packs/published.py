"""The published family totals that come with the program, and the households assumed for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity, Dwelling, Heating, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.published_totals import AssumedHousehold, PublishedTotal
from redi_desktop.packs.manifest import LANGUAGES
from redi_desktop.packs.places import PackFolder, PackPlace
from redi_desktop.packs.table import Row, read_table
from redi_desktop.paths import resource

TOTALS, HOUSEHOLDS = "totals.csv", "households.csv"
TOTAL_COLUMNS = (
    *("id", "period", "region", "household", "tenure", "assumptions", "eur_per_month", "status", "source"),
)
HOUSEHOLD_COLUMNS = (
    *("total_id", "central", "date", "region", "tenure", "adults", "children"),
    *("bim", "integration_income", "social_energy", "bedrooms"),
    *(f"why_{language}" for language in LANGUAGES),
)
_PERSON = re.compile(r"([fm])(\d{1,3})(?: ([a-z]+))?\Z", re.ASCII)
_ADULTS = (Role.APPLICANT, Role.PARTNER)
_SYMBOLIC = Decimal(1)
"""Any integration income sets the flag that prices ask for; its amount is no part of a reference budget."""


def embedded_published() -> PackPlace:
    """Where the published totals stand."""
    return PackFolder(resource("parameters", "published-totals"))


def load_totals(place: PackPlace) -> tuple[PublishedTotal, ...]:
    """The totals as they were published; raises :class:`ParameterError` naming row and column."""
    return tuple(
        PublishedTotal(
            id=row.identifier("id"),
            period=row.required("period"),
            region=row.required("region"),
            household=row.required("household"),
            tenure=row.required("tenure"),
            assumptions=row.text("assumptions"),
            amount=row.decimal("eur_per_month"),
            status=row.required("status"),
            source=row.required("source"),
        )
        for row in read_table(TOTALS, place.read(TOTALS), TOTAL_COLUMNS)
    )


def load_households(place: PackPlace) -> tuple[AssumedHousehold, ...]:
    """The households assumed for the totals; raises :class:`ParameterError` naming row and column."""
    known = {total.id for total in load_totals(place)}
    return tuple(_household(row, known) for row in read_table(HOUSEHOLDS, place.read(HOUSEHOLDS), HOUSEHOLD_COLUMNS))


def _household(row: Row, known: set[str]) -> AssumedHousehold:
    total_id = row.required("total_id")
    if total_id not in known:
        row.refuse("total_id", "pack_value_unknown", known=", ".join(sorted(known)))
    return AssumedHousehold(total_id, _truth(row, "central"), _facts(row), _why(row))


def _why(row: Row) -> dict[str, str]:
    return {language: row.required(f"why_{language}") for language in LANGUAGES}


def _facts(row: Row) -> Facts:
    day = row.day("date")
    persons = tuple(_persons(row, day))
    income = Income(id="i1", person="p1", kind=IncomeKind.INTEGRATION_INCOME, amount=_SYMBOLIC, period=Period.MONTH)
    return Facts(
        reference_date=day,
        household=Household(region=row.choice("region", Region), persons=persons),
        dwelling=Dwelling(
            tenure=row.choice("tenure", Tenure),
            heating=Heating.GAS,
            social_energy_tariff=_truth(row, "social_energy"),
            bedrooms=row.whole("bedrooms") if row.text("bedrooms") else None,
        ),
        incomes=(income,) if _truth(row, "integration_income") else (),
    )


def _persons(row: Row, day: date) -> Iterator[Person]:
    adults, children = row.required("adults").split(";"), row.text("children").split(";")
    named = [("adults", role, one) for role, one in zip(_ADULTS, adults, strict=False)]
    named += [("children", Role.CHILD, one) for one in children if one]
    for number, (column, role, one) in enumerate(named, 1):
        yield _person(row, column, one, f"p{number}", role, day)


def _person(row: Row, column: str, written: str, person_id: str, role: Role, day: date) -> Person:
    match = _PERSON.match(written)
    if match is None or (match[3] and match[3] not in set(Activity)):
        row.refuse(column, "pack_value_unknown", known="f35 jobseeker; m40 working")
    return Person(
        id=person_id,
        role=role,
        birth_date=date(day.year - int(match[2]), 1, 1),
        sex=Sex(match[1]),
        activity=Activity(match[3]) if match[3] else None,
        bim=_truth(row, "bim"),
    )


def _truth(row: Row, column: str) -> bool:
    written = row.required(column)
    if written not in ("yes", "no"):
        row.refuse(column, "pack_value_unknown", known="yes, no")
    return written == "yes"
