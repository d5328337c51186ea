"""Which questions would decide a condition that is neither yes nor no, the shortest way first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from redi_desktop.engine.quick_tuples import quick
from redi_desktop.engine.rights.logic import Test, Truth
from redi_desktop.engine.rights.ready import ReadyCondition
from redi_desktop.engine.rights.tree import (
    All,
    Compares,
    Count,
    Either,
    Holds,
    IsOneOf,
    IsYes,
    Opposite,
    Some,
)
from redi_desktop.engine.rights.values import Holding, Range, Scope, Value

MOST_ASKED = 2
"""A right names at most so many questions at a time."""


class Asked(NamedTuple):
    """One thing that is not known: a fact, of whom (nobody: of the household), for how many months of what."""

    fact: str
    persons: tuple[str, ...] = ()
    months_of: str = ""


class Together(NamedTuple):
    """Every part is needed."""

    parts: tuple[Open, ...]


class OneOf(NamedTuple):
    """One part is enough."""

    parts: tuple[Open, ...]


_asked_of, _together, _one_of = quick(Asked), quick(Together), quick(OneOf)
Open: TypeAlias = "Asked | Together | OneOf"
"""What of a condition is still open."""


Opener = Callable[[Scope, bool], "Open | bool"]
"""What keeps a condition from being answered; the answer where nothing does. Turned round: from being a no."""


class _Part(NamedTuple):
    """A part of a condition made ready: one without parts has its ``test``, and ``asked`` where that never varies."""

    test: Test | None
    asked: Asked | None
    open: Opener


def make_opener(ready: ReadyCondition) -> Opener:
    """What finds the open parts of a condition in any scope."""
    condition = ready.condition
    if isinstance(condition, All | Either):
        return _parts_opener(ready, decisive=isinstance(condition, Either))
    if isinstance(condition, Opposite):
        return _opposite_opener(make_opener(ready.parts[0]))
    if isinstance(condition, Some | Count):
        return _people_opener(condition, ready)
    test, ask = ready.test, _asking(ready)

    def found(scope: Scope, _turned: bool) -> Open | bool:
        truth = test(scope)
        return ask(scope) if truth is None else truth

    return found


def _part(ready: ReadyCondition) -> _Part:
    if not ready.asks:
        return _Part(None, None, make_opener(ready))
    ask, of_household = _asking(ready), not any(is_theirs for _fact, is_theirs in ready.asks)
    plain = isinstance(ready.condition, IsYes | IsOneOf) and of_household
    return _Part(ready.test, Asked(ready.asks[0][0]) if plain else None, lambda scope, _turned: ask(scope))


def _parts_opener(ready: ReadyCondition, decisive: bool) -> Opener:
    made = [_part(part) for part in ready.parts]

    def found(scope: Scope, turned: bool) -> Open | bool:
        """One part that comes out as ``decisive`` answers for all; without it all parts that are open are."""
        parts: list[Open] = []
        for test, asked, opener in made:
            truth = opener(scope, turned) if test is None else test(scope)
            if truth is decisive:
                return decisive
            if truth is None:
                truth = asked or opener(scope, turned)
            if truth is not True and truth is not False:
                parts.append(truth)
        return _joined(parts, turned is decisive) if parts else not decisive

    return found


def _opposite_opener(part: Opener) -> Opener:
    def found(scope: Scope, turned: bool) -> Open | bool:
        """What keeps the part from being the other."""
        inner = part(scope, not turned)
        return not inner if isinstance(inner, bool) else inner

    return found


def _people_opener(condition: Some | Count, ready: ReadyCondition) -> Opener:
    who, test, part, opener = condition.who, ready.test, ready.parts[0].test, make_opener(ready.parts[0])
    one_is_enough = isinstance(condition, Some)

    def found(scope: Scope, turned: bool) -> Open | bool:
        """What is asked of the first person of whom it is not known, asked of all of them."""
        people = scope.people.get(who, ())
        truths = [part(person) for person in people]
        truth = _of_one(truths) if one_is_enough else test(scope)
        if truth is not None:
            return truth
        unknown = [person for person, known in zip(people, truths, strict=True) if known is None]
        inner = opener(unknown[0], turned)
        assert not isinstance(inner, bool), "of the first of them it is not known"
        return _of_all(inner, tuple([person.person for person in unknown]))

    return found


def _of_one(truths: Sequence[Truth]) -> Truth:
    """Yes where it is so of one of them; no where it is so of none."""
    return True if True in truths else None if None in truths else False


def _of_all(open_part: Open, persons: tuple[str, ...]) -> Open:
    """What is asked of one person, asked of all of whom it is not known: one question instead of several."""
    if isinstance(open_part, Asked):
        return open_part._replace(persons=persons) if open_part.persons else open_part
    return type(open_part)(tuple(_of_all(part, persons) for part in open_part.parts))


def _asking(ready: ReadyCondition) -> Callable[[Scope], Open]:
    """What is asked where a condition without parts is not known."""
    condition, asks = ready.condition, ready.asks
    if isinstance(condition, Compares):
        return lambda scope: _amounts_open(asks, scope)
    (fact, is_theirs) = asks[0]
    if isinstance(condition, Holds):
        value = condition.value
        return lambda scope: _held_open(_asked(fact, is_theirs, scope), value, scope[fact])
    return lambda scope: _asked(fact, is_theirs, scope)


def _amounts_open(asks: Iterable[tuple[str, bool]], scope: Scope) -> Open:
    unknown = [ask for ask in asks if scope[ask[0]] is None or isinstance(scope[ask[0]], Range)]
    return _joined([_asked(fact, is_theirs, scope) for fact, is_theirs in unknown], True)


def _held_open(asked: Asked, value: str, known: Value) -> Asked:
    """Of what is held it is asked since when."""
    return asked._replace(months_of=value) if isinstance(known, Holding) and value in known.held else asked


def _asked(fact: str, is_theirs: bool, scope: Scope) -> Asked:
    return _asked_of((fact, (scope.person,), "")) if is_theirs and scope.person else _of_household(fact)


@cache
def _of_household(fact: str) -> Asked:
    return Asked(fact)


def _joined(parts: list[Open], together: bool) -> Open:
    if len(parts) == 1:
        return parts[0]
    return (_together if together else _one_of)((tuple(parts),))


def asked_in(open_part: Open) -> set[str]:
    """The facts that are asked for anywhere in it."""
    if isinstance(open_part, Asked):
        return {open_part.fact}
    found: set[str] = set()
    for part in open_part.parts:
        if isinstance(part, Asked):
            found.add(part.fact)
        else:
            found |= asked_in(part)
    return found


def shortest(open_part: Open, weight: Mapping[str, int]) -> tuple[Asked, ...]:
    """The fewest questions whose answers could make it yes.

    Among ways of the same length comes first what is known in part (only since when is asked), then the facts with
    more ``weight`` (rights that hang on them).
    """
    if isinstance(open_part, Asked):
        return (open_part,)
    ways = [(part,) if isinstance(part, Asked) else shortest(part, weight) for part in open_part.parts]
    if isinstance(open_part, OneOf):
        fewest = min(map(len, ways))
        ways = [way for way in ways if len(way) == fewest]
        return ways[0] if len(ways) == 1 else min(ways, key=lambda way: [_rank(asked, weight) for asked in way])
    needed = {asked: None for way in ways for asked in way}
    return tuple(sorted(needed, key=lambda asked: _rank(asked, weight)))


def _rank(asked: Asked, weight: Mapping[str, int]) -> tuple[bool, int]:
    return not asked.months_of, -weight.get(asked.fact, 0)
