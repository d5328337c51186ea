"""A handful of facts to ask conditions about, and scopes in which some of them are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redi_desktop.engine.rights.asked_facts import About, AskedFact, FactKind, FactUnit
from redi_desktop.engine.rights.language import parse_right_condition
from redi_desktop.engine.rights.logic import Truth
from redi_desktop.engine.rights.ready import ReadyCondition, make_ready
from redi_desktop.engine.rights.tree import Who
from redi_desktop.engine.rights.values import Scope, Value

YES_NO = tuple("abcdef")
NAMES = {"fr": "un fait", "nl": "een feit"}


def fact(fact_id: str, kind: FactKind, **other: Any) -> AskedFact:
    """A fact of the household with two answers to choose from where it has a choice."""
    words = {"name": NAMES, "question": NAMES}
    choices = {"red": NAMES, "blue": NAMES} if kind in (FactKind.CHOICE, FactKind.SET) else {}
    return AskedFact(id=fact_id, kind=kind, **({"choices": choices} | words | other))


FACTS: Mapping[str, AskedFact] = {
    one.id: one
    for one in (
        *(fact(letter, FactKind.YES_NO) for letter in YES_NO),
        fact("income", FactKind.NUMBER, unit=FactUnit.EURO_YEAR, indexed=True),
        fact("rate", FactKind.NUMBER, unit=FactUnit.EURO_MONTH),
        fact("size", FactKind.NUMBER, unit=FactUnit.PERSONS),
        fact("today", FactKind.DATE),
        fact("colour", FactKind.CHOICE),
        fact("flags", FactKind.SET),
        fact("age", FactKind.NUMBER, unit=FactUnit.YEARS, about=About.PERSON),
        fact("ill", FactKind.YES_NO, about=About.PERSON),
    )
}


class Told(Scope):
    """A scope in which what was told is known, and nothing else."""

    def __init__(self, told: Mapping[str, Value], children: tuple[Told, ...] = (), person: str = "") -> None:
        super().__init__(person)
        self.update(told)
        self.people = {Who.CHILD: children, Who.PERSON: children, Who.ADULT: ()}

    def find(self, fact: str) -> Value:
        return None


def ready(text: str) -> ReadyCondition:
    """A condition, read and made ready."""
    return make_ready(parse_right_condition(text, FACTS), FACTS)


def answer(text: str, *children: Told, **told: Value) -> Truth:
    """What a condition says of these facts, and of these children."""
    return ready(text).test(Told(told, children))
