"""Sentences about a node of an explanation, each named value shown in its own way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.money import Period
from redi_desktop.formatting import date_short, money, number, percent
from redi_desktop.i18n import gettext as _
from redi_desktop.i18n import ngettext
from redi_desktop.words import counts
from redi_desktop.words.explaining import Persons, Say, amount_of, to_cent, with_reason
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.vocabulary import label

Show = Callable[[object], str]
"""Writes one value in the current language."""


def shown_money(value: object) -> str:
    """Euros, to the cent."""
    return money(to_cent(number_of(value)))


def number_of(value: object) -> Decimal:
    """A value of a node as a number."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def shown_plain(value: object) -> str:
    """A number with the decimals it has."""
    return number(number_of(value))


def shown_share(value: object) -> str:
    """A part of one in per cent, with decimals only where it has them."""
    share = number_of(value)
    return percent(share, 0 if share * 100 == int(share * 100) else 2)


def shown_day(value: object) -> str:
    """A date in figures."""
    return date_short(value if isinstance(value, date) else date.fromisoformat(str(value)))


def shown_period(value: object) -> str:
    """How often an amount comes back."""
    return label(Period(str(value)))


def shown_days(value: object) -> str:
    """So many days."""
    count = int(str(value))
    return ngettext("{count} day", "{count} days", count).format(count=count)


def shown_months(value: object) -> str:
    """So many months."""
    count = int(str(value))
    return ngettext("{count} month", "{count} months", count).format(count=count)


def shown_years(value: object) -> str:
    """So many years."""
    count = int(str(value))
    return ngettext("{count} year", "{count} years", count).format(count=count)


def shown_persons(value: object) -> str:
    """So many persons."""
    return counts.persons(int(str(value)))


def word_of(kind: type[Enum]) -> Show:
    """The word for a member of an enumeration, from its value."""
    return lambda value: kind_word(kind(int(str(value)) if kind is Category else str(value)))


def say(words: str, **shown: Show) -> Say:
    """A sentence whose named values are shown each in its own way; ``amount`` and ``person`` are known to all."""

    def sentence(node: Explanation, persons: Persons) -> str:
        values = {name: show(node.values[name]) for name, show in shown.items()}
        if "person" in node.values:
            person = str(node.values["person"])
            values["person"] = persons.get(person, person)
        text = _(words).format(amount=amount_of(node), **values)
        return with_reason(text, node) if "reason" in node.values else text

    return sentence
