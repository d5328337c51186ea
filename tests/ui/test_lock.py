"""The lock: when it comes, what it hides, and what is there again afterwards."""

from __future__ import annotations

import time
import weakref
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from redi_desktop.casefile.steps import Step
from redi_desktop.errors import StorageFailed
from redi_desktop.store.cases import CaseStore
from redi_desktop.store.drafts import Drafts
from redi_desktop.ui.entrance.form import Way
from redi_desktop.ui.locking.idle_watch import ASLEEP, TICK, IdleWatch
from tests.ui.shell_at_work import PASSPHRASE, lock, opening_form, program, unlock

CTRL = Qt.KeyboardModifier.ControlModifier


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def watch(qtbot):
    clock, wall = Clock(), Clock()
    made = IdleWatch(clock=clock, wall=wall)
    made.start(5)
    told = []
    made.idle.connect(lambda: told.append(clock.seconds))
    return made, clock, wall, told


def pass_time(watch, seconds):
    made, clock, wall, _told = watch
    for _tick in range(seconds // TICK):
        clock.seconds += TICK
        wall.seconds += TICK
        made.look()


def open_mother(qtbot, window, step=Step.REQUEST):
    window.main.desk.open("mother")
    qtbot.waitUntil(lambda: window.main.desk.session is not None)
    window.main.wizard.go(step)


def texts(window):
    return [label.text() for label in window.findChildren(QLabel)]


def test_five_minutes_without_a_key_are_told(watch):
    pass_time(watch, 295)
    assert watch[3] == []
    pass_time(watch, 5)
    assert len(watch[3]) == 1


def test_a_key_begins_the_minutes_anew(watch):
    pass_time(watch, 295)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    assert watch[0].eventFilter(watch[0], key) is False
    pass_time(watch, 295)
    assert watch[3] == []


def test_a_machine_that_has_slept_is_locked_as_it_wakes_up(watch):
    made, clock, wall, told = watch
    wall.seconds += TICK + ASLEEP + 1
    clock.seconds += 1
    made.look()
    assert len(told) == 1


def test_a_clock_that_is_set_back_locks_nobody_out_and_keeps_counting(watch):
    watch[2].seconds -= 86_400
    pass_time(watch, 295)
    assert watch[3] == []
    pass_time(watch, 5)
    assert len(watch[3]) == 1


def test_idle_minutes_lock_the_window(qtbot, window):
    window._idle.idle.emit()
    assert window.unlock.isVisible()
    qtbot.waitUntil(lambda: window.main is None)


def test_a_locked_session_or_a_sleep_locks_the_window(qtbot, window):
    window._session.away.emit()
    assert window.unlock.isVisible()
    qtbot.waitUntil(lambda: window.main is None)


@pytest.mark.usefixtures("window_looks_for_garbage")
def test_while_locked_nothing_of_a_case_is_left(qtbot, window):
    open_mother(qtbot, window)
    main = window.main
    decrypted = [weakref.ref(one) for one in (main, main.desk.session, main.cases._model, window._vault)]
    del main
    lock(qtbot, window)
    qtbot.waitUntil(lambda: not any("Amina" in text for text in texts(window)))
    qtbot.waitUntil(lambda: window._tasks.is_at_rest)
    qtbot.waitUntil(lambda: [one() for one in decrypted if one() is not None] == [])
    assert window.windowTitle() == "REDI Desktop"


@pytest.mark.parametrize("ours", [True, False])
def test_what_was_copied_here_is_taken_back_and_nothing_else(window, monkeypatch, ours):
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda clipboard: ours)
    QGuiApplication.clipboard().setText("Amina")
    QTest.keyClick(window.main, Qt.Key.Key_L, CTRL)
    assert QGuiApplication.clipboard().text() == ("" if ours else "Amina")


def test_other_windows_of_the_program_are_closed(qtbot, window):
    beside = QLabel("Amina")
    qtbot.addWidget(beside)
    beside.show()
    lock(qtbot, window)
    assert not beside.isVisible()


def test_after_unlocking_one_types_on_where_one_was(qtbot, window):
    open_mother(qtbot, window, Step.HOUSING)
    lock(qtbot, window)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None and window.main.desk.session is not None)
    assert window.main.desk.session.case.id == "mother"
    assert window.main.wizard.step is Step.HOUSING


def date_field(window):
    return window.main.wizard.page._places["request.date"]


