"""The category of the beneficiary (law of 26 May 2002, art. 14 §1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.household import ADULT_AGE, age_at
from redi_desktop.engine.integration_income.facts import Child, Situation
from redi_desktop.engine.integration_income.kinds import Category

HALF = Decimal("0.5")
ONE = Decimal(1)


class CategoryFound(NamedTuple):
    """A category and why; ``derived`` is what follows from the facts, without the worker's own choice."""

    category: Category
    derived: Category | None
    explanation: Explanation


def find_category(situation: Situation, day: date) -> CategoryFound:
    """The category of checked facts: the worker's own where they chose one, else what follows from who lives there."""
    derived, because = derive_category(situation, day)
    chosen = situation.category
    if chosen is None or chosen is derived:
        category = derived or Category.COHABITANT
        return CategoryFound(category, derived, _node(category, because))
    values: dict[str, object] = {"reason": situation.reason, "derived": derived.value if derived else None}
    decided = Explanation("ri.category.decided", None, values)
    return CategoryFound(chosen, derived, _node(chosen, (decided, *because)))


def _node(category: Category, because: tuple[Explanation, ...]) -> Explanation:
    return Explanation("ri.category", None, {"category": category.value}, because)


def derive_category(situation: Situation, day: date) -> tuple[Category | None, tuple[Explanation, ...]]:
    """The category that follows from the facts and why; ``None`` where they do not say it."""
    children = tuple(_children(situation, day))
    if children:
        return Category.FAMILY, children
    if situation.homeless_with_project:
        return Category.SINGLE, (Explanation("ri.category.homeless", None, {}),)
    if situation.cohabits is None:
        return None, ()
    if situation.cohabits:
        return Category.COHABITANT, (Explanation("ri.category.cohabits", None, {}),)
    return Category.SINGLE, (Explanation("ri.category.alone", None, {}),)


def _children(situation: Situation, day: date) -> Iterator[Explanation]:
    for child in situation.children:
        if makes_a_family(child, day):
            rule = "ri.category.child" if child.custody_share == ONE else "ri.category.alternating"
            yield Explanation(rule, None, {"child": child.id, "share": child.custody_share})


def makes_a_family(child: Child, day: date) -> bool:
    """Whether an unmarried minor child at charge lives here.

    Living together asks for a regular presence, not an uninterrupted one (Cass. 27 June 2022): alternating custody
    gives the third category in full.
    """
    minor = child.birth_date is not None and age_at(child.birth_date, day) < ADULT_AGE
    return minor and not child.married and bool(child.at_charge) and _lives_here(child)


def _lives_here(child: Child) -> bool:
    share = child.custody_share
    return share.is_finite() and (share >= HALF or bool(child.regular_presence))
