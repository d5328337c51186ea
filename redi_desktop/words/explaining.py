"""What the sentences of explanations are made with: values of a node, names of persons, prices, reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from redi_desktop.engine.explanation import Explanation
from redi_desktop.formatting import money, number
from redi_desktop.i18n import gettext as _
from redi_desktop.words import counts

Persons = Mapping[str, str]
"""A name for each person's identifier."""
Say = Callable[[Explanation, Persons], str]
"""Turns a node into a sentence of the current language."""


def amount_of(node: Explanation) -> str:
    """The node's amount as money."""
    return money(to_cent(node.amount))


def to_cent(amount: Decimal | None) -> Decimal:
    """An amount rounded for show; missing is shown as zero only where a rule always has one."""
    return (amount or Decimal(0)).quantize(Decimal("0.01"), "ROUND_HALF_UP")


def decimal_of(node: Explanation, name: str) -> Decimal:
    """A value of the node that is a number."""
    value = node.values[name]
    return value if isinstance(value, Decimal) else Decimal(str(value))


def text_of(node: Explanation, name: str) -> str:
    """A value of the node as it stands."""
    return str(node.values[name])


def person_of(node: Explanation, persons: Persons) -> str:
    """The name of the person a node is about."""
    person = text_of(node, "person")
    return persons.get(person, person)


def with_person(name: str, node: Explanation, persons: Persons) -> str:
    """A name with the person's behind it, where the node is about one."""
    if not node.values.get("person"):
        return name
    return _("{item} ({person})").format(item=name, person=person_of(node, persons))


def with_reason(sentence: str, node: Explanation) -> str:
    """A sentence with the worker's reason behind it, where there is one: a sentence too, for others may follow."""
    reason = text_of(node, "reason").strip()
    if not reason:
        return sentence
    ended = reason if reason.endswith((".", "!", "?", "…", ".”", ".»")) else f"{reason}."
    return _("{sentence} Reason: {reason}").format(sentence=sentence, reason=ended)


def shown_price(price: Decimal) -> Decimal:
    """A unit price precise enough to count again by hand."""
    places = Decimal("0.00001") if abs(price) < 1 else Decimal("0.0001") if abs(price) < 10 else Decimal("0.01")
    return price.quantize(places)


def price_words(price: Decimal) -> str:
    """A unit price: cents where they suffice, more decimals where the source has them (a kilowatt-hour)."""
    exponent = price.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < -2 else 2
    return money(price) if places == 2 else _("{number} euro").format(number=number(price, min(places, 5)))


def lines_total(words: str) -> Say:
    """A sentence about the sum of the node's parts."""

    def say(node: Explanation, persons: Persons) -> str:
        return _(words).format(amount=amount_of(node), lines=counts.lines(len(node.parts)))

    return say
