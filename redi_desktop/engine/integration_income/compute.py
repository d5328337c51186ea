"""The integration income: rate of the category, less what counts, all per year, divided by twelve at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.findings import BadFacts, Finding, errors_in
from redi_desktop.engine.integration_income import explain
from redi_desktop.engine.integration_income.category import find_category
from redi_desktop.engine.integration_income.checks import check
from redi_desktop.engine.integration_income.cohabitants import count_cohabitants
from redi_desktop.engine.integration_income.facts import IntegrationIncomeFacts
from redi_desktop.engine.integration_income.kinds import Article, Category
from redi_desktop.engine.integration_income.means import Owner, count_means
from redi_desktop.engine.integration_income.parameters import ANNUAL_RATE, GENERAL_EXEMPTION, Law
from redi_desktop.engine.integration_income.yearly import MONTHS, ArticleAmount, total
from redi_desktop.engine.legal_reasons import Doubt, doubts_in
from redi_desktop.engine.legal_tables import DatedValue, LegalTables
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.months import Month


class FirstMonth(NamedTuple):
    """What is due for the month in which the right begins: the days that remain, of those the month has."""

    starts_on: date
    days: int
    days_of_month: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class IntegrationIncome:
    """One computed integration income with everything it rests on.

    ``rate``, ``resources``, ``general_exemption`` and ``yearly`` are euro per year; ``monthly`` is the integration
    income of a whole month. ``first_month`` is given in the month in which the right begins after its first day.
    """

    facts: IntegrationIncomeFacts
    tables: LegalTables
    day: date
    category: Category
    rate: DatedValue
    articles: tuple[ArticleAmount, ...]
    resources: Decimal
    general_exemption: Decimal
    yearly: Decimal
    monthly: Decimal
    first_month: FirstMonth | None
    explanation: Explanation
    findings: tuple[Finding, ...]

    @property
    def monthly_rate(self) -> Decimal:
        """The rate of the category, euro per month."""
        return to_cent(self.rate.value / MONTHS)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What the law or its sources leave open in this result."""
        return doubts_in(self.explanation)

    def article(self, article: Article) -> ArticleAmount:
        """What an article counts and leaves out."""
        return next(amount for amount in self.articles if amount.article is article)


def compute(facts: IntegrationIncomeFacts, tables: LegalTables, day: date | None = None) -> IntegrationIncome:
    """Compute the integration income at ``day`` (the facts' own date if left out).

    Raises :class:`BadFacts` with every error found.
    """
    day = day or facts.reference_date
    findings = check(facts, tables, day)
    errors = errors_in(findings)
    if errors or day is None:
        raise BadFacts(errors)
    law = Law(tables, day)
    category = find_category(facts.situation, day)
    rate = law.at(ANNUAL_RATE[category.category])
    articles = _articles(facts, category.category, law)
    resources = total(articles)
    exemption = law.at(GENERAL_EXEMPTION[category.category])
    spared = min(resources, exemption.value) if resources < rate.value else ZERO
    yearly = max(ZERO, rate.value - (resources - spared))
    monthly = to_cent(yearly / MONTHS)
    first_month = _first_month(facts.starts_on, day, yearly)
    steps = explain.Steps(category.explanation, rate, articles, resources, exemption, spared, yearly, monthly)
    return IntegrationIncome(
        facts=facts,
        tables=tables,
        day=day,
        category=category.category,
        rate=rate,
        articles=articles,
        resources=resources,
        general_exemption=to_cent(spared),
        yearly=to_cent(yearly),
        monthly=monthly,
        first_month=first_month,
        explanation=explain.result(steps, _explain_first_month(first_month)),
        findings=findings,
    )


def _articles(facts: IntegrationIncomeFacts, category: Category, law: Law) -> tuple[ArticleAmount, ...]:
    """Every article in the order of the decree: the applicant's own, article 34 before article 35."""
    starts_on = facts.starts_on or law.day
    children = sum(1 for child in facts.situation.children if child.benefit_recipient)
    own = count_means(facts.means, Owner(facts.birth_date, children, category, starts_on), law)
    found = {amount.article: amount for amount in own}
    found[Article.COHABITANTS] = count_cohabitants(facts, category, starts_on, law)
    return tuple(found[article] for article in Article)


def _first_month(starts_on: date | None, day: date, yearly: Decimal) -> FirstMonth | None:
    """The days from the beginning of the right to the end of its month, where the calculation is for that month."""
    if starts_on is None or starts_on.day == 1 or Month.of(starts_on) != Month.of(day):
        return None
    month = Month.of(day)
    length = (month.plus(1).first_day() - month.first_day()).days
    days = length - starts_on.day + 1
    return FirstMonth(starts_on, days, length, to_cent(to_cent(yearly / MONTHS) * days / length))


def _explain_first_month(first: FirstMonth | None) -> Iterable[Explanation]:
    if first is not None:
        values: dict[str, object] = {"starts_on": first.starts_on, "days": first.days, "of": first.days_of_month}
        yield Explanation("ri.first_month", first.amount, values)
