"""What was done to a case, in words: the rows of its journal, those of one sitting together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.casefile.results_compared import Sum, amounts_of
from redi_desktop.casefile.steps import step_of
from redi_desktop.formatting import date_long, join_list, money, signed_money, time_short
from redi_desktop.i18n import N_, _, ngettext
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.kinds import name_of
from redi_desktop.store.acts import Act
from redi_desktop.store.assessments import KeptAssessment
from redi_desktop.store.journal import JournalEntry
from redi_desktop.ui.case_care.kept_table import sum_words
from redi_desktop.words.vocabulary import label

PAUSE = timedelta(minutes=20)
"""What is closer to each other than this is told as one sitting."""
_SAME_MOMENT = timedelta(minutes=1)
"""A kept result and the row of the journal that tells of it."""
_A_WEEK = 7
_SITTING = frozenset({Act.CASE_OPENED, Act.CASE_SAVED, Act.CASE_CLOSED})
_MOVING = (Sum.NEEDED, Sum.INCOME, Sum.PROPOSAL)


class Kind(StrEnum):
    """What one may look for in the past of a case."""

    ALL = "all"
    CHANGES = "changes"
    RESULTS = "results"
    DOCUMENTS = "documents"
    OTHER = "other"


_KINDS = {
    Kind.ALL: N_("Everything"),
    Kind.CHANGES: N_("Changes"),
    Kind.RESULTS: N_("Results and decisions"),
    Kind.DOCUMENTS: N_("Documents"),
    Kind.OTHER: N_("Other"),
}
_ACTS = {
    Act.CASE_CREATED: (Kind.CHANGES, "plus", N_("begun")),
    Act.CASE_OPENED: (Kind.OTHER, "eye", N_("looked at")),
    Act.CASE_SAVED: (Kind.CHANGES, "pencil", N_("changed")),
    Act.CASE_CLOSED: (Kind.OTHER, "eye", N_("looked at")),
    Act.CASE_EXPORTED: (Kind.OTHER, "arrow-right", N_("exported")),
    Act.CASE_HANDED_OVER: (Kind.OTHER, "arrow-right", N_("handed over to a colleague")),
    Act.CASE_TAKEN_OVER: (Kind.OTHER, "folder", N_("taken over from a colleague")),
    Act.DOCUMENT_MADE: (Kind.DOCUMENTS, "document", N_("document made")),
    Act.ACCESS_GIVEN: (Kind.DOCUMENTS, "document", N_("everything given to the person")),
    Act.ASSESSMENT_FROZEN: (Kind.RESULTS, "kept", N_("result kept")),
    Act.DECISION_NOTED: (Kind.RESULTS, "check", N_("decision noted")),
    Act.STATE_CONFIRMED: (Kind.OTHER, "lock", N_("confirmed when the key was renewed")),
}
_UNKNOWN = (Kind.OTHER, "note", N_("other"))


class Fact(NamedTuple):
    """Something more about an event, and its figure where it has one."""

    text: str
    figure: str = ""
    is_missing: bool = False


class Event(NamedTuple):
    """One act, or the work of one sitting."""

    kind: Kind
    icon: str
    start: datetime
    end: datetime
    what: str
    facts: tuple[Fact, ...]

    @property
    def hours(self) -> str:
        """From when to when."""
        start, end = time_short(self.start), time_short(self.end)
        return start if start == end else f"{start}\N{EN DASH}{end}"

    def spoken(self, today: date) -> str:
        """The whole in one sentence, for who does not see the list."""
        when = _("{date}, {time}").format(date=day_words(self.start.date(), today), time=self.hours)
        told = [self.what, *(" ".join(part for part in fact[:2] if part) for fact in self.facts)]
        return _("{when}: {what}").format(when=when, what=". ".join(part.rstrip(":") for part in told))


def kind_words(kind: Kind) -> str:
    """A kind of events in words."""
    return _(_KINDS[kind])


def day_words(day: date, today: date) -> str:
    """The date; how long ago it was where it was lately."""
    ago = (today - day).days
    if not 0 <= ago < _A_WEEK:
        return date_long(day)
    lately = {0: _("Today"), 1: _("Yesterday")}
    near = lately.get(ago) or ngettext("{count} day ago", "{count} days ago", ago).format(count=ago)
    return f"{near[:1].upper()}{near[1:]} \N{MIDDLE DOT} {date_long(day)}"


def events(entries: Iterable[JournalEntry], results: Sequence[KeptAssessment] = ()) -> tuple[Event, ...]:
    """An event for each act, the last one first; what was done in one sitting is one. ``results`` come last first."""
    return tuple(_event(sitting, results) for sitting in reversed(_sittings(entries)))


def _sittings(entries: Iterable[JournalEntry]) -> list[list[JournalEntry]]:
    found: list[list[JournalEntry]] = []
    for entry in entries:
        if found and _goes_on(found[-1][-1], entry):
            found[-1].append(entry)
        else:
            found.append([entry])
    return found


def _goes_on(before: JournalEntry, entry: JournalEntry) -> bool:
    same = before.act in _SITTING and entry.act in _SITTING
    return same and before.at.date() == entry.at.date() and entry.at - before.at <= PAUSE


def _event(sitting: Sequence[JournalEntry], results: Sequence[KeptAssessment]) -> Event:
    first = next((entry for entry in sitting if entry.act is Act.CASE_SAVED), sitting[0])
    kind, icon, words = _ACTS.get(first.act, _UNKNOWN)
    what = _(words)
    facts = _result(first, results) if first.act is Act.ASSESSMENT_FROZEN else _details(sitting)
    return Event(kind, icon, sitting[0].at, sitting[-1].at, f"{what[:1].upper()}{what[1:]}", facts)


def _details(sitting: Sequence[JournalEntry]) -> tuple[Fact, ...]:
    """On which pages something was changed; which documents were made, by the kinds that the row names."""
    places = (entry.place for entry in sitting if entry.act is Act.CASE_SAVED and entry.place)
    named = list(dict.fromkeys(label(step_of(place)) for place in places))
    if sitting[0].act is Act.DOCUMENT_MADE:
        kinds = set(DocumentKind)
        named = [name_of(DocumentKind(word)) for word in sitting[0].place.split() if word in kinds]
    return (Fact(join_list(named)),) if named else ()


def _result(entry: JournalEntry, results: Sequence[KeptAssessment]) -> tuple[Fact, ...]:
    """What the result that was kept then came to, and what had moved since the one before."""
    place = next((place for place, one in enumerate(results) if abs(one.made_at - entry.at) <= _SAME_MOMENT), None)
    if place is None:
        return ()
    amounts = amounts_of(results[place].result)
    came_to = _came_to(amounts[Sum.BALANCE])
    if place + 1 == len(results):
        return (came_to,)
    earlier = amounts_of(results[place + 1].result)
    moved = {key: amounts[key] - earlier[key] for key in _MOVING if amounts[key] != earlier[key]}
    if not moved:
        return (came_to, Fact(_("As in the result before")))
    told = (Fact(sum_words(key), signed_money(by)) for key, by in moved.items())
    return (came_to, Fact(_("Since the result before:")), *told)


def _came_to(balance: Decimal) -> Fact:
    if balance < 0:
        return Fact(_("Missing each month"), money(-balance), is_missing=True)
    return Fact(_("Left each month"), money(balance))
