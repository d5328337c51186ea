"""Typed text on its way to paper: nothing invisible, nothing without a glyph, nothing lost that can be drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.report import fonts
from redi_desktop.report.clean_text import PLACEHOLDER, clean, fit
from tests.report import reported_cases as cases


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("e\N{COMBINING ACUTE ACCENT}té", "été"),
        ("12\N{NARROW NO-BREAK SPACE}€", "12\N{NO-BREAK SPACE}€"),
        ("a\tb\r\nc", "a b\nc"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b\N{ZERO WIDTH JOINER}c\x07", "abc"),
        ("x − 3 ≥ 2", "x – 3 >= 2"),
        ("ｆｉｎ ①", "fin 1"),
        ("😀👩\N{ZERO WIDTH JOINER}👧 oui", "[?] oui"),
        ("محمد علي (fils)", "mhmd ’ly (fils)"),
        ("李小龍 (fils)", "[?] (fils)"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_what_becomes_of_a_text(typed, printed):
    assert fit(clean(typed), fonts.covered()) == printed


@given(st.text())
def test_what_is_left_can_always_be_drawn(typed):
    printed = fit(clean(typed), fonts.covered())
    assert all(ord(character) in fonts.covered() or character == "\n" for character in printed)


@given(st.text())
def test_doing_it_twice_changes_nothing(typed):
    once = fit(clean(typed), fonts.covered())
    assert fit(clean(once), fonts.covered()) == once


@given(st.text(alphabet=st.characters(max_codepoint=0x17F, categories=["L", "N", "P"])))
def test_latin_letters_with_their_marks_stay_as_typed(typed):
    assert PLACEHOLDER not in fit(clean(typed), fonts.covered()) or PLACEHOLDER in typed


def test_every_text_of_the_baskets_can_be_drawn():
    pack = cases.parameters().pack
    texts = [*pack.title.values(), *pack.method.values()]
    texts += [text for item in pack.items for text in item.label.values()]
    texts += [text for source in pack.sources.values() for text in (source.title, source.publisher, source.date)]
    lacking = {character for text in texts for character in clean(text) if ord(character) not in fonts.covered()}
    assert not lacking
