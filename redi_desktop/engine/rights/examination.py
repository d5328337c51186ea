"""Which rights are likely open to a household, which may be, and what to ask to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.months import Month
from redi_desktop.engine.quick_tuples import quick
from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.answers import NO_ANSWERS, read_answers
from redi_desktop.engine.rights.case_facts import FactSheet, HouseholdScope
from redi_desktop.engine.rights.found_facts import How
from redi_desktop.engine.rights.logic import ONE, Truth, measure
from redi_desktop.engine.rights.pack import Right, RightsPack
from redi_desktop.engine.rights.questions import make_opener
from redi_desktop.engine.rights.ready import has_ceiling, make_ready
from redi_desktop.engine.rights.result import (
    Bringing,
    CeilingIndex,
    Inquiry,
    Outcome,
    ReadyRight,
    RightResult,
    bringing,
)
from redi_desktop.engine.rights.same_money import mark_same_money
from redi_desktop.engine.rights.situation import NOTHING_WORKED_OUT, Situation, WorkedOut
from redi_desktop.engine.rights.tree import Number, dependencies
from redi_desktop.engine.rights.values import Value
from redi_desktop.engine.rights.verdicts import Verdicts, dependants, find_verdicts

_REMEMBERED_MONTHS = 24
_NOTHING = Decimal(0)
_worth = attrgetter("worth")
_result = quick(RightResult)


class Rights:
    """A pack of rights made ready for many examinations: conditions are made ready once for each month.

    What it remembers follows from the pack alone and is bounded; the pack never changes.
    """

    def __init__(self, pack: RightsPack, legal: LegalTables | None = None) -> None:
        self.pack = pack
        self._sheet = FactSheet(pack.facts, legal)
        self._ready: dict[Month, tuple[ReadyRight, ...]] = {}
        self._places: dict[frozenset[str], tuple[int, ...]] = {}
        self._hanging_on = dependants(dependencies(right.condition) for right in pack.rights)

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
        known = _with_granted(scope, ready, state_of)
        verdicts = find_verdicts(ready, places, self._hanging_on, known, state_of)
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
        condition = make_ready(right.condition, facts, ceiling.factor if ceiling else ONE)
        return ReadyRight(
            right=right,
            condition=condition,
            opener=make_opener(condition),
            held=make_ready(right.held, facts) if right.held else None,
            depends_on=dependencies(right.condition),
            amount=measure(right.amount) if right.amount else None,
            always=_always(right),
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


def _always(right: Right) -> Bringing | None:
    """What a right brings every household alike: a number that is written down, or nothing that is known."""
    written = right.amount
    if written is not None and not isinstance(written, Number):
        return None
    return bringing(right, written.value if written else None)


def _results(
    ready: tuple[ReadyRight, ...],
    verdicts: Verdicts,
    state_of: Mapping[str, RightState],
    month: Month,
    inquiry: Inquiry,
) -> tuple[RightResult, ...]:
    """The results in the order of the list; the questions of those that are undecided are left to the inquiry."""
    likely, possible, closed = Outcome
    held, through = verdicts.held, verdicts.through
    listed: dict[Truth, list[RightResult]] = {True: [], None: [], False: []}
    for place, (one, truth, scope) in enumerate(zip(ready, verdicts.truths, verdicts.scopes, strict=True)):
        right = one.right
        if truth is False:
            outcome, amount, worth, amount_is = closed, None, _NOTHING, right.amount_is
        else:
            outcome = likely if truth else possible
            amount, amount_is, worth = one.always or bringing(right, one.amount(scope) if one.amount else None)
        state, first = state_of.get(right.id), through.get(place, ())
        told = (one, outcome, place in held, first, state, amount, worth, month, scope, inquiry, amount_is, None, ())
        listed[truth].append(_result(told))
    found = [*listed[True], *listed[None]]
    mark_same_money(found)
    first_ones, perhaps = found[: len(listed[True])], found[len(listed[True]) :]
    inquiry.undecided = [(one.ready, one.scope) for one in perhaps if one.is_open]
    for results in (first_ones, perhaps):
        results.sort(key=_worth, reverse=True)
    return (*first_ones, *perhaps, *listed[False])
