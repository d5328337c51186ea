"""The parts of a form that is filled in by hand: headings with a pictogram, boxes to tick, fields to write in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pictogram(StrEnum):
    """A small picture beside a heading, for who reads little."""

    REQUEST = "request"
    PEOPLE = "people"
    HOME = "home"
    INCOME = "income"
    EXPENSES = "expenses"
    DEBTS = "debts"
    VIEW = "view"
    PAPERS = "papers"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class FormHeading:
    """A chapter of a form, its pictogram before it."""

    text: str
    pictogram: Pictogram


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """A question and its answers, each with a box to tick."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlankField:
    """A box to write in under its name; ``share`` is its part of the row, ``text`` what is known already."""

    name: str
    share: int = 1
    text: str = ""


@dataclass(frozen=True, slots=True)
class BlankFields:
    """Fields side by side."""

    fields: tuple[BlankField, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who a letter is for, where a window envelope shows it; ``lines`` to write an address on by hand."""

    name: str
    lines: int
