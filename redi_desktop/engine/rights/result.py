"""What was found of a right: how likely it is, through which others, for what amount, and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from redi_desktop.engine.basket_pack import IndexValue
from redi_desktop.engine.legal_tables import DatedValue
from redi_desktop.engine.money import Period, per_month, to_cent
from redi_desktop.engine.months import Month
from redi_desktop.engine.quick_tuples import quick
from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.case_facts import HouseholdScope
from redi_desktop.engine.rights.logic import ONE, Measure
from redi_desktop.engine.rights.pack import AmountIs, Right, WrittenDate
from redi_desktop.engine.rights.questions import MOST_ASKED, Asked, Open, Opener, asked_in, shortest
from redi_desktop.engine.rights.ready import ReadyCondition
from redi_desktop.engine.rights.tree import holds_number, legal_values
from redi_desktop.engine.rights.values import Number as Known
from redi_desktop.engine.rights.values import Range

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


class Way(NamedTuple):
    """The first questions of the shortest way to an answer, and how many more are needed after them."""

    questions: tuple[Question, ...] = ()
    further: int = 0


NOTHING_TO_ASK = Way()
_way, _question = quick(Way), quick(Question)


class CeilingIndex(NamedTuple):
    """How an old ceiling was brought to today before anybody is ruled out."""

    index_from: IndexValue
    index_to: IndexValue

    @property
    def factor(self) -> Decimal:
        """What the ceiling is multiplied by, margin included; a ceiling is never lowered."""
        return max(ONE, self.index_to.value / self.index_from.value) * MARGIN


class Bringing(NamedTuple):
    """What a right brings, in the terms of :class:`RightResult`."""

    amount: Decimal | None
    amount_is: AmountIs
    worth: Decimal


class ReadyRight(NamedTuple):
    """A right with its conditions made ready for one month; ``always`` is what it brings where nothing changes that."""

    right: Right
    condition: ReadyCondition
    opener: Opener
    held: ReadyCondition | None
    depends_on: frozenset[str]
    amount: Measure | None
    always: Bringing | None
    ceiling: CeilingIndex | None


class Inquiry:
    """The questions of one examination, worked out when the first of them is read: they depend on each other."""

    def __init__(self) -> None:
        self.undecided: Sequence[tuple[ReadyRight, HouseholdScope]] = ()

    @cached_property
    def ways(self) -> Mapping[str, Way]:
        """For each right that is still open one or two questions, those on which most rights hang first."""
        parts: dict[str, Open] = {}
        weight: dict[str, int] = {}
        for one, scope in self.undecided:
            part = one.opener(scope, False)
            if not isinstance(part, bool):
                parts[one.right.id] = part
                for fact in (part.fact,) if isinstance(part, Asked) else asked_in(part):
                    weight[fact] = weight.get(fact, 0) + 1
        return {right: _way_of(shortest(part, weight), weight) for right, part in parts.items()}


def _way_of(asked: Sequence[Asked], weight: Mapping[str, int]) -> Way:
    first = tuple([_question((one, weight[one.fact])) for one in asked[:MOST_ASKED]])
    return _way((first, max(0, len(asked) - MOST_ASKED)))


class RightResult(NamedTuple):
    """What was found of one right.

    ``held``: the household has it already. ``through``: the rights that must be granted first. ``amount`` is euro per
    ``right.amount_period`` for this household, to be read as ``amount_is``. ``worth`` (euro per month, an order of
    magnitude) puts the list in order and is never shown. ``listed_under``: the right that stands in the list for the
    same money; ``same_money``: those for which this one does.
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
    amount_is: AmountIs
    listed_under: Right | None = None
    same_money: tuple[Right, ...] = ()

    @property
    def right(self) -> Right:
        """The right itself."""
        return self.ready.right

    @property
    def questions(self) -> tuple[Question, ...]:
        """The first one or two questions that would decide; none where it is decided or no longer pursued."""
        return self._way().questions if self.outcome is Outcome.POSSIBLE else ()

    @property
    def further_questions(self) -> int:
        """How many more must be answered after them."""
        return self._way().further if self.outcome is Outcome.POSSIBLE else 0

    def _way(self) -> Way:
        return self.inquiry.ways.get(self.ready.right.id, NOTHING_TO_ASK)

    @property
    def is_pursued(self) -> bool:
        """Whether it may be open and was not noted as refused or not applicable."""
        return self.outcome is not Outcome.NOT and (self.state is None or self.state.status not in NOT_PURSUED)

    @property
    def is_open(self) -> bool:
        """Whether it is still to be looked at or waited for before any aid is proposed, each euro once."""
        return self.listed_under is None and self.is_pursued

    @property
    def legal_values(self) -> tuple[DatedValue, ...]:
        """The legal amounts of the day that the amount is made of."""
        legal, day, amount = self.scope.sheet.legal, self.scope.situation.day, self.right.amount
        if legal is None or amount is None or self.amount is None:
            return ()
        return tuple(legal.at(name, day) for name in dict.fromkeys(legal_values(amount)) if legal.has(name, day))

    @property
    def amount_date(self) -> WrittenDate | None:
        """The date of the figures; ``None`` where the amount is made of this month's facts alone."""
        right = self.right
        if right.amount is None or holds_number(right.amount):
            return right.amount_date
        oldest = min((value.valid_from for value in self.legal_values), default=None)
        return WrittenDate(oldest.isoformat(), Month.of(oldest)) if oldest else None

    @property
    def amount_is_old(self) -> bool:
        """Whether the figures are of another time; a legal amount is not as long as the next one is known."""
        right, dated = self.right, self.amount_date
        if dated is None or (right.amount is not None and not holds_number(right.amount) and self._is_in_force()):
            return False
        return not dated.month <= self.month <= dated.month.plus(OLD_AFTER_MONTHS)

    def _is_in_force(self) -> bool:
        legal, day = self.scope.sheet.legal, self.scope.situation.day
        return legal is not None and all(legal.values[one.id][-1].valid_from > day for one in self.legal_values)


def bringing(right: Right, found: Known | None) -> Bringing:
    """What it brings; of an amount that is only known between limits the least, or where it says so the most."""
    amount, amount_is = found, right.amount_is
    if isinstance(amount, Range):
        most = amount_is is AmountIs.MOST
        amount, amount_is = (amount.high, amount_is) if most else (amount.low, AmountIs.LEAST)
    if amount is None or amount <= 0:
        return Bringing(None, right.amount_is, right.worth)
    euros = to_cent(Decimal(amount))
    return Bringing(euros, amount_is, _worth_per_month(right, euros))


def _worth_per_month(right: Right, amount: Decimal) -> Decimal:
    """For the order of the list: what comes once is spread over a year."""
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
