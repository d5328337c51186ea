"""The first screen: a vault is made on purpose, opened with its passphrase, and what fails is said in its own words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from redi_desktop.errors import KeyFileDamaged, NotAVault, StorageFailed, VaultBusy
from redi_desktop.store.vault import Vault
from redi_desktop.ui.passphrase_words import length_words
from redi_desktop.ui.unlock import Way
from tests.ui.shell_at_work import PASSPHRASE, cheap_services, focus, make_vault, nameless, program, unlock


@pytest.fixture
def made(tmp_path):
    return cheap_services(tmp_path)


@pytest.fixture
def window(qtbot, made):
    with program(qtbot, made) as shown:
        yield shown


def leave_a_vault(made):
    made.vaults.create(made.default_vault_folder, PASSPHRASE).close()


def test_the_first_run_makes_a_vault_with_the_keyboard_alone(qtbot, made, window):
    assert window.unlock.way is Way.MAKE
    assert focus() is window.unlock.passphrase.editor
    make_vault(qtbot, window)
    assert Vault.present(made.default_vault_folder)
    assert made.settings.vault_folder == str(made.default_vault_folder)


def test_two_passphrases_that_differ_make_no_vault(made, window):
    screen = window.unlock
    QTest.keyClicks(screen.passphrase.editor, PASSPHRASE)
    QTest.keyClicks(screen.again.editor, "something else")
    QTest.keyClick(screen.again.editor, Qt.Key.Key_Return)
    assert "not the same" in screen.again.error_text()
    assert not Vault.present(made.default_vault_folder)


def test_all_other_days_ask_for_the_passphrase_once(qtbot, made):
    leave_a_vault(made)
    with program(qtbot, made) as window:
        assert window.unlock.way is Way.OPEN
        assert not window.unlock.again.isVisible()
        unlock(qtbot, window)
        assert window.main is not None
        assert window.unlock.passphrase.value() == ""


def test_a_wrong_passphrase_is_said_at_its_field_and_can_be_typed_again(qtbot, made):
    leave_a_vault(made)
    with program(qtbot, made) as window:
        unlock(qtbot, window, "not this one")
        assert window.main is None
        assert window.unlock.passphrase.error_text()
        assert focus() is window.unlock.passphrase.editor
        window.unlock.passphrase.forget()
        unlock(qtbot, window)
        assert window.main is not None


def test_nothing_typed_asks_for_something(qtbot, made):
    leave_a_vault(made)
    with program(qtbot, made) as window:
        window.unlock.submit()
        assert window.unlock.passphrase.error_text() == "Type your passphrase."


@pytest.mark.parametrize(
    "problem",
    [
        KeyFileDamaged("key_file_damaged"),
        NotAVault("not_a_vault"),
        VaultBusy("vault_busy"),
        StorageFailed("disk_full"),
    ],
    ids=lambda problem: problem.code,
)
def test_what_else_fails_is_told_above_the_fields(qtbot, made, window, monkeypatch, problem):
    def fail(folder, passphrase):
        raise problem

    monkeypatch.setattr(type(made.vaults), "open", lambda self, folder, passphrase: fail(folder, passphrase))
    QTest.mouseClick(window.unlock.other_way, Qt.MouseButton.LeftButton)
    unlock(qtbot, window)
    assert window.unlock.notice.text()
    assert window.unlock.passphrase.error_text() == ""
    assert window.main is None


def test_a_folder_without_a_vault_never_becomes_one_by_opening_it(qtbot, made, window):
    QTest.mouseClick(window.unlock.other_way, Qt.MouseButton.LeftButton)
    assert window.unlock.way is Way.OPEN
    unlock(qtbot, window)
    assert window.unlock.notice.text()
    assert not Vault.present(made.default_vault_folder)


def test_the_passphrase_is_shown_and_hidden_by_keyboard(window):
    line = window.unlock.passphrase.editor
    assert line.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(line, Qt.Key.Key_Tab)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert focus().accessibleName() == "Hide the passphrase"
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed(window):
    field = window.unlock.passphrase

    def press(letter, modifier):
        QApplication.sendEvent(field.editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, letter))
        return "Caps Lock" in field.help.text()

    assert not press("A", Qt.KeyboardModifier.ShiftModifier)
    assert press("A", Qt.KeyboardModifier.NoModifier)
    assert press("1", Qt.KeyboardModifier.NoModifier)
    assert not press("a", Qt.KeyboardModifier.NoModifier)
    assert press("a", Qt.KeyboardModifier.ShiftModifier)


def test_the_length_is_judged_honestly(window):
    field = window.unlock.passphrase
    before = field.help.text()
    QTest.keyClicks(field.editor, "short")
    assert field.help.text() == length_words("short") != before
    assert length_words("x" * 15) != length_words("x" * 30)


def test_the_language_changes_in_place_and_keeps_what_was_typed(qtbot, made, window):
    QTest.keyClicks(window.unlock.passphrase.editor, "half a pass")
    QTest.mouseClick(window.unlock.languages.button("nl"), Qt.MouseButton.LeftButton)
    assert made.settings.language == "nl"
    assert window.unlock.passphrase.value() == "half a pass"


def test_everything_on_the_screen_has_a_name(window):
    assert nameless(window) == []
