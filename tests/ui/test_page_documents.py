"""The documents: made beside the window, looked at from memory, saved where the worker says."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog

from redi_desktop import i18n
from redi_desktop.casefile import changes, judging
from redi_desktop.casefile.json_form import from_json
from redi_desktop.casefile.judgement import Verdict
from redi_desktop.casefile.model import SpokenLanguage
from redi_desktop.casefile.steps import Step, step_of
from redi_desktop.report.content import DocumentKind, Letterhead
from redi_desktop.store.acts import Act
from redi_desktop.ui.deleting import delete
from redi_desktop.ui.pages.documents import DocumentsPage
from redi_desktop.ui.pages.request import RequestPage
from redi_desktop.ui.printing import PrintedPages
from tests.ui.page_at_work import PageAtWork, today
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import PASSPHRASE, CheapVaults
from tests.ui.test_shell_printing import printer_into

PATIENCE = 20_000
"""Milliseconds that a document may take on a busy machine."""


@pytest.fixture
def services():
    return SimpleNamespace(letterhead=Letterhead("CPAS de Namur"), letters=None, today=today)


def page_of(services, tasks):
    """The page on a vault that can only be read: nothing is noted."""
    vault: Any = SimpleNamespace(writable=False, settings=SimpleNamespace(retention_months=None))
    return DocumentsPage(services, tasks, vault)


@pytest.fixture
def work(qtbot, services, tasks):
    i18n.set_language("fr")
    work = PageAtWork(qtbot, page_of(services, tasks), lone_mother())
    wait_for_page(qtbot, work)
    return work


@pytest.fixture
def receipt(qtbot, services, tasks):
    """The page with a document that is quickly made."""
    i18n.set_language("fr")
    page = page_of(services, tasks)
    page.kind.choose(DocumentKind.ACKNOWLEDGEMENT)
    work = PageAtWork(qtbot, page, lone_mother())
    wait_for_page(qtbot, work)
    return work


def wait_for_page(qtbot, work):
    qtbot.waitUntil(lambda: work.page.preview.sheet.image() is not None, timeout=PATIENCE)


def is_drawn(image):
    """Whether anything but white stands on the sheet."""
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    return len(colours) > 3


def test_the_social_report_in_the_persons_language_is_shown_first(work):
    assert work.page.kind.value() is DocumentKind.SOCIAL_REPORT
    assert work.page.language.value() is SpokenLanguage.FR
    assert is_drawn(work.page.preview.sheet.image())


def test_pages_are_turned_by_keyboard(work, qtbot):
    first = work.page.preview.sheet.image()
    work.page.preview.sheet.setFocus()
    work.type("<PageDown>")
    qtbot.waitUntil(lambda: work.page.preview.sheet.image() is not first, timeout=PATIENCE)
    assert work.page.preview.page == 1
    work.type("<PageUp>", "<PageUp>")
    assert work.page.preview.page == 0


def test_another_language_makes_another_document_and_leaves_the_window_and_the_case_alone(receipt, qtbot):
    first = receipt.page.preview.sheet.image()
    before = receipt.case
    receipt.page.language.editor.setFocus()
    receipt.type("<Right>")
    qtbot.waitUntil(lambda: receipt.page.preview.sheet.image() is not first, timeout=PATIENCE)
    assert receipt.page.language.value() is SpokenLanguage.NL
    assert i18n.language() == "fr"
    assert receipt.case == before


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>")])
def test_a_document_is_saved_where_the_worker_says(receipt, qtbot, tmp_path, form, begins):
    path = tmp_path / f"rapport.{form}"
    receipt.page.save_to(path)
    qtbot.waitUntil(lambda: receipt.page.delivery.notice.text() != "", timeout=PATIENCE)
    assert path.read_bytes().lower().startswith(begins.lower())
    assert str(path) in receipt.page.delivery.notice.text()
    assert not receipt.page.delivery.open_folder.isHidden()


def test_a_folder_that_is_not_there_is_said_and_loses_nothing(receipt, qtbot, tmp_path):
    receipt.page.save_to(tmp_path / "nowhere" / "rapport.pdf")
    qtbot.waitUntil(lambda: receipt.page.delivery.notice.text() != "", timeout=PATIENCE)
    assert "nowhere" in receipt.page.delivery.notice.text()
    assert receipt.page.delivery.open_folder.isHidden()
    assert is_drawn(receipt.page.preview.sheet.image())


def test_the_suggested_name_says_nothing_about_the_person(receipt):
    receipt.page.delivery.save_pdf.click()
    dialog = receipt.page.delivery.place.dialog
    assert dialog.isVisible()
    name = dialog.selectedFiles()[0].rpartition("/")[2]
    assert name.endswith(".pdf")
    assert "Amina" not in name
    dialog.reject()


def test_the_window_for_saving_leaves_no_trace_of_the_place(receipt, home, tmp_path, qtbot):
    receipt.page.delivery.save_html.click()
    dialog = receipt.page.delivery.place.dialog
    dialog.setDirectory(str(tmp_path))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert [path for path in home.rglob("*") if path.is_file() and b"tmp" in path.read_bytes()] == []
    assert not any(path.name == "QtProject.conf" for path in home.rglob("*"))


def test_from_the_first_field_on_the_receipt_is_there_and_the_page_says_what_is_missing(qtbot, services, tasks):
    i18n.set_language("fr")
    work = PageAtWork(qtbot, page_of(services, tasks))
    wait_for_page(qtbot, work)
    assert work.page.kind.value() is DocumentKind.ACKNOWLEDGEMENT
    assert work.page.delivery.save_pdf.isEnabled()
    report = work.page.kind.buttons[DocumentKind.SOCIAL_REPORT]
    assert not report.isEnabled()
    assert "résultat" in report.accessibleDescription()
    links = work.page.to_complete.links()
    with qtbot.waitSignal(work.page.field_asked):
        links[0].click()


def test_a_changed_case_makes_a_new_document(receipt, qtbot):
    first = receipt.page.preview.sheet.image()
    receipt.change(lambda case: changes.change_request(case, reason="Une autre raison"))
    qtbot.waitUntil(lambda: receipt.page.preview.sheet.image() is not first, timeout=PATIENCE)


def test_the_language_of_the_window_does_not_make_the_document_again(receipt):
    made = receipt.page.preview.sheet.image()
    i18n.set_language("nl")
    receipt.page.retranslate()
    receipt.show_case()
    assert receipt.page.preview.sheet.image() is made


def test_another_case_shows_nothing_of_the_one_before(receipt):
    receipt.page.forget()
    assert receipt.page.preview.sheet.image() is None
    assert receipt.page.delivery.notice.text() == ""


def test_nothing_of_the_document_touches_the_disk_before_it_is_saved(receipt, home):
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_what_is_made_for_a_page_that_is_gone_is_dropped(qtbot, services, tasks, caplog):
    i18n.set_language("fr")
    work = PageAtWork(qtbot, page_of(services, tasks), lone_mother())
    for _stop in delete(work.window.takeWidget()):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    done: list[None] = []
    tasks.aside(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert [record.message for record in caplog.records] == []


def test_nothing_is_drawn_while_the_page_is_hidden(qtbot, services, tasks):
    i18n.set_language("fr")
    work = PageAtWork(qtbot, page_of(services, tasks), lone_mother())
    work.window.hide()
    done: list[None] = []
    tasks.aside(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert work.page.preview.sheet.image() is None
    work.window.show()
    wait_for_page(qtbot, work)


def test_the_name_of_a_file_is_asked_for_in_a_window_for_saving(receipt):
    receipt.page.delivery.save_pdf.click()
    assert receipt.page.delivery.place.dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    receipt.page.delivery.place.dialog.reject()


def test_what_cannot_be_made_is_grey_and_says_why(receipt):
    letter = receipt.page.kind.buttons[DocumentKind.DECISION_LETTER]
    assert not letter.isEnabled()
    assert "décision" in letter.accessibleDescription()
    receipt.change(lambda case: judging.change_decision(case, verdict=Verdict.GRANTED))
    assert letter.isEnabled()


def test_a_password_is_asked_for_judged_and_opens_the_pdf(receipt, qtbot, tmp_path):
    delivery, path = receipt.page.delivery, tmp_path / "rapport.pdf"
    delivery.password.wanted.editor.click()
    assert not delivery.save_html.isEnabled()
    delivery.save_pdf.click()
    assert delivery.place.dialog is None
    assert delivery.password.typed.error_text()
    receipt.type("azerty")
    assert not delivery.password.typed.error_text()
    weak = delivery.password.typed.help.text()
    delivery.password.typed.set_value("quatre mots sans lien")
    delivery.password.retranslate()
    assert delivery.password.typed.help.text() != weak
    receipt.page.save_to(path)
    qtbot.waitUntil(path.exists, timeout=PATIENCE)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="quatre mots sans lien") as pdf:
        assert pdf.encryption.R == 6


@pytest.mark.parametrize("name", ["budget.xlsx", "case.json"])
def test_the_case_leaves_as_data(receipt, qtbot, tmp_path, name):
    receipt.page.exports.write_to(tmp_path / name)
    qtbot.waitUntil(lambda: name in receipt.page.exports.notice.text(), timeout=PATIENCE)
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"PK") if name.endswith("xlsx") else from_json(content) == receipt.case


def test_names_can_be_left_out(receipt, qtbot):
    first = receipt.page.preview.sheet.image()
    receipt.page.pseudonym.editor.click()
    qtbot.waitUntil(lambda: receipt.page.preview.sheet.image() is not first, timeout=PATIENCE)


def test_what_leaves_the_program_is_told_to_the_journal(qtbot, services, tasks, tmp_path, monkeypatch):
    case, paper = lone_mother(), tmp_path / "paper.pdf"
    monkeypatch.setattr(PrintedPages, "ask", lambda pages, make, _window: pages.begin(make(), printer_into(paper)))
    vault = tasks.on_store(partial(CheapVaults().create, tmp_path / "vault", PASSPHRASE)).result()
    work = PageAtWork(qtbot, DocumentsPage(services, tasks, vault), case)
    wait_for_page(qtbot, work)
    work.page.save_to(tmp_path / "rapport.pdf")
    qtbot.waitUntil(lambda: work.page.delivery.notice.text() != "", timeout=PATIENCE)
    with qtbot.waitSignal(work.page.delivery.pages.printed, timeout=PATIENCE):
        work.page.delivery.print.click()
    work.page.exports.write_to(tmp_path / "case.json")
    qtbot.waitUntil(lambda: work.page.exports.notice.text() != "", timeout=PATIENCE)
    entries = tasks.on_store(partial(vault.journal.entries, case.id)).result()
    tasks.on_store(vault.close).result()
    assert [(entry.act, entry.place) for entry in entries] == [
        (Act.DOCUMENT_MADE, "social-report fr pdf"),
        (Act.DOCUMENT_MADE, "social-report fr print"),
        (Act.CASE_EXPORTED, "case json"),
    ]


def test_the_request_leads_to_the_receipt(qtbot, work):
    asked = PageAtWork(qtbot, RequestPage(today=today), lone_mother())
    with qtbot.waitSignal(asked.page.field_asked) as leads:
        asked.page.receipt.click()
    [place] = leads.args
    assert step_of(place) is Step.DOCUMENTS
    work.page.show_field(place)
    assert work.page.kind.value() is DocumentKind.ACKNOWLEDGEMENT


def test_the_arrows_choose_the_next_document_that_can_be_made(receipt, qtbot):
    first = receipt.page.preview.sheet.image()
    receipt.page.kind.editor.setFocus()
    receipt.type("<Down>")
    assert receipt.page.kind.value() is DocumentKind.INFORMATION_SHEET
    receipt.type("<Up>", "<Up>")
    assert receipt.page.kind.value() is DocumentKind.MONTHLY_BUDGET
    qtbot.waitUntil(lambda: receipt.page.preview.sheet.image() is not first, timeout=PATIENCE)
