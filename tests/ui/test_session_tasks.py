"""Work beside the window: results come back to the window's thread, and no failure is swallowed."""

from __future__ import annotations

import threading

from redi_desktop.errors import StorageFailed, UserError, VaultError
from redi_desktop.ui.tasks import Tasks


def test_the_work_is_done_elsewhere_and_told_in_the_windows_thread(qtbot, tasks):
    here, told = threading.get_ident(), []

    def then(thread_of_work):
        told.append((thread_of_work, threading.get_ident()))

    tasks.on_store(threading.get_ident, then)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != here
    assert told[0][1] == here


def test_two_hundred_results_all_arrive_in_their_order(qtbot, tasks):
    told: list[int] = []
    for number in range(200):
        tasks.on_store(lambda number=number: number, told.append)
    qtbot.waitUntil(lambda: len(told) == 200)
    assert told == list(range(200))


def test_they_are_at_rest_only_once_what_the_last_result_led_to_is_done_too(qtbot, tasks):
    told: list[str] = []
    tasks.rested.connect(lambda: told.append("rested"))
    tasks.on_store(lambda: "read", lambda read: tasks.aside(lambda: read + ", written", told.append))
    assert not tasks.is_at_rest
    qtbot.waitUntil(lambda: tasks.is_at_rest)
    assert told == ["read, written", "rested"]


def test_a_problem_goes_to_who_asked_for_it(qtbot, tasks):
    told: list[UserError] = []

    def fail():
        raise StorageFailed("disk_full")

    with qtbot.assertNotEmitted(tasks.failed):
        tasks.on_store(fail, otherwise=told.append)
        qtbot.waitUntil(lambda: bool(told))
    assert told[0].code == "disk_full"


def test_a_problem_nobody_asked_for_reaches_the_user(qtbot, tasks):
    def fail():
        raise VaultError("vault_busy")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.aside(fail)
    assert told.args[0].code == "vault_busy"


def test_a_bug_is_logged_and_reaches_the_user(qtbot, tasks, caplog):
    def stumble():
        raise ZeroDivisionError

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.aside(stumble)
    assert told.args[0].code == "unexpected"
    assert "task_failed" in caplog.text


def test_what_is_asked_after_the_end_is_dropped_without_a_word(qapp):
    tasks, done = Tasks(), []
    tasks.close()
    assert tasks.on_store(lambda: done.append(1)).cancelled()
    assert done == []
