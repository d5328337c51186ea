"""Hypothesis strategies: facts that make sense, of households of any size, in any home, with what they earn and pay."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind, Treatment
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Activity, Dwelling, Heating, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.money import Period

DAYS = st.dates(date(2016, 1, 1), date(2027, 12, 28))
OPTIONS = ("option_hot_meal", "option_childcare", "option_tv", "option_car")
AMOUNTS = st.decimals(0, 3000, places=2)
PERIODS = st.sampled_from([period for period in Period if period is not Period.ONCE])
SHARES = st.decimals("0.01", "1", places=2)
ALL_MONTH = st.just(Decimal(1))


def persons(person_id: str, role: Role, day: date, shares: st.SearchStrategy[Decimal] = ALL_MONTH):
    """Someone in that role: a child under 18, or an adult."""
    ages = st.integers(0, 17 * 365) if role is Role.CHILD else st.integers(19 * 365, 100 * 365)
    return st.builds(
        Person,
        id=st.just(person_id),
        role=st.just(role),
        birth_date=ages.map(lambda days: day - timedelta(days=days)),
        sex=st.sampled_from(Sex),
        activity=st.sampled_from(Activity),
        bim=st.booleans(),
        custody_share=shares if role is Role.CHILD else ALL_MONTH,
    )


@st.composite
def households(draw: st.DrawFn, day: date, shares: st.SearchStrategy[Decimal] = ALL_MONTH) -> Household:
    """An applicant, perhaps a partner, children and other adults."""
    others = draw(st.lists(st.sampled_from([Role.CHILD, Role.CHILD, Role.OTHER_ADULT]), max_size=5))
    roles = [Role.APPLICANT, *([Role.PARTNER] if draw(st.booleans()) else []), *others]
    people = (draw(persons(f"p{number}", role, day, shares)) for number, role in enumerate(roles, 1))
    return Household(region=draw(st.sampled_from(Region)), persons=tuple(people))


DWELLINGS = st.builds(
    Dwelling,
    tenure=st.sampled_from(Tenure),
    heating=st.sampled_from(Heating),
    social_energy_tariff=st.booleans(),
    new_lease=st.booleans(),
    bedrooms=st.none() | st.integers(0, 5),
)


def _rows(fields: st.SearchStrategy[dict[str, object]], row_type: type, prefix: str):
    numbered = st.lists(fields, max_size=4)
    return numbered.map(lambda rows: tuple(row_type(id=f"{prefix}{n}", **row) for n, row in enumerate(rows)))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Facts that give a number."""
    day = draw(DAYS)
    household = draw(households(day, SHARES))
    owner = st.none() | st.sampled_from([person.id for person in household.persons])
    said = {"person": owner, "amount": AMOUNTS, "period": PERIODS, "reason": st.just("because")}
    incomes = st.fixed_dictionaries(
        said | {"kind": st.sampled_from(IncomeKind), "counted": st.sampled_from([None, True, False])}
    )
    expenses = st.fixed_dictionaries(
        said
        | {"kind": st.sampled_from(ExpenseKind), "treatment": st.none() | st.sampled_from(Treatment)}
        | {"retained": st.none() | AMOUNTS}
    )
    debts = st.fixed_dictionaries(
        {"monthly": AMOUNTS, "accepted_share": st.decimals(0, 1, places=2), "reason": st.just("because")}
    )
    return Facts(
        reference_date=day,
        household=household,
        dwelling=draw(DWELLINGS),
        incomes=draw(_rows(incomes, Income, "i")),
        expenses=draw(_rows(expenses, Expense, "e")),
        debts=draw(_rows(debts, Debt, "d")),
        options=tuple(draw(st.lists(st.sampled_from(OPTIONS), unique=True, max_size=2))),
    )