def test_a_half_typed_text_is_there_again_after_unlocking(qtbot, window):
    open_mother(qtbot, window)
    field = date_field(window)
    field.editor.setFocus()
    field.editor.selectAll()
    QTest.keyClicks(field.editor, "3 of M")
    lock(qtbot, window)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None and window.main.desk.session is not None)
    qtbot.waitUntil(lambda: date_field(window).text() == "3 of M")


def test_a_half_typed_text_survives_another_case_and_goes_once_it_is_mended(qtbot, window):
    open_mother(qtbot, window)
    date_field(window).editor.selectAll()
    QTest.keyClicks(date_field(window).editor, "3 of M")
    window.main.desk.new_case()
    qtbot.waitUntil(lambda: window.main.desk.session.case.id != "mother")
    assert date_field(window).text() != "3 of M"
    window.main.desk.open("mother")
    qtbot.waitUntil(lambda: date_field(window).text() == "3 of M")
    date_field(window).editor.selectAll()
    QTest.keyClicks(date_field(window).editor, "3/5/24")
    window.main.drafts.keep()
    lock(qtbot, window)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None and window.main.desk.session is not None)
    assert date_field(window).text() == "03/05/2024"


def test_a_new_case_in_which_only_half_a_text_stands_is_kept_too(qtbot, window):
    window.main.desk.new_case()
    qtbot.waitUntil(lambda: window.main.desk.session is not None)
    date_field(window).editor.selectAll()
    QTest.keyClicks(date_field(window).editor, "3 of M")
    lock(qtbot, window)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None and window.main.desk.session is not None)
    qtbot.waitUntil(lambda: date_field(window).text() == "3 of M")


def test_undo_goes_on_after_unlocking(qtbot, window):
    open_mother(qtbot, window)
    session = window.main.desk.session
    before = session.case.reference
    window.main.wizard.page.changed.emit(_referenced, "reference")
    session.field_left()
    qtbot.waitUntil(lambda: not session.unsaved)
    lock(qtbot, window)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None and window.main.desk.session is not None)
    assert window.main.desk.session.case.reference == "2024/99"
    window.main.navigation.undo()
    assert window.main.desk.session.case.reference == before


def _referenced(case):
    from dataclasses import replace

    return replace(case, reference="2024/99")


@pytest.fixture
def unsaved(qtbot, window, monkeypatch):
    """A case that is open and cannot be saved: the disk is full."""
    monkeypatch.setattr(CaseStore, "_put", _full)
    open_mother(qtbot, window)
    window.main.desk.session.change(_referenced, "reference")
    yield window
    monkeypatch.undo()


def _full(*_arguments, **_more):
    raise StorageFailed("disk_full")


def shown_texts(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window))


def test_a_case_that_cannot_be_saved_is_hidden_all_the_same(qtbot, unsaved):
    assert "Amina" in told_to_assistive_technology(unsaved)
    unsaved._session.away.emit()
    assert unsaved.is_covered
    assert unsaved.unlock.isVisible()
    assert "Amina" not in shown_texts(unsaved)
    qtbot.waitUntil(lambda: "Amina" not in told_to_assistive_technology(unsaved))
    QTest.keyClick(unsaved, Qt.Key.Key_F1)
    unsaved._manual.closed.emit()
    assert "Amina" not in shown_texts(unsaved)
    assert unsaved.close() is False


def test_the_passphrase_shows_it_again_and_nothing_was_lost(qtbot, unsaved, monkeypatch):
    unsaved.lock()
    unsaved.unlock.form.passphrase.set_value("not this one")
    unsaved.unlock.submit()
    qtbot.waitUntil(lambda: unsaved.unlock.form.passphrase.error_text() != "")
    assert unsaved.is_covered
    monkeypatch.undo()
    unsaved.unlock.form.tries.forgive()
    unsaved.unlock.form.passphrase.set_value(PASSPHRASE)
    unsaved.unlock.submit()
    qtbot.waitUntil(lambda: not unsaved.is_covered)
    assert unsaved.main.isVisible()
    assert unsaved.main.desk.session.case.reference == "2024/99"
    qtbot.waitUntil(lambda: not unsaved.main.desk.session.unsaved)


def test_a_key_that_reaches_the_window_counts_as_somebody_there(qtbot, window):
    seen = window._idle._seen
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QApplication.processEvents()
    assert window._idle._seen > seen


def is_closed(window, vault):
    """Whether the vault answers no more."""
    return window._tasks.on_store(vault.cases.list).exception() is not None


