"""How a person of the household is called on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable

from redi_desktop.engine.household import Person, Role
from redi_desktop.i18n import gettext as _
from redi_desktop.words.vocabulary import label


def names(persons: Iterable[Person]) -> dict[str, str]:
    """A name for each person's identifier: the one typed, else the role, numbered where several share it."""
    listed = list(persons)
    return {person.id: person.name.strip() or _role_name(person, listed) for person in listed}


def _role_name(person: Person, everybody: list[Person]) -> str:
    alike = [other.id for other in everybody if other.role is person.role]
    if person.role is Role.APPLICANT or len(alike) == 1:
        return label(person.role)
    return _("{role} {number}").format(role=label(person.role), number=alike.index(person.id) + 1)
