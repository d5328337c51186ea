"""Invented cases, and a key cost that does not slow the tests down."""

from __future__ import annotations

from datetime import date

from redi_desktop.casefile.model import CaseFile, Request
from redi_desktop.engine.household import Household, Person, Role
from redi_desktop.store.key_cost import KeyCost, KeyLimits

PASSPHRASE = "étang givré sept tilleuls calmes"
CHEAP = KeyLimits(floor=KeyCost(64, 1, 1), cap=KeyCost(64, 1, 1))


def family(*names: str, reference: str = "", comment: str = "") -> CaseFile:
    """A case of the people with these names; the first is the one who asks."""
    persons = tuple(
        Person(id=f"p{place}", role=Role.OTHER_ADULT if place else Role.APPLICANT, name=name)
        for place, name in enumerate(names)
    )
    return CaseFile(
        reference=reference,
        request=Request(date=date(2026, 11, 21)),
        household=Household(persons=persons),
        comment=comment,
    )
