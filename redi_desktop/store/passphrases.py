"""Passphrases that the program proposes, and how long it makes somebody wait after wrong ones.

Seven words drawn from a list of 2,048 French or Dutch words of our own (``resources/wordlists``): 77 bits, which no
dictionary attack shortens, because nobody chose them.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from redi_desktop.paths import resource

WORDS = 7
LANGUAGES = ("fr", "nl")
_WAITS = (0, 1, 2, 4, 8, 16, 30)


class GeneratedPassphrase(NamedTuple):
    """A passphrase that was drawn, and the bits of chance in it."""

    text: str
    bits: int


def language_of_words(language: str) -> str:
    """The language of the words that are drawn for a language: French where we have no list of it."""
    return language if language in LANGUAGES else LANGUAGES[0]


def word_list(language: str) -> tuple[str, ...]:
    """The words of a language; those in French where we have none of that language."""
    return _words(language_of_words(language))


def generated(
    language: str, words: int = WORDS, draw: Callable[[Sequence[str]], str] = secrets.choice
) -> GeneratedPassphrase:
    """A passphrase of words drawn one by one, a space between them."""
    listed = word_list(language)
    text = " ".join(draw(listed) for _ in range(words))
    return GeneratedPassphrase(text, int(words * math.log2(len(listed))))


def wait_after(wrong_tries: int) -> int:
    """Seconds until the next try, after so many wrong ones in a row.

    It slows down a person at the keyboard, and nobody else: who has the files tries without this program, and is
    slowed down by what each try costs (:mod:`redi_desktop.store.key_cost`).
    """
    return _WAITS[min(max(wrong_tries, 0), len(_WAITS) - 1)]


@cache
def _words(language: str) -> tuple[str, ...]:
    return tuple(resource("wordlists", f"{language}.txt").read_text(encoding="ascii").split())
