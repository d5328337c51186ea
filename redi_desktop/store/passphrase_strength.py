"""How hard a passphrase that somebody chose is to guess: an estimate that never flatters.

The text is cut into pieces in the way that costs a guesser least: words by their place in lists of what people use
(French, Dutch, English, names, places), dates, keys in a row, letters or figures in order, repetitions. What looks
like a word of any language counts as a word, not as letters; a sentence counts for less than its words. No program
can know which sentence somebody likes: the estimate is an upper bound for what it knows and says so by its reasons.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from redi_desktop.store import passphrase_patterns as patterns
from redi_desktop.store.passphrase_patterns import Piece, Weakness

__all__ = ["Estimate", "Strength", "Weakness", "estimate"]
LONGEST = 120
"""Characters that are looked at; what follows adds nothing to the estimate."""
_SENTENCE_SHARE = 0.25
_SENTENCE_FACTOR = 0.5
_NOTHING = Piece(1, 0.0)


class Strength(StrEnum):
    """What the bits are worth to somebody who has the files.

    At the least that a vault costs, a graphics card tries some thousand passphrases a second. A hundred of them go
    through 40 bits in four months, and through 60 bits in some 360,000 years.
    """

    TOO_WEAK = "too_weak"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


_FROM = ((70, Strength.STRONG), (60, Strength.FAIR), (40, Strength.WEAK))


@dataclass(frozen=True, slots=True)
class Estimate:
    """The bits a guesser has to try at most, what they are worth, and what makes them few, the worst first."""

    bits: int
    strength: Strength
    weaknesses: tuple[Weakness, ...]


def estimate(passphrase: str) -> Estimate:
    """Judge a passphrase; cheap enough for every keystroke."""
    text = passphrase[:LONGEST]
    pieces = _cheapest(text)
    bits = sum(piece.bits for piece in pieces)
    weaknesses = dict.fromkeys(piece.weakness for piece in sorted(pieces, key=lambda piece: -piece.length))
    found = [weakness for weakness in weaknesses if weakness]
    if _is_sentence(pieces):
        bits *= _SENTENCE_FACTOR
        found.insert(0, Weakness.SENTENCE)
    strength = next((strength for least, strength in _FROM if bits >= least), Strength.TOO_WEAK)
    if strength in (Strength.TOO_WEAK, Strength.WEAK) and len(text) < patterns.SHORT:
        found.insert(0, Weakness.SHORT)
    return Estimate(math.floor(bits), strength, tuple(found) if strength is not Strength.STRONG else ())


def _is_sentence(pieces: list[Piece]) -> bool:
    """Whether words that hold a sentence together are among the words: then they were not drawn by chance."""
    words = [piece for piece in pieces if piece.is_word]
    joining = sum(piece.joins for piece in words)
    return len(words) >= 3 and joining >= _SENTENCE_SHARE * len(words)


def _cheapest(text: str) -> list[Piece]:
    """The pieces that a guesser would need least tries for, all together."""
    plain = patterns.PlainText.of(text)
    length = len(plain.typed)
    least = [0.0] + [math.inf] * length
    last: list[Piece] = [_NOTHING] * (length + 1)
    for start in range(length):
        for piece in _pieces_from(plain, start):
            end = start + piece.length
            if least[start] + piece.bits < least[end]:
                least[end], last[end] = least[start] + piece.bits, piece
    return list(_walked_back(last))


def _walked_back(last: list[Piece]) -> Iterator[Piece]:
    end = len(last) - 1
    while end:
        yield last[end]
        end -= last[end].length


def _pieces_from(text: patterns.PlainText, start: int) -> Iterator[Piece]:
    """Everything that the text could be read as from there; a single character at least."""
    for find in patterns.FINDERS:
        yield from find(text, start)
