"""The facts of an integration income that follow from a case: its incomes put under the articles of the law.

What a case does not hold (property, savings, transfers, what a third person pays) is taken as none; what is assumed
beside that is said by :mod:`means_assumed`. The command ``integration-income`` takes everything. Amounts are net.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import ADULT_AGE, Activity, Person, Role, age_at
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, INTEGRATION_INCOME_KINDS, Income, IncomeKind
from redi_desktop.engine.integration_income.cohabitants import reform_applies
from redi_desktop.engine.integration_income.facts import (
    Child,
    Cohabitant,
    Debtors,
    FamilyBenefits,
    IntegrationIncomeFacts,
    Means,
    Resource,
    Situation,
    Work,
    WorkExemption,
)
from redi_desktop.engine.integration_income.kinds import (
    DEBTORS,
    ExemptionKind,
    Relation,
    ResourceKind,
    WorkKind,
)
from redi_desktop.engine.integration_income.work_exemption import years_later
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.statuses import monthly_of

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
"""Where no own child of the household can have them, these are the receiver's own and count."""
FOR_CHILDREN = frozenset(WITHOUT_CHILDREN)
"""What a parent receives for a child."""
BENEFIT_AGE = 25
"""Up to this age a child who studies or looks for work can open family benefits."""
WORK: dict[IncomeKind, WorkKind] = {
    _K.WAGE: WorkKind.EMPLOYEE,
    _K.SELF_EMPLOYED: WorkKind.SELF_EMPLOYED,
}


def integration_income_facts(facts: Facts, day: date) -> IntegrationIncomeFacts:
    """The facts of the applicant's integration income that follow from a checked case."""
    return facts_of_household(facts, Household.of(facts, day), day)


def facts_of_household(facts: Facts, house: Household, day: date) -> IntegrationIncomeFacts:
    """The same, for a household whose persons have been looked at."""
    children = tuple(_child(person) for person in house.minors)
    requested = requested_on(facts, day)
    derived = IntegrationIncomeFacts(
        reference_date=day,
        requested_on=requested,
        revised_on=revised_on(requested, day),
        birth_date=house.applicant.birth_date,
        situation=Situation(cohabits=bool(house.others), children=children),
        means=_means(own_incomes(facts, house), bool(house.raised), _exemption(house.applicant)),
    )
    reformed = reform_applies(derived, day)
    known = (person for person in house.others if relation_of(person) is not None)
    return replace(
        derived,
        cohabitants=tuple(_cohabitant(person, facts, house) for person in known),
        debtors=Debtors() if reformed else Debtors(counted_share=_WHOLE),
    )


def requested_on(facts: Facts, day: date) -> date:
    """The day of the request; where it is not known or comes later, the first of the month, which counts whole."""
    asked = facts.requested_on
    return day.replace(day=1) if asked is None or asked > day else asked


def revised_on(requested: date, day: date) -> date | None:
    """A case does not say when it was last revised: the last anniversary of the request, for it is done every year."""
    years = day.year - requested.year
    last = years_later(requested, years)
    last = years_later(requested, years - 1) if last > day else last
    return last if last > requested else None


def relation_of(person: Person) -> Relation | None:
    """What somebody under the same roof is to the applicant; ``None`` where the case does not say it."""
    by_role = {Role.PARTNER: Relation.PARTNER, Role.CHILD: Relation.ADULT_CHILD}
    return by_role.get(person.role, person.relation)


class Household(NamedTuple):
    """The persons of a case as the law sees them: ``minors`` at charge, and the ``others`` who live here.

    ``raised``: the applicant's children who can open family benefits, minor or of age. ``with_minors``: somebody under
    age lives here besides the applicant, their own child or not.
    """

    applicant: Person
    minors: tuple[Person, ...]
    others: tuple[Person, ...]
    raised: frozenset[str]
    with_minors: bool
    applicant_age: int

    @classmethod
    def of(cls, facts: Facts, day: date) -> Household:
        """The household of a checked case."""
        persons = facts.household.persons
        applicant = next(person for person in persons if person.role is Role.APPLICANT)
        minors = tuple(person for person in persons if person.role is Role.CHILD and _age(person, day) < ADULT_AGE)
        others = tuple(person for person in persons if person is not applicant and person not in minors)
        raised = frozenset(
            person.id for person in persons if person.role is Role.CHILD and _age(person, day) < BENEFIT_AGE
        )
        with_minors = bool(minors) or any(_age(person, day) < ADULT_AGE for person in others)
        return cls(applicant, minors, others, raised, with_minors, _age(applicant, day))

    def benefits_for_applicant(self, person: Person, incomes: Iterable[Income]) -> tuple[Income, ...]:
        """The family benefits that a maintenance debtor receives and that can only be for the applicant."""
        relation = relation_of(person)
        if self.with_minors or self.applicant_age >= BENEFIT_AGE or relation not in DEBTORS - {Relation.ADULT_CHILD}:
            return ()
        return tuple(income for income in incomes if income.kind in CHILD_BENEFIT_KINDS)


