"""What is wrong, missing or to be known about those who live under the same roof (art. 34)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from redi_desktop.engine.amount_checks import check_amount, duplicate_ids
from redi_desktop.engine.findings import Finding, error, note, warning
from redi_desktop.engine.integration_income.cohabitants import is_adult, is_debtor, reform_applies
from redi_desktop.engine.integration_income.facts import Cohabitant, FamilyBenefits, IntegrationIncomeFacts
from redi_desktop.engine.integration_income.kinds import DEBTORS, Category, Relation
from redi_desktop.engine.integration_income.means_checks import check_means, check_share
from redi_desktop.engine.integration_income.parameters import COHABITANTS_REFORM, Law
from redi_desktop.engine.integration_income.work_exemption import years_later
from redi_desktop.engine.money import Period

MOST_APPLICANTS = 20
ONE = Decimal(1)


def check_cohabitants(facts: IntegrationIncomeFacts, category: Category | None, law: Law) -> Iterator[Finding]:
    """Findings on everybody under the same roof, and on how the maintenance debtors are counted."""
    persons = facts.cohabitants
    yield from duplicate_ids("cohabitants", [person.id for person in persons])
    if facts.situation.cohabits is False and persons:
        yield error("ri_lives_alone_with_others", "situation.cohabits")
    if sum(1 for person in persons if person.relation is Relation.PARTNER) > 1:
        yield error("several_partners", "cohabitants")
    family = category is Category.FAMILY
    for number, person in enumerate(persons):
        yield from _check_person(person, f"cohabitants[{number}]", family, law)
    if any(person.relation in DEBTORS for person in persons):
        yield from _check_debtors(facts, law.day)


def _check_person(person: Cohabitant, field: str, family: bool, law: Law) -> Iterator[Finding]:
    if person.relation is None:
        yield error("ri_relation_missing", f"{field}.relation")
    if person.relation is Relation.PARTNER and person.claims is None and not family:
        yield error("ri_claims_missing", f"{field}.claims")
    if person.relation in DEBTORS and person.birth_date is None:
        yield error("missing", f"{field}.birth_date")
    if person.birth_date is not None and person.birth_date > law.day:
        yield error("birth_in_future", f"{field}.birth_date", birth=person.birth_date, day=law.day)
    yield from check_amount(person.integration_income, f"{field}.integration_income")
    if person.children < 0:
        yield error("ri_children_out_of_range", f"{field}.children")
    yield from check_means(person.means, f"{field}.means", person.birth_date, f"{field}.birth_date", law)
    if person.family_benefits is not None:
        if person.relation not in DEBTORS:
            yield error("ri_benefits_of_non_debtor", f"{field}.family_benefits")
        yield from _check_benefits(person.family_benefits, f"{field}.family_benefits")


def _check_benefits(benefits: FamilyBenefits, field: str) -> Iterator[Finding]:
    amounts = {
        "amount": benefits.amount,
        "disability_supplement": benefits.disability_supplement,
        "other_supplements": benefits.other_supplements,
    }
    wrong = [finding for name, amount in amounts.items() for finding in check_amount(amount, f"{field}.{name}")]
    yield from wrong
    if benefits.period is Period.ONCE:
        yield error("ri_once", f"{field}.period")
    if wrong or benefits.amount is None:
        return
    if benefits.disability_supplement + benefits.other_supplements > benefits.amount:
        yield error("ri_supplements_too_high", f"{field}.amount", amount=benefits.amount)


def _check_debtors(facts: IntegrationIncomeFacts, day: date) -> Iterator[Finding]:
    rule = facts.debtors
    if not 1 <= rule.applicants <= MOST_APPLICANTS:
        yield error("ri_applicants_out_of_range", "debtors.applicants", most=MOST_APPLICANTS)
    if rule.counted_share is not None:
        yield from check_share(rule.counted_share, "debtors.counted_share", zero_allowed=True)
    if day >= COHABITANTS_REFORM and facts.requested_on is None:
        yield error("ri_requested_on_missing", "requested_on")
    elif reform_applies(facts, day):
        yield from _check_equity(facts)
    else:
        yield from _check_choice(facts, day)


def _check_equity(facts: IntegrationIncomeFacts) -> Iterator[Finding]:
    """Since the reform everything counts; a derogation for equity needs its reason."""
    rule = facts.debtors
    if rule.counted_share not in (None, ONE) and not rule.reason.strip():
        yield error("ri_equity_reason", "debtors.reason")


def _check_choice(facts: IntegrationIncomeFacts, day: date) -> Iterator[Finding]:
    """Before the reform the CPAS says which part counts."""
    rule = facts.debtors
    counting = [one for one in facts.cohabitants if is_debtor(one, reformed=False) and is_adult(one, day)]
    if counting and rule.counted_share is None:
        yield error("ri_debtors_share_missing", "debtors.counted_share")
    elif counting and not rule.reason.strip():
        yield warning("reason_missing", "debtors.reason")
    if day >= COHABITANTS_REFORM:
        yield from _check_running_file(facts, day, facts.cohabitants)


def _check_running_file(facts: IntegrationIncomeFacts, day: date, persons: Sequence[Cohabitant]) -> Iterator[Finding]:
    """A file from before the reform follows the old rule until its next revision, which comes every year."""
    last = max(known for known in (facts.requested_on, facts.revised_on) if known is not None)
    if any(person.relation in DEBTORS for person in persons):
        values: dict[str, object] = {"last": last, "reform": COHABITANTS_REFORM}
        yield note("ri_old_article_34", "revised_on", **values)
    if day >= years_later(last, 1):
        yield warning("ri_revision_due", "revised_on", last=last)
