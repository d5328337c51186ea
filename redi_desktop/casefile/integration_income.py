"""The integration income that the law gives, beside the one that was typed. Euro per month."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.casefile.changes import add_income, put_income
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.household import Role
from redi_desktop.engine.income import INTEGRATION_INCOME_KINDS, Income, IncomeKind
from redi_desktop.engine.money import ZERO, Period


class ByLaw(NamedTuple):
    """``typed`` is ``None`` where no integration income of the applicant stands among the incomes."""

    computed: Decimal
    typed: Decimal | None

    @property
    def can_be_taken_over(self) -> bool:
        """Whether taking it over would change anything."""
        return self.computed != (self.typed or ZERO)


def by_law(assessment: Assessment) -> ByLaw | None:
    """The applicant's integration income by law and as typed; ``None`` where it cannot be computed."""
    found = assessment.integration_income
    if found is None:
        return None
    applicant = next(person.id for person in assessment.facts.household.persons if person.role is Role.APPLICANT)
    lines = [line for line in assessment.incomes if _is_of(line.income, applicant)]
    return ByLaw(found.monthly, sum((line.amount for line in lines), ZERO) if lines else None)


def take_over(case: CaseFile, monthly: Decimal) -> CaseFile:
    """The case with that integration income of the applicant, in the row where one stands already, else in a new one.

    Further rows of the same kind go: the amount is the whole of it. Nothing is left to count where the law gives none.
    """
    applicant = case.applicant
    rows = [row for row in case.incomes if _is_of(row, applicant.id if applicant else "")]
    kept = tuple(row for row in case.incomes if row not in rows[1:] and (monthly or row not in rows[:1]))
    case = replace(case, incomes=kept)
    if not monthly:
        return case
    if rows:
        return put_income(case, replace(rows[0], amount=monthly, period=Period.MONTH))
    case = add_income(case)
    return put_income(case, replace(case.incomes[-1], kind=IncomeKind.INTEGRATION_INCOME, amount=monthly))


def _is_of(income: Income, applicant: str) -> bool:
    return income.kind in INTEGRATION_INCOME_KINDS and income.person in (None, applicant)
