"""Which cases of the list are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from redi_desktop.casefile.deadlines import Deadline
from redi_desktop.casefile.model import Status
from redi_desktop.i18n import N_, _
from redi_desktop.store.search_words import words_in

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary


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


def arranged(cases: Iterable[CaseSummary], view: View, order: Order, today: date) -> tuple[CaseSummary, ...]:
    """The cases of a part, in an order; they come with the one that was changed last first."""
    shown = [case for case in cases if _belongs(case, view, today)]
    if order is Order.NAME:
        shown.sort(key=_by_name)
    elif order is Order.DEADLINE:
        shown.sort(key=_by_deadline)
    return tuple(shown)


def waiting(case: CaseSummary) -> Deadline | None:
    """What waits first in a case; nothing does in an archived one."""
    return case.glance.deadline if case.status is Status.OPEN else None


def _belongs(case: CaseSummary, view: View, today: date) -> bool:
    if view is View.ALL:
        return True
    if view is View.ARCHIVED:
        return case.status is Status.ARCHIVED
    if case.status is Status.ARCHIVED:
        return False
    deadline = waiting(case)
    return view is View.OPEN or (deadline is not None and deadline.urgency(today).presses)


def _by_name(case: CaseSummary) -> tuple[bool, tuple[str, ...]]:
    return not case.title, words_in(case.title)


def _by_deadline(case: CaseSummary) -> date:
    """What has no deadline comes last."""
    deadline = waiting(case)
    return deadline.day if deadline is not None else date.max
