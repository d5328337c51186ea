"""What the packs of the program say can be read in French, Dutch and German, with the same figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from redi_desktop import i18n
from redi_desktop.engine.rights.pack import RightTexts
from redi_desktop.errors import ParameterError
from redi_desktop.packs.embedded import (
    load_embedded,
    load_embedded_legal,
    load_embedded_rights,
    load_example_policy,
)
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.pack_words import COLUMNS, FOLDER, load_pack_words
from redi_desktop.packs.places import PackFolder
from redi_desktop.packs.published import embedded_published, load_totals
from redi_desktop.paths import resource
from redi_desktop.report import fonts
from redi_desktop.words.pack_notes import note_words
from redi_desktop.words.pack_texts import in_language, pack_text, with_pack_language
from redi_desktop.words.sources import OWN, source_date, source_words

PUBLISHED = frozenset(Path(__file__).with_name("published_titles.txt").read_text(encoding="utf-8").splitlines())
"""Titles and publishers that stay as they were published: there is nothing of ours in them."""
PLACE = PackFolder(resource("parameters", FOLDER))
WORDS = load_pack_words(PLACE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = {"en": "[ \N{NO-BREAK SPACE}]", "fr": "[ \N{NO-BREAK SPACE}]", "nl": r"\.", "de": r"\."}


def figures(text: str, language: str) -> list[float]:
    """The numbers of a text, thousands and decimals as the language writes them."""
    joined = re.sub(rf"(?<![\d,.])(\d{{1,3}}){_THOUSANDS[language]}(?=\d{{3}}(?!\d))", r"\1", text)
    return sorted(float(found) for found in _NUMBER.findall(re.sub(r"(?<=\d),(?=\d)", ".", joined)))


def notes() -> Iterator[str]:
    """How the program's packs say that they came to their amounts, and what they remark on their sources."""
    pack, legal = load_embedded(), load_embedded_legal()
    yield from (item.note for item in pack.items)
    yield from (factor.note for factors in pack.size_factors.values() for factor in factors)
    yield from (source.remark for source in (*pack.sources.values(), *load_embedded_rights().sources.values()))
    yield from (value.note for dated in legal.values.values() for value in dated)


def named_in_french() -> Iterator[str]:
    """What the program's packs say in French and Dutch."""
    pack, legal, rights = load_embedded(), load_embedded_legal(), load_embedded_rights()
    yield from (text["fr"] for one in (pack, legal, rights) for text in (one.title, one.method))
    yield load_example_policy().title["fr"]
    yield from (item.label["fr"] for item in pack.items)
    for fact in rights.facts.values():
        yield from (fact.name["fr"], fact.question["fr"], *(choice["fr"] for choice in fact.choices.values()))
    yield from (getattr(right.texts["fr"], field.name) for right in rights.rights for field in fields(RightTexts))


@pytest.mark.parametrize("language", ["fr", "nl", "de"])
def test_every_note_and_every_source_is_said_in_the_readers_language(language):
    pack, rights = load_embedded(), load_embedded_rights()
    sources = (*pack.sources.values(), *rights.sources.values())
    with i18n.speaking(language):
        assert {note for note in notes() if re.search("[a-z]{3}", note) and note_words(note) == note} == set()
        assert {source.date for source in sources if source_date(source.date) == source.date} == {
            source.date for source in sources if re.fullmatch(r"\d{4}(-\d{4})?", source.date)
        }
        cited = {text for source in sources if source.publisher != OWN for text in (source.title, source.publisher)}
        assert {text for text in cited if text not in WORDS} <= PUBLISHED


def test_the_totals_that_others_published_are_said_in_every_language():
    totals = load_totals(embedded_published())
    told = (text for one in totals for text in (one.household, one.region, one.tenure, one.assumptions, one.status))
    assert {text for text in told if text and text not in WORDS} == set()
    assert {one.source for one in totals if not one.source.startswith("https:") and one.source not in WORDS} == set()


def test_whoever_reads_german_reads_all_of_the_packs_in_german():
    with i18n.speaking("de"):
        assert {text for text in named_in_french() if text and text not in WORDS} == set()
        assert in_language({"fr": "Manteaux", "nl": "Jassen"}) == "Mäntel"
        assert with_pack_language("A.") == "A."


def test_what_a_cpas_wrote_itself_stands_as_it_is():
    with i18n.speaking("nl"):
        assert note_words("Vu au marché") == pack_text("Vu au marché") == "Vu au marché"
        assert source_words("Prijslijst", "OCMW Gent", "2026-02-30") == "Prijslijst, OCMW Gent, 2026-02-30"
    with i18n.speaking("de"):
        assert in_language({"fr": "Sonnette", "nl": "Bel"}) == "Sonnette"


def test_the_figures_are_those_of_the_pack():
    for text, said in WORDS.items():
        own = "fr" if set(said) == {"de"} else "en"
        if own == "en" and re.match(r"\d{4}-\d\d|undated", text):
            continue  # the month of a date is a word in the other languages
        for language, form in said.items():
            assert figures(form, language) == figures(text, own), (text, form)


def test_an_amount_worked_out_by_the_index_tells_how_in_every_language():
    note = "base 6191.01 x coefficient 1.7758 = round(1.02^29, 4), / 12; pivot 133.28 (base 2013) crossed in 2025-12 "
    note += "by the smoothed health index (133.30); amounts from 2026-03; not yet confirmed"
    with i18n.speaking("nl"):
        said = note_words(note)
    assert said.startswith("basis 6.191,01 × coëfficiënt 1,7758")
    assert "december 2025" in said
    assert "maart 2026" in said


def test_every_letter_of_the_words_can_be_printed():
    letters = {ord(letter) for said in WORDS.values() for form in said.values() for letter in form}
    assert letters - fonts.covered() == set()


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("french.csv", "fr,de\nManteau,\n", "pack_cell_empty"),
        ("french.csv", "fr,de\nManteau,Mantel\nManteau,Jacke\n", "pack_id_repeated"),
        ("english.csv", "en,fr,nl\nnote,note,noot\n", "pack_column_missing"),
    ],
)
def test_words_that_are_not_whole_are_refused(file, content, code):
    files = {name: ",".join(columns).encode() + b"\n" for name, columns in COLUMNS.items()}
    with pytest.raises(ParameterError) as caught:
        load_pack_words(FilesInMemory(files | {file: content.encode()}))
    assert caught.value.code == code
