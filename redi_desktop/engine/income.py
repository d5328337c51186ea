"""What comes in: its kinds, and which of them count in the budget."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from redi_desktop.engine.money import Period, per_month, to_cent


class Evidence(StrEnum):
    """What an amount rests on."""

    SEEN = "seen"
    DECLARED = "declared"
    TO_CHECK = "to_check"


class IncomeKind(StrEnum):
    """Where an income comes from."""

    WAGE = "wage"
    SELF_EMPLOYED = "self_employed"
    INTEGRATION_INCOME = "integration_income"
    EQUIVALENT_SOCIAL_AID = "equivalent_social_aid"
    UNEMPLOYMENT = "unemployment"
    SICKNESS_INVALIDITY = "sickness_invalidity"
    ARR = "arr"
    AI = "ai"
    PENSION = "pension"
    GRAPA = "grapa"
    CAREER_BREAK = "career_break"
    CHILD_BENEFIT = "child_benefit"
    CHILD_BENEFIT_SUPPLEMENT = "child_benefit_supplement"
    MAINTENANCE_RECEIVED = "maintenance_received"
    RENT_ALLOWANCE = "rent_allowance"
    STUDY_GRANT = "study_grant"
    HOLIDAY_PAY = "holiday_pay"
    YEAR_END_PREMIUM = "year_end_premium"
    RENTAL_INCOME = "rental_income"
    OTHER = "other"
    ONE_OFF = "one_off"


INTEGRATION_INCOME_KINDS = frozenset({IncomeKind.INTEGRATION_INCOME, IncomeKind.EQUIVALENT_SOCIAL_AID})
"""The integration income and its equivalent: they set the flag ``ri`` of the packs."""

NOT_COUNTED_BY_RULE = frozenset({IncomeKind.STUDY_GRANT, IncomeKind.AI, IncomeKind.ONE_OFF})
"""Meant for a specific cost or not regular: left out of the budget unless the policy or the worker says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeRules:
    """Which incomes a policy counts that are exempt elsewhere."""

    count_child_benefit: bool = True
    count_maintenance_received: bool = True
    count_one_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Income:
    """One income: euro per period.

    ``counted`` left out follows the rule for its kind; where the worker differs, ``reason`` says why.
    """

    id: str
    person: str | None = None
    kind: IncomeKind | None = None
    amount: Decimal | None = None
    period: Period = Period.MONTH
    counted: bool | None = None
    reason: str = ""
    evidence: Evidence = Evidence.TO_CHECK


@dataclass(frozen=True, slots=True)
class IncomeLine:
    """An income as the balance sees it: euro per month, rounded to the cent."""

    income: Income
    amount: Decimal
    exact: Decimal
    counted: bool
    counted_by_rule: bool


CHILD_BENEFIT_KINDS = frozenset({IncomeKind.CHILD_BENEFIT, IncomeKind.CHILD_BENEFIT_SUPPLEMENT})


def counts_by_rule(income: Income, rules: IncomeRules | None = None) -> bool:
    """Whether an income of this kind and period counts when the worker says nothing."""
    if income.period is Period.ONCE:
        return False
    if rules is not None:
        if income.kind in CHILD_BENEFIT_KINDS:
            return rules.count_child_benefit
        if income.kind is IncomeKind.MAINTENANCE_RECEIVED:
            return rules.count_maintenance_received
        if income.kind is IncomeKind.ONE_OFF:
            return rules.count_one_off
    return income.kind not in NOT_COUNTED_BY_RULE


def income_line(income: Income, rules: IncomeRules | None = None) -> IncomeLine:
    """Bring a checked income to the month; what comes once is shown with its whole amount."""
    typed = income.amount if income.amount is not None else Decimal(0)
    exact = typed if income.period is Period.ONCE else per_month(typed, income.period)
    by_rule = counts_by_rule(income, rules)
    counted = by_rule if income.counted is None else income.counted
    return IncomeLine(income, to_cent(exact), exact, counted, by_rule)
