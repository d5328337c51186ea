"""The program's words come in the language that the reader has chosen."""

import threading
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from redi_desktop import i18n

FRENCH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=n > 1;\\n"

msgid "Household"
msgstr "Ménage"

msgctxt "food"
msgid "Need"
msgstr "Besoin"

msgid "{count} child"
msgid_plural "{count} children"
msgstr[0] "{count} enfant"
msgstr[1] "{count} enfants"
"""


@pytest.fixture(autouse=True)
def french_at_first():
    before = i18n.language()
    i18n.set_language("fr")
    yield
    i18n.set_language(before)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "fr" / "LC_MESSAGES" / "redi.po"
    path.parent.mkdir(parents=True)
    path.write_text(FRENCH, encoding="utf-8")
    return path


def compile_catalogue(source: Path) -> None:
    with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
        write_mo(mo, read_po(po))


def test_each_language_is_called_as_its_speakers_call_it():
    assert dict(i18n.LANGUAGES) == {"fr": "Français", "nl": "Nederlands", "de": "Deutsch", "en": "English"}


def test_a_language_we_do_not_speak_is_refused_and_changes_nothing():
    with pytest.raises(ValueError, match="it"):
        i18n.set_language("it")
    with pytest.raises(ValueError, match="it"), i18n.speaking("it"):
        pass
    assert i18n.language() == "fr"


def test_the_chosen_language_reaches_every_thread_and_another_one_stays_in_its_block():
    heard: list[str] = []
    with i18n.speaking("de"):
        i18n.set_language("nl")
        thread = threading.Thread(target=lambda: heard.append(i18n.language()))
        thread.start()
        thread.join()
        assert i18n.language() == "de"
    assert (heard, i18n.language()) == (["nl"], "nl")


def test_the_former_language_is_back_after_a_block_that_failed():
    with pytest.raises(RuntimeError), i18n.speaking("nl"), i18n.speaking("de"):
        raise RuntimeError
    assert i18n.language() == "fr"


@pytest.mark.parametrize(
    ("system", "chosen"),
    [
        (["nl_BE.UTF-8"], "nl"),
        (["it-IT", "de-BE", "fr"], "de"),
        (["EN"], "en"),
        (["frr", "nld"], "fr"),
        (["C", ""], "fr"),
        ([], "fr"),
    ],
)
def test_the_first_language_of_the_system_that_we_speak_is_chosen(system: list[str], chosen: str):
    assert i18n.choose_language(system) == chosen


def test_the_compiled_catalogue_is_used(source: Path, caplog: pytest.LogCaptureFixture):
    compile_catalogue(source)
    source.unlink()
    assert i18n.load_catalogue("fr", source.parents[2]).gettext("Household") == "Ménage"
    assert not caplog.messages


def test_a_missing_or_damaged_catalogue_is_compiled_from_its_source(source: Path, caplog: pytest.LogCaptureFixture):
    caplog.set_level("INFO")
    assert i18n.load_catalogue("fr", source.parents[2]).gettext("Household") == "Ménage"
    assert caplog.messages == ["catalogue_compiled_in_memory"]
    source.with_suffix(".mo").write_bytes(b"\xde\x12\x04\x95 cut off")
    assert i18n.load_catalogue("fr", source.parents[2]).gettext("Household") == "Ménage"
    assert caplog.messages[1:] == ["catalogue_damaged", "catalogue_compiled_in_memory"]


def test_without_any_catalogue_the_english_words_are_shown_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    assert i18n.load_catalogue("nl", tmp_path).gettext("Household") == "Household"
    assert caplog.messages == ["catalogue_missing"]


def test_a_damaged_source_is_as_good_as_none(source: Path, caplog: pytest.LogCaptureFixture):
    source.write_bytes(b'msgid "Household\nmsgstr\xff')
    assert i18n.load_catalogue("fr", source.parents[2]).gettext("Household") == "Household"
    assert caplog.messages == ["catalogue_source_damaged", "catalogue_missing"]


def test_english_needs_no_catalogue(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    catalogue = i18n.load_catalogue("en", tmp_path)
    assert catalogue.gettext("Household") == "Household"
    assert not caplog.messages


def test_french_counts_zero_as_singular_and_a_context_has_its_own_words(source: Path):
    catalogue = i18n.load_catalogue("fr", source.parents[2])
    said = [catalogue.ngettext("{count} child", "{count} children", n).format(count=n) for n in (0, 1, 2)]
    assert said == ["0 enfant", "1 enfant", "2 enfants"]
    assert (catalogue.pgettext("food", "Need"), catalogue.gettext("Need")) == ("Besoin", "Need")


def test_words_are_said_in_the_language_in_use():
    with i18n.speaking("en"):
        assert i18n._("Household") == i18n.N_("Household") == "Household"
        assert i18n.ngettext("{count} child", "{count} children", 0) == "{count} children"
        assert i18n.pgettext("food", "Need") == "Need"


@pytest.mark.parametrize("code", i18n.LANGUAGE_CODES)
def test_no_words_stay_no_words(code: str):
    with i18n.speaking(code):
        assert i18n.gettext("") == ""
