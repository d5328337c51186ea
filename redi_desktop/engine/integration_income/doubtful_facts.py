"""Facts that could be right and seldom are, or that a result rests on without anybody having said them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from redi_desktop.engine.findings import Finding, error, note, warning
from redi_desktop.engine.household import ADULT_AGE, age_at
from redi_desktop.engine.integration_income.cohabitants import is_adult, is_debtor, reform_applies
from redi_desktop.engine.integration_income.facts import Account, Cohabitant, IntegrationIncomeFacts, Means
from redi_desktop.engine.integration_income.kinds import Category, ExemptionKind, Relation
from redi_desktop.engine.integration_income.parameters import WORK_EXEMPTION, Law
from redi_desktop.engine.integration_income.yearly import MONTHS
from redi_desktop.engine.money import to_cent

YOUNGEST_PARENT = 12
"""A parent who was younger than this at the birth is asked about."""
ELDERS = frozenset({Relation.PARENT, Relation.GRANDPARENT, Relation.GREAT_GRANDPARENT})
DESCENDANTS = frozenset({Relation.ADULT_CHILD, Relation.GRANDCHILD})


def check_doubtful(facts: IntegrationIncomeFacts, category: Category | None, law: Law) -> Iterator[Finding]:
    """Findings on what does not fit together, and on what was left out and counts."""
    yield from _check_applicant(facts, law.day)
    yield from _check_homeless(facts)
    yield from _check_children(facts, law.day)
    yield from _check_generations(facts, law.day)
    yield from _check_exemption_asked(facts.means, law)
    yield from _check_joint_accounts(facts, category)
    yield from _check_means_known(facts, category, law.day)


def _check_applicant(facts: IntegrationIncomeFacts, day: date) -> Iterator[Finding]:
    """A minor has the right only when married, pregnant or with a child at charge (law, art. 7)."""
    birth = facts.birth_date
    if birth is None or birth > day or age_at(birth, day) >= ADULT_AGE:
        return
    if not any(child.at_charge for child in facts.situation.children):
        yield warning("ri_applicant_minor", "birth_date", age=age_at(birth, day))


def _check_homeless(facts: IntegrationIncomeFacts) -> Iterator[Finding]:
    """Whoever is homeless may be taken in for a time by somebody; whoever shares a household is not homeless."""
    if facts.situation.homeless_with_project and facts.situation.cohabits:
        yield warning("ri_homeless_and_cohabits", "situation.homeless_with_project")


def _check_children(facts: IntegrationIncomeFacts, day: date) -> Iterator[Finding]:
    """A child of age gives no rate of a family and belongs among the cohabitants."""
    cohabitants = {person.id for person in facts.cohabitants}
    for number, child in enumerate(facts.situation.children):
        birth = child.birth_date
        if birth is not None and birth <= day and age_at(birth, day) >= ADULT_AGE and child.id not in cohabitants:
            yield warning("ri_child_of_age", f"situation.children[{number}].birth_date", age=age_at(birth, day))


def _check_generations(facts: IntegrationIncomeFacts, day: date) -> Iterator[Finding]:
    born = facts.birth_date
    if born is None or born > day:
        return
    for number, child in enumerate(facts.situation.children):
        yield from _check_gap(born, child.birth_date, f"situation.children[{number}].birth_date", day)
    for number, person in enumerate(facts.cohabitants):
        field = f"cohabitants[{number}].birth_date"
        if person.relation in ELDERS:
            yield from _check_gap(person.birth_date, born, field, day)
        elif person.relation in DESCENDANTS:
            yield from _check_gap(born, person.birth_date, field, day)


def _check_gap(elder: date | None, younger: date | None, field: str, day: date) -> Iterator[Finding]:
    """The years between two generations."""
    if elder is None or younger is None or max(elder, younger) > day:
        return
    if younger <= elder:
        yield error("ri_generations_swapped", field, elder=elder, younger=younger)
    elif age_at(elder, younger) < YOUNGEST_PARENT:
        yield warning("ri_generations_close", field, age=age_at(elder, younger))


def _check_exemption_asked(means: Means, law: Law) -> Iterator[Finding]:
    """Work without a word about article 35: the exemption is not given by itself, and it is easily forgotten."""
    value_id = WORK_EXEMPTION[ExemptionKind.STANDARD]
    earned = any(job.exemption and job.amount for job in means.work)
    if means.work_exemption is None and earned and law.tables.has(value_id, law.day):
        most = to_cent(law.at(value_id).value * MONTHS)
        yield warning("ri_work_exemption_not_asked", "means.work_exemption", most=most)


def _check_joint_accounts(facts: IntegrationIncomeFacts, category: Category | None) -> Iterator[Finding]:
    """In category 3 an account shared with the partner counts for both of them where it stands with the applicant."""
    if category is not Category.FAMILY:
        return
    for number, person in enumerate(facts.cohabitants):
        if person.relation is not Relation.PARTNER:
            continue
        for place, account in enumerate(person.means.accounts):
            if any(_may_be_the_same(account, own) for own in facts.means.accounts):
                field = f"cohabitants[{number}].means.accounts[{place}].amount"
                yield warning("ri_account_twice", field, amount=account.amount)


def _may_be_the_same(theirs: Account, own: Account) -> bool:
    return theirs.amount == own.amount and (theirs.partner_is_holder or own.partner_is_holder)


def _check_means_known(facts: IntegrationIncomeFacts, category: Category | None, day: date) -> Iterator[Finding]:
    """A cohabitant who counts and of whom nothing was told is taken as having nothing."""
    reformed = reform_applies(facts, day)
    for number, person in enumerate(facts.cohabitants):
        nothing_told = person.means == Means() and not person.integration_income and person.family_benefits is None
        if nothing_told and _counts(person, category, reformed, day):
            yield note("ri_means_of_cohabitant_missing", f"cohabitants[{number}].means")


def _counts(person: Cohabitant, category: Category | None, reformed: bool, day: date) -> bool:
    if person.relation is Relation.PARTNER:
        return category is Category.FAMILY or not person.claims or person.employed_by_cpas
    return is_debtor(person, reformed) and is_adult(person, day)
