"""Every text of the program is translated, names the same values in each language, and can be drawn."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from reportlab.pdfbase.ttfonts import TTFontFace

from tools import catalogues
from tools.placeholders import forms, placeholder_faults

FONTS = sorted((catalogues.ROOT / "resources" / "fonts").glob("*.ttf"))
FRENCH, DUTCH = "(n > 1)", "(n != 1)"


def characters(path: Path) -> set[str]:
    texts = [form for entry in catalogues.read(path) if entry.id for form in (*forms(entry.id), *forms(entry.string))]
    return set("".join(texts)) - {"\n"}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A tiny program with texts of its own."""
    folder = tmp_path / "redi_desktop"
    folder.mkdir()
    (folder / "page.py").write_text(
        'print(_("Rent of {month}"), N_("Later"), ngettext("One child", "{count} children", 2))\n', encoding="utf-8"
    )
    return folder


def translate(path: Path, english: str, translation: str) -> None:
    text = path.read_text(encoding="utf-8")
    wanted = f'msgid "{english}"\nmsgstr ""'
    assert wanted in text
    path.write_text(text.replace(wanted, f'msgid "{english}"\nmsgstr "{translation}"'), encoding="utf-8")


def test_the_catalogues_are_complete_and_true_to_the_english_texts():
    assert catalogues.check() == []


def test_no_line_of_a_french_text_breaks_before_a_colon_a_euro_or_inside_guillemets():
    texts = [form for entry in catalogues.read(catalogues.po_file("fr")) if entry.id for form in forms(entry.string)]
    assert [text for text in texts if re.search(r" [:;?!»€%]|« |'", text)] == []


def test_there_are_fonts_to_draw_with():
    assert {path.stem for path in FONTS} >= {"NotoSans-Regular", "NotoSans-Bold"}


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_character_of_a_catalogue_is_in_the_fonts(language, font):
    drawable = TTFontFace(str(font)).charToGlyph
    missing = {character for character in characters(catalogues.po_file(language)) if ord(character) not in drawable}
    assert not missing, ", ".join(f"{character!r} (U+{ord(character):04X})" for character in sorted(missing))


def test_collecting_twice_changes_nothing(tmp_path, sources):
    catalogues.extract(tmp_path / "i18n", sources)
    first = {path: path.read_bytes() for path in (tmp_path / "i18n").rglob("*.po*")}
    catalogues.extract(tmp_path / "i18n", sources)
    assert {path: path.read_bytes() for path in (tmp_path / "i18n").rglob("*.po*")} == first
    assert len(first) == 1 + len(catalogues.LANGUAGES)


def test_a_text_moved_elsewhere_keeps_its_translation_and_one_taken_away_loses_it(tmp_path, sources):
    folder = tmp_path / "i18n"
    catalogues.extract(folder, sources)
    french = catalogues.po_file("fr", folder)
    translate(french, "Rent of {month}", "Loyer de {month}")
    translate(french, "Later", "Plus tard")
    (sources / "page.py").rename(sources / "other.py")
    (sources / "other.py").write_text('print(_("Rent of {month}"), _("New"))\n', encoding="utf-8")
    assert "redi.pot: lacks 'New'" in " ".join(catalogues.check(folder, sources))
    catalogues.extract(folder, sources)
    text = french.read_text(encoding="utf-8")
    assert "Loyer de {month}" in text
    assert "Plus tard" not in text


def test_what_is_not_translated_or_still_doubtful_is_named(tmp_path, sources):
    folder = tmp_path / "i18n"
    catalogues.extract(folder, sources)
    french = catalogues.po_file("fr", folder)
    translate(french, "Later", "Plus tard")
    french.write_text(french.read_text(encoding="utf-8").replace('msgid "Later"', '#, fuzzy\nmsgid "Later"'))
    faults = " ".join(catalogues.language_faults("fr", catalogues.texts(catalogues.template_of(sources)), folder))
    assert "'Rent of {month}' is not translated" in faults
    assert "'Later' is marked fuzzy" in faults


@pytest.mark.parametrize(
    ("english", "translation", "rule"),
    [
        ("Rent of {month}", "Loyer de {mois}", FRENCH),
        ("Rent of {month}", "Loyer", FRENCH),
        ("Rent", "Loyer de {month}", FRENCH),
        ("{amount:.2f}", "{amount}", DUTCH),
        ("Rent of {month}", "Loyer de {month", FRENCH),
        (("One child", "{count} children"), ("Un enfant", "{count} enfants"), FRENCH),
        (("One child", "{count} children"), ("Eén kind", "kinderen"), DUTCH),
    ],
)
def test_a_translation_that_names_other_values_is_refused(english, translation, rule):
    assert placeholder_faults(Message(english, translation), rule)


@pytest.mark.parametrize(
    ("english", "translation", "rule"),
    [
        ("From {start} to {end}", "Jusqu'à {end}, depuis {start}", FRENCH),
        (("One child", "{count} children"), ("{count} enfant", "{count} enfants"), FRENCH),
        (("One child", "{count} children"), ("Eén kind", "{count} kinderen"), DUTCH),
        (("{count} child", "{count} children"), ("{count} kind", "{count} kinderen"), DUTCH),
    ],
)
def test_a_translation_that_names_the_same_values_is_taken(english, translation, rule):
    assert placeholder_faults(Message(english, translation), rule) == []
