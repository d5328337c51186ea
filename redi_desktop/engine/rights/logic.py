"""What a condition says of a case: each part becomes a test with the answer yes, no or not known.

Not knowing never becomes yes or no by itself: ``AND`` is no where one part is no, ``OR`` is yes where one part is yes,
whatever is not known beside it; otherwise what is not known stays so.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias, assert_never

from redi_desktop.engine.rights.tree import (
    All,
    Amount,
    Compares,
    Condition,
    Count,
    Counted,
    Depends,
    Either,
    FactValue,
    Holds,
    IsOneOf,
    IsYes,
    LegalValue,
    Number,
    Opposite,
    Some,
    Who,
    parts_of,
)
from redi_desktop.engine.rights.values import (
    LEGAL,
    Exact,
    Holding,
    Range,
    Scope,
    between,
    combined,
    compared,
)
from redi_desktop.engine.rights.values import Number as KnownNumber

Truth: TypeAlias = "bool | None"
"""Yes, no, or not known."""
Test = Callable[[Scope], Truth]
Measure = Callable[[Scope], "KnownNumber | None"]
ONE = Decimal(1)
_EXACT_NUMBERS = (Decimal, int)
_NUMBERS = (Decimal, int, Range)
_EXACT: dict[str, Callable[[Exact, Exact], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def joined(condition: Condition, tests: list[Test]) -> Test:
    """The test of a condition from those of its parts."""
    match condition:
        case All():
            return _all(tests)
        case Either():
            return _either(tests)
        case Opposite():
            return _opposite(tests[0])
        case Some():
            return _some(condition, tests[0])
        case Count():
            return _count(condition, tests[0])
        case IsYes():
            return _is_yes(condition)
        case IsOneOf():
            return _is_one_of(condition)
        case Holds():
            return _holds(condition)
        case Compares():
            return comparison(condition, ONE)
    assert_never(condition)


def _all(tests: list[Test]) -> Test:
    def test(scope: Scope) -> Truth:
        """No where one part is no; yes where every part is yes."""
        result: Truth = True
        for part in tests:
            found = part(scope)
            if found is False:
                return False
            if found is None:
                result = None
        return result

    return test


def _either(tests: list[Test]) -> Test:
    def test(scope: Scope) -> Truth:
        """Yes where one part is yes; no where every part is no."""
        result: Truth = False
        for part in tests:
            found = part(scope)
            if found:
                return True
            if found is None:
                result = None
        return result

    return test


def _opposite(part: Test) -> Test:
    def test(scope: Scope) -> Truth:
        """Yes where the part is no, and the other way round."""
        found = part(scope)
        return None if found is None else not found

    return test


def _some(condition: Some, part: Test) -> Test:
    who = condition.who

    def test(scope: Scope) -> Truth:
        """Yes where it is so for one person; no where it is so for nobody."""
        result: Truth = False
        for person in scope.people.get(who, ()):
            found = part(person)
            if found:
                return True
            if found is None:
                result = None
        return result

    return test


def _count(condition: Count, part: Test) -> Test:
    count = _counted(condition.who, part)

    def test(scope: Scope) -> Truth:
        """Decided where those of whom it is not known could not change it."""
        return compared(condition.operator, count(scope), condition.bound)

    return test


def _counted(who: Who, part: Test) -> Callable[[Scope], KnownNumber]:
    def count(scope: Scope) -> KnownNumber:
        """How many there are at least, and at most."""
        found = [part(person) for person in scope.people.get(who, ())]
        certain, perhaps = found.count(True), found.count(None)
        return Range(certain, certain + perhaps) if perhaps else certain

    return count


def _is_yes(condition: IsYes) -> Test:
    fact, expected = condition

    def test(scope: Scope) -> Truth:
        """Whether the answer is the one expected."""
        found = scope[fact]
        return None if found is None else found is expected

    return test


def _is_one_of(condition: IsOneOf) -> Test:
    fact, values, negated = condition

    def test(scope: Scope) -> Truth:
        """Yes where all that it may be is listed; no where nothing of it is."""
        may_be = scope[fact]
        if not isinstance(may_be, frozenset):
            return None
        if may_be <= values:
            return not negated
        return negated if may_be.isdisjoint(values) else None

    return test


def _holds(condition: Holds) -> Test:
    fact, value, months = condition

    def test(scope: Scope) -> Truth:
        """Whether the set holds the value for long enough."""
        holding = scope[fact]
        return holding.has(value, months) if isinstance(holding, Holding) else None

    return test


def comparison(condition: Compares, factor: Decimal) -> Test:
    """The test of a comparison, whose right side is multiplied."""
    if isinstance(condition.left, FactValue) and isinstance(condition.right, Number):
        bound = condition.right.value if factor == ONE else condition.right.value * factor
        return _simple_comparison(condition.left.fact, condition.operator, bound)
    left, right = measure(condition.left), _scaled(measure(condition.right), factor)
    sign = condition.operator

    def test(scope: Scope) -> Truth:
        """How the two amounts compare, as far as they are known."""
        one = left(scope)
        if one is None:
            return None
        other = right(scope)
        return None if other is None else compared(sign, one, other)

    return test


def _simple_comparison(fact: str, sign: str, bound: Exact) -> Test:
    """A fact against a number that is written down, the most frequent comparison by far."""
    exactly = _EXACT[sign]

    def test(scope: Scope) -> Truth:
        """How the fact compares with the number."""
        value = scope[fact]
        if isinstance(value, _EXACT_NUMBERS):
            return exactly(value, bound)
        return compared(sign, value, bound) if isinstance(value, Range) else None

    return test


def measure(amount: Amount) -> Measure:
    """What an amount is in a scope; ``None`` where a fact that it is made of is not known."""
    if isinstance(amount, Number):
        constant = amount.value
        return lambda _scope: constant
    if isinstance(amount, FactValue):
        return _number_of(amount.fact)
    if isinstance(amount, LegalValue):
        return _number_of(f"{LEGAL}{amount.id}")
    if isinstance(amount, Counted):
        return _counted(amount.who, _test_of(amount.part))
    if isinstance(amount, Depends):
        return _depending(_test_of(amount.condition), measure(amount.then), measure(amount.otherwise))
    sign, left, right = amount.operator, measure(amount.left), measure(amount.right)
    return lambda scope: combined(sign, left(scope), right(scope))


def _test_of(condition: Condition) -> Test:
    """The test of a condition in which no ceiling is moved."""
    return joined(condition, [_test_of(part) for part in parts_of(condition)])


def _depending(test: Test, then: Measure, otherwise: Measure) -> Measure:
    def found(scope: Scope) -> KnownNumber | None:
        """The one or the other; while that is not known, what they lie between."""
        truth = test(scope)
        if truth is None:
            return between(then(scope), otherwise(scope))
        return then(scope) if truth else otherwise(scope)

    return found


def _number_of(fact: str) -> Measure:
    def found(scope: Scope) -> KnownNumber | None:
        """The value where it is a number."""
        value = scope[fact]
        return value if isinstance(value, _NUMBERS) else None

    return found


def _scaled(plain: Measure, factor: Decimal) -> Measure:
    if factor == ONE:
        return plain
    return lambda scope: combined("*", plain(scope), factor)
