"""The pieces that a guesser tries first, and how many bits each takes to guess."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from redi_desktop.paths import resource
from redi_desktop.store.keyboard_walks import SHORTEST_WALK, walk_from
from redi_desktop.store.passphrases import LANGUAGES, word_list

SHORT = 20
"""Characters; below that, even words that nobody expects are few."""
_LONGEST_WORD = 24
_LISTED_BITS = 11.0
"""A word of the lists that generated passphrases are drawn from."""
_UNLISTED_BITS = 15.0
"""A word that is in none of our lists is in the larger ones of a guesser: some thirty thousand words."""
_CHARACTER_BITS = {"letter": 4.0, "figure": 3.3, "sign": 4.5, "other": 6.0}
_JOINING_BITS = 5.0
"""A word that holds sentences together."""
_ROWS = (
    "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm",
    "&é\"'(§è!çà", "1234567890",
)  # fmt: skip
_ORDERS = ("abcdefghijklmnopqrstuvwxyz", "0123456789")
_DISGUISES = str.maketrans("4@310$5!7", "aaeiossit")
_DATE = re.compile(
    r"(?:(?:[0-3]?\d)([-/. ]?)(?:[01]?\d)\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([-/. ]?)[01]\d\2[0-3]\d)(?!\d)"
)
_YEAR = re.compile(r"(?:19[3-9]|20[0-4])\d(?!\d)")
_SUFFIXES = ("s", "x", "e", "es", "en", "er", "je", "jes", "t", "te", "nt", "r")


class Weakness(StrEnum):
    """What makes a passphrase easy to guess."""

    SHORT = "short"
    COMMON_WORD = "common_word"
    DICTIONARY_WORD = "dictionary_word"
    DATE = "date"
    KEYBOARD = "keyboard"
    SEQUENCE = "sequence"
    REPETITION = "repetition"
    DISGUISE = "disguise"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passphrase: its characters, the bits to guess it; ``joins``: a word that every sentence has."""

    length: int
    bits: float
    weakness: Weakness | None = None
    is_word: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class PlainText:
    """A passphrase as it was typed, in small letters, without accents, and with its disguises taken off."""

    typed: str
    small: str
    bare: str
    undisguised: str

    @classmethod
    def of(cls, typed: str) -> PlainText:
        """All forms have one character for each that was typed."""
        typed = unicodedata.normalize("NFC", typed)
        small = "".join(_one(character.lower(), character) for character in typed)
        bare = "".join(_one(unicodedata.normalize("NFD", character)[0], character) for character in small)
        return cls(typed, small, bare, bare.translate(_DISGUISES))


def _one(changed: str, character: str) -> str:
    return changed if len(changed) == 1 else character


def single_characters(text: PlainText, start: int) -> Iterator[Piece]:
    """One character that follows from nothing; a space between words is taken for granted."""
    character = text.bare[start]
    if character == " ":
        yield Piece(1, 0.0)
    elif character in "-_.,":
        yield Piece(1, 1.0)
    else:
        yield Piece(1, _CHARACTER_BITS[_class_of(character)] + (1.0 if text.typed[start].isupper() else 0.0))


def _class_of(character: str) -> str:
    if "a" <= character <= "z":
        return "letter"
    if "0" <= character <= "9":
        return "figure"
    return "sign" if 32 < ord(character) < 127 else "other"


def words(text: PlainText, start: int) -> Iterator[Piece]:
    """Words of the lists, their inflected forms too, as they are or disguised."""
    longest = min(len(text.bare), start + _LONGEST_WORD)
    for end in range(start + 1, longest + 1):
        plain = text.bare[start:end]
        if plain in _joining():
            if _stands_alone(text.bare, start, end):
                yield Piece(end - start, _JOINING_BITS, Weakness.COMMON_WORD, is_word=True, joins=True)
        elif (bits := _bits_of(plain)) is not None:
            yield _word(text, start, end, bits)
        disguised = text.undisguised[start:end]
        if disguised != plain and (bits := _bits_of(disguised)) is not None:
            yield Piece(end - start, bits + 2.0 + _capitals(text.typed[start:end]), Weakness.DISGUISE, is_word=True)