def _age(person: Person, day: date) -> int:
    return age_at(person.birth_date, day) if person.birth_date is not None else ADULT_AGE


def own_incomes(facts: Facts, house: Household) -> list[Income]:
    """The applicant's incomes, and what is received for their children; what a minor earns is none of them."""
    whose = (None, house.applicant.id)
    return [income for income in facts.incomes if income.person in whose or _for_child(income, house)]


def _for_child(income: Income, house: Household) -> bool:
    return income.kind in FOR_CHILDREN and income.person in house.raised


def _child(person: Person) -> Child:
    return Child(
        id=person.id,
        birth_date=person.birth_date,
        at_charge=True,
        custody_share=person.custody_share,
        regular_presence=True,
        benefit_recipient=True,
    )


def kind_of(income: Income, has_children: bool) -> ResourceKind | None:
    """Under which kind of resource an income stands; ``None`` for work and for the integration income itself.

    ``has_children``: what is received for children can be for the own ones.
    """
    if income.kind is None or income.kind in WORK or income.kind in INTEGRATION_INCOME_KINDS:
        return None
    if has_children:
        return RESOURCES[income.kind]
    return WITHOUT_CHILDREN.get(income.kind, RESOURCES[income.kind])


def _means(incomes: Iterable[Income], has_children: bool, exemption: WorkExemption | None = None) -> Means:
    resources, work = [], []
    for income in incomes:
        kind = kind_of(income, has_children)
        if income.amount is None:
            continue
        if kind is not None:
            resources.append(Resource(id=income.id, kind=kind, amount=income.amount, period=income.period))
        elif income.kind in WORK:
            work.append(Work(id=income.id, kind=WORK[income.kind], amount=income.amount, period=income.period))
    return Means(resources=tuple(resources), work=tuple(work), work_exemption=exemption if work else None)


def _exemption(person: Person) -> WorkExemption:
    """The exemption of article 35 as if it had never been used: a case does not hold its history."""
    student = person.activity is Activity.STUDENT
    kind = ExemptionKind.STUDENT if student else ExemptionKind.STANDARD
    return WorkExemption(kind=kind, exempted_periods=(), individual_project=student or None, grant_holder=False)


def _cohabitant(person: Person, facts: Facts, house: Household) -> Cohabitant:
    """Maintenance debtors have no exemption of article 35: it is there to bring beneficiaries to work."""
    relation = relation_of(person)
    incomes = [row for row in facts.incomes if row.person == person.id and not _for_child(row, house)]
    received = [income for income in incomes if income.kind in INTEGRATION_INCOME_KINDS]
    benefits = house.benefits_for_applicant(person, incomes)
    counted = (income for income in incomes if income not in benefits)
    exemption = _exemption(person) if relation is Relation.PARTNER else None
    return Cohabitant(
        id=person.id,
        relation=relation,
        birth_date=person.birth_date,
        claims=bool(received),
        integration_income=_monthly(received) if relation in DEBTORS else ZERO,
        means=_means(counted, bool(house.raised) or relation is not Relation.ADULT_CHILD, exemption),
        family_benefits=_family_benefits(benefits),
    )


def _family_benefits(benefits: Sequence[Income]) -> FamilyBenefits | None:
    if not benefits:
        return None
    supplements = [income for income in benefits if income.kind is IncomeKind.CHILD_BENEFIT_SUPPLEMENT]
    return FamilyBenefits(amount=_monthly(benefits), other_supplements=_monthly(supplements))


def _monthly(incomes: Iterable[Income]) -> Decimal:
    return to_cent(sum((monthly_of(income) for income in incomes), ZERO))


_WHOLE = Decimal(1)
