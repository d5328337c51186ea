"""How a person of the household is called on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable

from redi_desktop.engine.household import Person, Role
from redi_desktop.i18n import gettext as _
from redi_desktop.words.vocabulary import label

LONGEST = 200
"""Characters: the window takes 80 as a name, a file made elsewhere may bring any number."""


def names(persons: Iterable[Person]) -> dict[str, str]:
    """A name for each person's identifier: the one typed, else the role, numbered where several share it."""
    listed = list(persons)
    return {person.id: typed_name(person) or _role_name(person, listed) for person in listed}


def typed_name(person: Person) -> str:
    """The name as it was typed, if any."""
    name = person.name.strip()
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}…"


def _role_name(person: Person, everybody: list[Person]) -> str:
    alike = [other.id for other in everybody if other.role is person.role]
    if person.role is Role.APPLICANT or len(alike) == 1:
        return label(person.role)
    return _("{role} {number}").format(role=label(person.role), number=alike.index(person.id) + 1)
