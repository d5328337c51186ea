"""What is wrong, missing or assumed in the facts of a case, before a single euro is computed.

Fields are named as in the public JSON form (``household.persons[0].birth_date``). Missing is missing, never zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from redi_desktop.engine.amount_checks import (
    check_debts,
    check_expenses,
    check_incomes,
    check_proposal,
    duplicate_ids,
)
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.expense_doubts import expense_doubts
from redi_desktop.engine.facts import Facts, applicants
from redi_desktop.engine.findings import Finding, Severity, error, note, warning
from redi_desktop.engine.household import ADULT_AGE, Activity, Person, Region, Role, age_at, usual_activity
from redi_desktop.engine.months import Month
from redi_desktop.engine.policy import Policy
from redi_desktop.engine.staleness import old_baskets

OLDEST_AGE = 120
MOST_BEDROOMS = 20
MANY_SPARE_BEDROOMS = 3
MOST_PERSONS = 30
SELDOM_HERE = Decimal("0.25")
"""Below this part of the month, a child can make the food of the others cheaper by more than its own lines cost."""
_SCHOOL = frozenset({Activity.PREPRIMARY, Activity.PRIMARY})
_ADULT_ONLY = frozenset({Activity.PENSIONER, Activity.INCAPACITY, Activity.JOBSEEKER})


def check(facts: Facts, pack: BasketPack, day: date | None, policy: Policy | None = None) -> tuple[Finding, ...]:
    """Every finding about the facts at that day, the gravest first, in the order of the fields."""
    found = [error("missing", "reference_date")] if day is None else [*_check_date(pack, day)]
    found += [*_check_household(facts, pack, day), *_check_dwelling(facts), *_check_options(facts, pack)]
    persons = frozenset(person.id for person in facts.household.persons)
    in_force = policy is not None and day is not None and policy.valid_from <= day
    rules = policy.income if policy is not None and in_force else None
    found += [*check_incomes(facts.incomes, persons, rules), *check_expenses(facts.expenses, persons)]
    found += [*check_debts(facts.debts), *check_proposal(facts.proposal), *expense_doubts(facts)]
    if policy is not None and day is not None and not in_force:
        found.append(warning("policy_not_in_force", "reference_date", first_day=policy.valid_from, policy=policy.id))
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: order.index(finding.severity)))


def _check_date(pack: BasketPack, day: date) -> Iterator[Finding]:
    month = Month.of(day)
    if month < pack.valid_from:
        yield error("date_before_pack", "reference_date", first_month=pack.valid_from, pack=pack.id)
    else:
        yield from old_baskets(pack, month)


def _check_household(facts: Facts, pack: BasketPack, day: date | None) -> Iterator[Finding]:
    household = facts.household
    if household.region is None:
        yield error("missing", "household.region")
    elif household.region not in pack.regions:
        yield error("region_not_covered", "household.region", region=household.region, pack=pack.id)
    if household.german_community and household.region not in (None, Region.WALLONIA):
        yield error("german_community_elsewhere", "household.german_community", region=household.region)
    persons = household.persons
    if not persons:
        yield error("no_persons", "household.persons")
        return
    if len(persons) > MOST_PERSONS:
        yield error("too_many_persons", "household.persons", most=MOST_PERSONS)
    yield from duplicate_ids("household.persons", [person.id for person in persons])
    for place, person in enumerate(persons):
        yield from _check_person(person, f"household.persons[{place}]", day)
    yield from _check_roles(persons, day)


def _check_roles(persons: tuple[Person, ...], day: date | None) -> Iterator[Finding]:
    count = applicants(persons)
    if count != 1:
        yield error("no_applicant" if count == 0 else "several_applicants", "household.persons", count=count)
    if sum(1 for person in persons if person.role is Role.PARTNER) > 1:
        yield error("several_partners", "household.persons")
    births = [person.birth_date for person in persons if person.birth_date is not None]
    if day is not None and len(births) == len(persons) and not any(age_at(birth, day) >= ADULT_AGE for birth in births):
        yield error("no_adult", "household.persons")


def _check_person(person: Person, field: str, day: date | None) -> Iterator[Finding]:
    if person.sex is None:
        yield error("missing", f"{field}.sex", person=person.id)
    if not person.custody_share.is_finite() or not 0 < person.custody_share <= 1:
        yield error("custody_share_out_of_range", f"{field}.custody_share", share=person.custody_share)
    if person.birth_date is None:
        yield error("missing", f"{field}.birth_date", person=person.id)
        return
    if day is None:
        return
    if person.birth_date > day:
        yield error("birth_in_future", f"{field}.birth_date", birth=person.birth_date, day=day)
        return
    age = age_at(person.birth_date, day)
    if age > OLDEST_AGE:
        yield error("age_impossible", f"{field}.birth_date", age=age, oldest=OLDEST_AGE)
        return
    yield from _check_age(person, field, age)


def _check_age(person: Person, field: str, age: int) -> Iterator[Finding]:
    if person.role is not Role.CHILD and age < ADULT_AGE and person.relation is None:
        yield warning("minor_in_adult_role", f"{field}.role", age=age, role=person.role)
    share = person.custody_share
    if share.is_finite() and 0 < share < SELDOM_HERE and age < ADULT_AGE:
        yield note("custody_share_small", f"{field}.custody_share", share=share)
    if share != 1 and age >= ADULT_AGE:
        yield warning("custody_share_of_adult", f"{field}.custody_share", age=age)
    if person.activity is None:
        derived = usual_activity(age)
        if derived is None:
            yield warning("activity_missing", f"{field}.activity", person=person.id)
        else:
            yield note("activity_derived", f"{field}.activity", activity=derived, age=age)
    elif _unlikely(person.activity, age):
        yield warning("activity_unlikely", f"{field}.activity", activity=person.activity, age=age)


def _unlikely(activity: Activity, age: int) -> bool:
    if age >= ADULT_AGE:
        return activity in _SCHOOL
    return activity in _ADULT_ONLY or (activity is Activity.WORKING and age < 15)


def _check_dwelling(facts: Facts) -> Iterator[Finding]:
    dwelling = facts.dwelling
    if dwelling.tenure is None:
        yield error("missing", "dwelling.tenure")
    elif dwelling.heating is None:
        yield note("heating_assumed", "dwelling.heating", heating="gas")
    rooms, size = dwelling.bedrooms, len(facts.household.persons)
    if rooms is None:
        return
    if not 0 <= rooms <= MOST_BEDROOMS:
        yield error("bedrooms_out_of_range", "dwelling.bedrooms", bedrooms=rooms, most=MOST_BEDROOMS)
    elif rooms > size + MANY_SPARE_BEDROOMS:
        yield warning("bedrooms_many", "dwelling.bedrooms", bedrooms=rooms, persons=size)


def _check_options(facts: Facts, pack: BasketPack) -> Iterator[Finding]:
    for place, option in enumerate(facts.options):
        if option not in pack.options:
            yield error("option_unknown", f"options[{place}]", option=option)
