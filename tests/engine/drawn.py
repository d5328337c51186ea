"""Hypothesis strategies: facts that make sense, of households of any size, in any home, with what they earn and pay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind, Treatment
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity, Dwelling, Heating, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period

Row = TypeVar("Row", Income, Expense, Debt)
MONTHS = ("2016-01", "2018-07", "2021-09", "2022-12", "2024-05", "2026-07", "2027-12")
"""The pack's first and last month, the last one of its index, and some between; prices are worked out once for each."""
DAYS = st.builds(
    lambda month, day: date.fromisoformat(f"{month}-{day:02}"), st.sampled_from(MONTHS), st.integers(1, 28)
)
AMOUNTS = st.integers(0, 300_000).map(lambda cents: Decimal(cents) / 100)
SHARES = st.integers(1, 100).map(lambda percent: Decimal(percent) / 100)
PERIODS = st.sampled_from([period for period in Period if period is not Period.ONCE])
OPTIONS = st.sets(st.sampled_from(("option_hot_meal", "option_childcare", "option_tv", "option_car")), max_size=2)
REGIONS = st.sampled_from(Region)
DWELLINGS = st.builds(
    Dwelling,
    tenure=st.sampled_from(Tenure),
    heating=st.sampled_from(Heating),
    social_energy_tariff=st.booleans(),
    new_lease=st.booleans(),
    bedrooms=st.none() | st.integers(0, 5),
)
PEOPLE = st.builds(
    Person,
    id=st.just(""),
    sex=st.sampled_from(Sex),
    activity=st.sampled_from(Activity),
    bim=st.booleans(),
    custody_share=SHARES,
)
"""Somebody without identifier, role and age, which are given by :func:`person_as`."""
CHILD_DAYS, ADULT_DAYS = st.integers(0, 17 * 365), st.integers(19 * 365, 100 * 365)
"""How long ago a child and an adult were born."""
OTHERS = st.lists(st.sampled_from([Role.CHILD, Role.CHILD, Role.OTHER_ADULT]), max_size=5)
INCOMES = st.lists(
    st.builds(
        Income,
        id=st.just(""),
        kind=st.sampled_from(IncomeKind),
        amount=AMOUNTS,
        period=PERIODS,
        counted=st.sampled_from([None, True, False]),
        reason=st.just("because"),
    ),
    max_size=4,
)
EXPENSES = st.lists(
    st.builds(
        Expense,
        id=st.just(""),
        kind=st.sampled_from(ExpenseKind),
        person=st.sampled_from([None, "p1", "p2"]),
        amount=AMOUNTS,
        period=PERIODS,
        treatment=st.sampled_from([None, *Treatment]),
        retained=st.none() | AMOUNTS,
        reason=st.just("because"),
    ),
    max_size=4,
)
DEBTS = st.lists(
    st.builds(Debt, id=st.just(""), monthly=AMOUNTS, accepted_share=SHARES, reason=st.just("because")), max_size=3
)


def person_as(draw: st.DrawFn, person_id: str, role: Role, day: date, *, all_month: bool) -> Person:
    """Someone in that role: a child under 18, or an adult."""
    is_child = role is Role.CHILD
    birth = day - timedelta(days=draw(CHILD_DAYS if is_child else ADULT_DAYS))
    person = replace(draw(PEOPLE), id=person_id, role=role, birth_date=birth)
    return replace(person, custody_share=Decimal(1)) if all_month or not is_child else person


def household_of(draw: st.DrawFn, day: date, *, all_month: bool) -> Household:
    """An applicant, perhaps a partner, children and other adults."""
    roles = [Role.APPLICANT, *([Role.PARTNER] if draw(st.booleans()) else []), *draw(OTHERS)]
    people = (person_as(draw, f"p{n}", role, day, all_month=all_month) for n, role in enumerate(roles, 1))
    return Household(region=draw(REGIONS), persons=tuple(people))


def _numbered(rows: list[Row], prefix: str) -> tuple[Row, ...]:
    return tuple(replace(row, id=f"{prefix}{number}") for number, row in enumerate(rows))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Facts that give a number."""
    day = draw(DAYS)
    household = household_of(draw, day, all_month=False)
    known = {person.id for person in household.persons}
    expenses = [row if row.person in known else replace(row, person=None) for row in draw(EXPENSES)]
    return Facts(
        reference_date=day,
        household=household,
        dwelling=draw(DWELLINGS),
        incomes=_numbered(draw(INCOMES), "i"),
        expenses=_numbered(expenses, "e"),
        debts=_numbered(draw(DEBTS), "d"),
        options=tuple(sorted(draw(OPTIONS))),
    )


@st.composite
def facts_with_a_newcomer(draw: st.DrawFn) -> tuple[Facts, Facts]:
    """A household whose members are all there all month, without and with one person more."""
    day = draw(DAYS)
    household = household_of(draw, day, all_month=True)
    has_partner = any(person.role is Role.PARTNER for person in household.persons)
    role = draw(st.sampled_from([Role.CHILD, Role.OTHER_ADULT, *([] if has_partner else [Role.PARTNER])]))
    newcomer = person_as(draw, "new", role, day, all_month=True)
    before = Facts(reference_date=day, household=household, dwelling=draw(DWELLINGS))
    return before, replace(before, household=replace(household, persons=(*household.persons, newcomer)))
