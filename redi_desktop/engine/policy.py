"""The rules that a CPAS has set for its complementary aid, as data. Amounts are euro per month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.household import Activity, Tenure
from redi_desktop.engine.income import IncomeKind, IncomeRules


class CountCar(StrEnum):
    """Whether the costs of a car count."""

    NEVER = "never"
    IF_NECESSARY = "if_necessary"
    ALWAYS = "always"


class RoundingMode(StrEnum):
    """Which way an amount is brought to the step."""

    DOWN = "down"
    UP = "up"
    NEAREST = "nearest"


class Scheme(StrEnum):
    """Who pays for the aid in the end."""

    OWN_FUNDS = "own_funds"
    SUBSIDY = "subsidy"


class Exemption(StrEnum):
    """Why no activation is asked of somebody."""

    HEALTH = "health"
    EQUITY = "equity"
    ALREADY_IN_A_PATH = "already_in_a_path"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup:
    """For whom the aid is meant; an empty set means everybody."""

    tenures: frozenset[Tenure] = frozenset()
    income_kinds: frozenset[IncomeKind] = frozenset()
    excluded_activities: frozenset[Activity] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseRules:
    """Which optional costs count, and up to what amount.

    ``rent_cap`` goes by number of bedrooms; ``cap_over_reference`` multiplies what the reference holds for the kind.
    """

    count_debts: bool = True
    max_accepted_debt_share: Decimal = Decimal(1)
    count_car: CountCar = CountCar.IF_NECESSARY
    rent_cap: Mapping[int, Decimal] = field(default_factory=dict)
    cap_over_reference: Mapping[ExpenseKind, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """To which step, and which way, a proposed amount is rounded."""

    step: Decimal = Decimal("0.01")
    mode: RoundingMode = RoundingMode.DOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class AidRules:
    """From a deficit to an amount, and for how long."""

    coverage_share: Decimal = Decimal(1)
    ceiling_per_month: Decimal | None = None
    ceiling_per_extra_person: Decimal = Decimal(0)
    smallest_amount: Decimal = Decimal(0)
    rounding: Rounding = Rounding()
    duration_months: int | None = None
    review_after_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkIncentive:
    """Where nobody works and somebody could, income with aid stays ``minimum_gain`` below one full-time wage."""

    reference_net_wage: Decimal
    minimum_gain: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """Where the money comes from; the envelope is shown, never used to cut an amount in silence."""

    scheme: Scheme = Scheme.OWN_FUNDS
    envelope_per_year: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activation:
    """Whether a path is asked for, and who is exempt."""

    required: bool = False
    exemptions: frozenset[Exemption] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of one CPAS, dated."""

    id: str
    version: str
    title: Mapping[str, str]
    adopted_on: date
    valid_from: date
    fingerprint: str
    target_group: TargetGroup = TargetGroup()
    expenses: ExpenseRules = ExpenseRules()
    income: IncomeRules = IncomeRules()
    aid: AidRules = AidRules()
    work_incentive: WorkIncentive | None = None
    total_aid_ceiling: Decimal | None = None
    funding: Funding = Funding()
    activation: Activation = Activation()