def _word(text: PlainText, start: int, end: int, bits: float) -> Piece:
    capitals = _capitals(text.typed[start:end])
    weakness = Weakness.DISGUISE if capitals else Weakness.COMMON_WORD if bits < _LISTED_BITS else None
    return Piece(end - start, bits + capitals, weakness, is_word=True)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter comes before or after: ``or`` is no word in ``fort``."""
    return not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha())


def _bits_of(word: str) -> float | None:
    """The bits of a listed word, or of a form of one; None for what is in no list."""
    ranks = _ranks()
    if word in ranks:
        return min(math.log2(ranks[word] + 2), _LISTED_BITS)
    stems = (word.removesuffix(suffix) for suffix in _SUFFIXES if word.endswith(suffix))
    known = [ranks[stem] for stem in stems if len(stem) >= 4 and stem in ranks]
    return min(math.log2(min(known) + 2) + 1.0, _LISTED_BITS) if known else None


def _capitals(typed: str) -> float:
    """Bits for capitals: none, all or the first are what everybody does."""
    if typed == typed.lower():
        return 0.0
    return 1.0 if typed.istitle() or typed == typed.upper() else 2.0


def unlisted_words(text: PlainText, start: int) -> Iterator[Piece]:
    """Letters that could be a word of some language: a guesser's lists are longer than ours."""
    end, longest = start, min(len(text.bare), start + _LONGEST_WORD)
    while end < longest and text.bare[end].isalpha():
        end += 1
    for stop in range(start + 4, end + 1):
        if _is_pronounceable(text.bare[start:stop]):
            capitals = _capitals(text.typed[start:stop])
            yield Piece(stop - start, _UNLISTED_BITS + capitals, Weakness.DICTIONARY_WORD, is_word=True)


def _is_pronounceable(letters: str) -> bool:
    """Whether its pairs of letters are those of words rather than of chance."""
    pairs = _pairs()
    usual = sum(letters[at : at + 2] in pairs for at in range(len(letters) - 1))
    return usual >= 0.8 * (len(letters) - 1)


def dates(text: PlainText, start: int) -> Iterator[Piece]:
    """Days and years, however they are written."""
    if start and text.bare[start - 1].isdigit():
        return
    if found := _DATE.match(text.bare, start):
        yield Piece(len(found[0]), 15.0, Weakness.DATE)
    if found := _YEAR.match(text.bare, start):
        yield Piece(4, 7.0, Weakness.DATE)


def keyboard_runs(text: PlainText, start: int) -> Iterator[Piece]:
    """Keys that are side by side, from the left or from the right."""
    yield from _runs(text.small, start, _ROWS, Weakness.KEYBOARD)


def keyboard_walks(text: PlainText, start: int) -> Iterator[Piece]:
    """Keys that follow from key to neighbouring key, up and down the rows."""
    length = walk_from(text.small, start)
    for end in range(SHORTEST_WALK, length + 1):
        yield Piece(end, 9.0 + end / 2, Weakness.KEYBOARD)


def sequences(text: PlainText, start: int) -> Iterator[Piece]:
    """Letters and figures in their order, or against it."""
    yield from _runs(text.bare, start, _ORDERS, Weakness.SEQUENCE)


def _runs(text: str, start: int, rows: tuple[str, ...], weakness: Weakness) -> Iterator[Piece]:
    for row in (each for one in rows for each in (one, one[::-1])):
        place = row.find(text[start])
        length = _common(text[start:], row[place:]) if place >= 0 else 0
        if length >= 3:
            yield Piece(length, 6.0 + math.log2(length), weakness)


def repetitions(text: PlainText, start: int) -> Iterator[Piece]:
    """One character again and again, or a part that stood before."""
    character = text.bare[start]
    length = len(text.bare) - start - len(text.bare[start:].lstrip(character))
    if length >= 3:
        yield Piece(length, 4.5 + math.log2(length), Weakness.REPETITION)
    again, before = 3, text.bare[:start]
    while start + again <= len(text.bare) and text.bare[start : start + again] in before:
        again += 1
    if again > 3:
        yield Piece(again - 1, 1.0 + math.log2(start + 1), Weakness.REPETITION)


def _common(left: str, right: str) -> int:
    """How many characters two texts have in common at their beginning."""
    length = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        length += 1
    return length


Finder = Callable[[PlainText, int], Iterator[Piece]]
FINDERS: tuple[Finder, ...] = (
    single_characters, words, unlisted_words, dates, keyboard_runs, keyboard_walks, sequences, repetitions,
)  # fmt: skip


@cache
def _ranks() -> dict[str, int]:
    """Every listed word by its place: the common ones in their order, the others behind them."""
    common = _list("common.txt")
    listed = [word for language in LANGUAGES for word in word_list(language)]
    ranks = {word: place for place, word in enumerate(common)}
    return ranks | {word: 1 << int(_LISTED_BITS) for word in listed if word not in ranks}


@cache
def _joining() -> frozenset[str]:
    return frozenset(_list("joining.txt"))


def _list(name: str) -> list[str]:
    return resource("wordlists", name).read_text(encoding="ascii").split()


@cache
def _pairs() -> frozenset[str]:
    """The pairs of letters that are common in French and Dutch words."""
    counted: dict[str, int] = {}
    for word in _ranks():
        for at in range(len(word) - 1):
            pair = word[at : at + 2]
            if pair.isalpha():
                counted[pair] = counted.get(pair, 0) + 1
    return frozenset(pair for pair, count in counted.items() if count >= 12)
