"""Changes to what is noted of the rights of a household, and to the answers that decide them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.right_states import Answer, RightState, RightStatus
from redi_desktop.engine.rights.questions import Asked

UNTOUCHED = RightStatus.TO_EXAMINE
"""How far every right is until something is noted of it."""


def state_of(case: CaseFile, right: str) -> RightState:
    """What is noted of a right."""
    return next((state for state in case.rights if state.right == right), RightState(right=right))


def note_right(case: CaseFile, right: str, status: RightStatus, today: date) -> CaseFile:
    """The case with a right that far, since today; back to the beginning, only a remark is worth keeping."""
    return change_right(case, right, status=status, since=None if status is UNTOUCHED else today)


def change_right(case: CaseFile, right: str, **changes: Any) -> CaseFile:
    """The case with these fields of a right's state changed; a state that says nothing is not kept."""
    state = replace(state_of(case, right), **changes)
    others = tuple(other for other in case.rights if other.right != right)
    return replace(case, rights=others if state == RightState(right=right) else _in_place(case.rights, state))


def answer(case: CaseFile, key: str, text: str | None) -> CaseFile:
    """The case with a question answered; ``None`` takes the answer back."""
    if text is None:
        return replace(case, answers=tuple(other for other in case.answers if other.key != key))
    given = Answer(key=key, text=text)
    if any(other.key == key for other in case.answers):
        return replace(case, answers=tuple(given if other.key == key else other for other in case.answers))
    return replace(case, answers=(*case.answers, given))


def asked_of(key: str) -> Asked:
    """The question that an answer's key belongs to (``engine/rights/answers`` says how it is made)."""
    fact, _at, person = key.partition("@")
    fact, _dot, months_of = fact.partition(".")
    return Asked(fact, (person,) if person else (), months_of)


def _in_place(states: tuple[RightState, ...], state: RightState) -> tuple[RightState, ...]:
    if any(other.right == state.right for other in states):
        return tuple(state if other.right == state.right else other for other in states)
    return (*states, state)
