"""Caps of a policy as a line of text: largest rents by number of bedrooms, other expenses by their name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.errors import ParameterError
from redi_desktop.formatting import NotUnderstood, number, parse_money
from redi_desktop.i18n import LANGUAGE_CODES, speaking
from redi_desktop.packs.policy_file import WITH_REFERENCE
from redi_desktop.words.vocabulary import label

RENT_CAPS, OTHER_CAPS = "expenses.rent_caps", "expenses.other_caps"
_CAP = re.compile(r"\s*(\d{1,2})\s*[:=]\s*(.+)", re.ASCII)


def rent_caps_text(caps: Mapping[int, Decimal]) -> str:
    """``1: 750,00; 2: 1.000,00``: with cents, which tell in any language what a point is for."""
    return "; ".join(f"{bedrooms}: {number(caps[bedrooms], 2)}" for bedrooms in sorted(caps))


def rent_caps(text: str) -> dict[int, Decimal]:
    """Largest rents from such a text; raises :class:`ParameterError`."""
    found: dict[int, Decimal] = {}
    for part in filter(str.strip, text.split(";")):
        match = _CAP.fullmatch(part)
        if match is None:
            raise ParameterError("rent_caps_bad", field=RENT_CAPS, value=part.strip())
        try:
            found[int(match[1])] = parse_money(match[2])
        except NotUnderstood as error:
            raise ParameterError("rent_caps_bad", field=RENT_CAPS, value=part.strip()) from error
    return found


def other_caps_text(caps: Mapping[ExpenseKind, Decimal]) -> str:
    """``Water: 2; Elektriciteit: 1,5``."""
    return "; ".join(f"{label(kind)}: {number(times)}" for kind, times in caps.items())


def other_caps(text: str) -> dict[ExpenseKind, Decimal]:
    """How many times the reference counts at most, each kind by its name; raises :class:`ParameterError`."""
    found: dict[ExpenseKind, Decimal] = {}
    for part in filter(str.strip, text.split(";")):
        name, _colon, times = part.rpartition(":")
        try:
            kind = _by_name()[name.strip().casefold()]
            found[kind] = Decimal(times.strip().replace(",", "."))
        except (KeyError, InvalidOperation) as error:
            raise ParameterError("other_caps_bad", field=OTHER_CAPS, value=part.strip()) from error
    return found


@cache
def _by_name() -> dict[str, ExpenseKind]:
    return dict(_names())


def _names() -> Iterator[tuple[str, ExpenseKind]]:
    """Every name of a kind, in every language: the form may have been filled in before another was chosen."""
    for code in LANGUAGE_CODES:
        with speaking(code):
            yield from [(label(kind).casefold(), kind) for kind in WITH_REFERENCE.values()]
