"""What the integration income of a case rests on without the case saying it: each a finding, where it matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import Finding, note, warning
from redi_desktop.engine.household import Person, Role
from redi_desktop.engine.household_means import (
    BENEFIT_AGE,
    FOR_CHILDREN,
    WORK,
    Household,
    kind_of,
    own_incomes,
    relation_of,
)
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, Income
from redi_desktop.engine.integration_income.category import HALF
from redi_desktop.engine.integration_income.cohabitants import is_adult, is_debtor, reform_applies
from redi_desktop.engine.integration_income.compute import IntegrationIncome, compute
from redi_desktop.engine.integration_income.doubtful_facts import ELDERS
from redi_desktop.engine.integration_income.facts import Debtors
from redi_desktop.engine.integration_income.kinds import COUNTED, DEBTORS, Article, Category, Relation
from redi_desktop.engine.integration_income.parameters import COHABITANTS_REFORM, GRANT_HOLDERS_EQUAL
from redi_desktop.engine.money import ZERO

ASSUMED = "ri_assumed"
"""One finding for all that is usual; its value ``assumed`` lists which of :data:`USUAL`, joined by commas."""
USUAL = ("children_at_charge", "own_incomes", "exemption_unused", "student_project", "no_grant")


def assumed(facts: Facts, house: Household, found: IntegrationIncome) -> Iterator[Finding]:
    """Findings on what was assumed and, said otherwise, would change the result."""
    yield from _relations(facts, house)
    yield from _presence(facts, house)
    yield from _children(facts, house)
    yield from _dates(facts, found)
    yield from _choice_of_the_cpas(found)
    yield from _benefits(facts, house, found)
    usual = frozenset(_usual(facts, house, found))
    if usual:
        told = ",".join(one for one in USUAL if one in usual)
        yield note(ASSUMED, "incomes", assumed=told)


def _place(facts: Facts, person: Person) -> str:
    return f"household.persons[{facts.household.persons.index(person)}]"


def _counts(income: Income) -> bool:
    return bool(income.amount) and (income.kind in WORK or kind_of(income, has_children=True) in COUNTED)


def _relations(facts: Facts, house: Household) -> Iterator[Finding]:
    """An adult of whom it is not known what they are to the applicant: nothing of theirs is counted until then."""
    for person in facts.household.persons:
        if person.relation is not None and person.role is not Role.OTHER_ADULT:
            yield warning("ri_relation_set_aside", f"{_place(facts, person)}.relation", role=person.role)
    for person in house.others:
        theirs = any(income.person == person.id and _counts(income) for income in facts.incomes)
        if theirs and relation_of(person) is None:
            yield warning("ri_relation_unknown", f"{_place(facts, person)}.relation")


def _presence(facts: Facts, house: Household) -> Iterator[Finding]:
    """Children who live here less than half of the time open category 3 when they do so regularly."""
    if any(child.custody_share >= HALF for child in house.minors):
        return
    for child in house.minors:
        share = int(child.custody_share * 100)
        yield warning("ri_presence_assumed", f"{_place(facts, child)}.custody_share", percent=share)


def _children(facts: Facts, house: Household) -> Iterator[Finding]:
    """Beside a parent of the applicant, a minor may as well be a brother or a sister."""
    if house.minors and any(relation_of(person) in ELDERS for person in house.others):
        yield warning("ri_minors_of_whom", f"{_place(facts, house.minors[0])}.role")


def _debtors_count(found: IntegrationIncome) -> bool:
    return any(person.relation in DEBTORS and is_adult(person, found.day) for person in found.facts.cohabitants)


def _dates(facts: Facts, found: IntegrationIncome) -> Iterator[Finding]:
    """The day of the request decides which article 34 holds."""
    day, asked = found.day, facts.requested_on
    if asked is not None and asked > day:
        yield note("ri_request_after_day", "request.date", requested_on=asked, day=day)
    if day < COHABITANTS_REFORM or not found.article(Article.COHABITANTS).counted or not _debtors_count(found):
        return
    revised = found.facts.revised_on
    if asked is None:
        yield note("ri_request_assumed", "request.date", day=found.facts.requested_on)
    elif asked < COHABITANTS_REFORM and revised is not None:
        yield note("ri_revision_assumed", "request.date", day=revised)


def _choice_of_the_cpas(found: IntegrationIncome) -> Iterator[Finding]:
    """Before the reform the CPAS chooses which part of the debtors' resources counts; the case does not say it."""
    facts = found.facts
    reformed = reform_applies(facts, found.day)
    counting = [one for one in facts.cohabitants if is_debtor(one, reformed) and is_adult(one, found.day)]
    if reformed or not counting or not found.article(Article.COHABITANTS).counted:
        return
    none = compute(replace(facts, debtors=Debtors(counted_share=ZERO)), found.tables, found.day)
    if none.monthly != found.monthly:
        yield warning("ri_debtors_share_assumed", "household.persons", all=found.monthly, none=none.monthly)


def _benefits(facts: Facts, house: Household, found: IntegrationIncome) -> Iterator[Finding]:
    """Since the reform, family benefits that a debtor receives for the applicant count, those for others do not."""
    if not reform_applies(found.facts, found.day) or house.applicant_age >= BENEFIT_AGE:
        return
    code = "ri_benefits_not_for_applicant" if house.with_minors else "ri_benefits_for_applicant"
    others = {person.id: relation_of(person) for person in house.others}
    for place, income in enumerate(facts.incomes):
        relation = others.get(income.person or "")
        theirs = relation in DEBTORS and relation is not Relation.ADULT_CHILD
        if theirs and income.kind in CHILD_BENEFIT_KINDS and income.amount:
            yield note(code, f"incomes[{place}].person")


def _usual(facts: Facts, house: Household, found: IntegrationIncome) -> Iterator[str]:
    """Which of the usual assumptions this result rests on."""
    own = own_incomes(facts, house)
    spared = any(income.kind in FOR_CHILDREN and income.amount for income in own)
    if found.category is Category.FAMILY or (house.raised and spared):
        yield "children_at_charge"
    if house.others and any(income.person is None and _counts(income) for income in own):
        yield "own_incomes"
    claims = [found.facts.means.work_exemption if found.article(Article.WORK_EXEMPTION).exempted else None]
    partners = [one.means for one in found.facts.cohabitants if one.relation is Relation.PARTNER]
    claims += [means.work_exemption for means in partners]
    if any(claim is not None and claim.individual_project is None for claim in claims):
        yield "exemption_unused"
    if any(claim is not None and claim.individual_project for claim in claims):
        yield "student_project"
        if found.day < GRANT_HOLDERS_EQUAL:
            yield "no_grant"
