"""Cases for the pages: a lone mother in Namur, whole enough for a result."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from redi_desktop.casefile.model import CaseFile, Request
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.household import Activity, Dwelling, Heating, Household, Person, Region, Role, Sex, Tenure
from redi_desktop.engine.income import Evidence, Income, IncomeKind
from redi_desktop.engine.money import Period
from tests.ui.page_at_work import TODAY


def lone_mother() -> CaseFile:
    """A jobseeker with two children in private rent, with incomes and expenses of several kinds and periods."""
    return CaseFile(
        id="mother",
        request=Request(date=TODAY, reason="Loyer trop cher depuis la séparation."),
        reference_date=TODAY,
        household=Household(region=Region.WALLONIA, persons=_PERSONS),
        dwelling=Dwelling(tenure=Tenure.PRIVATE_RENT, heating=Heating.GAS, social_energy_tariff=True),
        incomes=_INCOMES,
        expenses=_EXPENSES,
    )


_PERSONS = (
    Person(
        id="p1",
        role=Role.APPLICANT,
        name="Amina",
        birth_date=date(1989, 5, 3),
        sex=Sex.F,
        activity=Activity.JOBSEEKER,
        bim=True,
    ),
    Person(id="p2", role=Role.CHILD, birth_date=date(2015, 2, 3), sex=Sex.M, activity=Activity.PRIMARY, bim=True),
    Person(id="p3", role=Role.CHILD, birth_date=date(2019, 9, 1), sex=Sex.F, activity=Activity.PREPRIMARY, bim=True),
)
_INCOMES = (
    Income(
        id="i1",
        person="p1",
        kind=IncomeKind.INTEGRATION_INCOME,
        amount=Decimal("1740.76"),
        evidence=Evidence.SEEN,
    ),
    Income(id="i2", person="p1", kind=IncomeKind.CHILD_BENEFIT, amount=Decimal("420.10")),
    Income(id="i3", person="p1", kind=IncomeKind.STUDY_GRANT, amount=Decimal(180), period=Period.YEAR),
)
_EXPENSES = (
    Expense(id="e1", kind=ExpenseKind.RENT, amount=Decimal(720)),
    Expense(id="e2", kind=ExpenseKind.ELECTRICITY, amount=Decimal(95)),
    Expense(id="e3", kind=ExpenseKind.FOOD, amount=Decimal(120), period=Period.WEEK),
    Expense(id="e4", kind=ExpenseKind.MEDICAL_EXTRA, amount=Decimal("35.50"), person="p2"),
    Expense(id="e5", kind=ExpenseKind.MOBILE_PHONE, amount=Decimal(60), retained=Decimal(25), reason="À résilier"),
)
