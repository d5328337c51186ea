"""Documents and lists that do not name anybody: persons by their place in the household, cases by figures."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import TypeVar

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment, assess
from redi_desktop.engine.household import Household, Person
from redi_desktop.words.persons import names

T = TypeVar("T")
TYPED_TEXTS = frozenset(
    {
        *("reference", "comment", "name", "reason", "kind", "remark"),
        *("context", "person_view", "disagreements", "reasons", "conditions"),
    }
)
"""The fields in which somebody may have typed a name; identifiers are none of them."""
SHORTEST_NAME = 3
"""A shorter part of a name (an initial, a particle) is left where it stands."""
LONGEST_FIGURES = 40
_SHORT_DIGEST = 10


def replaced(case: CaseFile, assessment: Assessment | None) -> tuple[CaseFile, Assessment | None]:
    """The case and its result without the names of its persons, in typed texts either; the cents are the same."""
    change = _by_place(case.household.persons)
    renamed = replace(_renamed(case, change), household=_nameless(case.household))
    if assessment is None:
        return renamed, None
    facts = replace(_renamed(assessment.facts, change), household=_nameless(assessment.facts.household))
    return renamed, assess(facts, assessment.parameters, assessment.reference_date)


def _renamed(node: T, change: Callable[[str], str]) -> T:
    """A copy of dataclasses and tuples with the typed texts changed."""
    if isinstance(node, tuple):
        return type(node)(_renamed(part, change) for part in node)
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    changes = {}
    for field in dataclasses.fields(node):
        value = getattr(node, field.name)
        if isinstance(value, str) and not isinstance(value, Enum):
            changes[field.name] = change(value) if field.name in TYPED_TEXTS else value
        else:
            changes[field.name] = _renamed(value, change)
    return replace(node, **changes)


def _by_place(persons: tuple[Person, ...]) -> Callable[[str], str]:
    """What puts a person's place in the household where a name or a part of one stands."""
    by_id = names(replace(person, name="") for person in persons)
    places: dict[str, str] = {}
    for person in persons:
        for part in (person.name.strip(), *person.name.split()):
            if len(part) >= SHORTEST_NAME:
                places.setdefault(part.casefold(), by_id[person.id])
    if not places:
        return str
    longest_first = sorted(places, key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    return lambda text: found.sub(lambda match: places.get(match[0].casefold(), match[0]), text)


def _nameless(household: Household) -> Household:
    return replace(household, persons=tuple(replace(person, name="", niss="") for person in household.persons))


def case_pseudonym(case: CaseFile) -> str:
    """What a case is called in a list that leaves the CPAS: the figures of its reference, else of its identifier."""
    return figures_of(case.reference) or hashlib.sha256(case.id.encode()).hexdigest()[:_SHORT_DIGEST]


def figures_of(reference: str) -> str:
    """The figures of a reference, which may hold a name besides."""
    return re.sub(r"[^0-9]+", "-", reference).strip("-")[:LONGEST_FIGURES]
