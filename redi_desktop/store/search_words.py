"""The words under which a case is found, and what is looked for, in one and the same spelling.

``Çelik`` is found for ``celik``, ``Łukasz`` for ``lukasz``, ``Van den Berghe`` for ``vandenberghe`` and the other
way round.
"""

from __future__ import annotations

import re
import unicodedata

from redi_desktop.casefile.model import CaseFile

MOST_WORDS = 12
LONGEST_WORD = 60
#: Letters that Unicode does not take apart into a letter and a mark.
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, small and without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_PLAIN_LETTERS)
    return tuple(word[:LONGEST_WORD] for word in _WORD.findall(bare)[:MOST_WORDS])


def words_of(case: CaseFile) -> str:
    """What the search index holds of a case: the names of its people and its reference, nothing of what they told."""
    texts = [case.reference, *(person.name for person in case.household.persons)]
    found = dict.fromkeys(word for text in texts for word in _with_joined(words_in(text)))
    return " ".join(found)


def expression(search: str) -> str | None:
    """The full-text expression for what was typed: words that begin so, or all of it as one word; None for no word."""
    words = words_in(search)
    if not words:
        return None
    each = " AND ".join(f'"{word}" *' for word in words)
    return each if len(words) == 1 else f'({each}) OR "{"".join(words)[:LONGEST_WORD]}" *'


def _with_joined(words: tuple[str, ...]) -> list[str]:
    """``van den berghe``, and ``vandenberghe`` and ``denberghe`` too."""
    return [*words, *("".join(words[first:])[:LONGEST_WORD] for first in range(len(words) - 1))]
