"""Typed text made fit for a document: nothing invisible that reorders or breaks it, nothing that a font would drop."""

from __future__ import annotations

import dataclasses
import operator
import re
import unicodedata
from collections.abc import Callable, Set
from enum import Enum
from functools import cache
from typing import Any

PLACEHOLDER = "[?]"
"""Stands where characters are that the font does not hold."""
_SUBSTITUTES = {
    "−": "–", "‐": "-", "‒": "–", "―": "—", "→": "->", "←": "<-", "≥": ">=", "≤": "<=", "≠": "<>",
    "✓": "v", "✔": "v", "✗": "x", "✘": "x", "☑": "[x]", "☐": "[ ]", "◦": "•", "▪": "•", "⁃": "•",
}  # fmt: skip
"""What is often pasted and has a plain equivalent."""
_ARABIC = {
    "ا": "a", "أ": "a", "آ": "a", "إ": "i", "ى": "a", "ة": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j",
    "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "’", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "w", "ؤ": "w", "ي": "y", "ی": "y", "ئ": "y", "ء": "’", "،": ",", "؛": ";",
    "؟": "?", "\N{ARABIC FATHA}": "a", "\N{ARABIC DAMMA}": "u", "\N{ARABIC KASRA}": "i", "\N{ARABIC FATHATAN}": "an",
    "\N{ARABIC DAMMATAN}": "un", "\N{ARABIC KASRATAN}": "in", "\N{ARABIC SUKUN}": "", "\N{ARABIC SHADDA}": "",
    "\N{ARABIC TATWEEL}": "",
}  # fmt: skip
"""Arabic and Persian letters in Latin ones, letter by letter: short vowels that were not typed are not guessed."""
_PLAIN = re.compile("[\\n -~\\u00a0-\\u00ac\\u00ae-\\u017f–—’‘“”„…•€]*")
"""Characters that are whole and seen: a text of these alone is clean."""
_SELECTORS = "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"
_MISSING = "\0"
_LINE_BREAK = ord("\n")
_RUN = re.compile(rf"{_MISSING}(?:\s*{_MISSING})*")


def clean(text: str) -> str:
    """The text composed (NFC), with line breaks and spaces, without control, format and other invisible characters.

    The narrow no-break space becomes the ordinary one: ReportLab would break an amount there.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(kept for character in text if (kept := _kept(character)))


def _kept(character: str) -> str:
    if character == "\n" or (character.isascii() and character.isprintable()):
        return character
    if character in "\t\v\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        return " "
    if character == "\N{NARROW NO-BREAK SPACE}":
        return "\N{NO-BREAK SPACE}"
    category = unicodedata.category(character)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category in ("Cc", "Cf") or character in _SELECTORS else character


def fit(text: str, covered: Set[int]) -> str:
    """The text with ``covered`` code points alone: a plain equivalent for others, else one placeholder for each run.

    Arabic is written in Latin letters: the font has none of its own, and a name must be there to be read out.
    """
    if set(map(ord, text)) - {_LINE_BREAK} <= covered:
        return text
    return _RUN.sub(PLACEHOLDER, "".join(_fitting(character, covered) for character in text))


def _fitting(character: str, covered: Set[int]) -> str:
    if ord(character) in covered or character == "\n":
        return character
    if character in _ARABIC:
        return _ARABIC[character]
    candidates = (_SUBSTITUTES.get(character, ""), unicodedata.normalize("NFKC", character), _without_marks(character))
    return next((new for new in candidates if new and all(ord(part) in covered for part in new)), _MISSING)


def _without_marks(character: str) -> str:
    """The base letter of a letter with a mark that the font has not composed; a mark on its own stays."""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)) or character


def map_texts(node: Any, change: Callable[[str], str]) -> Any:
    """A copy of a tree of dataclasses and tuples with every text changed; enum members and named tuples stay."""
    if isinstance(node, str):
        changed = node if isinstance(node, Enum) else change(node)
        return node if changed == node else changed
    if isinstance(node, tuple):
        return node if hasattr(node, "_fields") else _same_or(node, tuple([map_texts(part, change) for part in node]))
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    before = {name: getattr(node, name) for name in _fields(type(node))}
    after = {name: map_texts(part, change) for name, part in before.items()}
    return node if all(map(operator.is_, before.values(), after.values())) else dataclasses.replace(node, **after)


def _same_or(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """The tuple itself where nothing in it was changed, so that what holds it need not be made again."""
    return before if all(map(operator.is_, before, after)) else after


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(entry.name for entry in dataclasses.fields(kind))
