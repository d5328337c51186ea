"""Facts as short to write as they are to say, and the parameters that assess them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity, Dwelling, Heating, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.packs.embedded import load_embedded
from tests.engine.small_pack import small_parameters

DAY = date(2021, 1, 15)


@cache
def embedded() -> Parameters:
    """The pack that comes with the program, ready to assess with."""
    return Parameters(load_embedded())


def born(age: int, day: date = DAY) -> date:
    """A birth date that makes someone that old on the first of the month of ``day``."""
    return date(day.year - age, day.month, 1)


def adult(person_id: str = "p1", **other: Any) -> Person:
    """A woman of forty who works and applies for help, unless ``other`` says otherwise."""
    role = Role.APPLICANT if person_id == "p1" else Role.OTHER_ADULT
    usual = Person(id=person_id, role=role, birth_date=born(40), sex=Sex.F, activity=Activity.WORKING)
    return replace(usual, **other)


def child(person_id: str, age: int, **other: Any) -> Person:
    """A boy of that age at the school of that age, unless ``other`` says otherwise."""
    return replace(Person(id=person_id, role=Role.CHILD, birth_date=born(age), sex=Sex.M), **other)


def rented(**other: Any) -> Dwelling:
    """A privately rented home heated with gas, unless ``other`` says otherwise."""
    return replace(Dwelling(tenure=Tenure.PRIVATE_RENT, heating=Heating.GAS), **other)


def facts_of(*persons: Person, region: Region = Region.WALLONIA, **other: Any) -> Facts:
    """Facts of these persons (one working woman when none is given) in a rented home in Wallonia."""
    household = Household(region=region, persons=persons or (adult(),))
    return replace(Facts(reference_date=DAY, household=household, dwelling=rented()), **other)


def budget_of(*persons: Person, **other: Any) -> Assessment:
    """The assessment of these facts with the small pack."""
    return assess(facts_of(*persons, **other), small_parameters())


def euro(amount: str) -> Decimal:
    """An amount as it is written."""
    return Decimal(amount)


def paid(kind: ExpenseKind, amount: str, row_id: str = "e1", **other: Any) -> Expense:
    """A real expense per month."""
    return Expense(id=row_id, kind=kind, amount=Decimal(amount), **other)


def received(kind: IncomeKind, amount: str, row_id: str = "i1", **other: Any) -> Income:
    """An income per month."""
    return Income(id=row_id, kind=kind, amount=Decimal(amount), **other)


def owed(monthly: str, share: str = "1", row_id: str = "d1", **other: Any) -> Debt:
    """A debt that is paid back month by month."""
    return Debt(id=row_id, monthly=Decimal(monthly), accepted_share=Decimal(share), **other)


def amounts(assessment: Assessment) -> dict[tuple[str, str | None], Decimal]:
    """The amount of each reference line by item and person."""
    return {(line.item.id, line.person_id): line.amount for line in assessment.reference.lines}


def family(day: date = DAY, **other: Any) -> Assessment:
    """A couple in Brussels with a baby, a pupil and a teenager who is here half of the month, in the embedded pack."""
    persons = (
        adult(bim=True),
        adult("p2", role=Role.PARTNER, sex=Sex.M),
        child("p3", 0, birth_date=born(0, day)),
        child("p4", 8, birth_date=born(8, day), sex=Sex.F),
        child("p5", 15, birth_date=born(15, day), custody_share=Decimal("0.5")),
    )
    told = {"incomes": (received(IncomeKind.INTEGRATION_INCOME, "1500"),), "region": Region.BRUSSELS}
    return assess(facts_of(*persons, reference_date=day, **(told | other)), embedded())


def part_of(node: Explanation, rule: str) -> Explanation:
    """The only part under a node whose rule begins like that."""
    (found,) = [part for part in node.parts if part.rule.startswith(rule)]
    return found
