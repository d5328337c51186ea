"""The list of cases: searched as one types, opened by mouse or keyboard, kind when it is empty."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redi_desktop import i18n
from redi_desktop.casefile.model import Status
from redi_desktop.store.cases import CaseSummary
from redi_desktop.ui.case_list import CaseList
from redi_desktop.ui.case_views import View

AT = datetime(2024, 5, 15, 14, 3)


def summary(number, title="", reference="", status=Status.OPEN):
    return CaseSummary(f"c{number}", title, reference, status, AT, Decimal("-214.30"), 1)


@pytest.fixture
def cases(qtbot):
    i18n.set_language("en")
    made = CaseList()
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(240, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def shown(cases, role=Qt.ItemDataRole.DisplayRole):
    model = cases.view.model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_a_case_is_known_by_its_name_and_says_the_rest_to_a_screen_reader(cases):
    cases.set_cases((summary(1, "Ayşe Çelik", "2024/17"), summary(2)), "")
    assert shown(cases) == ["Ayşe Çelik", "Case without a name"]
    told = shown(cases, Qt.ItemDataRole.AccessibleTextRole)
    assert told[0] == "Ayşe Çelik, 2024/17 · 15/05/2024"


def test_no_amount_stands_in_the_list_for_the_next_person_in_the_room_to_read(cases):
    cases.set_cases((summary(1, "Ayşe Çelik"),), "")
    assert "214" not in shown(cases, Qt.ItemDataRole.AccessibleTextRole)[0]


def test_an_archived_case_says_so(cases):
    cases.set_cases((summary(1, "Ayşe Çelik", status=Status.ARCHIVED),), "")
    cases.show_view(View.ARCHIVED)
    assert "Archived" in shown(cases, Qt.ItemDataRole.AccessibleTextRole)[0]


def test_a_click_opens_a_case(qtbot, cases):
    cases.set_cases((summary(1, "A"), summary(2, "B")), "")
    place = cases.view.visualRect(cases.view.model().index(1, 0)).center()
    with qtbot.waitSignal(cases.opened) as opened:
        QTest.mouseClick(cases.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["c2"]


def test_from_the_search_down_into_the_list_and_enter(qtbot, cases):
    cases.set_cases((summary(1, "A"), summary(2, "B")), "")
    cases.focus_search()
    QTest.keyClick(cases.search, Qt.Key.Key_Down)
    assert cases.view.hasFocus()
    QTest.keyClick(cases.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(cases.opened) as opened:
        QTest.keyClick(cases.view, Qt.Key.Key_Return)
    assert opened.args == ["c2"]


def test_enter_in_the_search_opens_the_first_that_was_found(qtbot, cases):
    cases.set_cases((summary(1, "A"), summary(2, "B")), "a")
    with qtbot.waitSignal(cases.opened) as opened:
        QTest.keyClick(cases.search, Qt.Key.Key_Return)
    assert opened.args == ["c1"]


def test_every_letter_searches(cases):
    asked: list[str] = []
    cases.search_changed.connect(asked.append)
    QTest.keyClicks(cases.search, "cel")
    assert asked == ["c", "ce", "cel"]


def test_the_open_case_stays_marked_when_the_list_changes(cases):
    cases.set_current("c2")
    cases.set_cases((summary(1, "A"), summary(2, "B")), "")
    assert cases.view.currentIndex().data() == "B"
    cases.set_cases((summary(2, "B"), summary(1, "A")), "")
    assert cases.view.currentIndex().row() == 0
    cases.set_cases((summary(1, "A"),), "")
    assert not cases.view.selectionModel().hasSelection()


def test_an_empty_list_says_what_to_do(cases):
    cases.set_cases((), "")
    assert not cases.view.isVisible()
    assert "New case" in cases._empty.text()
    cases.set_cases((), "celik")
    assert "“celik”" in cases._empty.text()


def test_of_ten_thousand_cases_only_those_in_sight_are_asked_for(cases, monkeypatch):
    cases.set_cases(tuple(summary(number, f"Case {number}") for number in range(10_000)), "")
    asked: list[int] = []
    data = type(cases.view.model()).data

    def counted(model, index, role=Qt.ItemDataRole.DisplayRole):
        asked.append(index.row())
        return data(model, index, role)

    monkeypatch.setattr(type(cases.view.model()), "data", counted)
    cases.grab()
    assert asked
    assert max(asked) < 100
