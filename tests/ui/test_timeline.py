"""What was done to a case, and the results that were kept of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop import i18n
from redi_desktop.casefile import changes, judging
from redi_desktop.casefile.judgement import Verdict
from redi_desktop.formatting import date_long, money, signed_money
from redi_desktop.store.acts import Act
from redi_desktop.store.journal import JournalEntry
from redi_desktop.ui.case_care.timeline import TimelineSection
from redi_desktop.ui.case_care.timeline_words import Kind, day_words, events
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import NOW, PASSPHRASE, cheap_services, nameless


@pytest.fixture
def made(tmp_path):
    """Services on a vault in which the case was made by typing an income."""
    ready = cheap_services(tmp_path)
    with ready.vaults.create(ready.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(lone_mother(), "incomes[0].amount")
    return ready


def look_back(qtbot, main):
    QTest.keyClick(main, Qt.Key.Key_F6)
    page = main.middle.currentWidget()
    qtbot.waitUntil(lambda: bool(told_on(page)))
    return page


def told_on(page):
    """What stands in the timeline, as it is said."""
    model = page.timeline.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def keep(qtbot, page):
    page.kept_results.keep.say("")
    page.kept_results.keep.button.click()
    before = page.kept_results.table.amounts.rowCount()
    qtbot.waitUntil(lambda: page.kept_results.table.amounts.rowCount() > before)
    return page.kept_results.keep.text()


def change(qtbot, main, what):
    main.desk.session.change(what)
    main.desk.session.save()
    qtbot.waitUntil(lambda: not main.desk.session.unsaved)


def test_the_page_about_a_case_tells_what_was_done(qtbot, main):
    page = look_back(qtbot, main)
    assert told_on(page)[-1].endswith(": Begun")
    assert nameless(page) == []


def test_two_results_are_kept_and_compared(qtbot, main):
    page = look_back(qtbot, main)
    assert keep(qtbot, page) == "The result is kept."
    assert not page.kept_results.compared.isVisible()
    change(qtbot, main, partial(changes.change_expense, row_id="e1", amount=Decimal(800)))
    page = look_back(qtbot, main)
    keep(qtbot, page)
    lines = {line.name: [cell.text for cell in line.cells] for line in page.kept_results.compared.amounts.lines()}
    assert lines["What is needed"][2] == f"{money(Decimal(80))[0]}+{money(Decimal(80))[1:]}"
    assert page.kept_results.compared.isVisible()
    qtbot.waitUntil(lambda: "Result kept" in told_on(page)[0])
    assert f"Since the result before. What is needed {signed_money(Decimal(80))}" in told_on(page)[0]


def test_a_decision_is_noted_once_with_the_result_it_rests_on(qtbot, main):
    change(qtbot, main, partial(judging.change_decision, verdict=Verdict.GRANTED, amount=Decimal(50)))
    page = look_back(qtbot, main)
    assert keep(qtbot, page) == "The result is kept, and the decision is noted."
    assert keep(qtbot, page) == "The result is kept."
    assert sum("Decision noted" in line for line in told_on(page)) == 1


def test_a_case_without_a_result_has_nothing_to_keep(qtbot, main):
    change(qtbot, main, partial(changes.change_dwelling, tenure=None))
    assert not look_back(qtbot, main).kept_results.keep.button.isEnabled()


def entry(sequence: int, minutes: int, act: Act = Act.CASE_SAVED, place: str = "") -> JournalEntry:
    return JournalEntry(sequence, NOW + timedelta(minutes=minutes), act, "subject", place)


def test_the_saves_of_one_sitting_are_one_line_with_the_pages_that_changed():
    i18n.set_language("en")
    rows = (
        entry(1, 0, Act.CASE_CREATED),
        entry(2, 1, place="incomes[0].amount"),
        entry(3, 5, place="expenses[2].kind"),
        entry(4, 9, place="incomes[1].amount"),
        entry(5, 200, place="opinion.context"),
        entry(6, 201, Act.DOCUMENT_MADE),
    )
    told = events(rows)
    assert [(event.what, [fact.text for fact in event.facts]) for event in told] == [
        ("Document made", []),
        ("Changed", ["Opinion"]),
        ("Changed", ["Income and Expenses"]),
        ("Begun", []),
    ]
    assert told[2].hours == "14:04\N{EN DASH}14:12"


def test_opening_and_closing_belong_to_the_sitting_in_which_something_changed():
    i18n.set_language("en")
    acts = (Act.CASE_OPENED, Act.CASE_SAVED, Act.CASE_CLOSED)
    rows = tuple(entry(number, 2 * number, act, "incomes[0].amount") for number, act in enumerate(acts))
    assert [event.what for event in events(rows)] == ["Changed"]
    assert [event.what for event in events((rows[0], rows[2]))] == ["Looked at"]


def test_two_days_are_two_sittings():
    i18n.set_language("en")
    late = datetime(2024, 5, 15, 23, 58)
    rows = tuple(
        JournalEntry(number, late + timedelta(minutes=5 * number), Act.CASE_SAVED, "s", "") for number in range(2)
    )
    assert len(events(rows)) == 2


def test_a_day_is_said_by_how_long_ago_it_was():
    i18n.set_language("en")
    day = date(2024, 5, 15)
    words = [day_words(day, day + timedelta(days=ago)).partition(" \N{MIDDLE DOT} ")[0] for ago in (0, 1, 3, 9)]
    assert words == ["Today", "Yesterday", "3 days ago", date_long(day)]


@pytest.fixture
def timeline(qtbot):
    """Three hundred events over a hundred days, of every kind."""
    i18n.set_language("en")
    made = TimelineSection(lambda: NOW.date())
    qtbot.addWidget(made)
    acts = (Act.CASE_SAVED, Act.DOCUMENT_MADE, Act.CASE_EXPORTED)
    rows = tuple(entry(number, -480 * (300 - number), acts[number % 3], "social_report") for number in range(300))
    made.resize(700, 600)
    made.retranslate()
    made.show_past(rows, ())
    made.show()
    QApplication.processEvents()
    return made


def test_the_timeline_shows_one_kind_and_goes_further_back_on_demand(timeline):
    shown = timeline.list.model()
    assert shown.rowCount() == 12
    timeline.more.click()
    assert shown.rowCount() == 60
    timeline.kinds.editor.setFocus()
    for _kind in range(list(Kind).index(Kind.DOCUMENTS)):
        QTest.keyClick(timeline.kinds.editor, Qt.Key.Key_Right)
    assert timeline.kinds.value() is Kind.DOCUMENTS
    assert shown.rowCount() == 12
    assert all("Document made" in shown.index(row, 0).data() for row in range(12))


def test_the_timeline_is_as_high_as_its_events_at_any_width(timeline):
    for width in (700, 320):
        timeline.resize(width, 2000)
        QApplication.processEvents()
        view = timeline.list
        last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
        assert last.bottom() <= view.viewport().height()
        assert last.width() <= view.viewport().width()


def test_the_arrows_go_from_event_to_event(qtbot, timeline):
    view = timeline.list
    timeline.activateWindow()
    qtbot.waitUntil(timeline.isActiveWindow)
    view.setFocus()
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
