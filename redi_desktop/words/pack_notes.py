"""How an amount of a pack came about, as its note tells it, in the reader's language."""

from __future__ import annotations

import re
from decimal import Decimal

from redi_desktop.formatting import number
from redi_desktop.i18n import gettext as _
from redi_desktop.words.pack_texts import pack_text
from redi_desktop.words.values import month_said

_FORMULA = re.compile(
    r"base (?P<base>\d+\.\d+)(?: \((?P<about>[^()]+)\))? x coefficient (?P<coefficient>\d+\.\d+)"
    r" = round\(1\.02\^(?P<steps>\d+), 4\)(?P<twelfth>, / 12)?(?:; (?P<rest>.+))?\Z",
    re.ASCII,
)
"""How the legal tables write that an amount follows the index (:mod:`redi_desktop.engine.indexed_amounts`)."""
_CROSSED = re.compile(
    r"pivot (?P<pivot>\d+\.\d+) \(base 2013\) crossed in (?P<month>\d{4}-\d\d) by the smoothed health index "
    r"\((?P<index>\d+\.\d+)\); amounts from (?P<first>\d{4}-\d\d); not yet confirmed\Z",
    re.ASCII,
)


def note_words(note: str) -> str:
    """The note of an item or a legal amount; one that a CPAS wrote stands as it is."""
    formula, crossed = _FORMULA.match(note), _CROSSED.match(note)
    if crossed:
        return _crossed_words(crossed)
    if formula is None:
        return pack_text(note)
    words = _formula_words(formula)
    return _("{formula}; {note}").format(formula=words, note=note_words(formula["rest"])) if formula["rest"] else words


def _formula_words(formula: re.Match[str]) -> str:
    words = _("base {base} × coefficient {coefficient} (1.02 to the power of {steps}, to four decimals)").format(
        base=number(Decimal(formula["base"]), 2),
        coefficient=number(Decimal(formula["coefficient"]), 4),
        steps=formula["steps"],
    )
    if formula["twelfth"]:
        words = _("{formula}, divided by 12").format(formula=words)
    if formula["about"]:
        words = _("{formula} (base: {about})").format(formula=words, about=pack_text(formula["about"]))
    return words


def _crossed_words(crossed: re.Match[str]) -> str:
    words = _(
        "pivot {pivot} (base 2013) crossed in {month} by the smoothed health index ({index}); amounts from {first}; "
        "not yet confirmed"
    )
    return words.format(
        pivot=number(Decimal(crossed["pivot"]), 2),
        month=month_said(crossed["month"]),
        index=number(Decimal(crossed["index"]), 2),
        first=month_said(crossed["first"]),
    )
