"""The manual is read inside the program: contents, search, chapters about a page, and nothing from outside."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest

from redi_desktop import i18n
from redi_desktop.casefile.steps import Step
from redi_desktop.ui.manual.chapters import folded, manual_folder, manual_in
from redi_desktop.ui.manual.manual_page import ManualPage
from tests.ui.shell_at_work import cheap_services, make_vault, nameless, opening_form, program

LINK = re.compile(r"\]\(([^)#\s]+)")
FIRST = "# Le début\n\nUne **clé** et un élève.\n\n![Fenêtre](pictures/fr/window.png)\n\n[Suite](02-suite.md)\n"
SECOND = "# La suite\n<!-- pages: income, debts -->\n\nLes ressources. [Dehors](https://example.org/)\n"


@pytest.fixture
def folder(tmp_path):
    for code, name, text in (("fr", "01-debut", FIRST), ("fr", "02-suite", SECOND), ("nl", "01-begin", "# Begin\n")):
        file = tmp_path / code / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "pictures" / "fr").mkdir(parents=True)
    QImage(2400, 100, QImage.Format.Format_RGB32).save(str(tmp_path / "pictures" / "fr" / "window.png"))
    QImage(10, 10, QImage.Format.Format_RGB32).save(str(tmp_path.parent / "secret.png"))
    return tmp_path


@pytest.fixture
def page(qtbot, folder):
    i18n.set_language("fr")
    page = ManualPage(manual_of=lambda code: manual_in(code, folder), folder=folder)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open()
    return page


def titles(page):
    return [page.contents.item(row).text() for row in range(page.contents.count())]


def test_the_contents_lead_to_the_chapters(page):
    assert titles(page) == ["Le début", "La suite"]
    assert "Une clé et un élève." in page.text.toPlainText()
    QTest.keyClick(page.contents, Qt.Key.Key_Down)
    assert "Les ressources." in page.text.toPlainText()
    assert "pages:" not in page.text.toPlainText()


def test_a_search_finds_chapters_and_places_accents_or_not(page):
    QTest.keyClicks(page.search, "eleve CLE")
    assert titles(page) == ["Le début"]
    assert page.text.hits() == 2
    first = page.text.textCursor().position()
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.text.textCursor().position() > first
    QTest.keyClicks(page.search, "zzz")
    assert titles(page) == []
    assert page._note.text()


def test_folding_keeps_every_letter_in_its_place():
    text = "Œuvre d’été à Liège: 3\u202f½ ß Straße İ"
    assert len(folded(text)) == len(text)


def test_links_lead_to_chapters_and_never_out_of_the_program(page):
    page.text.anchorClicked.emit(QUrl("02-suite.md"))
    assert "Les ressources." in page.text.toPlainText()
    before = page.text.toPlainText()
    page.text.anchorClicked.emit(QUrl("https://example.org/"))
    assert page.text.toPlainText() == before


def test_pictures_come_from_the_manuals_own_folder_alone_and_fit(page):
    image = QTextDocument.ResourceType.ImageResource.value
    assert 0 < page.text.loadResource(image, QUrl("pictures/fr/window.png")).width() < 1100
    assert page.text.loadResource(image, QUrl("pictures/../../secret.png")).isNull()
    assert page.text.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl("file:///x.css")) is None


def test_a_language_without_a_manual_gets_another_one_and_is_told_so(page):
    assert not page._note.isVisible()
    i18n.set_language("de")
    page.retranslate()
    assert titles(page) == ["Le début", "La suite"]
    assert "Français" in page._note.text()
    i18n.set_language("nl")
    page.retranslate()
    assert titles(page) == ["Begin"]


def test_f1_opens_the_manual_before_the_vault_and_at_the_page_in_use_and_escape_leads_back(qtbot, tmp_path):
    with program(qtbot, cheap_services(tmp_path), "fr") as window:
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert window.currentWidget() is not window.unlock
        assert nameless(window) == []
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert window.currentWidget() is window.unlock
        main = make_vault(qtbot, window)
        main.desk.new_case()
        main.wizard.go(Step.HOUSEHOLD)
        typing_in = window.focusWidget()
        main.top_bar.help.click()
        manual = window.currentWidget()
        assert isinstance(manual, ManualPage)
        assert manual.text.toPlainText().startswith("Un dossier pas à pas")
        heading = manual.text.cursorForPosition(QPoint(manual.text.width() // 2, 24)).block().text()
        assert "Ménage" in heading
        QTest.keyClick(manual.contents, Qt.Key.Key_Escape)
        assert window.currentWidget() is main
        assert window.focusWidget() is typing_in
        main.top_bar.help.click()
        window.lock()
        assert window.currentWidget() is window.unlock
        assert opening_form(window).passphrase.isVisible()


@pytest.mark.parametrize("code", ["fr", "nl"])
def test_every_chapter_has_a_title_its_links_lead_somewhere_and_its_pictures_are_there(code):
    manual = manual_in(code)
    assert manual.language == code
    names = {chapter.name for chapter in manual.chapters}
    for chapter in manual.chapters:
        assert chapter.text.startswith("# ")
        for target in LINK.findall(chapter.text):
            is_picture = target.startswith("../pictures/") and (manual_folder() / code / target).exists()
            assert target in names or is_picture, f"{chapter.name}: {target}"
        assert chapter.pages <= {step.value for step in Step}


@pytest.mark.parametrize("code", ["fr", "nl"])
def test_no_chapter_has_to_be_pushed_aside_to_be_read(qtbot, code):
    i18n.set_language(code)
    page = ManualPage()
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    page.open()
    for name in ("03-whole-case.md", "15-data-protection.md", "16-installation.md"):
        page.show_chapter(name)
        assert page.text.horizontalScrollBar().maximum() == 0, name
