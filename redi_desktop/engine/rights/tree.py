"""The tree of a condition: what a right asks of a household, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Who(StrEnum):
    """Whom a condition looks at one by one."""

    CHILD = "child"
    ADULT = "adult"
    PERSON = "person"


class Number(NamedTuple):
    """A number as it is written."""

    value: Decimal | int


class FactValue(NamedTuple):
    """The value of a number or date of the case."""

    fact: str


class Operation(NamedTuple):
    """A sum, difference or product."""

    operator: str
    left: Amount
    right: Amount


class LegalValue(NamedTuple):
    """An amount of the legal tables as it is on the day, by its identifier there."""

    id: str


class Counted(NamedTuple):
    """How many of these people a condition holds for."""

    who: Who
    part: Condition


class Depends(NamedTuple):
    """One amount where a condition holds, another where it does not."""

    condition: Condition
    then: Amount
    otherwise: Amount


class All(NamedTuple):
    """Every part must hold."""

    parts: tuple[Condition, ...]


class Either(NamedTuple):
    """One part must hold."""

    parts: tuple[Condition, ...]


class Opposite(NamedTuple):
    """The part must not hold."""

    part: Condition


class Some(NamedTuple):
    """The part must hold for one of these people."""

    who: Who
    part: Condition


class Count(NamedTuple):
    """The part must hold for so many of these people."""

    who: Who
    part: Condition
    operator: str
    bound: int


class IsYes(NamedTuple):
    """A fact with the answer yes (or no)."""

    fact: str
    expected: bool


class IsOneOf(NamedTuple):
    """A choice among these values (or among none of them)."""

    fact: str
    values: frozenset[str]
    negated: bool = False


class Holds(NamedTuple):
    """A value in a set, for at least so many months (0 where it does not matter)."""

    fact: str
    value: str
    months: int = 0


class Compares(NamedTuple):
    """Two amounts side by side."""

    left: Amount
    operator: str
    right: Amount


Amount: TypeAlias = "Number | FactValue | Operation | LegalValue | Counted | Depends"
Condition: TypeAlias = "All | Either | Opposite | Some | Count | IsYes | IsOneOf | Holds | Compares"


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly below this one."""
    if isinstance(condition, All | Either):
        return condition.parts
    return (condition.part,) if isinstance(condition, Opposite | Some | Count) else ()


def walk(condition: Condition) -> Iterator[Condition]:
    """This condition and every one below it, depth first."""
    yield condition
    for part in parts_of(condition):
        yield from walk(part)


def amount_facts(amount: Amount) -> Iterator[str]:
    """The facts that an amount is made of, as often as they are written."""
    if isinstance(amount, FactValue):
        yield amount.fact
    for part in amount_parts(amount):
        yield from amount_facts(part)


def amount_parts(amount: Amount) -> tuple[Amount, ...]:
    """The amounts directly below this one; the parts of its conditions are none."""
    if isinstance(amount, Operation):
        return (amount.left, amount.right)
    return (amount.then, amount.otherwise) if isinstance(amount, Depends) else ()


def holds_number(amount: Amount) -> bool:
    """Whether a number is written in it."""
    return isinstance(amount, Number) or any(holds_number(part) for part in amount_parts(amount))


def legal_values(amount: Amount) -> Iterator[str]:
    """The legal amounts that it is made of, by their identifiers."""
    if isinstance(amount, LegalValue):
        yield amount.id
    for part in amount_parts(amount):
        yield from legal_values(part)


def own_facts(condition: Condition) -> tuple[str, ...]:
    """The facts that the condition itself asks about, once each; none where it only joins others."""
    if isinstance(condition, Compares):
        return tuple(dict.fromkeys((*amount_facts(condition.left), *amount_facts(condition.right))))
    return (condition.fact,) if isinstance(condition, IsYes | IsOneOf | Holds) else ()


def facts_named(condition: Condition) -> frozenset[str]:
    """Every fact that the condition or a part of it asks about."""
    return frozenset(fact for node in walk(condition) for fact in own_facts(node))


def dependencies(condition: Condition) -> frozenset[str]:
    """What the condition depends on: facts, and of sets the single values (``fact.value``)."""
    sets = {node.fact: node for node in walk(condition) if isinstance(node, Holds)}
    values = {f"{node.fact}.{node.value}" for node in walk(condition) if isinstance(node, Holds)}
    return frozenset(facts_named(condition) - sets.keys() | values)
