"""Rights that bring the same euros: one of them stands in the list for all.

The integration income of a student, its complement to another income and the integration income itself are one sum;
who read all three could count it three times.
"""

from __future__ import annotations

from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.result import Outcome, RightResult


def mark_same_money(results: list[RightResult]) -> None:
    """Mark those that share their money, in place: likely ones stand first, each kind in the order of the pack.

    What was asked for stands for the others, else the first: the most likely, of those the first in the pack.
    """
    shared: dict[str, list[int]] = {}
    for place, result in enumerate(results):
        money = result.ready.right.same_money
        if money and result.is_pursued:
            shared.setdefault(money, []).append(place)
    for places in shared.values():
        if len(places) > 1:
            _mark(results, places)


def _mark(results: list[RightResult], places: list[int]) -> None:
    leader = next((place for place in places if _was_asked(results[place])), places[0])
    others = [place for place in places if place != leader]
    for place in others:
        results[place] = results[place]._replace(listed_under=results[leader].right)
    results[leader] = results[leader]._replace(same_money=tuple(results[place].right for place in others))


def _was_asked(result: RightResult) -> bool:
    return result.state is not None and result.state.status is RightStatus.ASKED


def is_listed(result: RightResult) -> bool:
    """Whether it has a place of its own where rights are listed: it may be open and stands for its money."""
    return result.outcome is not Outcome.NOT and result.listed_under is None
