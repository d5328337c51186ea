"""Scenarios with two clicks, side by side with the case as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.changes_of_life import ChangeKind
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.formatting import money
from redi_desktop.ui.pages.scenarios import ScenariosPage
from redi_desktop.words.vocabulary import label
from tests.ui.page_at_work import PageAtWork, everything
from tests.ui.sample_cases import lone_mother

DAY = date(2026, 6, 15)


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, ScenariosPage(), replace(lone_mother(), reference_date=DAY), everything())


def pick(work, kind):
    button = next(button for button in work.page.picks.buttons() if button.text() == label(kind))
    button.setFocus()
    work.type("<Space>")
    return work.page.rows.row(work.case.scenarios[-1].id)


def table(work):
    model = work.page.table.amounts
    return [[line.name, *(cell.text for cell in line.cells)] for line in model.lines()]


def test_a_move_to_social_housing_is_one_click_and_stands_beside_today(work):
    row = pick(work, ChangeKind.MOVE_TO_SOCIAL_HOUSING)
    today = work.live.assessment
    lines = table(work)
    assert lines[0] == [
        "Today",
        money(today.retained.total),
        money(today.income_total),
        money(today.balance),
        money(today.proposal.amount),
    ]
    assert lines[1][0] == label(ChangeKind.MOVE_TO_SOCIAL_HOUSING)
    assert lines[1][1] != lines[0][1]
    assert "better than today" in row.headline.text()
    assert "Housing" in row.told.text()
    assert work.live.assessment == today or work.live.assessment.balance == today.balance


def test_a_job_asks_for_its_wage_and_says_what_follows_by_law(work):
    row = pick(work, ChangeKind.TAKE_JOB)
    assert work.page.table.amounts.lines()[1].cells[0].text == "–"
    work.type("1900")
    assert work.case.scenarios[0].changes[0].amount == Decimal(1900)
    assert "integration income follows" in row.told.text()
    assert row.headline.text()


def test_changes_are_combined_in_one_scenario(work):
    row = pick(work, ChangeKind.MOVE_TO_SOCIAL_HOUSING)
    row.add_change(ChangeKind.SET_EXPENSE)
    assert [change.kind for change in work.case.scenarios[0].changes][-1] is ChangeKind.SET_EXPENSE
    line = row.lines[-1]
    assert work.focus() is line.fields["expense_kind"].editor
    assert [action.text() for action in row.also.menu().actions()] == [label(kind) for kind in ChangeKind]
    work.type("Electr", "<Tab>", "50", "<Tab>")
    change = work.case.scenarios[0].changes[-1]
    assert (change.expense_kind, change.amount) == (ExpenseKind.ELECTRICITY, Decimal(50))
    row.lines[0].remove.click()
    assert [one.kind for one in row.lines] == [ChangeKind.SET_EXPENSE]
    assert row.lines[0].fields["amount"].value() == Decimal(50)


def test_an_amount_that_is_half_typed_is_found_again_and_goes_with_its_change(work, qtbot):
    row = pick(work, ChangeKind.TAKE_JOB)
    work.type("19o0")
    place = "scenarios[0].changes[0].amount"
    assert work.page.half_typed() == {place: "19o0"}
    again = PageAtWork(qtbot, ScenariosPage(), work.case, everything())
    assert again.page.take_half_typed(work.page.half_typed()) == {place}
    assert again.page.half_typed() == {place: "19o0"}
    row.add_change(ChangeKind.DROP_DEBTS)
    row.lines[0].remove.click()
    assert work.page.half_typed() == {}


def test_a_scenario_bears_its_name_in_the_table(work):
    row = pick(work, ChangeKind.PERSON_LEAVES)
    row.name.editor.setFocus()
    work.type("The eldest moves out")
    assert table(work)[1][0] == "The eldest moves out"


def test_somebody_else_can_be_who_leaves(work):
    row = pick(work, ChangeKind.PERSON_LEAVES)
    row.lines[0].fields["person"].editor.setFocus()
    work.type("<Up>")
    assert work.case.scenarios[0].changes[0].person == "p2"


def test_five_have_room(work):
    for _place in range(5):
        pick(work, ChangeKind.SET_EXPENSE)
    assert work.page.picks.buttons() == []
    assert not work.page.rows.add_button.isVisible()
    work.type("<Ctrl+Shift+Delete>")
    assert len(work.case.scenarios) == 4
    assert work.page.picks.buttons()


def test_without_a_result_the_page_says_so(qtbot):
    i18n.set_language("en")
    work = PageAtWork(qtbot, ScenariosPage(), CaseFile(id="empty"), everything())
    assert work.page.picks.buttons() == []
    assert not work.page.table.isVisible()


def test_in_another_language_everything_is_said_anew(work):
    pick(work, ChangeKind.MOVE_TO_SOCIAL_HOUSING)
    i18n.set_language("fr")
    work.page.retranslate()
    assert table(work)[1][0] == label(ChangeKind.MOVE_TO_SOCIAL_HOUSING) != "Move to social housing"


def test_another_case_begins_without_the_scenarios_of_the_first(work):
    pick(work, ChangeKind.MOVE_TO_SOCIAL_HOUSING)
    work.page.forget()
    assert work.page.rows.rows() == []
