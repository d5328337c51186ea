"""Rights that bring the same euros: one of them stands in the list for all.

The integration income of a student, its complement to another income and the integration income itself are one sum;
who read all three could count it three times.
"""

from __future__ import annotations

from collections.abc import Sequence

from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.result import Outcome, RightResult


def each_once(results: Sequence[RightResult]) -> list[RightResult]:
    """The results (likely ones first, each kind in the order of the pack), those of the same money marked as such.

    What was asked for stands for the others, else the first: the most likely, of those the first in the pack.
    """
    shared: dict[str, list[RightResult]] = {}
    for result in results:
        if result.right.same_money and result.is_pursued:
            shared.setdefault(result.right.same_money, []).append(result)
    marked: dict[str, RightResult] = {}
    for members in shared.values():
        if len(members) > 1:
            marked |= _marked(members)
    return [marked.get(result.right.id, result) for result in results] if marked else list(results)


def _marked(members: list[RightResult]) -> dict[str, RightResult]:
    leader = next((one for one in members if _was_asked(one)), members[0])
    others = [one for one in members if one is not leader]
    marked = {one.right.id: one._replace(listed_under=leader.right) for one in others}
    marked[leader.right.id] = leader._replace(same_money=tuple(one.right for one in others))
    return marked


def _was_asked(result: RightResult) -> bool:
    return result.state is not None and result.state.status is RightStatus.ASKED


def is_listed(result: RightResult) -> bool:
    """Whether it has a place of its own where rights are listed: it may be open and stands for its money."""
    return result.outcome is not Outcome.NOT and result.listed_under is None
