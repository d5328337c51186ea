"""Examinations as short to write as they are to say, with the catalogue that comes with the program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Person
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.examination import Rights
from redi_desktop.engine.rights.result import Outcome, RightResult
from redi_desktop.engine.rights.situation import NOTHING_WORKED_OUT, WorkedOut
from redi_desktop.packs.embedded import load_embedded_legal, load_embedded_rights
from tests.engine.households import adult, born, child, facts_of, received

DAY = date(2026, 6, 15)
LIKELY, POSSIBLE, NOT = Outcome


@cache
def catalogue() -> Rights:
    """The rights and the legal amounts that come with the program, ready to be examined."""
    return Rights(load_embedded_rights(), load_embedded_legal())


class Found(dict[str, RightResult]):
    """The results by right, in the order of the list."""

    def outcome(self, right: str) -> Outcome:
        """How likely a right is."""
        return self[right].outcome

    def through(self, right: str) -> list[str]:
        """The rights that would open it."""
        return [other.id for other in self[right].through]

    def asks(self, right: str) -> list[str]:
        """The facts that its questions ask for."""
        return [question.asked.fact for question in self[right].questions]


def examined(
    facts: Facts,
    answers: Mapping[str, str] | None = None,
    states: Mapping[str, RightStatus] | None = None,
    worked_out: WorkedOut = NOTHING_WORKED_OUT,
    day: date = DAY,
) -> Found:
    """Every right of a household."""
    noted = [RightState(right=right, status=status) for right, status in (states or {}).items()]
    results = catalogue().examine(facts, day, answers, noted, worked_out)
    return Found({result.right.id: result for result in results})


def young(person_id: str, age: int) -> Person:
    """A boy who is that old on the day of the examination."""
    return child(person_id, age, birth_date=born(age, DAY))


def lone_mother(**other: Any) -> Facts:
    """A lone mother of two in Wallonia who lives on the integration income, with child benefit and without BIM."""
    incomes = (
        received(IncomeKind.INTEGRATION_INCOME, "1776.07", "i1", person="p1"),
        received(IncomeKind.CHILD_BENEFIT, "391.26", "i2", person="p1"),
    )
    return facts_of(adult(activity=None), young("p2", 8), young("p3", 13), **({"incomes": incomes} | other))


def worker(net: str, **other: Any) -> Facts:
    """A woman who lives alone on a wage."""
    incomes = (received(IncomeKind.WAGE, net, "i1", person="p1"),)
    return facts_of(adult(), **({"incomes": incomes} | other))
