"""The result says what the engine says, and every amount answers « why? »."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from redi_desktop import i18n
from redi_desktop.casefile import changes
from redi_desktop.casefile.comparisons import budget_rows
from redi_desktop.engine.expenses import Debt, ExpenseKind
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.pressures import pressures
from redi_desktop.formatting import money, signed_money
from redi_desktop.ui.pages.result import ResultPage
from redi_desktop.ui.why.asked import Asked, Figure
from tests.ui.page_at_work import PageAtWork
from tests.ui.sample_cases import lone_mother


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, ResultPage(), lone_mother())


@pytest.fixture
def nothing_yet(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, ResultPage())


def table_texts(work):
    model = work.page.table.amounts
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_the_sentence_says_what_is_missing(work):
    assert work.page.summary.headline.text() == f"{money(-work.assessment.balance)} is missing each month"


def test_the_table_says_what_the_engine_says(work):
    texts = table_texts(work)
    for line, row in zip(texts, work.assessment.need_rows, strict=False):
        real = "–" if row.real is None else money(row.real)
        difference = signed_money(row.difference) if row.difference else "–"
        assert line[1:] == [money(row.reference), real, money(row.retained), difference]
    assert texts[-1][0] == "Total"
    assert texts[-1][3] == money(work.assessment.retained.total)


def test_the_sums_of_the_table_are_the_sums_of_its_rows(work):
    *rows, total = budget_rows(work.assessment)
    assert total.reference == sum(row.reference for row in rows if row.reference is not None)
    assert total.real == sum(row.real for row in rows if row.real is not None)
    assert total.retained == sum(row.retained for row in rows)
    assert total.difference == sum(row.difference for row in rows)


def test_the_parts_of_a_deficit_add_up_to_it_and_each_says_why(work):
    debts = (Debt(id="d1", kind="Energy supplier", monthly=Decimal(50), accepted_share=Decimal("0.5"), reason="plan"),)
    work.change(lambda case: changes.change_case(case, debts=debts))
    section, found = work.page.pressures, pressures(work.assessment)
    *parts, whole = section.amounts.buttons()
    assert [button.text() for button in parts] == [signed_money(part.weight) for part in found.parts]
    assert whole.text() == money(-work.assessment.balance) == work.page.summary.figures.buttons()[2].text()
    assert section.beside.buttons()[0].text() == money(found.beside.total)
    for button in (*section.amounts.buttons(), *section.beside.buttons()):
        button.click()
        assert work.page.why.isVisible()
        assert re.sub("[+\\-−]", "", button.text()) in work.page.why.chain.topLevelItem(0).text(0)


def test_debts_have_a_line_of_their_own(work):
    debts = (Debt(id="d1", kind="Energy supplier", monthly=Decimal(50), accepted_share=Decimal("0.5"), reason="plan"),)
    work.change(lambda case: changes.change_case(case, debts=debts))
    assert table_texts(work)[-2] == ["Debts", "–", "€50.00", "€25.00", signed_money(Decimal(25))]
    work.page.ask(Asked(Figure.DEBTS))
    assert "Energy supplier" in work.page.why.chain.topLevelItem(0).text(0)


def test_groups_and_incomes_are_listed_with_their_amounts(work):
    by_group = work.assessment.retained.by_group
    assert [button.text() for button in work.page.groups.buttons()] == [money(by_group[group]) for group in Group]
    assert [button.text() for button in work.page.incomes.buttons()] == ["€1,740.76", "€420.10", "€15.00"]


def test_a_surplus_is_said_as_one(work):
    work.change(lambda case: changes.change_income(case, "i1", amount=Decimal(3000)))
    assert work.page.summary.headline.text() == f"{money(work.assessment.balance)} is left each month"


def test_enter_on_an_amount_opens_why_and_escape_gives_the_focus_back(work):
    table = work.page.table
    table.setFocus()
    table.setCurrentIndex(table.amounts.index(list(Need).index(Need.HOUSING), 3))
    work.type("<Return>")
    why = work.page.why
    assert why.isVisible()
    assert why.asked == Asked(Figure.RETAINED, "housing")
    assert work.focus() is why.chain
    assert why.chain.topLevelItem(0).text(0).startswith("Housing")
    work.type("<Escape>")
    assert not why.isVisible()
    assert work.focus() is table


def test_enter_asks_about_whatever_amount_the_tab_key_comes_to(work):
    page = work.page
    for amounts in (page.summary.figures, page.groups, page.incomes):
        amounts.buttons()[0].setFocus()
        work.type("<Return>")
        assert page.why.isVisible()
        work.type("<Escape>")
    page.table.setFocus()
    work.type("<Return>")
    assert page.why.asked == Asked(Figure.RETAINED, "food")


def test_a_click_on_an_amount_opens_why(work):
    table = work.page.table
    place = table.visualRect(table.amounts.index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert work.page.why.asked == Asked(Figure.REFERENCE, "food")


def test_a_name_or_an_unknown_amount_asks_nothing(work):
    table = work.page.table
    for column in (0, 2):
        place = table.visualRect(table.amounts.index(1, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert work.page.why.asked is None


def test_every_amount_on_the_page_has_an_answer(work):
    cells = [cell for line in work.page.table.amounts.lines() for cell in line.cells if cell.asked is not None]
    assert len(cells) > 30
    for cell in cells:
        work.page.ask(cell.asked)
        assert work.page.why.chain.topLevelItemCount() > 0
    for buttons in (work.page.summary.figures, work.page.groups, work.page.incomes):
        for button in buttons.buttons():
            button.click()
            assert work.page.why.chain.topLevelItem(0).text(0)


def test_the_way_of_the_tab_key_is_short_for_so_many_amounts(work):
    work.page.table.setFocus()
    work.type("<Tab>")
    assert work.focus() is work.page.groups.buttons()[0]


def test_what_must_be_read_with_the_figures_leads_to_its_field(work, qtbot):
    work.change(lambda case: changes.change_expense(changes.add_expense(case), "e6", kind=ExpenseKind.GAS))
    link = next(link for link in work.page.notes.links() if link.text().startswith("Gas"))
    with qtbot.waitSignal(work.page.field_asked) as asked:
        link.click()
    assert asked.args == ["expenses[5]"]


def test_the_baskets_are_named_with_their_version_and_that_they_are_not_the_licensed_ones(work):
    i18n.set_language("fr")
    work.page.retranslate()
    texts = " ".join(label.text() for label in work.page.sources.findChildren(type(work.page.summary.headline)))
    pack = work.assessment.parameters.pack
    assert pack.version in texts
    assert pack.fingerprint in texts.replace(" ", "")
    assert "CEBUD" in texts
    assert work.page.sources.signed.isHidden() is not bool(work.assessment.parameters.vouched)


def test_without_a_result_the_page_says_what_is_missing_and_leads_there(nothing_yet, qtbot):
    work = nothing_yet
    assert work.page.table.isHidden() or not work.page.table.isVisible()
    links = work.page.to_complete.links()
    assert links
    assert work.focus() is links[0]
    with qtbot.waitSignal(work.page.field_asked):
        links[0].click()


def test_where_five_columns_have_no_room_the_names_go_above_the_amounts(work):
    table = work.page.table
    assert not table.amounts.narrow
    wide = table.sizeHint().height()
    work.window.resize(QSize(380, 900))
    QTest.qWait(0)
    assert table.amounts.narrow
    assert table.sizeHint().height() > wide
    assert work.window.horizontalScrollBar().maximum() == 0
    place = table.visualRect(table.amounts.index(1, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert work.page.why.asked == Asked(Figure.RETAINED, "food")


def test_a_screen_reader_hears_row_column_and_amount(work):
    index = work.page.table.amounts.index(4, 3)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Housing, Retained: {money(work.assessment.retained.by_need[Need.HOUSING])}"


def test_the_result_changes_in_place_without_moving_the_cursor(work):
    table = work.page.table
    table.setFocus()
    table.setCurrentIndex(table.amounts.index(4, 3))
    work.change(lambda case: changes.change_expense(case, "e1", amount=Decimal(800)))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, 3)
    assert table.currentIndex().data() == money(work.assessment.retained.by_need[Need.HOUSING])
