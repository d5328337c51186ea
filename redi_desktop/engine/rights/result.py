"""What was found of a right: how likely it is, through which others, for what amount, and what to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from redi_desktop.engine.basket_pack import IndexValue
from redi_desktop.engine.money import Period, per_month
from redi_desktop.engine.months import Month
from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.case_facts import HouseholdScope
from redi_desktop.engine.rights.logic import ONE, Measure, ReadyCondition
from redi_desktop.engine.rights.pack import Right
from redi_desktop.engine.rights.questions import MOST_ASKED, Asked, asked_in, shortest, still_open
from redi_desktop.engine.rights.tree import holds_number

MARGIN = Decimal("1.05")
"""A household is ruled out only by an income this far above an indexed ceiling."""
OLD_AFTER_MONTHS = 12
"""An amount older than this is shown with its date as a warning."""
NOT_PURSUED = frozenset({RightStatus.REFUSED, RightStatus.NOT_APPLICABLE})
"""Where the worker noted one of these, the right is not looked at further."""


class Outcome(StrEnum):
    """What the conditions say, in the order in which rights are listed."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    NOT = "not"


class Question(NamedTuple):
    """A question that would decide, and how many of the rights that are still open hang on its fact."""

    asked: Asked
    rights: int


class CeilingIndex(NamedTuple):
    """How an old ceiling was brought to today before anybody is ruled out."""

    index_from: IndexValue
    index_to: IndexValue

    @property
    def factor(self) -> Decimal:
        """What the ceiling is multiplied by, margin included; a ceiling is never lowered."""
        return max(ONE, self.index_to.value / self.index_from.value) * MARGIN


class ReadyRight(NamedTuple):
    """A right with its conditions made ready for one month."""

    right: Right
    condition: ReadyCondition
    held: ReadyCondition | None
    depends_on: frozenset[str]
    amount: Measure | None
    ceiling: CeilingIndex | None
    regions: frozenset[str] = frozenset()


class Inquiry:
    """The questions of one examination, worked out when the first of them is read: they depend on each other."""

    def __init__(self) -> None:
        self.undecided: Sequence[tuple[ReadyRight, HouseholdScope]] = ()

    @cached_property
    def questions(self) -> Mapping[str, tuple[Question, ...]]:
        """For each right that is still open one or two questions, those on which most rights hang first."""
        parts = {one.right.id: still_open(one.condition, scope) for one, scope in self.undecided}
        weight: Counter[str] = Counter()
        for part in parts.values():
            weight.update({asked.fact for asked in asked_in(part)})
        ways = {right: shortest(part, weight)[:MOST_ASKED] for right, part in parts.items()}
        return {right: tuple(Question(asked, weight[asked.fact]) for asked in way) for right, way in ways.items()}


class RightResult(NamedTuple):
    """What was found of one right.

    ``held``: the household has it already. ``through``: the rights that must be granted first. ``amount`` is euro per
    ``right.amount_period`` for this household, as of ``right.amount_date``. ``worth`` (euro per month, an order of
    magnitude) puts the list in order and is never shown.
    """

    ready: ReadyRight
    outcome: Outcome
    held: bool
    through: tuple[Right, ...]
    state: RightState | None
    amount: Decimal | None
    worth: Decimal
    month: Month
    scope: HouseholdScope
    inquiry: Inquiry

    @property
    def right(self) -> Right:
        """The right itself."""
        return self.ready.right

    @property
    def questions(self) -> tuple[Question, ...]:
        """The one or two questions that would decide; none where it is decided or no longer pursued."""
        return self.inquiry.questions.get(self.right.id, ()) if self.outcome is Outcome.POSSIBLE else ()

    @property
    def is_open(self) -> bool:
        """Whether it is still to be looked at or waited for before any aid is proposed."""
        return self.outcome is not Outcome.NOT and (self.state is None or self.state.status not in NOT_PURSUED)

    @property
    def amount_is_old(self) -> bool:
        """Whether the figures are long past; an amount made of this month's facts alone is of today."""
        right = self.right
        if right.amount_date is None or (right.amount is not None and not holds_number(right.amount)):
            return False
        return right.amount_date.month.plus(OLD_AFTER_MONTHS) < self.month


def worth_per_month(right: Right, amount: Decimal | None) -> Decimal:
    """For the order of the list: what comes once is spread over a year."""
    if amount is None:
        return right.worth
    return per_month(amount, Period.YEAR if right.amount_period is Period.ONCE else right.amount_period)


def open_rights(results: Iterable[RightResult]) -> tuple[RightResult, ...]:
    """The likely rights not yet granted, refused or set aside: to be named before any aid is proposed."""
    return tuple(result for result in results if result.is_open and result.outcome is Outcome.LIKELY)


def open_questions(results: Iterable[RightResult]) -> tuple[Question, ...]:
    """Every question that would decide, once each, those on which most rights hang first."""
    merged: dict[tuple[str, str], Question] = {}
    for result in results:
        for question in result.questions:
            key = (question.asked.fact, question.asked.months_of)
            before = merged.get(key, question).asked
            persons = tuple(dict.fromkeys((*before.persons, *question.asked.persons)))
            merged[key] = Question(before._replace(persons=persons), question.rights)
    return tuple(sorted(merged.values(), key=lambda question: -question.rights))
