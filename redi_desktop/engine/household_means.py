"""The integration income of a case: the household's incomes put under the articles of the law.

What a case does not hold (property, savings, transfers, what a third person pays) is taken as none, and the derived
facts say so; the command ``integration-income`` takes all of them. Amounts are net.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import ADULT_AGE, Activity, Person, Role, age_at
from redi_desktop.engine.income import INTEGRATION_INCOME_KINDS, Income, IncomeKind
from redi_desktop.engine.integration_income.facts import (
    Child,
    Cohabitant,
    IntegrationIncomeFacts,
    Means,
    Resource,
    Situation,
    Work,
    WorkExemption,
)
from redi_desktop.engine.integration_income.kinds import ExemptionKind, Relation, ResourceKind, WorkKind

_K = IncomeKind
RESOURCES: dict[IncomeKind, ResourceKind] = {
    _K.UNEMPLOYMENT: ResourceKind.UNEMPLOYMENT,
    _K.SICKNESS_INVALIDITY: ResourceKind.SICKNESS_INVALIDITY,
    _K.ARR: ResourceKind.ARR,
    _K.AI: ResourceKind.INTEGRATION_ALLOWANCE,
    _K.PENSION: ResourceKind.PENSION,
    _K.GRAPA: ResourceKind.GRAPA,
    _K.CAREER_BREAK: ResourceKind.CAREER_BREAK,
    _K.CHILD_BENEFIT: ResourceKind.FAMILY_BENEFITS_FOR_CHILDREN,
    _K.CHILD_BENEFIT_SUPPLEMENT: ResourceKind.FAMILY_BENEFITS_FOR_CHILDREN,
    _K.MAINTENANCE_RECEIVED: ResourceKind.CHILD_MAINTENANCE,
    _K.RENT_ALLOWANCE: ResourceKind.MOVING_OR_RENT_ALLOWANCE,
    _K.STUDY_GRANT: ResourceKind.STUDY_GRANT,
    _K.HOLIDAY_PAY: ResourceKind.HOLIDAY_PAY,
    _K.YEAR_END_PREMIUM: ResourceKind.YEAR_END_PREMIUM,
    _K.RENTAL_INCOME: ResourceKind.OTHER,
    _K.OTHER: ResourceKind.OTHER,
    _K.ONE_OFF: ResourceKind.IRREGULAR_GIFT,
}
"""Under which kind of resource an income of the case stands."""
WITHOUT_CHILDREN: dict[IncomeKind, ResourceKind] = {
    _K.CHILD_BENEFIT: ResourceKind.FAMILY_BENEFITS_FOR_SELF,
    _K.CHILD_BENEFIT_SUPPLEMENT: ResourceKind.FAMILY_BENEFITS_FOR_SELF,
    _K.MAINTENANCE_RECEIVED: ResourceKind.MAINTENANCE_FOR_SELF,
}
"""Where nobody in the household is a minor child, these are the receiver's own and count."""
FOR_CHILDREN = frozenset(WITHOUT_CHILDREN)
"""What a parent receives for a child."""
WORK: dict[IncomeKind, WorkKind] = {
    _K.WAGE: WorkKind.EMPLOYEE,
    _K.SELF_EMPLOYED: WorkKind.SELF_EMPLOYED,
}


def integration_income_facts(facts: Facts, day: date) -> IntegrationIncomeFacts:
    """The facts of the applicant's integration income that follow from a checked case."""
    persons = facts.household.persons
    applicant = next(person for person in persons if person.role is Role.APPLICANT)
    children = tuple(_child(person) for person in persons if person is not applicant and _is_minor(person, day))
    others = tuple(person for person in persons if person is not applicant and not _is_minor(person, day))
    own = [income for income in facts.incomes if income.person in (None, applicant.id) or _for_minor(income, children)]
    return IntegrationIncomeFacts(
        reference_date=day,
        requested_on=day,
        right_from=day.replace(day=1),
        birth_date=applicant.birth_date,
        situation=Situation(cohabits=bool(others), children=children),
        means=_means(own, applicant, bool(children)),
        cohabitants=tuple(_cohabitant(person, facts, bool(children)) for person in others),
    )


def _is_minor(person: Person, day: date) -> bool:
    return person.birth_date is not None and age_at(person.birth_date, day) < ADULT_AGE


def _for_minor(income: Income, children: tuple[Child, ...]) -> bool:
    """Whether it is received for a child; what a minor earns is no resource of the applicant."""
    return income.kind in FOR_CHILDREN and any(child.id == income.person for child in children)


def _child(person: Person) -> Child:
    return Child(
        id=person.id,
        birth_date=person.birth_date,
        at_charge=True,
        custody_share=person.custody_share,
        regular_presence=True,
        benefit_recipient=True,
    )


def _means(incomes: Iterable[Income], person: Person, has_children: bool) -> Means:
    resources, work = [], []
    for income in incomes:
        if income.kind is None or income.amount is None or income.kind in INTEGRATION_INCOME_KINDS:
            continue
        if income.kind in WORK:
            work.append(Work(id=income.id, kind=WORK[income.kind], amount=income.amount, period=income.period))
            continue
        kind = RESOURCES[income.kind] if has_children else WITHOUT_CHILDREN.get(income.kind, RESOURCES[income.kind])
        resources.append(Resource(id=income.id, kind=kind, amount=income.amount, period=income.period))
    return Means(resources=tuple(resources), work=tuple(work), work_exemption=_exemption(person) if work else None)


def _exemption(person: Person) -> WorkExemption:
    """The exemption of article 35 as if it had never been used: a case does not hold its history."""
    student = person.activity is Activity.STUDENT
    kind = ExemptionKind.STUDENT if student else ExemptionKind.STANDARD
    return WorkExemption(kind=kind, exempted_periods=(), individual_project=student or None, grant_holder=False)


def _cohabitant(person: Person, facts: Facts, has_children: bool) -> Cohabitant:
    relation = {Role.PARTNER: Relation.PARTNER, Role.CHILD: Relation.ADULT_CHILD}.get(person.role, Relation.FRIEND)
    incomes = [income for income in facts.incomes if income.person == person.id]
    claims = any(income.kind in INTEGRATION_INCOME_KINDS for income in incomes)
    received = sum((income.amount or Decimal(0) for income in incomes if income.kind in INTEGRATION_INCOME_KINDS), _NO)
    return Cohabitant(
        id=person.id,
        relation=relation,
        birth_date=person.birth_date,
        claims=claims and relation is not Relation.PARTNER,
        integration_income=received if relation is Relation.ADULT_CHILD else _NO,
        means=_means(incomes, person, has_children),
    )


_NO = Decimal(0)
