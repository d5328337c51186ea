"""Conditions made ready to be asked often, and their ceilings, which grow old."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.rights.asked_facts import About, AskedFact
from redi_desktop.engine.rights.logic import ONE, Test, comparison, joined
from redi_desktop.engine.rights.tree import (
    Compares,
    Condition,
    Count,
    Some,
    amount_facts,
    holds_number,
    own_facts,
    parts_of,
    walk,
)

_PERSONS = 3
"""Of how many people a condition is usually asked that looks at them one by one."""


class ReadyCondition(NamedTuple):
    """A condition with its test; ``parts`` are those of the condition, in the same order.

    ``asks``: the facts that a condition without parts asks about, each with whether it is a person's.
    """

    test: Test
    condition: Condition
    parts: tuple[ReadyCondition, ...] = ()
    asks: tuple[tuple[str, bool], ...] = ()


def is_ceiling(node: Compares, facts: Mapping[str, AskedFact]) -> bool:
    """Whether an income may not be above an amount that is written down, and so grows old."""
    incomes = any(facts[fact].indexed for fact in amount_facts(node.left))
    of_today = any(facts[fact].in_euro for fact in amount_facts(node.right))
    written = holds_number(node.right)
    return incomes and node.operator in ("<", "<=") and written and not of_today


def has_ceiling(condition: Condition, facts: Mapping[str, AskedFact]) -> bool:
    """Whether a ceiling that grows old is written in the condition."""
    return any(isinstance(node, Compares) and is_ceiling(node, facts) for node in walk(condition))


def make_ready(condition: Condition, facts: Mapping[str, AskedFact], ceiling_factor: Decimal = ONE) -> ReadyCondition:
    """The condition with its tests; ceilings that are written down are multiplied by ``ceiling_factor``."""
    parts = tuple(make_ready(part, facts, ceiling_factor) for part in parts_of(condition))
    if parts:
        return ReadyCondition(joined(condition, [part.test for part in sorted(parts, key=_effort)]), condition, parts)
    asks = tuple((fact, facts[fact].about is About.PERSON) for fact in own_facts(condition))
    if isinstance(condition, Compares):
        factor = ceiling_factor if is_ceiling(condition, facts) else ONE
        return ReadyCondition(comparison(condition, factor), condition, (), asks)
    return ReadyCondition(joined(condition, []), condition, (), asks)


def _effort(ready: ReadyCondition) -> int:
    """How much there is to look at: what is short goes first, for the first part that decides ends the test."""
    own = 1 + sum(_effort(part) for part in ready.parts)
    return own * _PERSONS if isinstance(ready.condition, Some | Count) else own
