"""What creditors can seize of the incomes of a case, person by person, and what a collective settlement must leave.

Attachment looks at one person at a time. What is not typed under a person is the applicant's. What comes once, and what
the slices of article 1409 do not protect (rent received, gifts), stays outside and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.attachment import (
    ATTACHMENT_VALUES,
    Attachment,
    AttachmentFacts,
    attach,
    minimum_living_allowance,
)
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Member
from redi_desktop.engine.findings import Finding, note, warning
from redi_desktop.engine.household import ADULT_AGE, Role
from redi_desktop.engine.household_means import integration_income_facts
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, INTEGRATION_INCOME_KINDS, Income, IncomeKind
from redi_desktop.engine.integration_income.category import derive_category
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.integration_income.parameters import MONTHLY_RATE
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.money import ZERO, Period, to_cent
from redi_desktop.engine.statuses import monthly_of

_K = IncomeKind
WORK = frozenset({_K.WAGE, _K.SELF_EMPLOYED, _K.HOLIDAY_PAY, _K.YEAR_END_PREMIUM})
"""Income from work (art. 1409 §1)."""
REPLACEMENT = frozenset({_K.UNEMPLOYMENT, _K.SICKNESS_INVALIDITY, _K.PENSION, _K.CAREER_BREAK})
"""Replacement income (art. 1409 §1bis, 1410 §1)."""
PROTECTED = INTEGRATION_INCOME_KINDS | CHILD_BENEFIT_KINDS | {_K.GRAPA, _K.ARR, _K.AI}
"""What cannot be seized at all (art. 1410 §2)."""
DEPENDENT_AGE = 25
"""Up to this age a child can be at charge for article 1409."""
_PARENTS = (Role.APPLICANT, Role.PARTNER)


class OfPerson(NamedTuple):
    """What can be seized of one person's incomes, and why, down to the slices."""

    person: str
    children: int
    found: Attachment
    explanation: Explanation


class OfHousehold(NamedTuple):
    """The adults who have an income, what a collective settlement must leave, and what is to be said.

    ``living_allowance`` is ``None`` where the legal tables do not reach that day.
    """

    persons: tuple[OfPerson, ...]
    living_allowance: Explanation | None
    findings: tuple[Finding, ...]


def attachment_of(assessment: Assessment) -> OfHousehold | None:
    """What can be seized in the month of an assessment; ``None`` without legal tables."""
    legal, day = assessment.parameters.legal, assessment.reference_date
    if legal is None:
        return None
    first = max(legal.values[name][0].valid_from for name in ATTACHMENT_VALUES)
    if day < first:
        values: dict[str, object] = {"first_day": first, "tables": legal.id}
        return OfHousehold((), None, (warning("ri_date_before_tables", "reference_date", **values),))
    found = tuple(_persons(assessment, legal))
    findings = tuple(_findings(assessment, found)) if found else ()
    return OfHousehold(found, _living_allowance(assessment, legal), findings)


def _incomes(assessment: Assessment, member: Member) -> list[Income]:
    """A person's incomes that come back; the applicant's with what is nobody's in particular."""
    whose = {member.person.id, None} if member.person.role is Role.APPLICANT else {member.person.id}
    return [row for row in assessment.facts.incomes if row.person in whose and row.period is not Period.ONCE]


def _sum(incomes: Iterable[Income], kinds: frozenset[IncomeKind]) -> Decimal:
    return to_cent(sum((monthly_of(income) for income in incomes if income.kind in kinds), ZERO))


def _persons(assessment: Assessment, legal: LegalTables) -> Iterator[OfPerson]:
    members = assessment.circumstances.members
    dependent = sum(1 for one in members if one.person.role is Role.CHILD and one.age < DEPENDENT_AGE)
    for member in members:
        rows = _incomes(assessment, member)
        facts = AttachmentFacts(
            work=_sum(rows, WORK),
            replacement=_sum(rows, REPLACEMENT),
            protected=_sum(rows, PROTECTED),
            children=dependent if member.person.role in _PARENTS else 0,
        )
        if member.age >= ADULT_AGE and (facts.work or facts.replacement or facts.protected):
            yield _of_person(member.person.id, facts, attach(facts, legal, assessment.reference_date))


def _of_person(person: str, facts: AttachmentFacts, found: Attachment) -> OfPerson:
    values: dict[str, object] = {
        "person": person,
        "work": facts.work,
        "replacement": facts.replacement,
        "protected": facts.protected,
    }
    node = Explanation("attachment.of_person", found.attachable, values, (found.explanation,))
    return OfPerson(person, facts.children or 0, found, node)


def _living_allowance(assessment: Assessment, legal: LegalTables) -> Explanation | None:
    """The integration income of the applicant's category, with the family benefits of the family."""
    facts, day = assessment.facts, assessment.reference_date
    category = derive_category(integration_income_facts(facts, day).situation, day)[0] or Category.SINGLE
    if not legal.has(MONTHLY_RATE[category], day):
        return None
    others = {person.id for person in facts.household.persons if person.role is Role.OTHER_ADULT}
    benefits = _sum((row for row in facts.incomes if row.person not in others), CHILD_BENEFIT_KINDS)
    return minimum_living_allowance(category, benefits, legal, day)


def _findings(assessment: Assessment, found: tuple[OfPerson, ...]) -> Iterator[Finding]:
    seized = {one.person for one in found if one.found.attachable or one.found.child_reduction}
    if any(one.children and one.found.child_reduction for one in found):
        count = max(one.children for one in found)
        yield note("attachment_children_assumed", "household.persons", children=count)
    if any(one.found.facts.work and _is_self_employed(assessment, one.person) for one in found if one.person in seized):
        yield note("attachment_self_employed", "incomes")
    for place, income in enumerate(assessment.facts.incomes):
        if income.amount and (income.period is Period.ONCE or income.kind not in WORK | REPLACEMENT | PROTECTED):
            yield note("attachment_outside", f"incomes[{place}]")


def _is_self_employed(assessment: Assessment, person: str) -> bool:
    applicant = next(one.person.id for one in assessment.circumstances.members if one.person.role is Role.APPLICANT)
    return any(
        row.kind is IncomeKind.SELF_EMPLOYED and (row.person or applicant) == person for row in assessment.facts.incomes
    )
