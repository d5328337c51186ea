"""The balance in the words that stand on the screen: short, kind and exact."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import DEBTS, BalanceFigures, Segment
from redi_desktop.words.persons import names
from redi_desktop.words.vocabulary import label


def headline(balance: Decimal, amount: str | None = None) -> str:
    """What the month comes to; ``amount`` stands in the place of the figure where it is dressed otherwise."""
    figure = amount if amount is not None else money(abs(balance))
    if balance < 0:
        return _("{amount} is missing each month").format(amount=figure)
    if balance > 0:
        return _("{amount} is left each month").format(amount=figure)
    return _("What comes in is exactly what is needed")


def segment_names(case: CaseFile) -> dict[str, str]:
    """The name of each segment of the picture: the needs, the debts, and the incomes of the case."""
    persons = names(case.household.persons)
    named = {need.value: label(need) for need in Need} | {DEBTS: _("Debts")}
    for income in case.incomes:
        kind = label(income.kind) if income.kind is not None else _("Income")
        who = persons.get(income.person or "", "") if len(persons) > 1 else ""
        named[income.id] = _("{kind} ({person})").format(kind=kind, person=who) if who else kind
    return named


def segment_words(segment: Segment, named: Mapping[str, str]) -> str:
    """A segment and its figure."""
    return _("{name}: {amount}").format(name=named.get(segment.key, segment.key), amount=money(segment.amount))


def picture_words(figures: BalanceFigures, named: Mapping[str, str]) -> str:
    """The whole picture for who cannot see it."""
    balance = figures.available_total - figures.needed_total
    sentences = [
        _("Needed: {amount}").format(amount=money(figures.needed_total)),
        *(segment_words(segment, named) for segment in figures.needed),
        _("Available: {amount}").format(amount=money(figures.available_total)),
        *(segment_words(segment, named) for segment in figures.available),
        headline(balance),
    ]
    return ". ".join(sentences) + "."
