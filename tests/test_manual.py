"""The manual says what the program says: labels, links, pictures, and the tests that the page on privacy names."""

from __future__ import annotations

import ast
import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from redi_desktop import i18n
from redi_desktop.casefile.steps import Step
from redi_desktop.report import fonts
from redi_desktop.ui.manual.chapters import manual_in
from redi_desktop.words.vocabulary import label
from tools import manual, manual_html, manual_pdf
from tools.manual_pictures import WIDEST, fingerprint, manual_pictures, recorded
from tools.manual_scenes import AFTER, BEFORE, TALLEST
from tools.manual_text import LANGUAGES, Chapter, NotInTheManual, chapters_in, picture_file, plain
from tools.manual_words import is_label, same_signs

ROOT = Path(__file__).resolve().parents[1]
TEST_NAME = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
LARGEST_PICTURE, LARGEST_FOLDER = 120 * 1024, 2_500 * 1024

chapters = cache(chapters_in)


def every_chapter() -> list[tuple[str, Chapter]]:
    return [(language, chapter) for language in LANGUAGES for chapter in chapters(language)]


def test_both_languages_have_the_same_chapters_and_none_is_missing():
    names = [[chapter.name for chapter in chapters(language)] for language in LANGUAGES]
    assert names[0] == names[1]
    assert [name[:3] for name in names[0]] == [f"{number:02}-" for number in range(1, len(names[0]) + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_bold_stands_on_the_screen(language):
    labels = {
        (chapter.name, same_signs(run.text)) for chapter in chapters(language) for run in chapter.runs() if run.bold
    }
    assert len(labels) > 150
    assert [found for found in sorted(labels) if not is_label(language, found[1])] == []


def test_a_label_that_nobody_says_would_be_noticed():
    assert is_label("fr", "Suivant : Ménage")
    assert is_label("nl", "Huur, per maand")
    assert not is_label("fr", "Suivant : Fromage")
    assert not is_label("nl", "Klik hier")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_chapter(language):
    names = {chapter.name for chapter in chapters(language)}
    links = [run.link for chapter in chapters(language) for run in chapter.runs() if run.link]
    assert set(links) <= names
    assert len(links) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_is_described_and_is_one_that_the_program_takes(language):
    shown = [block for chapter in chapters(language) for block in chapter.blocks if block.kind == "picture"]
    for block in shown:
        assert picture_file(language, block).parent == (manual_pictures() / language).resolve()
        assert len(plain(block.runs)) > 12, f"{block.picture} has no alternative text"
    used = {picture_file(language, block).name for block in shown}
    there = {file.name for file in (manual_pictures() / language).iterdir()}
    assert used == there == {f"{name}.png" for name in (*BEFORE, *AFTER)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_picture_says_what_the_program_no_longer_says(language):
    """Where this fails: ``python3 dev.py shots --only manual``."""
    for file in sorted((manual_pictures() / language).iterdir()):
        record = recorded()[f"{language}/{file.stem}"]
        assert record.sha256 == fingerprint(file), f"{file.name} was not taken with its record"
        assert [word for word in record.words if not is_label(language, word)] == [], file.name
        assert record.words


def test_pictures_are_small_enough_to_travel():
    files = list(manual_pictures().rglob("*.png"))
    assert max(file.stat().st_size for file in files) <= LARGEST_PICTURE
    assert sum(file.stat().st_size for file in files) <= LARGEST_FOLDER
    for file in files:
        across, down = (int.from_bytes(file.read_bytes()[at : at + 4], "big") for at in (16, 20))
        assert across <= WIDEST
        assert down <= TALLEST + 80


@pytest.mark.parametrize(("language", "chapter"), every_chapter(), ids=lambda one: getattr(one, "name", one))
def test_signs_are_those_of_the_language(language, chapter):
    said = " ".join([chapter.title, *(run.text for run in chapter.runs() if not run.code)])
    assert "'" not in said
    assert '"' not in said
    assert {ord(sign) for sign in said} <= fonts.covered()
    if language == "fr":
        assert not re.search(r" [:;?!»%€]|« ", said)


def test_each_page_of_the_window_has_its_chapter():
    for language in LANGUAGES:
        assert all(manual_in(language).about(step.value) for step in Step)


def test_what_not_everybody_draws_is_refused(tmp_path):
    from markdown_it import MarkdownIt

    from tools.manual_text import parsed

    reader = MarkdownIt("commonmark").enable("table")
    for text in ("No title", "# A\n\n<b>x</b>", "# A\n\n- a\n  - b", "# A\n\n---"):
        with pytest.raises(NotInTheManual):
            parsed("01-a.md", text, reader)


class Outline(HTMLParser):
    """What a page holds: identifiers, links within it, pictures, headings."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.headings: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [value for key, value in attrs if key == "id" and value]
        self.links += [given["href"] or ""] if "href" in given else []
        self.pictures += [given] if tag == "img" else []
        self.headings += [tag] if re.fullmatch("h[1-6]", tag) else []


def test_the_manual_becomes_a_page_of_its_own():
    with i18n.speaking("nl"):
        web = manual_html.page("nl", "Handleiding", "1.0", chapters("nl"))
    outline = Outline()
    outline.feed(web)
    assert len(outline.ids) == len(set(outline.ids))
    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)
    assert all(picture["alt"] and str(picture["src"]).startswith("data:") for picture in outline.pictures)
    levels = [int(heading[1]) for heading in outline.headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_chapters_become_a_tagged_pdf():
    """Three of them, in which everything stands that a chapter may hold: ``tools.manual`` makes the whole."""
    some = [one for one in chapters("nl") if one.name[:2] in ("07", "15", "16")]
    kinds = {block.kind for chapter in some for block in chapter.blocks}
    assert kinds == {block.kind for chapter in chapters("nl") for block in chapter.blocks}
    with i18n.speaking("nl"):
        paper = manual_pdf.pdf("nl", "Handleiding", "1.0", manual.DAY, some)
    with pikepdf.open(BytesIO(paper)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"
        assert len(pdf.pages) > 6


@cache
def found_in(file: Path) -> frozenset[str]:
    return frozenset(
        node.name for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)
    )


def test_every_proof_on_the_page_about_privacy_is_a_test():
    proofs = TEST_NAME.findall((ROOT / "docs" / "privacy.md").read_text(encoding="utf-8"))
    assert len(proofs) > 40
    assert [proof for proof in proofs if proof[1] not in found_in(ROOT / proof[0])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_the_same_proofs(language):
    proofs = {name for _, name in TEST_NAME.findall((ROOT / "docs" / "privacy.md").read_text(encoding="utf-8"))}
    chapter = next(one for one in chapters(language) if one.name == "14-deontology.md")
    named = {run.text for run in chapter.runs() if run.code and run.text.startswith("test_")}
    assert len(named) > 20
    assert named <= proofs


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_called_as_in_the_window(language):
    chapter = next(one for one in chapters(language) if one.name == "03-whole-case.md")
    numbered = [plain(block.runs) for block in chapter.blocks if block.kind == "heading"]
    with i18n.speaking(language):
        called = [f"{place}. {label(step)}" for place, step in enumerate(Step, 1)]
    assert [heading for heading in numbered if heading in called] == called[:7]
