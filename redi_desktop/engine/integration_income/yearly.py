"""Amounts per year, exact until they are rounded once to the cent, and what each article counts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.kinds import Article
from redi_desktop.engine.money import MONTHS_RATIO, ZERO, Period, to_cent

MONTHS = Decimal(12)


class ArticleAmount(NamedTuple):
    """What an article, or one line of it, counts and what it leaves out, euro per year to the cent.

    For capital and transfers (27, 28-32) ``exempted`` is the capital left out.
    """

    article: Article
    counted: Decimal
    exempted: Decimal
    explanation: Explanation


def per_year(amount: Decimal, period: Period) -> Decimal:
    """Bring ``amount`` euro per ``period`` to euro per year, not rounded; what comes once counts once."""
    if period is Period.ONCE:
        return amount
    multiplier, divisor = MONTHS_RATIO[period]
    return amount * multiplier * MONTHS / divisor


def article_amount(
    article: Article, counted: Decimal, exempted: Decimal, parts: Iterable[Explanation] = ()
) -> ArticleAmount:
    """Round what an article counts and leaves out, and explain it by its parts."""
    said_of_it = tuple(parts)
    if not said_of_it and not counted and not exempted:
        return nothing(article)
    counted, exempted = to_cent(counted), to_cent(exempted)
    values: dict[str, object] = {"article": article.value, "exempted": exempted}
    return ArticleAmount(article, counted, exempted, Explanation("ri.article", counted, values, said_of_it))


def article_of_lines(article: Article, lines: Iterable[ArticleAmount]) -> ArticleAmount:
    """What an article counts by those of the lines that fall under it."""
    own = [line for line in lines if line.article is article]
    counted, exempted = total(own), sum((line.exempted for line in own), ZERO)
    return article_amount(article, counted, exempted, (line.explanation for line in own))


@cache
def nothing(article: Article) -> ArticleAmount:
    """An article that nothing was told about, the same each time."""
    explanation = Explanation("ri.article", ZERO, {"article": article.value, "exempted": ZERO})
    return ArticleAmount(article, ZERO, ZERO, explanation)


def total(amounts: Iterable[ArticleAmount]) -> Decimal:
    """Euro per year that the articles count together."""
    return sum((amount.counted for amount in amounts), ZERO)


def said(amounts: Iterable[ArticleAmount]) -> tuple[Explanation, ...]:
    """The explanations of the articles that have something to say."""
    return tuple(amount.explanation for amount in amounts if amount.explanation.parts)
