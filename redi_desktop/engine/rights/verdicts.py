"""Which rights hold at once, and which would once the rights found before them are granted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.case_facts import HouseholdScope
from redi_desktop.engine.rights.logic import Truth
from redi_desktop.engine.rights.pack import Opening, Right
from redi_desktop.engine.rights.result import NOT_PURSUED, ReadyRight

MOST_PASSES = 4
"""One right opens another, that one a third; no chain in the catalogue is longer."""


class Verdicts:
    """What was found of each right, by its place in the pack.

    ``scopes`` are the facts with which it was found, ``through`` the rights that must be granted first; a right that is
    ``held`` is there already.
    """

    def __init__(self, count: int, scope: HouseholdScope) -> None:
        self.truths: list[Truth] = [False] * count
        self.scopes = [scope] * count
        self.through: dict[int, tuple[Right, ...]] = {}
        self.held: set[int] = set()


def dependants(depends_on: Iterable[frozenset[str]]) -> Mapping[str, Sequence[int]]:
    """The places of the rights that hang on each fact (or value of a set), from what each right depends on."""
    found: dict[str, list[int]] = {}
    for place, keys in enumerate(depends_on):
        for key in keys:
            found.setdefault(key, []).append(place)
    return found


def find_verdicts(
    ready: Sequence[ReadyRight],
    places: Iterable[int],
    hanging_on: Mapping[str, Sequence[int]],
    scope: HouseholdScope,
    state_of: Mapping[str, RightState],
) -> Verdicts:
    """What holds at once, and pass by pass what would hold once the rights found before are granted.

    ``hanging_on`` are the :func:`dependants`: a pass looks at what hangs on the facts that it brings, at nothing else.
    """
    found = Verdicts(len(ready), scope)
    truths = found.truths
    undecided: set[int] = set()
    fresh: list[int] = []
    for place in places:
        one = ready[place]
        if (one.held is not None or state_of) and _is_held(one, scope, state_of.get(one.right.id)):
            found.held.add(place)
            continue
        truth = truths[place] = one.condition.test(scope)
        if truth:
            fresh.append(place)
        else:
            undecided.add(place)
    for _pass in range(MOST_PASSES - 1):
        opened = _opened_by([ready[place] for place in fresh], state_of)
        if not opened:
            break
        scope = scope.assuming(opened)
        hanging = {place for opening in opened for place in hanging_on.get(opening.key, ())}
        fresh = [place for place in sorted(hanging & undecided) if _holds_now(place, ready[place], scope, found)]
        undecided.difference_update(fresh)
    return found


def _opened_by(likely: Iterable[ReadyRight], state_of: Mapping[str, RightState]) -> dict[Opening, Right]:
    opened: dict[Opening, Right] = {}
    for one in likely:
        state = state_of.get(one.right.id)
        if state is None or state.status not in NOT_PURSUED:
            for opening in one.right.opens:
                opened.setdefault(opening, one.right)
    return opened


def _is_held(one: ReadyRight, scope: HouseholdScope, state: RightState | None) -> bool:
    if state is not None and state.status is RightStatus.GRANTED:
        return True
    return one.held is not None and one.held.test(scope) is True


def _holds_now(place: int, one: ReadyRight, scope: HouseholdScope, found: Verdicts) -> bool:
    """Whether a right holds when more is granted; the verdict is kept where it is better than the one before."""
    truth = one.condition.test(scope)
    if truth or (truth is None and found.truths[place] is False):
        found.truths[place], found.scopes[place] = truth, scope
        found.through[place] = scope.brings(one.depends_on)
    return truth is True
