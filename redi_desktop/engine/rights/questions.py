"""Which questions would decide a condition that is neither yes nor no, the shortest way first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

from redi_desktop.engine.rights.logic import ReadyCondition
from redi_desktop.engine.rights.tree import (
    All,
    Compares,
    Condition,
    Count,
    Either,
    Holds,
    IsOneOf,
    IsYes,
    Opposite,
    Some,
)
from redi_desktop.engine.rights.values import Holding, Range, Scope

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


Open: TypeAlias = "Asked | Together | OneOf"
"""What of a condition is still open."""


def still_open(ready: ReadyCondition, scope: Scope, turned: bool = False) -> Open | bool:
    """What keeps the condition from being answered; the answer where nothing does.

    ``turned``: what would make it no instead of yes.
    """
    kind = type(ready.condition)
    if kind is All or kind is Either:
        return _parts_open(ready, scope, turned)
    asking = _ASKING.get(kind)
    if asking is None:
        return (_opposite_open if kind is Opposite else _people_open)(ready, scope, turned)
    truth = ready.test(scope)
    return asking(ready, scope) if truth is None else truth


def _parts_open(ready: ReadyCondition, scope: Scope, turned: bool) -> Open | bool:
    """One part that comes out as ``decisive`` answers for all; without it all parts that are open are."""
    decisive = type(ready.condition) is Either
    parts: list[Open] = []
    for part in ready.parts:
        found: Open | bool | None = part.test(scope) if part.asks else still_open(part, scope, turned)
        if found is decisive:
            return decisive
        if found is None:
            parts.append(_ASKING[type(part.condition)](part, scope))
        elif not isinstance(found, bool):
            parts.append(found)
    return _joined(parts, turned is decisive) if parts else not decisive


def _opposite_open(ready: ReadyCondition, scope: Scope, turned: bool) -> Open | bool:
    found = still_open(ready.parts[0], scope, not turned)
    return not found if isinstance(found, bool) else found


def _people_open(ready: ReadyCondition, scope: Scope, turned: bool) -> Open | bool:
    truth = ready.test(scope)
    if truth is not None:
        return truth
    part, condition = ready.parts[0], ready.condition
    assert isinstance(condition, Some | Count)
    people = [person for person in scope.people.get(condition.who, ()) if part.test(person) is None]
    found = still_open(part, people[0], turned)
    assert not isinstance(found, bool), "of the first of them it is not known"
    return _of_all(found, tuple(person.person for person in people))


def _of_all(open_part: Open, persons: tuple[str, ...]) -> Open:
    """What is asked of one person, asked of all of whom it is not known: one question instead of several."""
    if isinstance(open_part, Asked):
        return open_part._replace(persons=persons) if open_part.persons else open_part
    return type(open_part)(tuple(_of_all(part, persons) for part in open_part.parts))


def _amounts_open(ready: ReadyCondition, scope: Scope) -> Open:
    unknown = [ask for ask in ready.asks if scope[ask[0]] is None or isinstance(scope[ask[0]], Range)]
    return _joined([_asked(fact, is_theirs, scope) for fact, is_theirs in unknown], True)


def _held_open(ready: ReadyCondition, scope: Scope) -> Open:
    condition, known = ready.condition, scope[ready.asks[0][0]]
    asked = _asked(*ready.asks[0], scope)
    if isinstance(condition, Holds) and isinstance(known, Holding) and condition.value in known.held:
        return asked._replace(months_of=condition.value)
    return asked


def _fact_open(ready: ReadyCondition, scope: Scope) -> Open:
    return _asked(*ready.asks[0], scope)


def _asked(fact: str, is_theirs: bool, scope: Scope) -> Asked:
    return Asked(fact, (scope.person,)) if is_theirs and scope.person else _of_household(fact)


@cache
def _of_household(fact: str) -> Asked:
    return Asked(fact)


def _joined(parts: list[Open], together: bool) -> Open:
    if len(parts) == 1:
        return parts[0]
    return Together(tuple(parts)) if together else OneOf(tuple(parts))


_ASKING: dict[type[Condition], Callable[[ReadyCondition, Scope], Open]] = {
    Compares: _amounts_open,
    Holds: _held_open,
    IsYes: _fact_open,
    IsOneOf: _fact_open,
}


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
