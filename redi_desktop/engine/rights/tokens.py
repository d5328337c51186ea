"""The words and signs of a condition of a right, one by one, and what is wrong where it is none."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

_NUMBER, _NAME, _LEGAL = r"\d{1,9}(?:\.\d{1,9})?", r"[A-Za-z_][A-Za-z_0-9]*", r"@[a-z][a-z0-9_.]*"
_TOKEN = re.compile(rf"\s*(?:({_NUMBER})|({_NAME})|({_LEGAL}|>=|<=|!=|[=<>(){{}},+*-]))", re.ASCII)
END = ""
"""What stands after the last one."""


class Fault(StrEnum):
    """What is wrong with a condition that is refused."""

    CHARACTER = "character"
    UNEXPECTED = "unexpected"
    FACT_UNKNOWN = "fact_unknown"
    VALUE_UNKNOWN = "value_unknown"
    WRONG_KIND = "wrong_kind"
    TOO_DEEP = "too_deep"


class BadRightCondition(ValueError):
    """The text is no condition: what is wrong, the word where it shows, and its place (the first character is 1)."""

    def __init__(self, fault: Fault, term: str, position: int) -> None:
        super().__init__(f"{fault.value}: {term!r} at {position}")
        self.fault = fault
        self.term = term
        self.position = position


class Token(NamedTuple):
    """A word, number or sign, and its place (the first character is 1)."""

    text: str
    position: int
    is_name: bool = False
    is_number: bool = False


def tokens(text: str) -> list[Token]:
    """What a text is made of, with :data:`END` after it; raises :class:`BadRightCondition`."""
    found: list[Token] = []
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            start = place + len(text[place:]) - len(text[place:].lstrip())
            raise BadRightCondition(Fault.CHARACTER, text[start : start + 12], start + 1)
        number, name, _sign = match.groups()
        start = match.start(match.lastindex or 0)
        found.append(Token(match[match.lastindex or 0], start + 1, name is not None, number is not None))
        place = match.end()
    return [*found, Token(END, end + 1)]
