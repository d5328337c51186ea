"""The main window: from the new case to the saved one, in any language, by keyboard, and nothing is ever lost."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from redi_desktop import i18n
from redi_desktop.casefile.model import SpokenLanguage
from redi_desktop.casefile.steps import STEPS, Step
from redi_desktop.errors import StorageFailed
from redi_desktop.ui.theme import apply_theme
from redi_desktop.words.vocabulary import label
from tests.ui.shell_at_work import PASSPHRASE, cheap_services, focus, listed, nameless, program, unlock

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def empty_vault(tmp_path_factory):
    """A vault without a case, whose sheet was typed back, made once: each test has a copy."""
    ready = cheap_services(tmp_path_factory.mktemp("empty"))
    with ready.vaults.create(ready.default_vault_folder, PASSPHRASE) as vault:
        vault.prove_recovery(" ".join(vault.recovery_code().groups))
    return ready.default_vault_folder


@pytest.fixture
def made(tmp_path, empty_vault):
    """Services on that vault; the window is the one of all these tests."""
    ready = cheap_services(tmp_path)
    shutil.copytree(empty_vault, ready.default_vault_folder)
    return ready


@pytest.fixture
def main(qtbot, window):
    """The main window with a new case in it."""
    QTest.keyClick(window.main, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: window.main.desk.session is not None)
    return window.main


def case_of(main):
    return main.desk.session.case


def fail(*_case):
    raise StorageFailed("disk_full")


def saved(qtbot, main):
    main.desk.session.field_left()
    qtbot.waitUntil(lambda: not main.desk.session.unsaved)


def name_applicant(main, name):
    main.desk.session.change(lambda case: replace(case, reference=name), "reference")


def place_of(main, widget):
    return QRect(widget.mapTo(main, QPoint(0, 0)), widget.size())


def test_before_the_first_case_the_window_says_how_to_begin(qtbot, window):
    assert window.main.start.isVisible()
    assert not window.main.panel.isVisible()
    qtbot.waitUntil(lambda: window.main.cases._empty.isVisible())


def test_a_new_case_is_of_today_and_in_the_language_of_the_window(main):
    assert case_of(main).reference_date == case_of(main).request.date == date(2024, 5, 15)
    assert case_of(main).request.language is SpokenLanguage.EN
    assert main.panel.isVisible()
    assert main.wizard.step is Step.REQUEST
    assert main.wizard.page.isAncestorOf(focus())


def test_a_new_case_in_which_nothing_was_typed_is_not_kept(qtbot, main):
    assert not main.desk.session.unsaved
    QTest.keyClick(main, Qt.Key.Key_N, CTRL)
    assert listed(main) == []


def test_what_is_typed_is_saved_as_the_field_is_left_and_the_time_is_said(qtbot, main):
    main.wizard.go(Step.REQUEST)
    QTest.keyClicks(focus(), "The rent went up.")
    assert main.top_bar.saved_line.text() == "Saved as soon as the field is left"
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not main.desk.session.unsaved)
    assert case_of(main).request.reason == "The rent went up."
    assert main.top_bar.saved_line.text() == "Saved at 14:03"
    qtbot.waitUntil(lambda: listed(main) == ["Case without a name"])


def test_a_case_that_is_opened_again_says_when_it_was_saved_last(qtbot, main):
    assert main.top_bar.saved_line.text() == "Kept as soon as something is typed"
    name_applicant(main, "Amina")
    main.desk.session.field_left()
    kept = main.desk.session.case.id
    main.navigation.show_today()
    qtbot.waitUntil(lambda: main.desk.session is None)
    assert main.top_bar.saved_line.text() == ""
    main.desk.open(kept)
    qtbot.waitUntil(lambda: main.desk.session is not None)
    assert main.top_bar.saved_line.text().startswith("Saved ")


def test_undo_is_over_the_whole_case_wherever_the_focus_is(qtbot, main):
    main.wizard.go(Step.REQUEST)
    QTest.keyClicks(focus(), "abc")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert main.top_bar.undo.isEnabled()
    QTest.keyClick(focus(), Qt.Key.Key_Z, CTRL)
    assert case_of(main).request.reason == ""
    QTest.keyClick(focus(), Qt.Key.Key_Y, CTRL)
    assert case_of(main).request.reason == "abc"
    main.top_bar.undo.click()
    assert case_of(main).request.reason == ""


def test_the_arrows_with_alt_lead_through_the_steps(main):
    visited = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(main, key, ALT)
        visited.append(main.wizard.step)
    assert visited == [Step.HOUSEHOLD, Step.HOUSING, Step.HOUSEHOLD, Step.REQUEST, Step.REQUEST]


def test_behind_another_page_no_key_leads_through_the_steps_and_undo_shows_the_case_again(qtbot, main):
    name_applicant(main, "2024-1")
    saved(qtbot, main)
    main.navigation.show_settings()
    QTest.keyClick(main, Qt.Key.Key_Right, ALT)
    assert main.wizard.step is Step.REQUEST
    assert not main.wizard.isVisible()
    main.navigation.undo()
    assert main.wizard.isVisible()
    assert case_of(main).reference == ""


def test_next_names_the_step_it_leads_to_and_ends_with_the_last(main):
    visited = [main.wizard.step]
    while main.wizard.next.isVisible():
        main.wizard.next.click()
        visited.append(main.wizard.step)
    assert visited == list(STEPS)
    assert main.wizard.back.text() == f"Back: {label(STEPS[-2])}"


def test_a_page_keeps_its_focus_when_one_comes_back(main):
    main.wizard.go(Step.REQUEST)
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    before = focus()
    main.wizard.go(Step.HOUSING)
    main.wizard.go(Step.REQUEST)
    assert focus() is before


def test_a_hint_opens_the_page_of_its_field(main):
    hint = next(link for link in main.panel.to_complete.links() if "region" in link.text())
    QTest.mouseClick(hint, Qt.MouseButton.LeftButton)
    assert main.wizard.step is Step.HOUSING
    assert main.wizard.page.isAncestorOf(focus())


def test_search_finds_without_accents(qtbot, main):
    name_applicant(main, "Çelik 17")
    saved(qtbot, main)
    QTest.keyClick(main, Qt.Key.Key_F, CTRL)
    assert focus() is main.cases.search
    QTest.keyClicks(focus(), "celik")
    qtbot.waitUntil(lambda: listed(main) == ["Çelik 17"])
    QTest.keyClicks(focus(), "x")
    qtbot.waitUntil(lambda: listed(main) == [])
    assert main.cases._empty.isVisible()


def test_another_case_opens_only_after_this_one_is_saved(qtbot, main):
    name_applicant(main, "first")
    saved(qtbot, main)
    first = case_of(main).id
    QTest.keyClick(main, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: case_of(main).id != first)
    name_applicant(main, "second")
    main.desk.open(first)
    qtbot.waitUntil(lambda: case_of(main).id == first)
    assert case_of(main).reference == "first"
    qtbot.waitUntil(lambda: sorted(listed(main)) == ["first", "second"])


def test_nothing_half_typed_wanders_into_another_case(qtbot, main):
    name_applicant(main, "first")
    saved(qtbot, main)
    main.wizard.go(Step.REQUEST)
    field = next(field for field in main.wizard.page.fields() if hasattr(field, "text"))
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "no date")
    QTest.keyClick(main, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: case_of(main).reference != "first")
    assert "no date" not in field.text()


def test_the_language_changes_in_place_without_losing_a_letter(qtbot, made, window, main):
    main.wizard.go(Step.REQUEST)
    line = focus()
    QTest.keyClicks(line, "half typ")
    for code, lock in (("nl", "nl"), ("fr", "fr"), ("en", "en")):
        QTest.mouseClick(main.top_bar.languages.button(code), Qt.MouseButton.LeftButton)
        assert i18n.language() == made.settings.language == lock
    line.setFocus()
    QTest.keyClicks(line, "ed")
    assert case_of(main).request.reason == "half typed"


def test_every_page_can_be_used_with_a_screen_reader_in_every_language(window, main):
    for language, step in product(("fr", "nl", "de", "en"), STEPS):
        window.speak(language)
        main.wizard.go(step)
        assert nameless(window) == [], (language, step)


def test_a_narrow_window_lays_the_panel_above_the_page(qtbot, window, main):
    window.resize(1100, 728)
    qtbot.waitUntil(lambda: place_of(main, main.panel).bottom() <= place_of(main, main.wizard).top())
    assert main.panel.isVisible()
    window.resize(1366, 728)
    qtbot.waitUntil(lambda: place_of(main, main.panel).left() >= place_of(main, main.wizard).right())


def test_in_a_narrow_window_the_name_of_the_case_keeps_its_room_while_it_is_saved(qtbot, window, main):
    name_applicant(main, "Sofia Çelik")
    title = main.top_bar.title
    for language in ("fr", "nl", "de"):
        window.speak(language)
        window.resize(1093, 614)
        main.top_bar.saved_line.waiting()
        qtbot.waitUntil(lambda: title.width() >= title.fontMetrics().horizontalAdvance("Sofia Çelik"))


def test_the_list_is_folded_away_and_remembered(qtbot, made, window, main):
    QTest.keyClick(main, Qt.Key.Key_F4)
    assert not main.cases.isVisible()
    assert made.settings.case_list_shown is False
    QTest.keyClick(main, Qt.Key.Key_F, CTRL)
    assert main.cases.isVisible()
    assert made.settings.case_list_shown is True


def test_at_200_per_cent_of_text_every_page_fits_into_1366_pixels(qapp, window, main):
    apply_theme(qapp, "light", 200)
    try:
        window.resize(1366, 728)
        for language, step in product(("fr", "nl", "de", "en"), STEPS):
            window.speak(language)
            main.wizard.go(step)
            assert window.minimumSizeHint().width() <= 1366, (language, step)
            assert window.width() == 1366, (language, step)
    finally:
        apply_theme(qapp, "light", 100)


def test_the_window_does_not_close_while_a_save_fails_and_says_why(qtbot, window, main, monkeypatch):
    monkeypatch.setattr(main.desk.session, "_save", fail)
    name_applicant(main, "precious")
    assert not window.close()
    assert window.isVisible()
    assert main.notice.text()
    monkeypatch.undo()
    assert window.close()


@pytest.mark.parametrize("fails", [True, False])
def test_a_window_that_waits_for_the_disk_is_out_of_sight_until_it_fails(window, main, monkeypatch, fails):
    session, hidden = main.desk.session, threading.Event()
    save, hide = session._save, window.hide

    def slow(*case):
        assert hidden.wait(timeout=5)
        return fail() if fails else save(*case)

    def hide_and_say() -> None:
        hide()
        hidden.set()

    monkeypatch.setattr(session, "_save", slow)
    monkeypatch.setattr(window, "hide", hide_and_say)
    name_applicant(main, "precious")
    assert window.close() is not fails
    assert window.isVisible() is fails
    assert session.unsaved is fails
    assert bool(main.notice.text()) is fails


def test_a_failed_save_is_told_and_mended_by_itself(qtbot, main, monkeypatch):
    monkeypatch.setattr(main.desk.session, "_save", fail)
    main.desk.session._retry.setInterval(10)
    name_applicant(main, "precious")
    main.desk.session.field_left()
    qtbot.waitUntil(lambda: bool(main.notice.text()))
    assert main.top_bar.saved_line.text() == "Not saved yet: trying again"
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not main.desk.session.unsaved)
    assert main.notice.text() == ""


def test_locking_saves_and_asks_for_the_passphrase_again(qtbot, made, window, main):
    name_applicant(main, "precious")
    QTest.keyClick(main, Qt.Key.Key_L, CTRL)
    assert window.unlock.isVisible()
    qtbot.waitUntil(lambda: window.main is None)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None and listed(window.main) == ["precious"])


def test_after_a_restart_everything_is_there(qtbot, made):
    with program(qtbot, made) as window:
        unlock(qtbot, window)
        main = window.main
        assert main is not None
        QTest.keyClick(main, Qt.Key.Key_N, CTRL)
        qtbot.waitUntil(lambda: main.desk.session is not None)
        name_applicant(main, "precious")
        kept = case_of(main)
    with program(qtbot, made) as window:
        unlock(qtbot, window)
        qtbot.waitUntil(lambda: window.main is not None and listed(window.main) == ["precious"])
        again = window.main
        assert again is not None
        again.desk.open(kept.id)
        qtbot.waitUntil(lambda: again.desk.session is not None)
        assert case_of(again) == kept


def test_no_name_stands_in_the_title_of_the_window(qtbot, window, main):
    name_applicant(main, "Çelik")
    assert main.top_bar.title.text() == "Çelik"
    assert window.windowTitle() == "REDI Desktop"


def test_a_bug_is_told_without_closing_anything(qtbot, window, main):
    window.bug_happened.emit()
    assert main.notice.text()
    assert main.isVisible()


def test_a_page_asked_for_while_the_case_is_put_away_stays_in_front(qtbot, main):
    name_applicant(main, "half typed")
    main.navigation.show_today()
    main.navigation.show_settings()
    qtbot.waitUntil(lambda: main.desk.session is None)
    assert main.asides.settings("").isVisible()
    assert not main.start.isVisible()
    main.navigation.show_today()
    assert main.start.isVisible()
