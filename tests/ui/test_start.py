"""The start page and the list together: what is due is said first, and leads to its case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redi_desktop.casefile.model import Request, Status
from redi_desktop.engine.household import Household
from redi_desktop.ui.case_views import Order, View
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import NOW, PASSPHRASE, cheap_services, listed, nameless, program, unlock

TODAY = NOW.date()
ALT = Qt.KeyboardModifier.AltModifier


def case_of(name, asked, **changes):
    mother = lone_mother()
    first, *others = mother.household.persons
    household = Household(region=mother.household.region, persons=(replace(first, name=name), *others))
    return replace(mother, id=name, household=household, request=Request(date=asked), **changes)


CASES = (
    case_of("Past", TODAY - timedelta(days=40)),
    case_of("Today", TODAY - timedelta(days=30)),
    case_of("Soon", TODAY - timedelta(days=25)),
    case_of("Later", TODAY),
    case_of("Shelved", TODAY - timedelta(days=50), status=Status.ARCHIVED),
)


@pytest.fixture
def made(tmp_path):
    ready = cheap_services(tmp_path)
    with ready.vaults.create(ready.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save_all(((case, None) for case in CASES), "test")
    return ready


@pytest.fixture
def window(qtbot, made):
    with program(qtbot, made) as shown:
        unlock(qtbot, shown)
        qtbot.waitUntil(lambda: shown.main is not None and len(shown.main.start.due.links()) == 3)
        yield shown


def said(card):
    return [link.text() for link in card.links()]


def test_what_is_due_is_said_with_its_day_the_longest_past_first(window):
    past, today, soon = said(window.main.start.due)
    assert past == "Past: the committee was to decide by 05/05/2024, 10 days overdue"
    assert today == "Today: the committee decides by 15/05/2024, today"
    assert soon == "Soon: the committee decides by 20/05/2024, in 5 days"
    assert "2002" in window.main.start.due._note.text()


def test_a_line_of_the_page_opens_its_case_and_alt_home_comes_back(qtbot, window):
    main = window.main
    QTest.mouseClick(main.start.due.links()[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: main.desk.session is not None)
    assert main.desk.session.case.id == "Today"
    QTest.keyClick(main, Qt.Key.Key_Home, ALT)
    qtbot.waitUntil(lambda: main.desk.session is None)
    assert main.start.isVisible()
    assert not main.panel.isVisible()


def test_a_case_that_is_decided_and_notified_goes_from_the_page(qtbot, window):
    main = window.main
    main.desk.open("Past")
    qtbot.waitUntil(lambda: main.desk.session is not None)
    main.desk.session.change(lambda case: replace(case, request=replace(case.request, date=TODAY)), "request.date")
    main.navigation.show_today()
    qtbot.waitUntil(lambda: len(main.start.due.links()) == 2)


def test_the_vault_asks_for_a_sheet_that_was_never_proven_and_leads_there(qtbot, window):
    main = window.main
    qtbot.waitUntil(lambda: bool(main.start.care.links()))
    QTest.mouseClick(main.start.care.links()[0], Qt.MouseButton.LeftButton)
    sheet = main.middle.currentWidget().recovery.make.button
    qtbot.waitUntil(sheet.hasFocus)
    assert sheet.text() == "Make a recovery sheet"


def test_parts_of_the_list_and_their_order(qtbot, window):
    cases = window.main.cases
    assert sorted(listed(window.main)) == ["Later", "Past", "Soon", "Today"]
    cases.show_view(View.DUE)
    cases.order_choice.setCurrentIndex(list(Order).index(Order.DEADLINE))
    cases.order_choice.activated.emit(1)
    assert listed(window.main) == ["Past", "Today", "Soon"]
    cases.show_view(View.ARCHIVED)
    assert listed(window.main) == ["Shelved"]
    cases.show_view(View.OPEN)
    cases.order_choice.setCurrentIndex(list(Order).index(Order.NAME))
    cases.order_choice.activated.emit(2)
    assert listed(window.main) == ["Later", "Past", "Soon", "Today"]


def test_the_search_finds_in_the_archive_too(qtbot, window):
    window.main.cases.search.setText("shelved")
    qtbot.waitUntil(lambda: listed(window.main) == ["Shelved"])


def test_a_line_of_the_list_says_in_words_what_is_past(window):
    model = window.main.cases.view.model()
    told = {model.index(row, 0).data(): model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(4)}
    assert "05/05/2024: decide (past)" in told["Past"]
    assert "Today: decide" in told["Today"]


def test_archive_and_restore_from_the_list(qtbot, window):
    main = window.main
    menu = main.cases.menu_of(main.cases.view.model().index_of("Later"))
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: "Later" not in listed(main))
    main.cases.show_view(View.ARCHIVED)
    menu = main.cases.menu_of(main.cases.view.model().index_of("Later"))
    assert menu.actions()[1].text() == "Take out of the archive"
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: listed(main) == ["Shelved"])


def test_the_same_name_and_birth_date_are_hinted_at_and_stop_nobody(qtbot, window):
    main = window.main
    main.desk.new_case()
    qtbot.waitUntil(lambda: main.desk.session is not None)
    twin = case_of("LATÉR", TODAY)
    main.desk.session.change(lambda case: replace(case, household=twin.household), "household")
    assert "name and birth date" in main.duplicate.text()
    main.duplicate.close_button.click()
    assert main.duplicate.text() == ""
    main.desk.session.change(lambda case: replace(case, reference="another"), "reference")
    assert main.duplicate.text() == ""


def test_another_birth_date_is_another_person(qtbot, window):
    main = window.main
    main.desk.new_case()
    qtbot.waitUntil(lambda: main.desk.session is not None)
    twin = case_of("Later", TODAY)
    first, *others = twin.household.persons
    younger = replace(twin.household, persons=(replace(first, birth_date=date(1990, 1, 1)), *others))
    main.desk.session.change(lambda case: replace(case, household=younger), "household")
    assert main.duplicate.text() == ""


def test_everything_on_the_page_has_a_name(window):
    assert nameless(window) == []
