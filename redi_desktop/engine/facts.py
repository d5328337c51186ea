"""The facts of a case as the engine takes them, and the circumstances that the packs' conditions ask about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.expenses import Debt, Expense
from redi_desktop.engine.household import (
    ADULT_AGE,
    Activity,
    Dwelling,
    Heating,
    Household,
    Person,
    Role,
    Tenure,
    age_at,
    bedrooms_needed,
    usual_activity,
)
from redi_desktop.engine.income import INTEGRATION_INCOME_KINDS, Income
from redi_desktop.engine.right_states import Answer, RightState

PRINTER_AGE = 12
"""From this age on a child at home sets the flag ``child_12plus``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerProposal:
    """The amount of aid per month that the worker proposes instead of the computed one, and why."""

    amount: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything the assessment needs to know of a case. ``requested_on`` is the day of the request."""

    reference_date: date | None = None
    requested_on: date | None = None
    household: Household = Household()
    dwelling: Dwelling = Dwelling()
    incomes: tuple[Income, ...] = ()
    expenses: tuple[Expense, ...] = ()
    debts: tuple[Debt, ...] = ()
    options: tuple[str, ...] = ()
    proposal: WorkerProposal = WorkerProposal()
    rights: tuple[RightState, ...] = ()
    answers: tuple[Answer, ...] = ()


class Member(NamedTuple):
    """A person with what follows from the reference date, and the flags that hold for them."""

    person: Person
    age: int
    activity: Activity
    flags: frozenset[str]


class Circumstances(NamedTuple):
    """What the conditions of a pack can ask about a household."""

    members: tuple[Member, ...]
    flags: frozenset[str]
    numbers: dict[str, int]
    heating: Heating
    bedrooms_given: bool


def circumstances(facts: Facts, day: date) -> Circumstances:
    """Derive flags and numbers from checked facts (every needed field is there)."""
    persons = facts.household.persons
    ages = [age_at(person.birth_date or day, day) for person in persons]
    heating = facts.dwelling.heating or Heating.GAS
    shared = _shared_flags(facts, ages, heating)
    members = tuple(
        Member(person, age, person.activity or usual_activity(age) or Activity.NONE, _person_flags(shared, person))
        for person, age in zip(persons, ages, strict=True)
    )
    adults = sum(1 for age in ages if age >= ADULT_AGE)
    given = facts.dwelling.bedrooms
    numbers = {
        "household_size": len(persons),
        "adults": adults,
        "children": len(persons) - adults,
        "bedrooms": bedrooms_needed(persons, day) if given is None else given,
    }
    household_bim = any(member.person.bim and member.age >= ADULT_AGE for member in members)
    flags = shared | {"bim"} if household_bim else shared
    return Circumstances(members, flags, numbers, heating, given is not None)


def _person_flags(shared: frozenset[str], person: Person) -> frozenset[str]:
    return shared | {"bim"} if person.bim else shared


def _shared_flags(facts: Facts, ages: list[int], heating: Heating) -> frozenset[str]:
    dwelling = facts.dwelling
    holding = {
        "social_energy": dwelling.social_energy_tariff,
        f"heating_{heating.value}": True,
        "new_lease": dwelling.new_lease,
        "tenant": dwelling.tenure in (Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT),
        "child_12plus": any(PRINTER_AGE <= age < ADULT_AGE for age in ages),
        "ri": any(income.kind in INTEGRATION_INCOME_KINDS for income in facts.incomes),
    }
    return frozenset(flag for flag, holds in holding.items() if holds) | frozenset(facts.options)


def applicants(persons: tuple[Person, ...]) -> int:
    """How many persons are the applicant; a case has exactly one."""
    return sum(1 for person in persons if person.role is Role.APPLICANT)
