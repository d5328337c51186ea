"""The first screen: a vault is made on purpose, opened with its passphrase, and what fails is said in its own words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from redi_desktop.errors import KeyFileDamaged, NotAVault, StorageFailed, VaultBusy
from redi_desktop.store.passphrases import wait_after, word_list
from redi_desktop.store.vault import Vault
from redi_desktop.ui.entrance.form import Way
from redi_desktop.ui.entrance.recovering import RecoveringForm
from redi_desktop.ui.entrance.restoring import RestoringForm
from redi_desktop.ui.new_passphrase import Origin
from redi_desktop.ui.passphrase_words import strength_words
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import (
    PASSPHRASE,
    cheap_services,
    focus,
    make_vault,
    nameless,
    opening_form,
    program,
    prove_sheet,
    sheet_form,
    type_new_passphrase,
    unlock,
)


@pytest.fixture
def made(tmp_path):
    return cheap_services(tmp_path)


@pytest.fixture
def window(qtbot, made):
    with program(qtbot, made) as shown:
        yield shown


@pytest.fixture
def opening(qtbot, made):
    """The window in front of a vault with a case in it."""
    leave_a_vault(made)
    with program(qtbot, made) as shown:
        yield shown


def leave_a_vault(made):
    with made.vaults.create(made.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(lone_mother(), "test")
        return " ".join(vault.recovery_code().groups)


def press(editor, letter, modifier=Qt.KeyboardModifier.NoModifier):
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, letter))


def refuse(problem):
    def opened(self, folder, passphrase):
        raise problem

    return opened


def test_the_first_run_proposes_seven_words_and_asks_to_type_them_from_the_paper(qtbot, made, window):
    new = window.unlock.form.new
    words = new.proposal.text()
    assert window.unlock.way is Way.MAKE
    assert len(words.split()) == 7
    assert focus() is new.again.editor
    QTest.keyClicks(focus(), words)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    prove_sheet(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None)
    assert made.settings.vault_folder == str(made.default_vault_folder)
    window.close()
    made.vaults.open(made.default_vault_folder, words).close()


def test_other_words_can_be_drawn_in_the_language_of_the_window(window):
    new = window.unlock.form.new
    window.speak("nl")
    before = new.proposal.text()
    new.proposal.another.click()
    assert new.proposal.text() != before
    assert set(new.proposal.text().split()) <= set(word_list("nl"))


def test_in_a_low_window_the_field_where_typing_begins_is_in_sight_and_another_way_begins_at_its_head(window):
    window.resize(1024, 520)
    bar = window.unlock._area.verticalScrollBar()
    for way, at_the_head in ((Way.MAKE, False), (Way.RECOVER, True)):
        window.unlock.take(way)
        for _turn in range(5):
            QApplication.processEvents()
        field = focus()
        assert field.visibleRegion().boundingRect() == field.rect()
        assert (bar.value() == 0) is at_the_head


def test_words_typed_otherwise_than_proposed_make_no_vault(made, window):
    new = window.unlock.form.new
    QTest.keyClicks(new.again.editor, "something else")
    QTest.keyClick(new.again.editor, Qt.Key.Key_Return)
    assert "not the same" in new.again.error_text()
    assert not Vault.present(made.default_vault_folder)


def test_a_passphrase_of_ones_own_is_typed_twice(made, window):
    new = window.unlock.form.new
    new.choose(Origin.OWN)
    QTest.keyClicks(new.own.editor, PASSPHRASE)
    QTest.keyClicks(new.again.editor, "something else")
    QTest.keyClick(new.again.editor, Qt.Key.Key_Return)
    assert "not the same" in new.again.error_text()
    assert not Vault.present(made.default_vault_folder)


def test_the_strength_of_ones_own_is_judged_honestly(window):
    new = window.unlock.form.new
    new.choose(Origin.OWN)
    QTest.keyClicks(new.own.editor, "Namur5000!")
    assert new.own.help.text() == strength_words("Namur5000!")
    assert strength_words("Namur5000!").startswith("Easily guessed")
    assert strength_words(" ".join(word_list("fr")[40:2040:250])).startswith("Strong")


def test_a_folder_that_a_cloud_copies_is_warned_of(made, window, tmp_path):
    field = window.unlock.form.folder
    assert not field.warning.text()
    field.set_value(tmp_path / "OneDrive" / "vault")
    field.warn()
    assert "OneDrive" in field.warning.text()


def test_the_vault_is_ready_only_after_its_sheet_was_typed_back(qtbot, window):
    type_new_passphrase(window)
    form = sheet_form(qtbot, window)
    assert form.proof.table.isVisible()
    assert not form.proof.typed.isVisible()
    window.unlock.submit()
    assert not form.proof.table.isVisible()
    assert "type the code" in window.unlock._intro.text()
    window.unlock.submit()
    assert form.proof.typed.error_text() == "Type the code that stands on the recovery sheet."
    form.proof.typed.set_value(" ".join(form.proof.code.groups[:-1]))
    window.unlock.submit()
    assert window.main is None
    assert form.proof.typed.error_text()
    prove_sheet(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None)


def test_a_wrong_group_is_said_while_it_is_typed(qtbot, window):
    type_new_passphrase(window)
    form = sheet_form(qtbot, window)
    window.unlock.submit()
    first = form.proof.code.groups[0]
    wrong = first[:-1] + ("0" if first[-1] != "0" else "1")
    QTest.keyClicks(form.proof.typed.editor, wrong[:-1])
    assert not form.proof.typed.error_text()
    QTest.keyClicks(form.proof.typed.editor, wrong[-1])
    assert "Group 1" in form.proof.typed.error_text()


def test_a_vault_whose_sheet_was_never_proven_asks_for_it_again(qtbot, made):
    with program(qtbot, made) as window:
        type_new_passphrase(window)
        sheet_form(qtbot, window)
    with program(qtbot, made) as window:
        unlock(qtbot, window)
        assert window.main is None
        prove_sheet(qtbot, window)
        qtbot.waitUntil(lambda: window.main is not None)


def test_the_sheet_is_one_page_that_holds_every_group(qtbot, window):
    pypdfium2 = pytest.importorskip("pypdfium2")
    type_new_passphrase(window)
    proof = sheet_form(qtbot, window).proof
    pdf = pypdfium2.PdfDocument(proof.sheet())
    try:
        assert len(pdf) == 1
        text = pdf[0].get_textpage().get_text_bounded()
    finally:
        pdf.close()
    assert all(group in text for group in proof.code.groups)


def test_all_other_days_ask_for_the_passphrase_once(qtbot, opening):
    form = opening_form(opening)
    assert opening.unlock.way is Way.OPEN
    assert focus() is form.passphrase.editor
    unlock(qtbot, opening)
    assert opening.main is not None
    assert form.passphrase.value() == ""


def test_a_wrong_passphrase_is_said_at_its_field_and_costs_a_wait_that_grows(qtbot, opening):
    form = opening_form(opening)
    form.tries.timer.setInterval(1)
    form.tries.timer.blockSignals(True)
    for wrong in (1, 2):
        unlock(qtbot, opening, "not this one")
        assert opening.main is None
        assert form.passphrase.error_text()
        assert focus() is form.passphrase.editor
        assert form.tries.seconds == wait_after(wrong)
        assert not opening.unlock.go.isEnabled()
        for _second in range(form.tries.seconds):
            form.tries.tick()
        assert opening.unlock.go.isEnabled()
        form.passphrase.forget()
    unlock(qtbot, opening)
    assert opening.main is not None


def test_nothing_typed_asks_for_something(opening):
    opening.unlock.submit()
    assert opening_form(opening).passphrase.error_text() == "Type your passphrase."
    opening.unlock.take(Way.RECOVER)
    opening.unlock.submit()
    form = opening.unlock.form
    assert isinstance(form, RecoveringForm)
    assert form.code.error_text() == "Type the code that stands on the recovery sheet."
    assert form.new.again.error_text() == "Type the seven words from your paper."


def test_a_folder_without_a_backup_is_said_once_and_until_there_is_another(opening, tmp_path):
    opening.unlock.take(Way.RESTORE)
    form, none = opening.unlock.form, "There is no backup in this folder. Choose another one."
    assert isinstance(form, RestoringForm)
    assert (form.source.help.text(), form.source.error_text()) == (none, "")
    opening.unlock.submit()
    assert (form.source.help.text(), form.source.error_text()) == ("", none)
    form.source.set_value(None)
    opening.unlock.submit()
    assert form.source.error_text() == "Choose a folder."
    form.source.set_value(tmp_path)
    form.look()
    assert (form.source.help.text(), form.source.error_text()) == (none, "")


@pytest.mark.parametrize(
    "problem",
    [
        KeyFileDamaged("key_file_damaged"),
        NotAVault("database_foreign"),
        VaultBusy("vault_busy_elsewhere"),
        StorageFailed("disk_full"),
    ],
    ids=lambda problem: problem.code,
)
def test_what_else_fails_is_told_above_the_fields(qtbot, made, opening, monkeypatch, problem):
    monkeypatch.setattr(type(made.vaults), "open", refuse(problem))
    unlock(qtbot, opening)
    assert opening.unlock.notice.text()
    assert opening_form(opening).passphrase.error_text() == ""
    assert opening.main is None


def test_a_folder_without_a_vault_never_becomes_one_by_opening_it(qtbot, made, window):
    window.unlock.take(Way.OPEN)
    unlock(qtbot, window)
    assert window.unlock.notice.text()
    assert not Vault.present(made.default_vault_folder)


def test_a_lost_passphrase_is_replaced_with_the_recovery_sheet(qtbot, made):
    code = leave_a_vault(made)
    with program(qtbot, made) as window:
        window.unlock.take(Way.RECOVER)
        form = window.unlock.form
        assert isinstance(form, RecoveringForm)
        form.code.set_value(code.lower())
        words = form.new.proposal.text()
        QTest.keyClicks(form.new.again.editor, words)
        QTest.keyClick(form.new.again.editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.main is not None)
    made.vaults.open(made.default_vault_folder, words).close()


def test_the_sheet_of_another_vault_is_said_at_its_field(qtbot, made, tmp_path):
    leave_a_vault(made)
    with made.vaults.create(tmp_path / "other", PASSPHRASE) as other:
        code = " ".join(other.recovery_code().groups)
    with program(qtbot, made) as window:
        window.unlock.take(Way.RECOVER)
        form = window.unlock.form
        assert isinstance(form, RecoveringForm)
        form.code.set_value(code)
        QTest.keyClicks(form.new.again.editor, form.new.proposal.text())
        window.unlock.submit()
        qtbot.waitUntil(lambda: bool(form.code.error_text()))
        assert window.main is None


def test_a_damaged_vault_is_restored_from_its_last_backup(qtbot, made):
    with made.vaults.create(made.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(lone_mother(), "test")
        vault.backups.make()
    (made.default_vault_folder / "dossiers.db").write_bytes(b"")
    with program(qtbot, made) as window:
        unlock(qtbot, window)
        assert window.unlock.notice.text()
        window.unlock.take(Way.RESTORE)
        form = window.unlock.form
        assert isinstance(form, RestoringForm)
        assert form.backup.value()
        QTest.keyClicks(form.passphrase.editor, PASSPHRASE)
        QTest.keyClick(form.passphrase.editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.main is not None)


def test_the_passphrase_is_shown_and_hidden_by_keyboard(opening):
    line = opening_form(opening).passphrase.editor
    assert isinstance(line, QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(line, Qt.Key.Key_Tab)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert focus().accessibleName() == "Hide the passphrase"
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed(opening):
    field = opening_form(opening).passphrase

    def caps_after(letter, modifier):
        press(field.editor, letter, modifier)
        return "Caps Lock" in field.help.text()

    assert not caps_after("A", Qt.KeyboardModifier.ShiftModifier)
    assert caps_after("A", Qt.KeyboardModifier.NoModifier)
    assert caps_after("1", Qt.KeyboardModifier.NoModifier)
    assert not caps_after("a", Qt.KeyboardModifier.NoModifier)
    assert caps_after("a", Qt.KeyboardModifier.ShiftModifier)


def test_the_language_changes_in_place_and_keeps_what_was_typed(made, opening):
    field = opening_form(opening).passphrase
    QTest.keyClicks(field.editor, "half a pass")
    QTest.mouseClick(opening.unlock.languages.button("nl"), Qt.MouseButton.LeftButton)
    assert made.settings.language == "nl"
    assert field.value() == "half a pass"


@pytest.mark.parametrize("way", [Way.OPEN, Way.MAKE, Way.RECOVER, Way.RESTORE])
def test_everything_on_the_screen_has_a_name(window, way):
    window.unlock.take(way)
    assert nameless(window) == []


def test_the_sheet_can_be_used_with_a_screen_reader(qtbot, window):
    type_new_passphrase(window)
    sheet_form(qtbot, window)
    assert nameless(window) == []
    window.unlock.submit()
    assert nameless(window) == []


def test_a_whole_first_run_leads_to_the_cases(qtbot, made, window):
    make_vault(qtbot, window)
    assert Vault.present(made.default_vault_folder)
