"""Which cases of the list are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from redi_desktop.casefile.deadlines import SOON, Deadline
from redi_desktop.casefile.model import Status
from redi_desktop.i18n import N_, _
from redi_desktop.store.search_words import words_in

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary


NAMES_AT_ONCE = 800
"""Names that are looked at in one turn of the event loop: a few milliseconds."""


class View(StrEnum):
    """A part of the cases."""

    OPEN = "open"
    DUE = "due"
    ARCHIVED = "archived"
    ALL = "all"


class Order(StrEnum):
    """What the first of them is."""

    CHANGED = "changed"
    DEADLINE = "deadline"
    NAME = "name"


_VIEWS = {
    View.OPEN: N_("Open cases"),
    View.DUE: N_("Due within a week"),
    View.ARCHIVED: N_("Archived cases"),
    View.ALL: N_("All cases"),
}
_ORDERS = {
    Order.CHANGED: N_("Last changed"),
    Order.DEADLINE: N_("Next deadline"),
    Order.NAME: N_("Name"),
}


def view_label(view: View) -> str:
    """A part of the cases in words."""
    return _(_VIEWS[view])


def order_label(order: Order) -> str:
    """An order in words."""
    return _(_ORDERS[order])


class Names:
    """How the names of cases are sorted: without accents and capitals. Worked out once for each name."""

    def __init__(self) -> None:
        self._sorted_as: dict[str, tuple[bool, tuple[str, ...]]] = {}

    def of(self, case: CaseSummary) -> tuple[bool, tuple[str, ...]]:
        """What a case is sorted by; one without a name comes last."""
        known = self._sorted_as.get(case.title)
        if known is None:
            known = self._sorted_as[case.title] = (not case.title, words_in(case.title))
        return known

    def learning(self, cases: Sequence[CaseSummary]) -> Iterator[None]:
        """Work out those of many cases, with a stop after every few."""
        for start in range(0, len(cases), NAMES_AT_ONCE):
            for case in cases[start : start + NAMES_AT_ONCE]:
                self.of(case)
            yield

    def knows(self, cases: Sequence[CaseSummary]) -> bool:
        """Whether so few are left that nobody would wait for them."""
        unknown = (case for case in cases if case.title not in self._sorted_as)
        return next(islice(unknown, NAMES_AT_ONCE, None), None) is None


def arranged(
    cases: Iterable[CaseSummary], view: View, order: Order, today: date, names: Names
) -> tuple[CaseSummary, ...]:
    """The cases of a part, in an order; they come with the one that was changed last first."""
    shown = _part(cases, view, today)
    if order is Order.NAME:
        shown.sort(key=names.of)
    elif order is Order.DEADLINE:
        shown.sort(key=_by_deadline)
    return tuple(shown)


def waiting(case: CaseSummary) -> Deadline | None:
    """What waits first in a case; nothing does in an archived one."""
    return case.glance.deadline if case.status is Status.OPEN else None


def last_pressing(today: date) -> date:
    """What waits for a later day is not due yet."""
    return today + SOON


def _part(cases: Iterable[CaseSummary], view: View, today: date) -> list[CaseSummary]:
    """Each loop is as short as can be: it goes through ten thousand cases while somebody waits."""
    archived = Status.ARCHIVED
    if view is View.ALL:
        return list(cases)
    if view is View.ARCHIVED:
        return [case for case in cases if case.status is archived]
    if view is View.OPEN:
        return [case for case in cases if case.status is not archived]
    last = last_pressing(today)
    return [case for case in cases if (waits := waiting(case)) is not None and waits.day <= last]


def _by_deadline(case: CaseSummary) -> date:
    """What has no deadline comes last."""
    deadline = waiting(case)
    return deadline.day if deadline is not None else date.max
