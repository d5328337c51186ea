"""What opens the increased reimbursement (BIM/RVV) and the social energy tariff, and whether a change takes it away.

The income test of the BIM (AR 15/01/2014) looks at the gross taxable income of the year before; a case holds net
incomes of today. Net above the ceiling is gross above it too, so a BIM is called lost only where the net income alone
passes the ceiling; where what opened it is gone and the net income is below, the worker is told to check.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import PriceIndex
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Person, Role
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, INTEGRATION_INCOME_KINDS, Income, IncomeKind
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.money import ZERO, Period, per_month, to_cent
from redi_desktop.engine.months import Month

CEILING, CEILING_PER_PERSON = "bim.income_ceiling", "bim.income_ceiling_per_person"
OPENS_STATUS = INTEGRATION_INCOME_KINDS | {IncomeKind.GRAPA, IncomeKind.ARR, IncomeKind.AI}
"""Incomes that open the increased reimbursement and the social energy tariff by themselves, without an income test."""
NOT_TESTED = CHILD_BENEFIT_KINDS | {IncomeKind.STUDY_GRANT, IncomeKind.RENT_ALLOWANCE, IncomeKind.ONE_OFF}
"""Incomes that are not taxable income of the household."""
MONTHS_OF_YEAR = 12


class BimTest(NamedTuple):
    """The household's net income of a year, and the ceiling it is held against, moved by the price index since."""

    income: Decimal
    ceiling: Decimal

    @property
    def passed(self) -> bool:
        """Whether the income is above the ceiling."""
        return self.income > self.ceiling


def monthly_of(income: Income) -> Decimal:
    """Euro per month of an income that comes back, not rounded; nothing for what comes once or was not typed."""
    if income.amount is None or income.period is Period.ONCE:
        return ZERO
    return per_month(income.amount, income.period)


def is_opened(facts: Facts) -> bool:
    """Whether an income of the household opens both statuses by itself."""
    return any(income.kind in OPENS_STATUS and monthly_of(income) > 0 for income in facts.incomes)


def family_of(facts: Facts) -> tuple[Person, ...]:
    """The applicant, the partner and the children: other adults have statuses of their own."""
    return tuple(person for person in facts.household.persons if person.role is not Role.OTHER_ADULT)


def yearly_income(facts: Facts) -> Decimal:
    """The family's net income of a year, at today's amounts, without what is no taxable income."""
    theirs = {None, *(person.id for person in family_of(facts))}
    tested = (row for row in facts.incomes if row.person in theirs and row.kind not in NOT_TESTED)
    return to_cent(sum((monthly_of(row) for row in tested), ZERO) * MONTHS_OF_YEAR)


def bim_test(facts: Facts, legal: LegalTables, index: PriceIndex, day: date) -> BimTest | None:
    """The income test of the family; ``None`` where the tables hold no ceiling for that day."""
    if not (legal.has(CEILING, day) and legal.has(CEILING_PER_PERSON, day)):
        return None
    base, per_person = legal.at(CEILING, day), legal.at(CEILING_PER_PERSON, day)
    written = base.value + per_person.value * (len(family_of(facts)) - 1)
    then = max(index.first, Month.of(base.valid_from))
    moved = written * index.at(Month.of(day)).value / index.at(then).value
    return BimTest(yearly_income(facts), to_cent(max(written, moved)))
