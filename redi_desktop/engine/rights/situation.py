"""A case as the conditions of rights look at it: who is a child or an adult, what comes in, what was worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import ADULT_AGE, Person, Role, age_at
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period, per_month
from redi_desktop.engine.right_states import RightState

CHARGE_AGE = 25
"""A child younger than this is counted as at charge (family benefits end there)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOut:
    """What other parts of the engine found, in euro per month; ``None`` where it is not known.

    ``category_amount`` is the rate of the household's category, ``counted_resources`` what counts against it and
    ``integration_income`` what is left of it, the general exemption taken into account (Royal Decree of 11 July 2002);
    ``after_fixed_costs`` is the counted income less the fixed costs.
    """

    balance: Decimal | None = None
    after_fixed_costs: Decimal | None = None
    category_amount: Decimal | None = None
    counted_resources: Decimal | None = None
    integration_income: Decimal | None = None


NOTHING_WORKED_OUT = WorkedOut()


class Someone(NamedTuple):
    """A person of the household as rights see them."""

    person: Person
    age: int | None
    is_child: bool
    is_adult: bool
    incomes: tuple[Income, ...]

    def receives(self, kind: IncomeKind) -> bool:
        """Whether an income of this kind is theirs."""
        return any(income.kind is kind for income in self.incomes)


class Situation:
    """The facts of a case at a day, with what follows about its people and incomes."""

    def __init__(
        self, facts: Facts, day: date, worked_out: WorkedOut = NOTHING_WORKED_OUT, states: Iterable[RightState] = ()
    ) -> None:
        self.facts = facts
        self.day = day
        self.worked_out = worked_out
        self.status_of = {state.right: state.status for state in states}
        self.kinds = frozenset(income.kind for income in facts.incomes)
        persons = facts.household.persons
        lone_adult = sum(1 for person in persons if person.role is not Role.CHILD) == 1
        self.people = tuple(self._someone(person, lone_adult) for person in persons)
        self.children = tuple(one for one in self.people if one.is_child)
        self.adults = tuple(one for one in self.people if one.is_adult)

    def _someone(self, person: Person, lone_adult: bool) -> Someone:
        age = age_at(person.birth_date, self.day) if person.birth_date else None
        asks = person.role in (Role.APPLICANT, Role.PARTNER)
        of_age = age is not None and age >= ADULT_AGE
        is_child = person.role is Role.CHILD or (age is not None and not of_age and not asks)
        is_adult = asks or of_age or (age is None and not is_child)
        whose = (person.id, None) if lone_adult and person.role is not Role.CHILD else (person.id,)
        incomes = tuple(income for income in self.facts.incomes if income.person in whose)
        return Someone(person, age, is_child, is_adult, incomes)

    @property
    def incomes_told(self) -> bool:
        """Whether any income was typed; until then nothing is known of them, not even that there are none."""
        return bool(self.facts.incomes)

    @property
    def applicant(self) -> Someone | None:
        """The person who asks."""
        return next((one for one in self.people if one.person.role is Role.APPLICANT), None)

    @property
    def children_at_charge(self) -> int:
        """Children below the age at which family benefits end."""
        return sum(1 for one in self.children if one.age is None or one.age < CHARGE_AGE)

    def receives(self, *kinds: IncomeKind) -> bool:
        """Whether the household has an income of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)


def monthly(income: Income) -> Decimal | None:
    """Euro per month of an income that comes back; ``None`` while it is not finished."""
    if income.amount is None or not income.amount.is_finite() or income.amount < 0:
        return None
    return Decimal(0) if income.period is Period.ONCE else per_month(income.amount, income.period)
