"""A deadline in words: what is to be done, by which day, and how soon that is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from redi_desktop.casefile.deadlines import Deadline, DeadlineKind, Urgency
from redi_desktop.formatting import date_short
from redi_desktop.i18n import N_, _, ngettext

_SHORT = {
    DeadlineKind.DECIDE: N_("{date}: decide"),
    DeadlineKind.NOTIFY: N_("{date}: notify"),
    DeadlineKind.REVIEW: N_("{date}: look again"),
    DeadlineKind.END_OF_AID: N_("{date}: aid ends"),
}
_LONG = {
    DeadlineKind.DECIDE: N_("the committee decides by {date}"),
    DeadlineKind.NOTIFY: N_("the decision is notified by {date}"),
    DeadlineKind.REVIEW: N_("the case is looked at again on {date}"),
    DeadlineKind.END_OF_AID: N_("the aid ends on {date}"),
}
_PAST = {
    DeadlineKind.DECIDE: N_("the committee was to decide by {date}"),
    DeadlineKind.NOTIFY: N_("the decision was to be notified by {date}"),
    DeadlineKind.REVIEW: N_("the case was to be looked at again on {date}"),
    DeadlineKind.END_OF_AID: N_("the aid ended on {date}"),
}
_WAITING = frozenset({DeadlineKind.DECIDE, DeadlineKind.NOTIFY, DeadlineKind.REVIEW})
"""Something is still to be done, and the later it is the worse; aid that has ended has ended."""
_BASED_ON_LAW = frozenset({DeadlineKind.DECIDE, DeadlineKind.NOTIFY})


def short_words(deadline: Deadline, today: date) -> str:
    """For a line of the list: what and when. That it is past is told by a mark before it."""
    day = _("Today") if deadline.urgency(today) is Urgency.TODAY else date_short(deadline.day)
    return _(_SHORT[deadline.kind]).format(date=day)


def spoken_words(deadline: Deadline, today: date) -> str:
    """The same for a screen reader, which sees no mark: a deadline that is past says so."""
    text = short_words(deadline, today)
    past = deadline.urgency(today) is Urgency.PAST
    return _("{deadline} (past)").format(deadline=text) if past else text


def long_words(deadline: Deadline, today: date) -> str:
    """For the start page: what, when, and how soon."""
    wordings = _PAST if deadline.urgency(today) is Urgency.PAST else _LONG
    text = _(wordings[deadline.kind]).format(date=date_short(deadline.day))
    return _("{deadline}, {soon}").format(deadline=text, soon=_soon_words(deadline, today))


def _soon_words(deadline: Deadline, today: date) -> str:
    """How far away its day is."""
    days = (deadline.day - today).days
    if days == 0:
        return _("today")
    if days < 0 and deadline.kind in _WAITING:
        return ngettext("{count} day overdue", "{count} days overdue", -days).format(count=-days)
    if days < 0:
        return ngettext("{count} day ago", "{count} days ago", -days).format(count=-days)
    return _("tomorrow") if days == 1 else ngettext("in {count} day", "in {count} days", days).format(count=days)


def basis_words(deadlines: Iterable[Deadline]) -> str:
    """Where the delays come from; empty where the worker or the decision has set them all."""
    if not any(deadline.kind in _BASED_ON_LAW for deadline in deadlines):
        return ""
    return _("Law of 26 May 2002, art. 21: 30 days from the request to decide, 8 from the decision to notify it")
