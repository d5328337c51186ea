"""The texts that a CPAS can edit: complete in every language, its own in the place of ours, faults named by block."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from redi_desktop.errors import ParameterError
from redi_desktop.paths import resource
from redi_desktop.report import fonts
from redi_desktop.report.letters import DOTS, LARGEST_BYTES, PLACES, letters_in, read_letters
from redi_desktop.report.make import to_bytes
from redi_desktop.report.occasion import Choices
from tests.report import reported_cases as cases


def ours(language: str = "fr") -> str:
    return resource("letters", f"{language}.toml").read_text(encoding="utf-8")


def own(folder: Path, text: str, language: str = "fr") -> Path:
    path = folder / f"{language}.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", cases.LANGUAGES)
def test_every_language_has_every_block_dated_and_in_our_font(language):
    letters = letters_in(language)
    assert letters.language == language
    assert letters.written_on >= date(2026, 11, 21)
    for texts in letters.blocks.values():
        assert texts
        assert not [sign for text in texts for sign in text if ord(sign) not in fonts.covered()]


def test_every_language_fills_the_same_places():
    def places(language: str) -> dict[str, list[str]]:
        return {
            block: sorted(place for text in texts for place in re.findall(r"{(\w+)}", text))
            for block, texts in letters_in(language).blocks.items()
        }

    assert places("nl") == places("de") == places("en") == places("fr")


def test_a_cpas_has_its_own_words_where_its_folder_holds_them(tmp_path):
    changed = (
        ours().replace('closing = ["', 'closing = ["Bien à vous. ').replace('version = "2026.1"', 'version = "N-3"')
    )
    own(tmp_path, changed.replace('labour_court = ""', 'labour_court = "Tribunal de Namur"'))
    letter = cases.document(cases.judged(), "decision-letter", "fr", Choices(letters=tmp_path))
    html = to_bytes(letter, "html").decode()
    assert "Bien à vous." in html
    assert "Tribunal de Namur" in html
    assert "N-3" in letter.footer.origin
    dutch = cases.document(cases.judged(), "decision-letter", "nl", Choices(letters=tmp_path))
    assert "2026.1" in dutch.footer.origin


def test_what_is_not_known_becomes_dots_to_write_on():
    said = letters_in("fr").say("acknowledgement.opening", {})
    assert DOTS in said[0]
    assert "{" not in said[0]
    assert DOTS not in letters_in("fr").say("acknowledgement.opening", {"requested_on": "6 juillet 2026"})[0]


def test_french_signs_stay_with_their_word():
    texts = [text for block in letters_in("fr").blocks.values() for text in block]
    assert not [text for text in texts if re.search(r" [;:?!]|'", text)]


def faults() -> list[tuple[str, str, str]]:
    text = ours()
    return [
        ("letters_unreadable", text.replace("[report]", "[report"), ""),
        ("letters_format_unknown", text.replace("redi-letters/1", "redi-letters/9"), "format"),
        ("letters_date_bad", text.replace("written_on = 2026-11-21", 'written_on = "hier"'), "written_on"),
        ("letters_block_missing", text.replace("\nclosing =", "\nopenning ="), "decision.closing"),
        ("letters_block_unknown", text.replace("[report]", "[report]\nextra = []"), "report.extra"),
        ("letters_not_a_list", re.sub(r"refused = \[(.*)\]", r"refused = \1", text), "decision.refused"),
        ("letters_text_missing", text.replace('refused = ["', 'refused = ["", "'), "decision.refused"),
        ("letters_place_unknown", text.replace("{decide_by}", "{decideby}"), "acknowledgement.next"),
        ("letters_place_unknown", text.replace("{cpas} est", "{cpas.__class__} est"), "information.controller"),
        ("letters_place_unknown", text.replace("{cpas} est", "{cpas!r} est"), "information.controller"),
        ("letters_place_unknown", text.replace("{cpas} est", "{cpas est"), "information.controller"),
        ("letters_too_large", text + "#" * LARGEST_BYTES, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "place"), faults())
def test_a_fault_is_named_with_its_block(tmp_path, code, text, place):
    assert text != ours()
    with pytest.raises(ParameterError) as refused:
        read_letters(own(tmp_path, text))
    assert refused.value.code == code
    assert (refused.value.field or "").endswith(place)


def test_the_files_say_at_their_head_what_may_stand_in_braces():
    for language in cases.LANGUAGES:
        head = "".join(line for line in ours(language).splitlines() if line.startswith("#"))
        assert set(re.findall(r"{(\w+)}", head)) == PLACES
        assert tomllib.loads(ours(language))["language"] == language
