"""The resources of those who live under the same roof (art. 34), before and since 1 March 2026.

The partner who does not ask for the integration income counts: wholly in category 3, else for what exceeds the rate of
category 1. Maintenance debtors form one pool: what they have together above one rate of category 1 each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.household import ADULT_AGE, age_at
from redi_desktop.engine.integration_income.facts import Cohabitant, Debtors, IntegrationIncomeFacts
from redi_desktop.engine.integration_income.kinds import DEBTORS, FIRST_DEGREE, Article, Category, Relation
from redi_desktop.engine.integration_income.means import Owner, count_means
from redi_desktop.engine.integration_income.parameters import (
    ANNUAL_RATE,
    COHABITANTS_REFORM,
    SUPPLEMENTS_COUNTED,
    Law,
)
from redi_desktop.engine.integration_income.yearly import MONTHS, ArticleAmount, article_amount, per_year, said, total
from redi_desktop.engine.legal_reasons import explain_doubt, explain_value
from redi_desktop.engine.money import ZERO, to_cent

ONE = Decimal(1)


class _Counted(NamedTuple):
    """Euro per year: what the persons have, and what of it counts for the applicant."""

    means: Decimal
    amount: Decimal
    explanation: Explanation


def reform_applies(facts: IntegrationIncomeFacts, day: date) -> bool:
    """Whether article 34 holds as it reads since 1 March 2026: for requests and revisions from that day on."""
    decided = [known for known in (facts.requested_on, facts.revised_on) if known is not None]
    return day >= COHABITANTS_REFORM and any(known >= COHABITANTS_REFORM for known in decided)


def is_debtor(person: Cohabitant, reformed: bool) -> bool:
    """Whether the relation is one of those whose maintenance is looked at."""
    return person.relation in (DEBTORS if reformed else FIRST_DEGREE)


def is_adult(person: Cohabitant, day: date) -> bool:
    """Whether the cohabitant is of age."""
    return person.birth_date is not None and age_at(person.birth_date, day) >= ADULT_AGE


def count_cohabitants(facts: IntegrationIncomeFacts, category: Category, starts_on: date, law: Law) -> ArticleAmount:
    """Article 34 on everybody under the same roof."""
    reformed = reform_applies(facts, law.day)
    lines = [_partner(one, category, starts_on, law) for one in facts.cohabitants if one.relation is Relation.PARTNER]
    others = [one for one in facts.cohabitants if one.relation is not Relation.PARTNER]
    counting = [one for one in others if is_debtor(one, reformed) and is_adult(one, law.day)]
    lines += [_not_counted(one, reformed) for one in others if one not in counting]
    if counting:
        lines.append(_pool(counting, facts.debtors, reformed, starts_on, law))
    amount = sum((line.amount for line in lines), ZERO)
    means = sum((line.means for line in lines), ZERO)
    return article_amount(Article.COHABITANTS, amount, max(ZERO, means - amount), (line.explanation for line in lines))


def _partner(person: Cohabitant, category: Category, starts_on: date, law: Law) -> _Counted:
    values: dict[str, object] = {"person": person.id}
    if person.claims and not person.employed_by_cpas and category is not Category.FAMILY:
        return _Counted(ZERO, ZERO, Explanation("ri.partner.claims", ZERO, values))
    owner = Owner(person.birth_date, person.children, category, starts_on)
    articles = count_means(person.means, owner, law)
    means = total(articles)
    if category is Category.FAMILY:
        return _Counted(means, means, Explanation("ri.partner.whole", means, values, said(articles)))
    rate = law.at(ANNUAL_RATE[Category.COHABITANT])
    above = max(ZERO, means - rate.value)
    parts = (*said(articles), explain_value(rate))
    values |= {"means": means, "rate": rate.value}
    return _Counted(means, above, Explanation("ri.partner.above_rate", above, values, parts))


def _not_counted(person: Cohabitant, reformed: bool) -> _Counted:
    because = "minor" if is_debtor(person, reformed) else "no_debtor"
    relation = person.relation.value if person.relation else Relation.FRIEND.value
    values: dict[str, object] = {"person": person.id, "relation": relation, "because": because, "reformed": reformed}
    return _Counted(ZERO, ZERO, Explanation("ri.cohabitant.not_counted", ZERO, values))


def _pool(persons: Sequence[Cohabitant], rule: Debtors, reformed: bool, starts_on: date, law: Law) -> _Counted:
    rate = law.at(ANNUAL_RATE[Category.COHABITANT])
    each = [_debtor(person, starts_on, law) for person in persons]
    means = sum((line.means for line in each), ZERO)
    kept = rate.value * len(each)
    excess = max(ZERO, means - kept) / rule.applicants
    benefits = [_benefits(person, reformed, law) for person in persons if person.family_benefits is not None]
    for_applicant = sum((line.amount for line in benefits), ZERO)
    share = ONE if rule.counted_share is None else rule.counted_share
    amount = to_cent((excess + for_applicant) * share)
    values: dict[str, object] = {
        "count": len(each),
        "means": means,
        "rate": rate.value,
        "kept": kept,
        "excess": to_cent(excess),
        "applicants": rule.applicants,
        "family_benefits": for_applicant,
    }
    parts = [line.explanation for line in (*each, *benefits)]
    parts += [explain_value(rate), *_choice(rule, share, reformed), *_pool_doubts(persons, reformed)]
    return _Counted(means + for_applicant, amount, Explanation("ri.debtors", amount, values, tuple(parts)))


def _debtor(person: Cohabitant, starts_on: date, law: Law) -> _Counted:
    """A debtor's means, counted like the applicant's, and the integration income they already receive."""
    owner = Owner(person.birth_date, person.children, Category.COHABITANT, starts_on)
    articles = count_means(person.means, owner, law)
    received = to_cent(person.integration_income * MONTHS)
    means = total(articles) + received
    relation = person.relation.value if person.relation else Relation.PARENT.value
    values: dict[str, object] = {"person": person.id, "relation": relation, "integration_income": received}
    return _Counted(means, means, Explanation("ri.debtor", means, values, said(articles)))


def _benefits(person: Cohabitant, reformed: bool, law: Law) -> _Counted:
    """The family benefits a debtor receives for the applicant: since the reform they count, disability apart."""
    benefits = person.family_benefits
    if benefits is None or not reformed:
        node = Explanation("ri.family_benefits.before_reform", ZERO, {"person": person.id})
        return _Counted(ZERO, ZERO, node)
    received = benefits.amount or ZERO
    left_out = benefits.disability_supplement
    sources: tuple[Explanation, ...] = ()
    if benefits.other_supplements:
        counted = law.at(SUPPLEMENTS_COUNTED)
        sources = (explain_value(counted),)
        left_out += ZERO if counted.value else benefits.other_supplements
    amount = to_cent(per_year(received - left_out, benefits.period))
    values: dict[str, object] = {
        "person": person.id,
        "received": received,
        "left_out": left_out,
        "period": benefits.period.value,
    }
    return _Counted(amount, amount, Explanation("ri.family_benefits", amount, values, sources))


def _choice(rule: Debtors, share: Decimal, reformed: bool) -> Iterator[Explanation]:
    values: dict[str, object] = {"share": share, "reason": rule.reason}
    if not reformed:
        yield Explanation("ri.debtors.choice", None, values)
    elif share != ONE:
        yield Explanation("ri.debtors.equity", None, values)


def _pool_doubts(persons: Sequence[Cohabitant], reformed: bool) -> Iterator[Explanation]:
    if reformed:
        yield explain_doubt("cohabitants_reform")
    degrees = {person.relation in FIRST_DEGREE for person in persons}
    if len(degrees) > 1:
        yield explain_doubt("pool_order")
