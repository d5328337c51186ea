"""What was done to a case, and the results that were kept of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redi_desktop import i18n
from redi_desktop.casefile import changes, judging
from redi_desktop.casefile.judgement import Verdict
from redi_desktop.formatting import money
from redi_desktop.store.acts import Act
from redi_desktop.store.journal import JournalEntry
from redi_desktop.ui.case_care.timeline_words import told
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import NOW, PASSPHRASE, cheap_services, nameless, program, unlock


@pytest.fixture
def main(qtbot, tmp_path):
    ready = cheap_services(tmp_path)
    with ready.vaults.create(ready.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(lone_mother(), "incomes[0].amount")
    with program(qtbot, ready) as window:
        unlock(qtbot, window)
        qtbot.waitUntil(lambda: window.main is not None)
        opened = window.main
        assert opened is not None
        opened.desk.open("mother")
        qtbot.waitUntil(lambda: opened.desk.session is not None)
        yield opened


def look_back(qtbot, main):
    QTest.keyClick(main, Qt.Key.Key_F6)
    page = main.middle.currentWidget()
    qtbot.waitUntil(lambda: bool(page.timeline.lines.text()))
    return page


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
    assert "begun" in page.timeline.lines.text()
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
    assert "result kept" in page.timeline.lines.text()


def test_a_decision_is_noted_once_with_the_result_it_rests_on(qtbot, main):
    change(qtbot, main, partial(judging.change_decision, verdict=Verdict.GRANTED, amount=Decimal(50)))
    page = look_back(qtbot, main)
    assert keep(qtbot, page) == "The result is kept, and the decision is noted."
    assert keep(qtbot, page) == "The result is kept."
    assert page.timeline.lines.text().count("decision noted") == 1


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
    lines = told(rows)
    assert [line.partition(": ")[2] for line in lines] == [
        "document made",
        "changed: Opinion",
        "changed: Income and Expenses",
        "begun",
    ]
    assert "14:04 to 14:12" in lines[2]


def test_two_days_are_two_sittings():
    i18n.set_language("en")
    late = datetime(2024, 5, 15, 23, 58)
    rows = tuple(
        JournalEntry(number, late + timedelta(minutes=5 * number), Act.CASE_SAVED, "s", "") for number in range(2)
    )
    assert len(told(rows)) == 2
