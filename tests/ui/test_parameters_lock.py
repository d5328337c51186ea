"""What is half-made in the room of the parameters is there again after a lock, and only in the vault meanwhile."""

from __future__ import annotations

from datetime import date

from PySide6.QtTest import QTest

from redi_desktop.packs.parcel import Role
from redi_desktop.store.drafts import PARAMETERS
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.role_words import Corner
from redi_desktop.ui.parameters.room_state import of_program
from tests.ui.shell_at_work import lock, unlock


def room_of(qtbot, window):
    window.main.navigation.show_parameters()
    room = window.main.asides.parameters()
    qtbot.waitUntil(lambda: room.state is not None)
    return room


def lock_and_come_back(qtbot, window):
    lock(qtbot, window)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None and window.main.asides.parameters_shown)
    room = window.main.asides._parameters
    qtbot.waitUntil(lambda: "there again" in room.trouble.text() and room.growing.is_done)
    return room


def go(qtbot, room, corner):
    """Go to a corner, and wait until all of it is there."""
    room.show_corner(corner)
    qtbot.waitUntil(lambda: room.growing.is_done)


def typed_into_a_cell(making):
    """A cell is open and half a word stands in it."""
    view, place = making.table.view, making.table.model.place_of(0, "value")
    view.setCurrentIndex(place)
    view.edit(place)
    line = view.indexWidget(place)
    line.selectAll()
    QTest.keyClicks(line, "one eu")


def kept(window):
    window.main.unsaved.keep()
    return window._tasks.on_store(lambda: window._vault.drafts.of(PARAMETERS)).result()


def leave_half_made(qtbot, room):
    """Begin something in each corner that has a form."""
    QTest.keyClicks(room.price.price.editor, "12,50")
    room.price.source.title.set_value("A price list")
    room.look_at(Role.POLICY, of_program(Role.POLICY))
    QTest.keyClicks(room.new.reason.editor, "Council of 3 S")
    go(qtbot, room, Corner.MAKE)
    room.making.role.set_value(Role.LEGAL)
    room.making.role.edited.emit()
    room.making.begin()
    room.making.title_fr.set_value("Nos montants")
    typed_into_a_cell(room.making)
    QTest.keyClicks(room.policy.fields["adopted_on"].editor, "3 of M")


def assert_half_made(qtbot, room):
    """All of it waits in its corner."""
    go(qtbot, room, Corner.POLICY)
    assert "3 of M" in room.policy.fields["adopted_on"].text()
    go(qtbot, room, Corner.INDEX)
    assert str(room.price.price.value()) == "12.50"
    assert room.price.source.title.value() == "A price list"
    go(qtbot, room, Corner.MAKE)
    assert room.making.table.rows()[0]["value"] == "one eu"
    go(qtbot, room, Corner.VERSIONS)
    qtbot.waitUntil(lambda: room.new._found is not None)
    assert room.new.parcel.fingerprint == of_program(Role.POLICY).fingerprint
    assert room.new.reason.value() == "Council of 3 S"
    assert room.new.adopt.button.isEnabled()


def test_what_is_half_made_waits_for_its_corner_through_two_locks_and_cases_are_counted_anew(
    qtbot, window, monkeypatch
):
    monkeypatch.setattr("redi_desktop.ui.parameters.half_made.LONGEST", 5000)  # a pack goes into the vault in pieces
    room = room_of(qtbot, window)
    qtbot.waitUntil(lambda: room.growing.is_done)
    assert set(room._made) == {"looking"}
    for corner in (Corner.POLICY, Corner.INDEX, Corner.MAKE):
        go(qtbot, room, corner)
    assert kept(window) == {}
    leave_half_made(qtbot, room)
    room = lock_and_come_back(qtbot, window)
    making = room.making
    assert (making.role.value(), making.title_fr.value()) == (Role.LEGAL, "Nos montants")
    assert making.table.rows()[0]["value"] == "one eu"
    qtbot.waitUntil(lambda: making.table.isVisible() and making.table.geometry().bottom() < making.height())
    go(qtbot, room, Corner.CASES)
    assert set(room._made) - {"looking"} == {"making", "budgets", "all_cases"}
    room.all_cases.day.set_value(date(2024, 6, 1))
    room.all_cases.begin()
    room = lock_and_come_back(qtbot, window)
    qtbot.waitUntil(lambda: room.all_cases._found is not None)
    assert room.all_cases.isVisible()
    assert room.all_cases._found.seen == 1
    assert set(room._made) - {"looking"} == {"all_cases"}
    assert_half_made(qtbot, room)
    sections = room.findChildren(Section)
    assert len(sections) == len(set(map(type, sections))) >= 10
    room.new.aside.click()
    assert not any(place.startswith("new/") for place in kept(window))
