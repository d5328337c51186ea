"""What was done to a case, in words: the rows of its journal, those of one sitting together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from redi_desktop.casefile.steps import step_of
from redi_desktop.formatting import date_long, join_list, time_short
from redi_desktop.i18n import N_, _
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.kinds import name_of
from redi_desktop.store.acts import Act
from redi_desktop.store.journal import JournalEntry
from redi_desktop.words.vocabulary import label

PAUSE = timedelta(minutes=20)
"""Saves that are closer to each other are told as one sitting."""
_ACTS = {
    Act.CASE_CREATED: N_("begun"),
    Act.CASE_OPENED: N_("opened"),
    Act.CASE_SAVED: N_("changed"),
    Act.CASE_CLOSED: N_("closed"),
    Act.CASE_EXPORTED: N_("exported"),
    Act.CASE_HANDED_OVER: N_("handed over to a colleague"),
    Act.CASE_TAKEN_OVER: N_("taken over from a colleague"),
    Act.DOCUMENT_MADE: N_("document made"),
    Act.ACCESS_GIVEN: N_("everything given to the person"),
    Act.ASSESSMENT_FROZEN: N_("result kept"),
    Act.DECISION_NOTED: N_("decision noted"),
    Act.STATE_CONFIRMED: N_("confirmed when the key was renewed"),
}


def told(entries: Iterable[JournalEntry]) -> tuple[str, ...]:
    """A line for each act, the last one first; the saves of one sitting in one line."""
    return tuple(_line(sitting) for sitting in reversed(_sittings(entries)))


def _sittings(entries: Iterable[JournalEntry]) -> list[list[JournalEntry]]:
    found: list[list[JournalEntry]] = []
    for entry in entries:
        if found and _goes_on(found[-1][-1], entry):
            found[-1].append(entry)
        else:
            found.append([entry])
    return found


def _goes_on(before: JournalEntry, entry: JournalEntry) -> bool:
    same = before.act is Act.CASE_SAVED and entry.act is Act.CASE_SAVED
    return same and before.at.date() == entry.at.date() and entry.at - before.at <= PAUSE


def _line(sitting: Sequence[JournalEntry]) -> str:
    first, last = sitting[0], sitting[-1]
    when = _("{date}, {time}").format(date=date_long(first.at), time=time_short(first.at))
    if time_short(last.at) != time_short(first.at):
        words = _("{date}, {start} to {end}")
        when = words.format(date=date_long(first.at), start=time_short(first.at), end=time_short(last.at))
    what = _(_ACTS[first.act]) if first.act in _ACTS else _("other")
    details = _steps(sitting) or _document(first)
    if details:
        what = _("{act}: {details}").format(act=what, details=details)
    return _("{when}: {what}").format(when=when, what=what)


def _document(entry: JournalEntry) -> str:
    """Which documents were made, by the kinds that the row names."""
    if entry.act is not Act.DOCUMENT_MADE:
        return ""
    kinds = set(DocumentKind)
    return join_list([name_of(DocumentKind(word)) for word in entry.place.split() if word in kinds])


def _steps(sitting: Sequence[JournalEntry]) -> str:
    """On which pages something was changed."""
    places = (entry.place for entry in sitting if entry.act is Act.CASE_SAVED and entry.place)
    return join_list(dict.fromkeys(label(step_of(place)) for place in places))
