"""The facts that conditions of rights ask about: what kind of answer each takes, and about whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What answers a fact takes."""

    YES_NO = "yes/no"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    """One of the values listed."""
    SET = "set"
    """Any number of the values listed, each perhaps for so many months."""


class About(StrEnum):
    """Whose fact it is; a person's fact that is asked of the household is true of one of its persons."""

    HOUSEHOLD = "household"
    PERSON = "person"


class FactUnit(StrEnum):
    """What a number counts."""

    EURO = "euro"
    EURO_MONTH = "euro_month"
    EURO_YEAR = "euro_year"
    YEARS = "years"
    MONTHS = "months"
    PERSONS = "persons"
    PERCENT = "percent"
    SHARE = "share"
    POINTS = "points"
    COUNT = "count"


EURO_UNITS = frozenset({FactUnit.EURO, FactUnit.EURO_MONTH, FactUnit.EURO_YEAR})


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFact:
    """One fact: its name for a list, the question that asks for it and the answers to choose from, by language.

    ``indexed``: ceilings on this fact rise with the health index, so that an old one is not taken literally.
    """

    id: str
    kind: FactKind
    unit: FactUnit | None = None
    about: About = About.HOUSEHOLD
    indexed: bool = False
    name: Mapping[str, str]
    question: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]

    @property
    def is_number(self) -> bool:
        """Whether it can be counted and compared with."""
        return self.kind in (FactKind.NUMBER, FactKind.DATE)

    @property
    def in_euro(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit in EURO_UNITS
