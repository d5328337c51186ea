"""Changes to the debts of a case, and what the whole payments weigh beside what the budget accepts of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.rows import drop_row, find_row, free_id, put_row
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.expenses import Debt
from redi_desktop.engine.money import ZERO


class UsualCreditor(StrEnum):
    """To whom people most often owe money; a debt keeps its own words."""

    LANDLORD = "landlord"
    ENERGY = "energy"
    WATER = "water"
    HEALTH_CARE = "health_care"
    CONSUMER_CREDIT = "consumer_credit"
    BANK = "bank"
    TELECOM = "telecom"
    TAXES = "taxes"
    FINES = "fines"
    SCHOOL = "school"
    BENEFITS = "benefits"
    FAMILY = "family"


class Pressure(NamedTuple):
    """The debts of a household, euro per month: what is paid, what of it the budget accepts, what is left over then.

    ``left_when_paid`` is what remains of the income when everything is paid; negative: what is missing.
    """

    paid: Decimal
    accepted: Decimal
    left_when_paid: Decimal

    @property
    def beside_the_budget(self) -> Decimal:
        """What is paid and not accepted: it weighs on the household all the same."""
        return self.paid - self.accepted


def add_debt(case: CaseFile, kind: str = "") -> CaseFile:
    """The case with one more debt."""
    return _put(case, Debt(id=free_id("d", case.debts), kind=kind))


def change_debt(case: CaseFile, row_id: str, **changes: Any) -> CaseFile:
    """The case with these fields of a debt changed; the same case when none bears that identifier."""
    debt = find_row(case.debts, row_id)
    return case if debt is None else _put(case, replace(debt, **changes))


def accept_percent(case: CaseFile, row_id: str, percent: int | None) -> CaseFile:
    """The case with that share of a debt's payment accepted; nothing changes while no number is typed."""
    return case if percent is None else change_debt(case, row_id, accepted_share=Decimal(percent) / 100)


def drop_debt(case: CaseFile, row_id: str) -> CaseFile:
    """The case without that debt."""
    return replace(case, debts=drop_row(case.debts, row_id))


def pressure(assessment: Assessment) -> Pressure | None:
    """What the whole payments weigh; ``None`` where there is no debt."""
    debts = assessment.retained.debts
    if not debts:
        return None
    paid = sum((line.real for line in debts), ZERO)
    accepted = assessment.retained.debts_total
    return Pressure(paid, accepted, assessment.balance - (paid - accepted))


def _put(case: CaseFile, debt: Debt) -> CaseFile:
    return replace(case, debts=put_row(case.debts, debt))
