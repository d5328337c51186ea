"""What is done with a case as a whole: archived, handed over and taken over, given to the person, erased."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redi_desktop.casefile.model import Status
from tests.ui.shell_at_work import NOW, PASSPHRASE, listed, nameless

PATIENCE = 20_000


@pytest.fixture
def page(qtbot, main):
    QTest.keyClick(main, Qt.Key.Key_F6)
    shown = main.middle.currentWidget()
    assert shown.title() == "This case: Amina"
    qtbot.waitUntil(lambda: shown.growing.is_done)
    return shown


def done(qtbot, deed):
    qtbot.waitUntil(lambda: bool(deed.text()), timeout=PATIENCE)
    return deed.text()


def test_a_case_goes_into_the_archive_and_comes_out_again(qtbot, main, page):
    page.archiving.button.click()
    assert main.desk.session.case.status is Status.ARCHIVED
    qtbot.waitUntil(lambda: listed(main) == [])
    page.archiving.button.click()
    qtbot.waitUntil(lambda: listed(main) == ["Amina"])


def test_nothing_is_handed_over_before_the_agreement_is_noted(page, tmp_path):
    page.handing_over.write_to(tmp_path / "case.redicase")
    assert page.handing_over.agreed_on.error_text()
    assert not list(tmp_path.glob("*.redicase"))


def test_a_case_is_handed_over_and_taken_over(qtbot, main, page, tmp_path):
    path = tmp_path / "case.redicase"
    page.handing_over.agreed_on.set_value(date(2024, 5, 14))
    page.handing_over.how.set_value("At the desk")
    page.handing_over.write_to(path)
    done(qtbot, page.handing_over.hand_over)
    secret = page.handing_over.passphrase.text().rpartition(": ")[2]
    assert len(secret.split()) == 7
    assert b"Amina" not in path.read_bytes()
    settings = main.asides.settings("taking_over")
    settings.taking_over.choose_file(path)
    settings.taking_over.passphrase.set_value("not this one")
    settings.taking_over.take.asked.emit()
    assert "one-time passphrase" in done(qtbot, settings.taking_over.take)
    settings.taking_over.passphrase.set_value(secret)
    settings.taking_over.take.asked.emit()
    qtbot.waitUntil(lambda: main.desk.session.case.id != "mother", timeout=PATIENCE)
    assert main.desk.session.case.title == "Amina"
    assert main.wizard.isVisible()
    qtbot.waitUntil(lambda: listed(main) == ["Amina", "Amina"])


def test_the_one_time_passphrase_is_shown_once(qtbot, main, page, tmp_path):
    page.handing_over.agreed_on.set_value(date(2024, 5, 14))
    page.handing_over.how.set_value("At the desk")
    page.handing_over.write_to(tmp_path / "case.redicase")
    done(qtbot, page.handing_over.hand_over)
    main.navigation.show_care()
    assert page.handing_over.passphrase.text() == ""
    main.window().hide()  # as behind the lock
    page.handing_over.hand_over.done.emit((tmp_path, "seven words"))
    assert page.handing_over.passphrase.text() == ""
    assert "hand the case over again" in page.handing_over.hand_over.text()


def test_the_person_gets_everything_as_a_document_and_as_data(qtbot, page, tmp_path):
    page.giving_access.write_to(tmp_path)
    done(qtbot, page.giving_access.export)
    stem = f"redi-access_{NOW.date().isoformat()}"
    told = json.loads((tmp_path / f"{stem}.json").read_text(encoding="utf-8"))
    assert told["cases"][0]["case"]["household"]["persons"][0]["name"] == "Amina"
    assert (tmp_path / f"{stem}.pdf").read_bytes().startswith(b"%PDF")


def test_erasing_is_asked_twice_and_the_first_answer_is_no(main, page):
    page.erasing.begin.click()
    assert "Amina" in page.erasing.warning.text()
    assert page.erasing.keep.hasFocus()
    page.erasing.keep.click()
    assert page.erasing.warning.text() == ""
    assert page.erasing.begin.isVisible()


def test_an_erased_case_is_gone_from_desk_list_and_vault(qtbot, made, main, page):
    page.erasing.begin.click()
    page.erasing.erase.button.click()
    qtbot.waitUntil(lambda: main.desk.session is None and listed(main) == [])
    assert main.start.isVisible()
    main.window().close()
    with made.vaults.open(made.default_vault_folder, PASSPHRASE) as vault:
        assert vault.cases.list("", True) == ()


def test_a_new_case_in_which_nothing_is_kept_has_no_such_page(qtbot, main):
    main.desk.new_case()
    qtbot.waitUntil(lambda: main.desk.session.case.id != "mother")
    main.navigation.show_care()
    assert main.wizard.isVisible()


def test_everything_on_the_page_has_a_name(main, page):
    assert nameless(main) == []
    page.erasing.begin.click()
    assert nameless(main) == []
