"""The panel says what is needed, what there is and what is missing, in words, in a picture and to a screen reader."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop import i18n
from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import STEPS, Step, StepState, reports
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.findings import Severity
from redi_desktop.engine.household import Person, Role, Sex
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.formatting import money
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.report.balance_figures import balance_figures
from redi_desktop.ui.balance_bars import BalanceBars
from redi_desktop.ui.balance_words import headline, segment_names
from redi_desktop.ui.live_panel import LivePanel
from redi_desktop.ui.live_result import live_result
from redi_desktop.ui.step_rail import Form, StepRail
from redi_desktop.ui.wrapping_link import WrappingLink

CASES = Path(__file__).parents[1] / "cases" / "shared"
SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def parameters():
    return Parameters(load_embedded())


@pytest.fixture
def case():
    return from_data(json.loads((CASES / "single-woman-flanders-2024.json").read_text()))


@pytest.fixture
def panel(qtbot, parameters):
    i18n.set_language("en")
    made = LivePanel()
    qtbot.addWidget(made)
    made.retranslate()

    def show(case):
        made.apply(case, live_result(case, parameters))
        made.show()
        return made

    return show


def assessed(case, parameters):
    assessment = live_result(case, parameters).assessment
    assert assessment is not None
    return assessment


def words_of(panel):
    return panel._headline.accessibleName()


def hints_of(panel):
    return [link.text() for link in panel.to_complete.links()]


def earn(case, amount):
    return replace(case, incomes=(Income(id="i1", kind=IncomeKind.WAGE, amount=Decimal(amount)),))


@pytest.mark.parametrize(
    ("balance", "words"),
    [("-214.30", "€214.30 is missing each month"), ("12", "€12.00 is left each month")],
)
def test_the_balance_is_said_in_words_without_a_sign(balance, words):
    i18n.set_language("en")
    assert headline(Decimal(balance)) == words
    assert "-" not in headline(Decimal(balance))


def test_a_deficit_is_told_with_its_figure(panel, case, parameters):
    balance = assessed(case, parameters).balance
    assert balance < 0
    shown = panel(case)
    assert words_of(shown) == f"{money(-balance)} is missing each month"
    assert money(-balance) in shown.bars.accessibleDescription()


def test_with_enough_income_something_is_left(panel, case):
    assert "is left each month" in words_of(panel(earn(case, "3000")))


def test_without_any_income_nothing_is_said_to_be_missing_and_a_link_leads_there(qtbot, panel, case):
    shown = panel(replace(case, incomes=()))
    assert "is needed each month" in words_of(shown)
    link = next(link for link in shown.to_complete.links() if "comes in" in link.text())
    with qtbot.waitSignal(shown.field_asked) as asked:
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["incomes"]


def test_an_empty_case_says_what_is_needed_for_a_first_result(panel):
    shown = panel(CaseFile())
    assert words_of(shown) == "No result yet"
    assert "Say who is part of the household." in hints_of(shown)
    assert len(hints_of(shown)) == 5


def test_a_hint_names_the_person_or_the_thing_it_is_about(panel, case):
    son = Person(id="p2", role=Role.OTHER_ADULT, name="Yanis", birth_date=date(2000, 1, 1), sex=Sex.M)
    car = Expense(id="e1", kind=ExpenseKind.CAR_NECESSARY, amount=Decimal(200))
    persons = (*case.household.persons, son)
    shown = panel(replace(case, household=replace(case.household, persons=persons), expenses=(car,)))
    assert any(hint.startswith("Yanis: Say what this person does") for hint in hints_of(shown))
    assert any(hint.startswith("Necessary car: ") for hint in hints_of(shown))


def test_what_is_wrong_is_not_called_missing(panel, case):
    born_late = replace(case.household.persons[0], birth_date=date(2030, 1, 1))
    shown = panel(replace(case, household=replace(case.household, persons=(born_late,))))
    assert words_of(shown) == "No result yet"
    assert shown._detail.text() == "Something must be corrected first."


def test_a_hint_leads_to_its_field_by_keyboard(qtbot, panel):
    shown = panel(CaseFile())
    link = next(link for link in shown.to_complete.links() if "region" in link.text())
    link.setFocus()
    with qtbot.waitSignal(shown.field_asked) as asked:
        QTest.keyClick(link, Qt.Key.Key_Space)
    assert asked.args == ["household.region"]


def test_a_name_that_is_wider_than_the_panel_is_broken_and_not_cut(qtbot):
    link = WrappingLink(f"{'w' * 60} two words")
    qtbot.addWidget(link)
    line = link.fontMetrics().height()
    across = link.fontMetrics().horizontalAdvance("w" * 20)
    assert link.heightForWidth(across) >= 4 * line
    assert link.text() == f"{'w' * 60} two words"


def test_a_quick_scan_is_marked_until_a_real_expense_is_there(panel, case):
    shown = panel(replace(case, expenses=(Expense(id="e1", kind=ExpenseKind.RENT, amount=Decimal(650)),)))
    assert shown._mark.isVisible()
    shown = panel(replace(case, expenses=(Expense(id="e1", kind=ExpenseKind.WATER, amount=Decimal(30)),)))
    assert not shown._mark.isVisible()


def test_the_panel_speaks_the_language_of_the_window(panel, case):
    shown = panel(case)
    before = words_of(shown)
    i18n.set_language("nl")
    shown.retranslate()
    assert words_of(shown) != before
    assert f"€{SPACE}" in words_of(shown)


def strip_of(panel, case, width):
    shown = panel(case)
    shown.set_strip(True)
    shown.resize(width, shown.sizeHint().height())
    QApplication.processEvents()
    return shown


def test_as_a_strip_it_is_one_line_that_opens_to_the_whole(qtbot, panel):
    shown = strip_of(panel, CaseFile(), 900)
    assert shown.line.headline.accessibleName() == "No result yet"
    assert shown.line.more.text() == "5 to complete"
    assert not shown.bars.isVisible()
    assert not shown.to_complete.isVisible()
    QTest.keyClick(shown.line.more, Qt.Key.Key_Space)
    assert shown.bars.isVisible()
    assert len([link for link in shown.to_complete.links() if link.isVisible()]) == 5
    with qtbot.waitSignal(shown.field_asked):
        QTest.mouseClick(shown.to_complete.links()[0], Qt.MouseButton.LeftButton)
    assert not shown.bars.isVisible()  # the page that it led to has the room again


def test_a_strip_says_the_sums_as_fully_as_there_is_room_and_never_half_a_figure(panel, case, parameters):
    found = assessed(case, parameters)
    sums = money(found.income_total), money(found.retained.total)
    shown = strip_of(panel, case, 1200)
    assert shown.line.sums.text() == f"{sums[0]} comes in, {sums[1]} is needed."
    needed = shown.line.minimumSizeHint().width() - shown.line.sums.sizeHint().width()
    brief = shown.line.sums.fontMetrics().horizontalAdvance(" of ".join(sums))
    shown.line.resize(needed + brief + 40, 40)
    assert shown.line.sums.text() == " of ".join(sums)
    shown.line.resize(needed, 40)
    assert not shown.line.sums.isVisible()
    assert " comes in, " in shown.line.headline.toolTip()


@pytest.fixture
def bars(qtbot, case, parameters):
    i18n.set_language("en")
    made = BalanceBars(large=True)
    qtbot.addWidget(made)
    made.set_figures(balance_figures(assessed(case, parameters)), segment_names(case))
    made.resize(760, made.heightForWidth(760))
    made.show()
    return made


def test_the_arrows_show_the_figure_of_each_part(bars, case, parameters):
    figures = balance_figures(assessed(case, parameters))
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.figure_text() == f"Food: {money(figures.needed[0].amount)}"
    for _step in range(len(figures.needed)):
        QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.figure_text() == f"Integration income: {money(figures.available[0].amount)}"
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.figure_text().startswith("Integration income")
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.figure_text().startswith("Unforeseen")


def test_pointing_at_a_part_shows_its_figure(bars):
    QTest.mouseMove(bars, QPoint(20, round(bars._upper_bar().center().y())))
    assert bars.figure_text().startswith("Food: ")
    QTest.mouseMove(bars, QPoint(20, bars.height() - 2))
    assert bars.figure_text() == ""


def test_every_part_of_the_large_picture_is_named_in_it_or_below(bars, case, parameters):
    figures = balance_figures(assessed(case, parameters))
    named = segment_names(case)
    below = [entry.name for entry in bars._legend(760)]
    assert "Clothing" in below
    assert "Housing" not in below
    assert bars.heightForWidth(300) > bars.heightForWidth(760)
    for segment in (*figures.needed, *figures.available):
        assert named[segment.key] in bars.accessibleDescription()


def test_the_picture_is_drawn_with_and_without_figures(qtbot, bars):
    drawn = bars.grab().toImage()
    bars.set_figures(None, {})
    assert bars.grab().toImage() != drawn
    assert bars.accessibleDescription() == ""


def test_the_rail_says_the_state_of_each_step_in_a_word(qtbot, case, parameters):
    i18n.set_language("en")
    rail = StepRail()
    qtbot.addWidget(rail)
    live = live_result(case, parameters)
    rail.set_reports(reports(case, live.findings, live.assessment is not None))
    states = {report.step: report.state for report in reports(case, live.findings, True)}
    assert states[Step.HOUSEHOLD] is StepState.DONE
    assert rail.button(Step.HOUSEHOLD).accessibleName() == "Household: Filled in"


@pytest.fixture
def folded(qtbot):
    """The rail where there is little height and not room for all names."""
    i18n.set_language("en")
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.retranslate()
    rail.set_compact(True)
    rail.resize(400, 80)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    return rail


def test_where_height_is_dear_the_steps_take_one_line_that_says_place_name_and_state(folded, case, parameters):
    live = live_result(case, parameters)
    folded.set_reports(reports(case, live.findings, live.assessment is not None))
    folded.set_current(Step.HOUSEHOLD)
    assert folded.form is Form.FOLDED
    assert folded.heightForWidth(400) == folded.line.sizeHint().height()
    assert folded.line.text() == "2 of 11 \N{MIDDLE DOT} Household \N{MIDDLE DOT} Filled in"
    assert folded.line.accessibleName() == "Steps of the case, 2 of 11: Household, Filled in"
    folded.resize(3000, 80)
    assert folded.heightForWidth(3000) == folded.button(Step.HOUSEHOLD).sizeHint().height()
    assert folded.button(Step.HOUSEHOLD).isVisible()
    assert not folded.line.isVisible()


def test_the_folded_steps_drop_down_with_their_states_the_open_one_first_at_hand(qtbot, folded):
    folded.set_current(Step.HOUSING)
    menu = folded.line.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()][:2] == ["&Request: To fill in", "&Household: To fill in"]
    assert menu.activeAction() is menu.actions()[STEPS.index(Step.HOUSING)]
    assert [action.isChecked() for action in menu.actions()].index(True) == STEPS.index(Step.HOUSING)
    with qtbot.waitSignal(folded.chosen) as chosen:
        menu.actions()[STEPS.index(Step.INCOME)].trigger()
    assert chosen.args == [Step.INCOME]


def test_where_the_steps_need_two_lines_their_states_are_said_without_words(qtbot):
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.resize(3000, 80)
    rail.show()
    one_line, button = rail.heightForWidth(3000), rail.button(Step.REQUEST)
    in_words = button.sizeHint().height()
    rail.resize(400, 80)
    assert button.sizeHint().height() < in_words
    assert button.toolTip() == button.accessibleName()
    rail.resize(3000, 80)
    assert button.sizeHint().height() == in_words == one_line


def test_the_arrows_look_along_the_rail_and_enter_opens(qtbot):
    rail = StepRail()
    qtbot.addWidget(rail)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    rail.set_current(Step.REQUEST)
    rail.button(Step.REQUEST).setFocus()
    opened: list[Step] = []
    rail.chosen.connect(opened.append)
    QTest.keyClick(rail.button(Step.REQUEST), Qt.Key.Key_Right)
    assert rail.button(Step.HOUSEHOLD).hasFocus()
    assert opened == []
    QTest.keyClick(rail.button(Step.HOUSEHOLD), Qt.Key.Key_Return)
    assert opened == [Step.HOUSEHOLD]


def test_notes_are_no_hints(panel, case, parameters):
    case = replace(case, dwelling=replace(case.dwelling, heating=None))
    notes = [finding for finding in live_result(case, parameters).findings if finding.severity is Severity.NOTE]
    assert notes
    assert not any("natural gas is assumed" in hint for hint in hints_of(panel(case)))
