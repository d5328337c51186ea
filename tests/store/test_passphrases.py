"""Passphrases that are drawn have the bits they claim; those that people choose are never flattered."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.store.passphrase_strength import Strength, Weakness, estimate
from redi_desktop.store.passphrases import LANGUAGES, WORDS, generated, wait_after, word_list


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_have_enough_words_that_every_keyboard_types(language):
    words = word_list(language)
    assert len(words) == len(set(words)) == 2048
    assert all(re.fullmatch("[a-z]{3,9}", word) for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_seven_words_are_drawn_and_their_bits_are_said(language):
    drawn = generated(language)
    assert len(drawn.text.split()) == WORDS
    assert drawn.bits == 77
    assert set(drawn.text.split()) <= set(word_list(language))


def test_who_speaks_another_language_gets_words_too():
    assert set(generated("de").text.split()) <= set(word_list("fr"))


def test_no_two_are_alike():
    assert len({generated("nl").text for _ in range(200)}) == 200


def test_every_word_can_be_drawn():
    chance = random.Random(1)
    drawn = {word for _ in range(4000) for word in generated("fr", draw=chance.choice).text.split()}
    assert drawn == set(word_list("fr"))


def test_the_waiting_grows_to_half_a_minute():
    assert [wait_after(tries) for tries in range(9)] == [0, 1, 2, 4, 8, 16, 30, 30, 30]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "azertyuiop",
        "a1z2e3r4t5y6u7i8o9p0",
        "1qaz2wsx3edc4rfv5tgb",
        "zaqwsxcderfvbgtyhnmj",
        "qwerty123456",
        "Welkom01!",
        "M0td3p@sse2024",
        "bonjour tout le monde",
        "assistante sociale",
        "Maatschappelijk Werker 2024!",
        "Namur5000!",
        "Vandenberghe1978",
        "12/03/1985",
        "a" * 100,
        "abcabcabcabcabcabcabcabcabc",
        "anticonstitutionnellement",
        "ik hou van jou",
        "wij gaan morgen met de trein naar zee en eten mosselen",
        "mlkjhgfdsqnbvcxw",
    ],
)
def test_what_is_guessed_first_is_too_weak(text):
    judged = estimate(text)
    assert judged.strength is Strength.TOO_WEAK
    assert judged.weaknesses


@pytest.mark.parametrize(
    ("text", "weakness"),
    [
        ("welkom", Weakness.COMMON_WORD),
        ("anticonstitutionnellement", Weakness.DICTIONARY_WORD),
        ("14-03-1978", Weakness.DATE),
        ("poiuytreza", Weakness.KEYBOARD),
        ("abcdefghijkl", Weakness.SEQUENCE),
        ("zzzzzzzzzzzzzzzzzzzzzz", Weakness.REPETITION),
        ("B0nj0ur", Weakness.DISGUISE),
        ("le chat de la voisine est dans le jardin", Weakness.SENTENCE),
        ("xq9", Weakness.SHORT),
    ],
)
def test_the_reason_is_said(text, weakness):
    assert weakness in estimate(text).weaknesses


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawn_passphrase_is_strong_and_not_worth_more_than_it_is(language):
    chance = random.Random(7)
    judged = [estimate(generated(language, draw=chance.choice).text) for _ in range(40)]
    assert all(each.bits <= 77 for each in judged)
    assert sum(each.strength is Strength.STRONG for each in judged) >= 35


def test_letters_and_signs_by_chance_are_strong():
    assert estimate("xK9#mQ2$vL7p@wR4%tZ1").strength is Strength.STRONG
    assert estimate("9f86d081884c7d659a2feaa0c55ad015").strength is Strength.STRONG


@given(st.text(max_size=200))
def test_any_text_can_be_judged(text):
    assert 0 <= estimate(text).bits <= 7 * 200


@given(st.text(alphabet="abcde 123AB!", max_size=40))
def test_a_text_said_twice_is_hardly_better_than_once(text):
    assert estimate(text + text).bits <= estimate(text).bits + 12 + len(text)
