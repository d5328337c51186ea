"""All open cases under other parameters, one after the other, with progress and a way to stop, in the memory of one.

The list keeps the order of the cases; it ranks nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.casefile.live import countable_facts
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.effects import Effect, TwoDays, TwoParameters
from redi_desktop.engine.money import ZERO

Sides = TwoParameters | TwoDays
"""The two sides under which each case is counted."""


class CaseEffect(NamedTuple):
    """What the other parameters do to one case."""

    case_id: str
    title: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Reassessment:
    """Every case counted once, and those whose balance moved beyond the amount asked for."""

    seen: int
    same: int
    without_result: int
    beyond: tuple[CaseEffect, ...]
    stopped: bool

    @property
    def within(self) -> int:
        """Cases that changed, but by no more than the amount."""
        return self.seen - self.same - self.without_result - len(self.beyond)

    def followed_by(self, further: Reassessment) -> Reassessment:
        """This part and the next one as one."""
        return Reassessment(
            self.seen + further.seen,
            self.same + further.same,
            self.without_result + further.without_result,
            (*self.beyond, *further.beyond),
            self.stopped or further.stopped,
        )


NOTHING = Reassessment(0, 0, 0, (), stopped=False)
"""Before the first case."""


def case_effects(cases: Iterable[CaseFile], two: Sides, day: date | None = None) -> Iterator[CaseEffect]:
    """The effect on each case as it comes; rows that are not finished are left out, as beside the pages."""
    for case in cases:
        yield CaseEffect(case.id, case.title, two.effect(countable_facts(case).facts, day))


def reassess(
    cases: Iterable[CaseFile],
    two: Sides,
    *,
    beyond: Decimal = ZERO,
    day: date | None = None,
    progress: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Reassessment:
    """Go through the cases; ``progress`` is told how many are done, ``stop`` is asked before each further one.

    ``day`` left out is each case's own date. What was done before a stop is given, and said to be a part.
    """
    seen = same = without = 0
    found: list[CaseEffect] = []
    effects = case_effects(cases, two, day)
    while not (stopped := stop is not None and stop()):
        one = next(effects, None)
        if one is None:
            break
        seen += 1
        without += one.effect.before is one.effect.after is None
        same += one.effect.same and one.effect.before is not None
        if one.effect.beyond(beyond):
            found.append(one)
        if progress is not None:
            progress(seen)
    return Reassessment(seen, same, without, tuple(found), stopped)
