"""The page of the settings: each choice is taken at once, and the care of the vault is done from here."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop.casefile.steps import Step
from redi_desktop.engine.household import Region
from redi_desktop.ui.colours import DARK, current_colours
from redi_desktop.ui.entrance.form import Way
from redi_desktop.ui.new_passphrase import Origin
from redi_desktop.ui.theme import BODY_POINTS, apply_theme
from redi_desktop.version import program_version
from tests.ui.shell_at_work import PASSPHRASE, nameless

NEW = "quite another passphrase of mine"


@pytest.fixture
def page(qtbot, window):
    """The page, with what the vault has told."""
    QTest.keyClick(window.main, Qt.Key.Key_F10)
    shown = window.main.asides.settings()
    assert shown.isVisible()
    qtbot.waitUntil(lambda: shown.growing.is_done and shown.backups._state is not None)
    return shown


def done(qtbot, deed):
    qtbot.waitUntil(lambda: bool(deed.text()), timeout=10_000)
    return deed.text()


def type_and_leave(field, text):
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)


def choose(field, value):
    field.set_value(value)
    field.edited.emit()


def test_text_size_and_colours_change_at_once_and_are_kept(qtbot, qapp, made, page):
    try:
        choose(page.look.theme, "dark")
        choose(page.look.scale, "150")
        qtbot.waitUntil(lambda: current_colours() is DARK)
        qtbot.waitUntil(lambda: QApplication.font().pointSizeF() == BODY_POINTS * 1.5)
        assert (made.settings.theme, made.settings.text_scale) == ("dark", 150)
    finally:
        apply_theme(qapp, "light", 100)


def test_the_language_changes_in_place(made, page):
    choose(page.look.spoken, "nl")
    assert made.settings.language == "nl"
    assert page.isVisible()
    assert page.look.spoken.value() == "nl"


def test_the_letterhead_is_kept_when_a_field_is_left(made, page):
    for field, text in ((page.letterhead.cpas, "CPAS de Namur"), (page.letterhead.worker, "E. Dubois")):
        type_and_leave(field, text)
    assert (made.letterhead.cpas_name, made.letterhead.worker_name) == ("CPAS de Namur", "E. Dubois")


def test_the_idle_minutes_are_taken_within_their_bounds(made, window, page):
    for typed, kept in (("12", 12), ("40", 12)):
        type_and_leave(page.safety.minutes, typed)
        assert made.settings.idle_minutes == kept
    assert window._idle._seconds == 12 * 60


def test_the_passphrase_is_changed_with_the_present_one(qtbot, made, window, page):
    change = page.safety.passphrase
    change.open.click()
    change.new.choose(Origin.OWN)
    for typed in ("wrong one", PASSPHRASE):
        change.present.set_value(typed)
        change.new.own.set_value(NEW)
        change.new.again.set_value(NEW)
        change.submit()
        done(qtbot, change.change)
    assert "from now on" in change.change.text()
    window.close()
    made.vaults.open(made.default_vault_folder, NEW).close()


def test_a_recovery_sheet_is_made_and_typed_back(qtbot, page):
    recovery = page.recovery
    recovery.make.button.setFocus()
    recovery.make.button.click()
    qtbot.waitUntil(lambda: recovery.proof is not None)
    assert QApplication.focusWidget() is recovery.proof.print
    groups = recovery.proof.code.groups
    recovery.go_on.click()
    assert not recovery.proof.table.isVisible()
    recovery.proof.typed.set_value(" ".join(groups))
    recovery.prove.button.click()
    assert "opens the vault" in done(qtbot, recovery.prove)
    assert QApplication.focusWidget() is recovery.make.button
    qtbot.waitUntil(lambda: "last typed back" in recovery.explanation.text())


def test_a_renewed_key_makes_the_former_sheet_worthless(qtbot, made, page):
    recovery = page.recovery
    recovery.make.button.click()
    qtbot.waitUntil(lambda: recovery.proof is not None)
    before = recovery.proof.code.groups
    recovery.passphrase.set_value(PASSPHRASE)
    recovery.renew.button.click()
    done(qtbot, recovery.renew)
    qtbot.waitUntil(lambda: recovery.proof is not None and recovery.proof.code.groups != before)


def test_backups_are_made_listed_and_copied(qtbot, page, tmp_path):
    page.backups.make.button.setFocus()
    page.backups.make.button.click()
    assert not page.backups.make.button.hasFocus()
    assert "Made and checked" in done(qtbot, page.backups.make)
    assert page.backups.make.button.hasFocus()
    qtbot.waitUntil(lambda: "Made by hand" in page.backups.listed.text())
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    page.backups.copy_to(elsewhere)
    said = done(qtbot, page.backups.copy)
    assert "Copied and checked" in said
    assert "on the same disk as the vault" in said
    assert list(elsewhere.iterdir())


def test_a_copy_into_the_vault_itself_is_refused_in_words(qtbot, made, page):
    page.backups.copy_to(made.default_vault_folder)
    assert "outside the vault" in done(qtbot, page.backups.copy)


def test_restoring_locks_first(qtbot, window, page):
    page.backups.restore.click()
    qtbot.waitUntil(lambda: window.main is None)
    assert window.unlock.way is Way.RESTORE


def test_the_retention_delay_is_chosen(qtbot, page):
    QTest.keyClicks(page.keeping.months.editor, "120")
    page.keeping.choose.button.click()
    done(qtbot, page.keeping.choose)
    qtbot.waitUntil(lambda: page.keeping._state.retention_months == 120)


def test_the_vault_is_verified_and_its_journal_exported_without_a_name(qtbot, page, tmp_path):
    page.checking.verify.button.click()
    assert "Everything is sound: 1 case" in done(qtbot, page.checking.verify)
    path = tmp_path / "journal.json"
    page.checking.export_to(path)
    done(qtbot, page.checking.journal)
    assert json.loads(path.read_text(encoding="utf-8"))["entries"]
    assert "Amina" not in path.read_text(encoding="utf-8")


def test_escape_leads_back(window, page):
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert window.main.start.isVisible()


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_everything_has_a_name_and_fits_at_200_per_cent(qapp, window, page, language):
    window.speak(language)
    assert nameless(window) == []
    apply_theme(qapp, "light", 200)
    try:
        window.resize(1366, 728)
        assert window.width() == 1366
        assert page.widget().minimumSizeHint().width() <= page.viewport().width()
    finally:
        apply_theme(qapp, "light", 100)


def test_a_post_code_brings_its_region_and_a_new_case_begins_there(made, window, page):
    type_and_leave(page.new_cases.municipality, "5000 Namur")
    assert page.new_cases.region.value() is Region.WALLONIA
    assert (made.settings.municipality, made.settings.default_region) == ("5000 Namur", "wallonia")
    assert made.letterhead.address.endswith("5000 Namur")
    choose(page.new_cases.region, Region.BRUSSELS)
    assert made.settings.default_region == "brussels"
    window.main.desk.new_case()
    assert window.main.desk.session.case.household.region is Region.BRUSSELS
    type_and_leave(page.new_cases.municipality, "4700 Eupen")
    window.main.desk.new_case()
    assert window.main.desk.session.case.household.german_community


def test_the_licences_of_others_are_shown_where_somebody_asks(page):
    about = page.about
    assert program_version() in about.explanation.text()
    assert not about.notices.toPlainText()
    about.show_notices.click()
    assert about.notices.isVisibleTo(page)
    assert "SQLCipher" in about.notices.toPlainText()
    for said in ("comes with the works below", "LGPL-3.0) lie beside"):  # in the language of the window, and once
        assert said in about.foreword.text()
        assert said not in about.notices.toPlainText()
    about.show_notices.click()
    assert not about.notices.isVisibleTo(page)


def test_half_typed_text_and_the_open_page_outlive_another_theme(qtbot, qapp, window):
    try:
        QTest.keyClick(window.main, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        wizard = window.main.wizard
        wizard.go(Step.HOUSEHOLD)
        type_and_leave(wizard.page.rows.rows()[0].birth_date, "31/02/19")
        QTest.keyClick(window.main, Qt.Key.Key_F10)
        window.main.asides.settings().look.changed.emit({"theme": "dark"})
        qtbot.waitUntil(lambda: current_colours() is DARK)
        QTest.keyClick(window.main, Qt.Key.Key_Escape)
        assert wizard.isVisible()
        assert wizard.step is Step.HOUSEHOLD
        assert wizard.page.rows.rows()[0].birth_date.text() == "31/02/19"
    finally:
        apply_theme(qapp, "light", 100)
