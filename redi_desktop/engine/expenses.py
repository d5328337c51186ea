"""Real expenses and debts: which reference amounts they replace, add to or are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.income import Evidence
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need


class Treatment(StrEnum):
    """What a real expense does to the reference budget."""

    REPLACE = "replace"
    ADD = "add"
    COMPARE = "compare"
    LEAVE_OUT = "leave_out"


class PaidBy(StrEnum):
    """Who hands over the money."""

    HOUSEHOLD = "household"
    CPAS = "cpas"
    MEDIATOR = "mediator"
    OTHER = "other"


class DebtPlan(StrEnum):
    """How a debt is being paid back."""

    NONE = "none"
    FRIENDLY = "friendly"
    COLLECTIVE = "collective"


class ExpenseKind(StrEnum):
    """What a real expense is for. Those of the packs first, then those that no basket holds."""

    RENT = "rent"
    COMMON_CHARGES = "common_charges"
    ELECTRICITY = "electricity"
    GAS = "gas"
    HEATING_OIL = "heating_oil"
    WATER = "water"
    WASTE_TAX = "waste_tax"
    PROVINCIAL_TAX = "provincial_tax"
    PROPERTY_TAX = "property_tax"
    FIRE_INSURANCE = "fire_insurance"
    FAMILY_LIABILITY_INSURANCE = "family_liability_insurance"
    HEALTH_FUND = "health_fund"
    FLEMISH_CARE_PREMIUM = "flemish_care_premium"
    HOSPITAL_INSURANCE = "hospital_insurance"
    MOBILE_PHONE = "mobile_phone"
    INTERNET_TV = "internet_tv"
    TRADE_UNION = "trade_union"
    BANK_ACCOUNT = "bank_account"
    PUBLIC_TRANSPORT = "public_transport"
    TRAIN = "train"
    CAMPUS_TRAVEL = "campus_travel"
    CAR_SHARING = "car_sharing"
    CAR = "car"
    SCHOOL = "school"
    SCHOOL_MEALS = "school_meals"
    CHILDCARE = "childcare"
    CLUBS_AND_CAMPS = "clubs_and_camps"
    MEDICAL_EXTRA = "medical_extra"
    MAINTENANCE_PAID = "maintenance_paid"
    STUDENT_ROOM = "student_room"
    PROFESSIONAL_COSTS = "professional_costs"
    MORTGAGE_INTEREST = "mortgage_interest"
    MORTGAGE_CAPITAL = "mortgage_capital"
    CAR_NECESSARY = "car_necessary"
    FOOD = "food"
    CLOTHING = "clothing"
    HYGIENE = "hygiene"
    LEISURE = "leisure"
    OTHER = "other"


class KindRule(NamedTuple):
    """Where a kind of expense belongs and what it does unless the worker says otherwise.

    ``covers_need``: the kind stands for the whole living cost of its need (the reference lines without a kind of
    their own), so that "food 450" can be compared with the food basket.
    """

    need: Need
    group: Group
    treatment: Treatment
    covers_need: bool = False


def _rules(need: Need, group: Group, treatment: Treatment, *kinds: ExpenseKind) -> dict[ExpenseKind, KindRule]:
    return {kind: KindRule(need, group, treatment) for kind in kinds}


_K = ExpenseKind
EXPENSE_RULES: dict[ExpenseKind, KindRule] = {
    **_rules(
        Need.HOUSING,
        Group.FIXED,
        Treatment.REPLACE,
        *(_K.RENT, _K.COMMON_CHARGES, _K.ELECTRICITY, _K.GAS, _K.HEATING_OIL, _K.WATER),
        *(_K.WASTE_TAX, _K.PROVINCIAL_TAX, _K.PROPERTY_TAX),
    ),
    **_rules(Need.SAFETY, Group.FIXED, Treatment.REPLACE, _K.FIRE_INSURANCE, _K.FAMILY_LIABILITY_INSURANCE),
    **_rules(
        Need.HEALTH,
        Group.FIXED,
        Treatment.REPLACE,
        *(_K.HEALTH_FUND, _K.FLEMISH_CARE_PREMIUM, _K.HOSPITAL_INSURANCE),
    ),
    **_rules(Need.RELATIONS, Group.FIXED, Treatment.REPLACE, _K.MOBILE_PHONE, _K.INTERNET_TV, _K.TRADE_UNION),
    **_rules(Need.UNFORESEEN_ADMIN, Group.FIXED, Treatment.REPLACE, _K.BANK_ACCOUNT),
    **_rules(Need.MOBILITY, Group.FIXED, Treatment.REPLACE, _K.PUBLIC_TRANSPORT, _K.CAMPUS_TRAVEL),
    **_rules(Need.MOBILITY, Group.LIVING, Treatment.COMPARE, _K.TRAIN, _K.CAR_SHARING),
    **_rules(Need.MOBILITY, Group.FIXED, Treatment.COMPARE, _K.CAR),
    **_rules(Need.SAFE_CHILDHOOD, Group.LIVING, Treatment.REPLACE, _K.SCHOOL),
    **_rules(Need.SAFE_CHILDHOOD, Group.FIXED, Treatment.REPLACE, _K.CHILDCARE),
    **_rules(Need.SAFE_CHILDHOOD, Group.LIVING, Treatment.COMPARE, _K.CLUBS_AND_CAMPS),
    **_rules(Need.FOOD, Group.FIXED, Treatment.REPLACE, _K.SCHOOL_MEALS),
    **_rules(Need.HEALTH, Group.LIVING, Treatment.ADD, _K.MEDICAL_EXTRA),
    **_rules(Need.RELATIONS, Group.FIXED, Treatment.ADD, _K.MAINTENANCE_PAID),
    **_rules(Need.HOUSING, Group.FIXED, Treatment.ADD, _K.STUDENT_ROOM, _K.MORTGAGE_INTEREST, _K.MORTGAGE_CAPITAL),
    **_rules(Need.MOBILITY, Group.FIXED, Treatment.ADD, _K.CAR_NECESSARY),
    **_rules(Need.UNFORESEEN_ADMIN, Group.LIVING, Treatment.ADD, _K.PROFESSIONAL_COSTS, _K.OTHER),
    _K.FOOD: KindRule(Need.FOOD, Group.LIVING, Treatment.COMPARE, covers_need=True),
    _K.CLOTHING: KindRule(Need.CLOTHING, Group.LIVING, Treatment.COMPARE, covers_need=True),
    _K.HYGIENE: KindRule(Need.HYGIENE, Group.LIVING, Treatment.COMPARE, covers_need=True),
    _K.LEISURE: KindRule(Need.REST_LEISURE, Group.LIVING, Treatment.COMPARE, covers_need=True),
}
"""Every kind, with its need, its group and its default treatment."""

REASON_REQUIRED = frozenset({ExpenseKind.CAR_NECESSARY})
"""Kinds that are retained only with a reason from the social inquiry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expense:
    """One real expense: euro per period.

    ``treatment`` left out follows the rule for the kind. ``retained`` is an amount (per the same period) that the
    worker sets in the place of ``amount`` in the retained budget, with a ``reason``.
    """

    id: str
    person: str | None = None
    kind: ExpenseKind | None = None
    amount: Decimal | None = None
    period: Period = Period.MONTH
    treatment: Treatment | None = None
    retained: Decimal | None = None
    reason: str = ""
    paid_by: PaidBy = PaidBy.HOUSEHOLD
    evidence: Evidence = Evidence.TO_CHECK


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One debt: ``monthly`` payment and amount left in euro; ``accepted_share`` (0 to 1) counts in the budget."""

    id: str
    kind: str = ""
    monthly: Decimal | None = None
    remaining: Decimal | None = None
    plan: DebtPlan = DebtPlan.NONE
    accepted_share: Decimal = Decimal(1)
    reason: str = ""


def rule_of(expense: Expense) -> KindRule:
    """The rule for the kind of a checked expense."""
    return EXPENSE_RULES[expense.kind or ExpenseKind.OTHER]


def treatment_of(expense: Expense) -> Treatment:
    """The worker's treatment, else the default of the kind; what comes once can only be compared."""
    if expense.treatment is not None:
        return expense.treatment
    return Treatment.COMPARE if expense.period is Period.ONCE else rule_of(expense).treatment
