"""Movable capital (art. 27): nothing on a first slice, a rate on the second, a higher one above."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.facts import Account
from redi_desktop.engine.integration_income.kinds import Article, Category
from redi_desktop.engine.integration_income.parameters import (
    CAPITAL_FIRST_RATE,
    CAPITAL_FIRST_THRESHOLD,
    CAPITAL_SECOND_RATE,
    CAPITAL_SECOND_THRESHOLD,
    Law,
)
from redi_desktop.engine.integration_income.yearly import ArticleAmount, article_amount, nothing
from redi_desktop.engine.legal_reasons import explain_doubt, explain_value
from redi_desktop.engine.money import ZERO, to_cent

ONE = Decimal(1)


class ScaledCapital(NamedTuple):
    """What a capital counts for: euro per year, the capital that stays free, and why."""

    amount: Decimal
    free: Decimal
    explanation: Explanation


def scale(capital: Decimal, fraction: Decimal, law: Law) -> ScaledCapital:
    """Apply the slices of article 27, their bounds multiplied by the ``fraction`` of the holder."""
    first, second = law.at(CAPITAL_FIRST_THRESHOLD), law.at(CAPITAL_SECOND_THRESHOLD)
    low, high = law.at(CAPITAL_FIRST_RATE), law.at(CAPITAL_SECOND_RATE)
    lower, upper = first.value * fraction, second.value * fraction
    in_second = max(ZERO, min(capital, upper) - lower)
    above = max(ZERO, capital - upper)
    amount = to_cent(in_second * low.value + above * high.value)
    values: dict[str, object] = {
        "capital": to_cent(capital),
        "fraction": fraction,
        "first_threshold": to_cent(lower),
        "second_threshold": to_cent(upper),
        "first_slice": to_cent(in_second),
        "second_slice": to_cent(above),
        "first_rate": low.value,
        "second_rate": high.value,
    }
    sources = tuple(explain_value(value) for value in (first, second, low, high))
    node = Explanation("ri.capital.scale", amount, values, sources)
    return ScaledCapital(amount, to_cent(min(capital, lower)), node)


def fraction_of(account: Account, category: Category) -> Decimal:
    """The part of an account that counts: 1/n of n holders; 2/n in category 3 where the partner is one of them."""
    if account.share is not None:
        return account.share
    holders = 2 if category is Category.FAMILY and account.partner_is_holder else 1
    return min(ONE, Decimal(holders) / account.holders)


def count_capital(accounts: Sequence[Account], category: Category, law: Law) -> ArticleAmount:
    """Article 27 on all accounts together.

    The bounds follow the largest fraction held: whoever also has an account of their own has the whole slices.
    """
    if not accounts:
        return nothing(Article.CAPITAL)
    fractions = [fraction_of(account, category) for account in accounts]
    held = [(account.amount or ZERO) * part for account, part in zip(accounts, fractions, strict=True)]
    scaled = scale(sum(held, ZERO), max(fractions), law)
    lines = tuple(map(_explain_account, accounts, fractions, held))
    doubts = (explain_doubt("capital_mixed_holders"),) if len(set(fractions)) > 1 else ()
    return article_amount(Article.CAPITAL, scaled.amount, scaled.free, (*lines, scaled.explanation, *doubts))


def _explain_account(account: Account, fraction: Decimal, held: Decimal) -> Explanation:
    values: dict[str, object] = {
        "id": account.id,
        "typed": account.amount,
        "holders": account.holders,
        "fraction": fraction,
    }
    return Explanation("ri.capital.account", to_cent(held), values)
