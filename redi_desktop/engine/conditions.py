"""The little condition language of the packs: terms joined with ``&``, parsed once.

A term is a flag (``bim``, ``!new_lease``) or compares a number of the household (``bedrooms>=3``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

FLAGS = frozenset(
    {
        "bim",
        "ri",
        "social_energy",
        "heating_gas",
        "heating_oil",
        "heating_electric",
        "new_lease",
        "tenant",
        "child_12plus",
        "no_factor",
    }
)
"""The flags a condition may name, with every ``option_*``."""
NUMBERS = frozenset({"household_size", "adults", "children", "bedrooms"})
NO_FACTOR = "no_factor"
_TERM = re.compile(r"(!?)([a-z][a-z0-9_]*)(?:(<=|>=|=)(\d{1,4}))?\Z", re.ASCII)
_OPTION = re.compile(r"option_[a-z0-9_]+\Z", re.ASCII)


class BadCondition(ValueError):
    """The text is not a condition; ``term`` is the part that is not understood."""

    def __init__(self, term: str) -> None:
        super().__init__(term)
        self.term = term


@dataclass(frozen=True, slots=True)
class Comparison:
    """``number operator bound``, turned round when ``negated``."""

    number: str
    operator: str
    bound: int
    negated: bool = False

    def holds(self, numbers: Mapping[str, int]) -> bool:
        """Whether the household's number satisfies the comparison."""
        value = numbers[self.number]
        if self.operator == "=":
            result = value == self.bound
        else:
            result = value >= self.bound if self.operator == ">=" else value <= self.bound
        return result is not self.negated


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition; the empty one always holds."""

    text: str
    required: frozenset[str]
    excluded: frozenset[str]
    comparisons: tuple[Comparison, ...]

    def holds(self, flags: frozenset[str], numbers: Mapping[str, int]) -> bool:
        """Whether every term is true of these flags and numbers."""
        if not (self.required <= flags and self.excluded.isdisjoint(flags)):
            return False
        return not self.comparisons or all(comparison.holds(numbers) for comparison in self.comparisons)

    def first_failing(self, flags: frozenset[str], numbers: Mapping[str, int]) -> str | None:
        """The first term that is not true, as it is written; ``None`` when the condition holds."""
        for term in self.text.split("&") if self.text else ():
            if not parse_condition(term).holds(flags, numbers):
                return term.strip()
        return None


def parse_condition(text: str) -> Condition:
    """Parse a condition; raises :class:`BadCondition` naming the first term that is not understood."""
    required: set[str] = set()
    excluded: set[str] = set()
    comparisons: list[Comparison] = []
    for written in text.split("&") if text.strip() else ():
        negated, name, operator, bound = _term(written.strip())
        if operator:
            comparisons.append(Comparison(name, operator, int(bound), negated))
        elif name != NO_FACTOR:
            (excluded if negated else required).add(name)
        elif negated:
            raise BadCondition(written.strip())
    return Condition(text.strip(), frozenset(required), frozenset(excluded), tuple(comparisons))


def _term(written: str) -> tuple[bool, str, str, str]:
    match = _TERM.match(written)
    if match is None:
        raise BadCondition(written)
    negation, name, operator, bound = match.groups()
    known = name in NUMBERS if operator else (name in FLAGS or _OPTION.match(name) is not None)
    if not known:
        raise BadCondition(written)
    return negation == "!", name, operator or "", bound or ""


def escapes_size_factor(condition: Condition) -> bool:
    """Whether the item is marked ``no_factor``."""
    return NO_FACTOR in (term.strip() for term in condition.text.split("&"))


def options_named(condition: Condition) -> frozenset[str]:
    """The ``option_*`` flags that a condition asks for."""
    return frozenset(flag for flag in condition.required | condition.excluded if flag.startswith("option_"))
