"""Property: built and unbuilt (art. 25), rented out (art. 26).

The cadastral income, not indexed, in proportion to the right, less an exemption, three times. The exemption stands once
for all built (or unbuilt) properties; it is spread over them by their cadastral income, so that none of it is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.facts import RealProperty
from redi_desktop.engine.integration_income.kinds import Article, PropertyKind, Right
from redi_desktop.engine.integration_income.parameters import (
    BUILT_EXEMPTION,
    BUILT_EXEMPTION_PER_CHILD,
    DEDUCTION_CAP,
    OWN_DWELLING_COUNTED,
    PROPERTY_MULTIPLIER,
    UNBUILT_EXEMPTION,
    Law,
)
from redi_desktop.engine.integration_income.yearly import ArticleAmount, article_of_lines, nothing, per_year
from redi_desktop.engine.legal_reasons import explain_doubt, explain_value
from redi_desktop.engine.legal_tables import DatedValue
from redi_desktop.engine.money import ZERO, to_cent


class _Exemption(NamedTuple):
    """What one kind of property is spared: euro per year of cadastral income, and where that is written.

    ``whole`` is that of a sole owner, ``share`` the mean of the rights; ``children`` those that it was raised for.
    """

    whole: Decimal
    share: Decimal
    children: int
    cadastral_total: Decimal
    sources: tuple[DatedValue, ...]
    shared: bool

    @property
    def amount(self) -> Decimal:
        """In proportion to the rights."""
        return self.whole * self.share

    def part(self, cadastral_income: Decimal) -> Decimal:
        """The part that falls to a property with that cadastral income."""
        if not self.cadastral_total:
            return ZERO
        return min(cadastral_income, self.amount * cadastral_income / self.cadastral_total)


def count_property(properties: Sequence[RealProperty], children: int, law: Law) -> tuple[ArticleAmount, ArticleAmount]:
    """Articles 25 and 26; ``children``: for how many the person receives the family benefits."""
    if not properties:
        return nothing(Article.PROPERTY), nothing(Article.RENTED)
    lines = [_left_out(one, law) for one in properties if not _counts(one, law)]
    for kind in PropertyKind:
        own = [one for one in properties if one.kind is kind and _counts(one, law)]
        exemption = _exemption(kind, own, children, law)
        lines += [_count(one, exemption, law) for one in own]
    return article_of_lines(Article.PROPERTY, lines), article_of_lines(Article.RENTED, lines)


def _counts(one: RealProperty, law: Law) -> bool:
    """Full ownership and usufruct count; of the own dwelling the tables say whether it does."""
    if one.right is Right.BARE:
        return False
    return not one.own_dwelling or bool(law.at(OWN_DWELLING_COUNTED).value)


def _left_out(one: RealProperty, law: Law) -> ArticleAmount:
    if one.right is Right.BARE:
        node = Explanation("ri.property.bare", ZERO, {"id": one.id})
    else:
        node = Explanation("ri.property.own_dwelling", ZERO, {"id": one.id}, _doubt_of_home(one, law))
    return ArticleAmount(Article.PROPERTY, ZERO, ZERO, node)


def _exemption(kind: PropertyKind, own: Sequence[RealProperty], children: int, law: Law) -> _Exemption:
    """The exemption of a kind of property in proportion to the rights (their mean where they differ)."""
    if kind is PropertyKind.BUILT:
        base, per_child = law.at(BUILT_EXEMPTION), law.at(BUILT_EXEMPTION_PER_CHILD)
        whole = base.value + per_child.value * children
        sources: tuple[DatedValue, ...] = (base, per_child)
    else:
        unbuilt = law.at(UNBUILT_EXEMPTION)
        whole, sources = unbuilt.value, (unbuilt,)
    share = sum((one.share for one in own), ZERO) / len(own) if own else ZERO
    raised = children if kind is PropertyKind.BUILT else 0
    return _Exemption(whole, share, raised, sum((_cadastral(one) for one in own), ZERO), sources, len(own) > 1)


def _cadastral(one: RealProperty) -> Decimal:
    return (one.cadastral_income or ZERO) * one.share


def _count(one: RealProperty, exemption: _Exemption, law: Law) -> ArticleAmount:
    by_cadastre = _by_cadastre(one, exemption, law)
    if one.rent is None:
        return by_cadastre
    rent = to_cent(per_year(one.rent, one.period) * one.share)
    higher = max(rent, by_cadastre.counted)
    values: dict[str, object] = {"id": one.id, "rent": rent, "by_cadastre": by_cadastre.counted, "share": one.share}
    node = Explanation("ri.property.rented", higher, values, (by_cadastre.explanation,))
    return ArticleAmount(Article.RENTED, higher, by_cadastre.exempted if higher > rent else ZERO, node)


def _by_cadastre(one: RealProperty, exemption: _Exemption, law: Law) -> ArticleAmount:
    times, cadastral = law.at(PROPERTY_MULTIPLIER), _cadastral(one)
    spared = exemption.part(cadastral)
    gross = (cadastral - spared) * times.value
    deducted, deduction = _deduction(one, gross, law)
    amount = to_cent(gross - deducted)
    values: dict[str, object] = {
        "property": one.kind.value if one.kind else PropertyKind.BUILT.value,
        "id": one.id,
        "cadastral_income": one.cadastral_income,
        "share": one.share,
        "spared": to_cent(spared),
        "times": times.value,
        "gross": to_cent(gross),
        "deducted": to_cent(deducted),
    }
    spared_because = _explain_exemption(exemption, cadastral, spared)
    parts = (spared_because, *deduction, *_doubt_of_home(one, law), explain_value(times))
    node = Explanation("ri.property", amount, values, parts)
    return ArticleAmount(Article.PROPERTY, amount, to_cent(cadastral * times.value) - amount, node)


def _explain_exemption(exemption: _Exemption, cadastral: Decimal, spared: Decimal) -> Explanation:
    values: dict[str, object] = {
        "whole": exemption.whole,
        "children": exemption.children,
        "share": exemption.share,
        "cadastral": to_cent(cadastral),
        "total": to_cent(exemption.cadastral_total),
        "shared": exemption.shared,
    }
    doubts = (explain_doubt("property_exemption_shared"),) if exemption.shared else ()
    sources = (explain_value(source) for source in exemption.sources)
    return Explanation("ri.property.exemption", to_cent(spared), values, (*doubts, *sources))


def _doubt_of_home(one: RealProperty, law: Law) -> tuple[Explanation, ...]:
    return (explain_value(law.at(OWN_DWELLING_COUNTED)),) if one.own_dwelling else ()


def _deduction(one: RealProperty, gross: Decimal, law: Law) -> tuple[Decimal, tuple[Explanation, ...]]:
    """Mortgage interest and life annuity in proportion to the right, up to a share of the amount."""
    paid = (one.mortgage_interest + one.life_annuity) * one.share
    if not paid:
        return ZERO, ()
    cap = law.at(DEDUCTION_CAP)
    deducted = min(paid, gross * cap.value)
    values: dict[str, object] = {"paid": to_cent(paid), "cap": cap.value, "gross": to_cent(gross)}
    return deducted, (Explanation("ri.property.deduction", to_cent(deducted), values, (explain_value(cap),)),)
