"""The facts of an integration income, article by article.

What is left out is missing, never zero: where the law cannot be applied without it, a finding names the field. Amounts
are net euro per ``period``; shares go from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from redi_desktop.engine.integration_income.kinds import (
    Category,
    ExemptionKind,
    PropertyKind,
    Relation,
    ResourceKind,
    Right,
    WorkKind,
)
from redi_desktop.engine.money import Period

ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child of the applicant (category, art. 14; exemption of property, art. 25).

    ``custody_share`` is the part of the time (0 < share <= 1) that the child lives here; below one half
    ``regular_presence`` says whether it does so regularly. ``benefit_recipient``: the applicant receives the family
    benefits for this child; asked where the applicant has built property.
    """

    id: str
    birth_date: date | None = None
    at_charge: bool | None = None
    married: bool = False
    custody_share: Decimal = ONE
    regular_presence: bool | None = None
    benefit_recipient: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Who lives together, for the category (law, art. 14 §1).

    ``cohabits``: lives under the same roof with others than the own children and mainly shares household matters.
    ``category`` is the worker's own, with a ``reason``, where it differs from what follows from the rest.
    """

    cohabits: bool | None = None
    homeless_with_project: bool = False
    children: tuple[Child, ...] = ()
    category: Category | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A resource of article 16 of the law or of article 22 of the decree.

    ``seized``: what was taken for maintenance before it was paid out; it counts (Cass. 17 May 1993). ``cheques``: the
    number of ALE cheques of the period. ``Period.ONCE`` is meant for holiday pay, a year-end premium (in the month in
    which they come) and what is exempt.
    """

    id: str
    kind: ResourceKind | None = None
    amount: Decimal | None = None
    period: Period = Period.MONTH
    seized: Decimal = Decimal(0)
    cheques: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A net professional income (art. 23); of the self-employed, that of the reference year (art. 24).

    ``business_transfer``: the part that comes from giving up a business and is counted under articles 28 to 32.
    ``deceased_spouse_income``: of the reference year, where the activity of a late spouse is carried on.
    ``exemption``: whether the work exemption covers this income.
    """

    id: str
    kind: WorkKind | None = None
    amount: Decimal | None = None
    period: Period = Period.MONTH
    business_transfer: Decimal = Decimal(0)
    deceased_spouse_income: Decimal = Decimal(0)
    exemption: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptedPeriod:
    """Days on which the work exemption was used; ``end`` left out: still running."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkExemption:
    """The exemption of article 35 that is asked for.

    ``exempted_periods``: when it was used before, an empty list if never (not needed for a student).
    ``individual_project``: a student's PIIS/GPMI. ``grant_holder`` matters before 2022. ``attested``: the region's
    attestation of a shortage occupation.
    """

    kind: ExemptionKind | None = None
    exempted_periods: tuple[ExemptedPeriod, ...] | None = None
    individual_project: bool | None = None
    grant_holder: bool | None = None
    attested: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RealProperty:
    """A property (art. 25), rented out or not (art. 26).

    ``cadastral_income``: of the whole property, per year, not indexed. ``share``: the part that is owned.
    ``mortgage_interest`` and ``life_annuity``: of the whole property, per year. ``rent``: received for the whole
    property per ``period``; left out where it is not rented out.
    """

    id: str
    kind: PropertyKind | None = None
    cadastral_income: Decimal | None = None
    right: Right = Right.FULL
    share: Decimal = ONE
    own_dwelling: bool = False
    mortgage_interest: Decimal = Decimal(0)
    life_annuity: Decimal = Decimal(0)
    rent: Decimal | None = None
    period: Period = Period.MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Money, savings, securities (art. 27). ``holders``: how many share it; ``share`` where the parts are unequal."""

    id: str
    amount: Decimal | None = None
    holders: int = 1
    partner_is_holder: bool = False
    share: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Something given away or sold (art. 28 to 32).

    ``value``: market value of the whole. ``for_consideration``: sold; otherwise given. ``sole_home``: the only dwelling
    or the only unbuilt property, asked of a sale. ``debts``: personal debts from before, paid with the proceeds.
    ``equity_amount``: what the CPAS counts instead (art. 32), with its ``reason``.
    """

    id: str
    transferred_on: date | None = None
    value: Decimal | None = None
    right: Right = Right.FULL
    share: Decimal = ONE
    for_consideration: bool | None = None
    sole_home: bool | None = None
    debts: Decimal = Decimal(0)
    equity_amount: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingPaid:
    """Housing costs that somebody else pays (art. 33)."""

    id: str
    amount: Decimal | None = None
    period: Period = Period.MONTH
    payer_cohabits: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What one person has, article by article."""

    resources: tuple[Resource, ...] = ()
    work: tuple[Work, ...] = ()
    work_exemption: WorkExemption | None = None
    properties: tuple[RealProperty, ...] = ()
    accounts: tuple[Account, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    housing_paid: tuple[HousingPaid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyBenefits:
    """What a cohabitant receives for the applicant; ``amount`` is everything, the supplements are parts of it."""

    amount: Decimal | None = None
    period: Period = Period.MONTH
    disability_supplement: Decimal = Decimal(0)
    other_supplements: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohabitant:
    """A person under the same roof (art. 34).

    ``claims``: asks for or receives the integration income. ``employed_by_cpas``: works under article 60 §7 or another
    activation measure. ``integration_income``: euro per month that a maintenance debtor already receives.
    ``children``: for how many children this person receives family benefits (art. 25).
    """

    id: str
    relation: Relation | None = None
    birth_date: date | None = None
    claims: bool | None = None
    employed_by_cpas: bool = False
    integration_income: Decimal = Decimal(0)
    children: int = 0
    means: Means = Means()
    family_benefits: FamilyBenefits | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtors:
    """How the maintenance debtors are counted (art. 34).

    ``counted_share``: the part (0 to 1) of what exceeds their own rates; before 1 March 2026 the CPAS chooses it, since
    then a part below 1 is a derogation for equity, which needs its ``reason``. ``applicants``: how many applicants of
    the household share the same debtors.
    """

    counted_share: Decimal | None = None
    reason: str = ""
    applicants: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class IntegrationIncomeFacts:
    """Everything the calculation needs to know.

    ``reference_date``: the day whose law and amounts hold. ``requested_on``: the day of the request; ``revised_on``: of
    the last revision; ``right_from``: first day of the right, the day of the request if left out.
    """

    reference_date: date | None = None
    requested_on: date | None = None
    revised_on: date | None = None
    right_from: date | None = None
    birth_date: date | None = None
    situation: Situation = Situation()
    means: Means = Means()
    cohabitants: tuple[Cohabitant, ...] = ()
    debtors: Debtors = Debtors()

    @property
    def starts_on(self) -> date | None:
        """The first day of the right."""
        return self.right_from or self.requested_on