def test_the_window_is_hidden_before_anything_waits_for_the_disk(qtbot, window):
    open_mother(qtbot, window)
    hangs, seen = Event(), []
    window._tasks.on_store(lambda: hangs.wait(20))
    window.main.desk.session.change(_referenced, "reference")
    began = time.monotonic()
    window.lock()
    seen.append(window.unlock.isVisible())
    window.unlock.form.passphrase.set_value(PASSPHRASE)
    window.unlock.submit()
    qtbot.waitUntil(lambda: not window.is_covered)
    assert seen == [True]
    assert window.main.isVisible()
    assert window.main.desk.session.unsaved
    assert time.monotonic() - began < 10
    hangs.set()
    qtbot.waitUntil(lambda: not window.main.desk.session.unsaved)


def test_the_vault_is_closed_once_the_saves_succeed_behind_the_lock(qtbot, unsaved, monkeypatch):
    monkeypatch.setattr(Drafts, "save_all", _full)
    date_field(unsaved).editor.selectAll()
    QTest.keyClicks(date_field(unsaved).editor, "3 of M")
    vault, main = unsaved._vault, unsaved.main
    unsaved.lock()
    unsaved.unlock.form.passphrase.set_value("half a passph")
    qtbot.waitUntil(lambda: "not all is saved" in unsaved.unlock.title.text())
    assert unsaved.unlock.notice.text() != ""
    monkeypatch.undo()
    main.desk.session._retry.timeout.emit()
    qtbot.waitUntil(lambda: not main.desk.session.unsaved)
    assert unsaved.is_covered
    main.drafts._retry.timeout.emit()
    qtbot.waitUntil(lambda: unsaved.main is None)
    assert is_closed(unsaved, vault)
    assert unsaved.unlock.form.passphrase.value() == "half a passph"
    assert unsaved.unlock.notice.text() == ""
    unsaved.unlock.form.passphrase.forget()
    unlock(qtbot, unsaved)
    qtbot.waitUntil(lambda: unsaved.main is not None and unsaved.main.desk.session is not None)
    assert unsaved.main.desk.session.case.reference == "2024/99"
    qtbot.waitUntil(lambda: date_field(unsaved).text() == "3 of M")


def test_documents_for_several_cases_go_on_behind_the_lock_and_then_the_vault_is_closed(qtbot, window, tmp_path):
    """One comes back once while they are made, and once when they are there."""
    vault, main, hangs = window._vault, window.main, Event()
    qtbot.waitUntil(lambda: bool(main.cases._model.cases))
    main.cases.several.click()
    batch = main.asides._several.batch
    window._tasks.on_store(lambda: hangs.wait(20))
    batch.write_to(tmp_path)
    window._idle.idle.emit()
    qtbot.waitUntil(lambda: "goes on behind" in shown_texts(window))
    qtbot.waitUntil(lambda: "Amina" not in told_to_assistive_technology(window))
    window.unlock.form.passphrase.set_value(PASSPHRASE)
    window.unlock.submit()
    qtbot.waitUntil(lambda: not window.is_covered)
    assert batch.isVisible()
    assert batch.line.is_under_way
    window.lock()
    assert window.main is main
    hangs.set()
    qtbot.waitUntil(lambda: window.main is None, timeout=20_000)
    assert is_closed(window, vault)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None)
    assert "1 document is in" in window.main.notice.text()
    window.main.notice.close_button.click()
    assert window.main.notice.text() == ""


def told_to_assistive_technology(window):
    """Every name, description and text in the tree that a screen reader reads."""
    found, waiting = [], [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        one = waiting.pop()
        found += [one.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
        waiting += [one.child(place) for place in range(one.childCount())]
    return " ".join(found)


def test_a_locked_window_leaves_nothing_of_a_passphrase_and_shortens_no_wait(qtbot, made):
    with program(qtbot, made) as locked:
        opening_form(locked).passphrase.set_value("five quiet words")
        locked._idle.idle.emit()
        assert opening_form(locked).passphrase.value() == ""
        locked.unlock._tries._wrong = 9
        unlock(qtbot, locked, "not this one")
        waits = locked.unlock._tries.seconds
        assert waits > 0
        for way in (Way.RESTORE, Way.OPEN):
            locked.unlock.take(way)
            assert not locked.unlock.go.isEnabled()
        assert locked.unlock._tries.seconds == waits


def test_a_window_that_is_folded_away_gives_the_system_another_picture(qtbot, window):
    window.showMinimized()
    lock(qtbot, window)
    assert window.isMinimized()
    window.showNormal()
    assert window.unlock.isVisible()
