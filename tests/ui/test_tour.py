"""The tour leads through the real window, by keyboard, covers nothing that it speaks of, and leaves no trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redi_desktop import i18n
from redi_desktop.ui.tour.stops import STOPS, Place
from tests.ui.shell_at_work import cheap_services, focus, make_vault, nameless, program


@pytest.fixture
def made(tmp_path):
    return cheap_services(tmp_path)


@pytest.fixture
def main(qtbot, made):
    with program(qtbot, made, "nl") as window:
        yield make_vault(qtbot, window)


def test_the_first_start_page_offers_the_tour_and_it_is_not_offered_again(qtbot, made, main):
    assert main.start.welcome.isVisible()
    main.start.welcome.links()[0].click()
    guide = main._tour.guide
    seen = []
    while main._tour.is_on:
        seen.append(guide.stop.place)
        room = guide.geometry()
        assert main.rect().contains(room)
        if guide.stop.place not in (Place.PAGE, Place.RESULT):
            assert not room.intersects(main._tour._target(guide.stop.place))
        assert nameless(guide) == []
        assert guide.skip.isVisible() is (guide.stop is not STOPS[-1]), "the last button ends it as well"
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert seen == [stop.place for stop in STOPS]
    assert main.desk.session is None
    assert not main.start.welcome.isVisible()
    assert made.settings.tour_seen


def test_escape_leaves_the_tour_and_the_empty_case_is_not_kept(qtbot, main):
    main.begin_tour()
    for _stop in range(2):
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not main._tour.is_on
    qtbot.waitUntil(lambda: main.desk.session is None)
    main.desk.list_again()
    qtbot.waitUntil(lambda: main.start.isVisible())
    assert main.cases.view.model().rowCount() == 0


def test_the_tour_of_an_open_case_changes_nothing_in_it_and_changes_language_with_the_window(main):
    main.desk.new_case()
    before = main.desk.session.case
    main.begin_tour()
    title = main._tour.guide._title.text()
    main.window().speak("fr")
    assert main._tour.guide._title.text() != title
    assert i18n.language() == "fr"
    main._tour.guide.skip.click()
    assert main.desk.session.case == before
