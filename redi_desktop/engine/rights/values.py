"""What is known of a fact: its value, the limits it lies between, or nothing; and whose facts they are.

A yes/no fact is ``True`` or ``False``; a number is exact or a :class:`Range`; a date is its ordinal; a choice is the
set of the values that it may be (one, when it is known); a set is a :class:`Holding`. ``None`` is: not known, to be
asked.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from redi_desktop.engine.rights.tree import Who

Exact: TypeAlias = "Decimal | int"
LEGAL = "@"
"""What the name of a legal amount begins with where others are names of facts."""


class Range(NamedTuple):
    """A number of which only limits are known; ``None`` is no limit on that side."""

    low: Exact | None
    high: Exact | None


class Holding(NamedTuple):
    """What a set holds, each for so many months (``None``: not known how long), and what it may hold besides.

    ``unsure`` is ``None`` when it may hold anything.
    """

    held: Mapping[str, Exact | None]
    unsure: frozenset[str] | None = frozenset()

    def has(self, value: str, months: int = 0) -> bool | None:
        """Whether the value is held for at least so many months; ``None`` when that is not known."""
        if value in self.held:
            since = self.held[value]
            return True if months == 0 else None if since is None else since >= months
        return None if self.unsure is None or value in self.unsure else False


Number: TypeAlias = "Decimal | int | Range"
Value: TypeAlias = "bool | Decimal | int | Range | frozenset[str] | Holding | None"


class Scope(dict[str, Value], ABC):
    """The facts of a household, or of one of its persons, found when they are first asked for.

    ``person`` is empty for the household, whose scope holds those of its ``people``.
    """

    __slots__ = ("people", "person")

    def __init__(self, person: str = "") -> None:
        super().__init__()
        self.person = person
        self.people: dict[Who, tuple[Scope, ...]] = {}

    @abstractmethod
    def find(self, fact: str) -> Value:
        """What is known of a fact that was not asked for before."""

    def __missing__(self, fact: str) -> Value:
        value = self[fact] = self.find(fact)
        return value


def as_range(number: Number) -> Range:
    """The limits of a number; those of an exact one are itself."""
    return number if isinstance(number, Range) else Range(number, number)


def combined(operator: str, left: Number | None, right: Number | None) -> Number | None:
    """The sum, difference or product of two numbers, as far as they are known."""
    if left is None or right is None:
        return None
    if not isinstance(left, Range) and not isinstance(right, Range):
        return left + right if operator == "+" else left - right if operator == "-" else left * right
    low, high = as_range(left), as_range(right)
    return _RANGES[operator](low, high)


def between(one: Number | None, other: Number | None) -> Number | None:
    """What a number lies between that is the one or the other."""
    if one is None or other is None or one == other:
        return one if one == other else None
    first, second = as_range(one), as_range(other)
    low = None if first.low is None or second.low is None else min(first.low, second.low)
    high = None if first.high is None or second.high is None else max(first.high, second.high)
    return Range(low, high)


def _plus(left: Range, right: Range) -> Range:
    return Range(_both(left.low, right.low), _both(left.high, right.high))


def _less(left: Range, right: Range) -> Range:
    return _plus(left, Range(*(None if limit is None else -limit for limit in (right.high, right.low))))


def _times(left: Range, right: Range) -> Range | None:
    """A product of which one side is exact (no amount of a condition is the product of two estimates)."""
    if left.low is None or left.low != left.high:
        left, right = right, left
    factor = left.low
    if factor is None or factor != left.high:
        return None
    low, high = (None if limit is None else limit * factor for limit in right)
    return Range(low, high) if factor >= 0 else Range(high, low)


_RANGES: dict[str, Callable[[Range, Range], Range | None]] = {"+": _plus, "-": _less, "*": _times}


def _both(first: Exact | None, second: Exact | None) -> Exact | None:
    return None if first is None or second is None else first + second


def compared(operator: str, left: Number, right: Number) -> bool | None:
    """Whether two numbers compare so; ``None`` where their limits leave it open."""
    if operator in (">", ">="):
        return compared("<" if operator == ">" else "<=", right, left)
    one, other = as_range(left), as_range(right)
    if operator in ("=", "!="):
        same = _same(one, other)
        return same if same is None or operator == "=" else not same
    strictly = operator == "<"
    if _below(one.high, other.low, strictly):
        return True
    return False if _below(other.high, one.low, not strictly) else None


def _same(one: Range, other: Range) -> bool | None:
    if _below(one.high, other.low, True) or _below(other.high, one.low, True):
        return False
    exact = one.low is not None and one.low == one.high and one == other
    return True if exact else None


def _below(one: Exact | None, other: Exact | None, strictly: bool) -> bool:
    if one is None or other is None:
        return False
    return one < other if strictly else one <= other
