"""What the page of the decision says: what is due, how late it is, when the aid ends, what is left of the envelope."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from redi_desktop.casefile.judgement import Decision, Verdict, decide_by, ends_on, notify_by
from redi_desktop.casefile.model import CaseFile
from redi_desktop.formatting import date_long, money
from redi_desktop.i18n import _, ngettext


def decide_words(case: CaseFile, today: date) -> str:
    """By when the committee decides; empty once it has."""
    decision = case.decision
    decided = decision.decided_on is not None and decision.verdict is not Verdict.ADJOURNED
    if decided or case.request.date is None:
        return ""
    last = decide_by(case.request.date)
    words = _("To be decided by {date}, thirty days after the request: {left}.")
    return words.format(date=date_long(last), left=_left(last, today))


def notify_words(decision: Decision, today: date) -> str:
    """By when the decision is notified; how it was where it is done."""
    if decision.decided_on is None:
        return ""
    last = notify_by(decision.decided_on)
    if decision.notified_on is None:
        words = _("To be notified by {date}, eight days after the decision: {left}.")
        return words.format(date=date_long(last), left=_left(last, today))
    if decision.notified_on > last:
        return _("That is later than {date}, eight days after the decision.").format(date=date_long(last))
    return _("In time: the last day was {date}.").format(date=date_long(last))


def end_words(decision: Decision) -> str:
    """The last day of the aid, where it is known."""
    last = ends_on(decision)
    return _("The aid ends on {date}.").format(date=date_long(last)) if last is not None else ""


def envelope_words(envelope: Decimal, granted: Decimal, year: int) -> str:
    """What is left of the year's envelope; it is shown, and cuts no amount."""
    shown = {"year": year, "envelope": money(envelope), "granted": money(granted)}
    if granted > envelope:
        words = _(
            "Envelope for {year}: {envelope}. The decisions noted in this vault grant {granted}: {over} more. It cuts"
            " no amount."
        )
        return words.format(**shown, over=money(granted - envelope))
    words = _(
        "Envelope for {year}: {envelope}. The decisions noted in this vault grant {granted}; {left} is left. It cuts"
        " no amount."
    )
    return words.format(**shown, left=money(envelope - granted))


def _left(last: date, today: date) -> str:
    days = (last - today).days
    if days == 0:
        return _("today")
    words = ngettext("{count} day left", "{count} days left", days)
    if days < 0:
        days = -days
        words = ngettext("{count} day late", "{count} days late", days)
    return words.format(count=days)
