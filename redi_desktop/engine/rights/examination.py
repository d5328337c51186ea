"""Which rights are likely open to a household, which may be, and what to ask to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.money import to_cent
from redi_desktop.engine.months import Month
from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.answers import NO_ANSWERS, read_answers
from redi_desktop.engine.rights.case_facts import FactSheet, HouseholdScope, How
from redi_desktop.engine.rights.logic import ONE, Truth, has_ceiling, make_ready, measure
from redi_desktop.engine.rights.pack import AmountIs, Opening, Right, RightsPack
from redi_desktop.engine.rights.result import (
    NOT_PURSUED,
    CeilingIndex,
    Inquiry,
    Outcome,
    ReadyRight,
    RightResult,
    worth_per_month,
)
from redi_desktop.engine.rights.same_money import mark_same_money
from redi_desktop.engine.rights.situation import NOTHING_WORKED_OUT, Situation, WorkedOut
from redi_desktop.engine.rights.tree import dependencies
from redi_desktop.engine.rights.values import Range, Value

MOST_PASSES = 4
"""One right opens another, that one a third; no chain in the catalogue is longer."""
_REMEMBERED_MONTHS = 24
_NOTHING = Decimal(0)
_worth = attrgetter("worth")


class _Verdict(NamedTuple):
    truth: Truth
    scope: HouseholdScope
    through: tuple[Right, ...] = ()
    held: bool = False


class Rights:
    """A pack of rights made ready for many examinations: conditions are made ready once for each month.

    What it remembers follows from the pack alone and is bounded; the pack never changes.
    """

    def __init__(self, pack: RightsPack, legal: LegalTables | None = None) -> None:
        self.pack = pack
        self._sheet = FactSheet(pack.facts, legal)
        self._ready: dict[Month, tuple[ReadyRight, ...]] = {}
        self._places: dict[frozenset[str], tuple[int, ...]] = {}

    def examine(
        self,
        facts: Facts,
        day: date,
        answers: Mapping[str, str] | None = None,
        states: Iterable[RightState] = (),
        worked_out: WorkedOut = NOTHING_WORKED_OUT,
    ) -> tuple[RightResult, ...]:
        """Every right of the pack: likely ones first, then possible ones, the most valuable first; then the others.

        ``answers`` are kept as :mod:`answers` says; those that are not understood count as not given
        (:func:`read_answers` names them).
        """
        state_of = {state.right: state for state in states}
        understood = read_answers(answers, self.pack.facts)[0] if answers else NO_ANSWERS
        situation = Situation(facts, day, worked_out, state_of.values())
        scope = HouseholdScope(situation, self._sheet, understood).laid_out()
        month = Month.of(day)
        ready = self.ready_for(month)
        places = self._places_here(scope["region"], state_of)
        verdicts = _verdicts(ready, places, _with_granted(scope, ready, state_of), state_of)
        return _results(ready, verdicts, state_of, month, Inquiry())

    def ready_for(self, month: Month) -> tuple[ReadyRight, ...]:
        """The rights with their conditions made ready, ceilings as they are taken in that month."""
        known = self._ready.get(month)
        if known is None:
            if len(self._ready) >= _REMEMBERED_MONTHS:
                self._ready.clear()
            known = self._ready[month] = tuple(self._make_ready(right, month) for right in self.pack.rights)
        return known

    def _places_here(self, where: Value, state_of: Mapping[str, RightState]) -> Iterable[int]:
        """The rights that exist where the household lives, and those of which something is noted."""
        rights = self.pack.rights
        if not isinstance(where, frozenset):
            return range(len(rights))
        here = self._places.get(where)
        if here is None:
            exist = ((n, {region.value for region in right.regions}) for n, right in enumerate(rights))
            here = self._places[where] = tuple(n for n, regions in exist if not where.isdisjoint(regions))
        noted = [n for n, right in enumerate(rights) if right.id in state_of] if state_of else []
        return sorted({*here, *noted}) if noted else here

    def _make_ready(self, right: Right, month: Month) -> ReadyRight:
        facts, ceiling = self.pack.facts, self._ceiling(right, month)
        return ReadyRight(
            right=right,
            condition=make_ready(right.condition, facts, ceiling.factor if ceiling else ONE),
            held=make_ready(right.held, facts) if right.held else None,
            depends_on=dependencies(right.condition),
            amount=measure(right.amount) if right.amount else None,
            ceiling=ceiling,
        )

    def _ceiling(self, right: Right, month: Month) -> CeilingIndex | None:
        written, index = right.ceiling_date, self.pack.index
        if written is None or not has_ceiling(right.condition, self.pack.facts):
            return None
        return CeilingIndex(index.at(written.month), index.at(max(written.month, month)))


def _with_granted(
    scope: HouseholdScope, ready: tuple[ReadyRight, ...], state_of: Mapping[str, RightState]
) -> HouseholdScope:
    """The facts with what follows from the rights that the worker noted as granted."""
    granted = {right for right, state in state_of.items() if state.status is RightStatus.GRANTED}
    if not granted:
        return scope
    opened = {opening: one.right for one in ready if one.right.id in granted for opening in one.right.opens}
    return scope.assuming(opened, How.GRANTED) if opened else scope


def _verdicts(
    ready: tuple[ReadyRight, ...],
    places: Iterable[int],
    scope: HouseholdScope,
    state_of: Mapping[str, RightState],
) -> list[_Verdict]:
    """What holds at once, and pass by pass what would hold once the rights found before are granted."""
    closed, held = _Verdict(False, scope), _Verdict(False, scope, held=True)
    verdicts = [closed] * len(ready)
    open_places: list[int] = []
    fresh: list[int] = []
    for place in places:
        one = ready[place]
        if (one.held is not None or state_of) and _is_held(one, scope, state_of.get(one.right.id)):
            verdicts[place] = held
            continue
        truth = one.condition.test(scope)
        if truth is not False:
            verdicts[place] = _Verdict(truth, scope)
        (fresh if truth else open_places).append(place)
    for _pass in range(MOST_PASSES - 1):
        opened = _opened_by([ready[place] for place in fresh], state_of)
        if not opened:
            break
        scope = scope.assuming(opened)
        keys = {opening.key for opening in opened}
        fresh = []
        for place in open_places:
            one = ready[place]
            if not verdicts[place].truth and not keys.isdisjoint(one.depends_on):
                better = _better(one, verdicts[place], scope)
                verdicts[place] = better or verdicts[place]
                if better and better.truth:
                    fresh.append(place)
    return verdicts


def _opened_by(likely: list[ReadyRight], state_of: Mapping[str, RightState]) -> dict[Opening, Right]:
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


def _better(one: ReadyRight, before: _Verdict, scope: HouseholdScope) -> _Verdict | None:
    """The verdict when more is granted, where it is better than the one before."""
    truth = one.condition.test(scope)
    if truth or (truth is None and before.truth is False):
        return _Verdict(truth, scope, scope.brings(one.depends_on))
    return None


def _results(
    ready: tuple[ReadyRight, ...],
    verdicts: list[_Verdict],
    state_of: Mapping[str, RightState],
    month: Month,
    inquiry: Inquiry,
) -> tuple[RightResult, ...]:
    """The results in the order of the list; the questions of those that are undecided are left to the inquiry."""
    likely, possible, closed = Outcome
    listed: dict[Truth, list[RightResult]] = {True: [], None: [], False: []}
    for one, (truth, scope, through, held) in zip(ready, verdicts, strict=True):
        right = one.right
        state = state_of.get(right.id)
        if truth is False:
            listed[False].append(
                RightResult(one, closed, held, through, state, None, _NOTHING, month, scope, inquiry, right.amount_is)
            )
            continue
        amount, amount_is = _amount(one, scope)
        worth, outcome = worth_per_month(right, amount), likely if truth else possible
        listed[truth].append(
            RightResult(one, outcome, held, through, state, amount, worth, month, scope, inquiry, amount_is)
        )
    found = [*listed[True], *listed[None]]
    mark_same_money(found)
    first, perhaps = found[: len(listed[True])], found[len(listed[True]) :]
    inquiry.undecided = [(one.ready, one.scope) for one in perhaps if one.is_open]
    for results in (first, perhaps):
        results.sort(key=_worth, reverse=True)
    return (*first, *perhaps, *listed[False])


def _amount(one: ReadyRight, scope: HouseholdScope) -> tuple[Decimal | None, AmountIs]:
    """What it brings; of an amount that is only known between limits the least, or where it says so the most."""
    amount, amount_is = one.amount(scope) if one.amount else None, one.right.amount_is
    if isinstance(amount, Range):
        most = amount_is is AmountIs.MOST
        amount, amount_is = (amount.high, amount_is) if most else (amount.low, AmountIs.LEAST)
    if amount is None or amount <= 0:
        return None, one.right.amount_is
    return to_cent(Decimal(amount)), amount_is
