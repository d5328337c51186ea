"""Resources of every nature (law, art. 16), those that are exempt (art. 22), professional income (art. 23 and 24)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.facts import Resource, Work
from redi_desktop.engine.integration_income.kinds import (
    COUNTED,
    IN_ITS_MONTH,
    Article,
    ResourceKind,
    WorkKind,
)
from redi_desktop.engine.integration_income.parameters import ALE_CHEQUE, Law
from redi_desktop.engine.integration_income.yearly import (
    MONTHS,
    ArticleAmount,
    article_amount,
    article_of_lines,
    nothing,
    per_year,
)
from redi_desktop.engine.legal_reasons import explain_doubt, explain_value
from redi_desktop.engine.money import ZERO, Period, to_cent


def count_resources(resources: Sequence[Resource], law: Law) -> tuple[ArticleAmount, ArticleAmount]:
    """What counts by article 16 of the law, and what article 22 §1 leaves out."""
    if not resources:
        return nothing(Article.LAW_16), nothing(Article.EXEMPT)
    lines = [_resource(resource, law) for resource in resources]
    return article_of_lines(Article.LAW_16, lines), article_of_lines(Article.EXEMPT, lines)


def _resource(resource: Resource, law: Law) -> ArticleAmount:
    if resource.kind is ResourceKind.ALE_CHEQUES:
        return _cheques(resource, law)
    yearly, values = to_cent(_received(resource)), _typed(resource)
    if resource.kind not in COUNTED:
        return ArticleAmount(Article.EXEMPT, ZERO, yearly, Explanation("ri.exempt", yearly, values))
    parts = (explain_doubt("holiday_pay"),) if resource.kind is ResourceKind.HOLIDAY_PAY else ()
    rule = "ri.resource_of_the_month" if resource.period is Period.ONCE else "ri.resource"
    return ArticleAmount(Article.LAW_16, yearly, ZERO, Explanation(rule, yearly, values, parts))


def _received(resource: Resource) -> Decimal:
    """Euro per year; what comes once is a resource of its month, so it counts as if each month brought it."""
    amount = (resource.amount or ZERO) + resource.seized
    if resource.period is Period.ONCE and resource.kind in IN_ITS_MONTH:
        return amount * MONTHS
    return per_year(amount, resource.period)


def _typed(resource: Resource) -> dict[str, object]:
    return {
        "resource": resource.kind.value if resource.kind else ResourceKind.OTHER.value,
        "id": resource.id,
        "typed": resource.amount,
        "period": resource.period.value,
        "seized": resource.seized,
    }


def _cheques(resource: Resource, law: Law) -> ArticleAmount:
    """Of each ALE cheque, up to the amount of article 22 §1 d) is exempt."""
    per_cheque = law.at(ALE_CHEQUE)
    received = per_year((resource.amount or ZERO) + resource.seized, resource.period)
    exempted = min(received, per_cheque.value * per_year(resource.cheques or ZERO, resource.period))
    counted = to_cent(received - exempted)
    values = _typed(resource) | {"cheques": resource.cheques, "per_cheque": per_cheque.value, "exempted": exempted}
    node = Explanation("ri.ale_cheques", counted, values, (explain_value(per_cheque),))
    return ArticleAmount(Article.EXEMPT, counted, to_cent(exempted), node)


class ProfessionalIncome(NamedTuple):
    """A person's professional income per year: by article, and the part that the work exemption covers."""

    employed: Decimal
    self_employed: Decimal
    employed_covered: Decimal
    self_employed_covered: Decimal
    employed_lines: tuple[Explanation, ...]
    self_employed_lines: tuple[Explanation, ...]

    @property
    def covered(self) -> Decimal:
        """Euro per year that the work exemption covers."""
        return self.employed_covered + self.self_employed_covered


def professional_income(work: Sequence[Work]) -> ProfessionalIncome:
    """Net income from work, per year (art. 23), and from self-employment in the reference year (art. 24)."""
    lines = [(job, _net(job)) for job in work]
    employed = [(job, net) for job, net in lines if job.kind is not WorkKind.SELF_EMPLOYED]
    independent = [(job, net) for job, net in lines if job.kind is WorkKind.SELF_EMPLOYED]
    return ProfessionalIncome(
        employed=sum((net for _, net in employed), ZERO),
        self_employed=sum((net for _, net in independent), ZERO),
        employed_covered=sum((net for job, net in employed if job.exemption), ZERO),
        self_employed_covered=sum((net for job, net in independent if job.exemption), ZERO),
        employed_lines=tuple(_explain_job(job, net) for job, net in employed),
        self_employed_lines=tuple(_explain_job(job, net) for job, net in independent),
    )


def _net(job: Work) -> Decimal:
    """Less what comes from giving up a business, which articles 28 to 32 count (art. 24 §1)."""
    earned = (job.amount or ZERO) - job.business_transfer + job.deceased_spouse_income
    return to_cent(per_year(max(ZERO, earned), job.period))


def _explain_job(job: Work, net: Decimal) -> Explanation:
    values: dict[str, object] = {
        "work": job.kind.value if job.kind else WorkKind.EMPLOYEE.value,
        "id": job.id,
        "typed": job.amount,
        "period": job.period.value,
        "business_transfer": job.business_transfer,
        "deceased_spouse_income": job.deceased_spouse_income,
    }
    return Explanation("ri.work", net, values)


def count_work(
    income: ProfessionalIncome, exempted: Decimal, because: tuple[Explanation, ...]
) -> tuple[ArticleAmount, ...]:
    """Articles 23, 24 and 35; the exemption is taken from the wages first and stands under its own article."""
    from_wages = min(income.employed_covered, exempted)
    from_business = exempted - from_wages
    return (
        _after_exemption(Article.WORK, income.employed, from_wages, income.employed_lines),
        _after_exemption(Article.SELF_EMPLOYED, income.self_employed, from_business, income.self_employed_lines),
        article_amount(Article.WORK_EXEMPTION, ZERO, exempted, because),
    )


def _after_exemption(
    article: Article, income: Decimal, exempted: Decimal, lines: tuple[Explanation, ...]
) -> ArticleAmount:
    less = Explanation("ri.less_work_exemption", exempted, {})
    return article_amount(article, income - exempted, ZERO, (*lines, less) if exempted else lines)
