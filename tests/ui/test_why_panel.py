"""« Pourquoi ? »: the chain from an amount down to its source, and the way back to the field it came from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile import changes
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import money
from redi_desktop.ui.pages.result import ResultPage
from redi_desktop.ui.why.asked import Asked, Figure, explain
from tests.ui.page_at_work import PageAtWork
from tests.ui.sample_cases import lone_mother

HOUSING = Asked(Figure.RETAINED, "housing")


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    work = PageAtWork(qtbot, ResultPage(), lone_mother())
    work.page.table.setFocus()
    return work


def chain(work):
    return work.page.why.chain


def current_text(work):
    item = chain(work).currentItem()
    assert item is not None
    return item.text(0)


def leads(work):
    return [link.text() for link in work.page.why.looks_wrong.links()]


def test_each_level_opens_by_keyboard_down_to_source_and_date(work):
    work.page.ask(Asked(Figure.REFERENCE, "food"))
    depth = 0
    while chain(work).currentItem().childIndicatorPolicy().name == "ShowIndicator" and depth < 9:
        work.type("<Right>", "<Right>")
        depth += 1
    assert depth >= 3
    assert current_text(work).startswith("Source:")


def test_enter_opens_and_closes_a_level(work):
    work.page.ask(HOUSING)
    root = chain(work).topLevelItem(0)
    assert root.isExpanded()
    work.type("<Return>")
    assert not root.isExpanded()
    work.type("<Space>")
    assert root.isExpanded()


def test_sentences_below_are_only_made_when_their_level_is_opened(work):
    work.page.ask(Asked(Figure.RETAINED_TOTAL))
    root = chain(work).topLevelItem(0)
    assert root.childCount() == len(Need)
    assert all(root.child(place).childCount() == 0 for place in range(root.childCount()))


def test_an_expense_leads_to_its_field(work, qtbot):
    work.page.ask(HOUSING)
    work.type("<Down>")
    assert current_text(work).startswith("Rent")
    link = work.page.why.looks_wrong.links()[0]
    assert link.text() == "Go to: Rent"
    with qtbot.waitSignal(work.page.field_asked) as asked:
        link.click()
    assert asked.args == ["expenses[0].amount"]
    assert not work.page.why.isVisible()


def test_an_income_leads_to_its_field(work):
    work.page.ask(Asked(Figure.INCOME, "i2"))
    assert leads(work) == ["Go to: Child benefit"]


def test_a_line_of_a_person_leads_to_that_person_to_the_item_and_to_the_baskets(work, qtbot):
    work.page.ask(Asked(Figure.REFERENCE, "food"))
    work.type("<Down>")
    person, item, pack = leads(work)
    assert person == "Go to: Amina"
    assert item.startswith("Item “")
    assert work.assessment.parameters.pack.version in pack
    with qtbot.waitSignal(work.page.field_asked) as asked:
        work.page.why.looks_wrong.links()[2].click()
    assert asked.args == ["sources"]
    work.page.show_field("sources")
    assert work.focus() is work.page.sources


def test_an_item_leads_to_the_real_expense_that_can_stand_in_its_place(work, qtbot):
    work.page.ask(Asked(Figure.REFERENCE, "housing"))
    root = chain(work).topLevelItem(0)
    rent = next(root.child(place) for place in range(root.childCount()) if "loyer" in root.child(place).text(0).lower())
    chain(work).setCurrentItem(rent)
    with qtbot.waitSignal(work.page.field_asked) as asked:
        next(link for link in work.page.why.looks_wrong.links() if link.text().startswith("Item")).click()
    assert asked.args == ["expenses[0].amount"]


def test_a_condition_leads_to_the_field_that_it_asks_about(work):
    work.page.ask(Asked(Figure.REFERENCE, "housing"))
    root = chain(work).topLevelItem(0)
    gas = next(root.child(place) for place in range(root.childCount()) if "tarif social" in root.child(place).text(0))
    gas.setExpanded(True)
    condition = next(
        gas.child(place) for place in range(gas.childCount()) if gas.child(place).text(0).startswith("Counted because")
    )
    chain(work).setCurrentItem(condition)
    assert leads(work)[0] == "Go to: Social tariff for energy"


def test_a_sum_leads_nowhere(work):
    work.page.ask(Asked(Figure.BALANCE))
    assert leads(work) == []


def test_the_answer_follows_the_case_and_what_was_open_stays_open(work):
    work.page.ask(HOUSING)
    work.type("<Down>", "<Return>")
    work.change(lambda case: changes.change_expense(case, "e1", amount=Decimal(800)))
    assert chain(work).topLevelItem(0).child(0).isExpanded()
    assert money(Decimal(800)) in current_text(work)


def test_the_answer_speaks_the_language_of_the_window(work):
    work.page.ask(HOUSING)
    english = current_text(work)
    i18n.set_language("nl")
    work.page.retranslate()
    assert current_text(work) != english
    assert work.page.why.isVisible()


def test_another_question_begins_anew(work):
    work.page.ask(HOUSING)
    work.type("<Down>", "<Return>")
    work.page.ask(Asked(Figure.RETAINED, "food"))
    assert chain(work).currentItem() is chain(work).topLevelItem(0)
    assert not chain(work).topLevelItem(0).child(0).isExpanded()


def test_the_panel_goes_when_there_is_no_result_any_more(work):
    work.page.ask(HOUSING)
    work.change(lambda case: changes.change_dwelling(case, tenure=None))
    assert not work.page.why.isVisible()


def test_the_panel_goes_with_a_removed_income(work):
    work.page.ask(Asked(Figure.INCOME, "i2"))
    work.change(lambda case: changes.drop_income(case, "i2"))
    assert not work.page.why.isVisible()


def test_the_panel_goes_with_its_page(work):
    work.page.ask(HOUSING)
    work.page.hide()
    assert not work.page.why.isVisible()


def test_the_panel_covers_no_more_than_a_part_of_the_page_and_follows_the_window(work):
    work.page.ask(HOUSING)
    why = work.page.why
    for width in (760, 500):
        work.window.resize(width, 700)
        assert why.geometry().right() <= work.window.width()
        assert why.width() < work.window.width() * 0.7
        assert why.height() <= work.window.height()


def test_the_panel_stands_over_the_room_beside_the_page_where_there_is_some(qtbot):
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    i18n.set_language("en")
    work = PageAtWork(qtbot, ResultPage(), lone_mother())
    window, beside = QWidget(), QWidget()
    qtbot.addWidget(window)
    beside.setMinimumWidth(320)
    row = QHBoxLayout(window)
    row.addWidget(work.window, 1)
    row.addWidget(beside)
    window.resize(1200, 700)
    window.show()
    work.page.ask(HOUSING)
    assert work.page.why.parentWidget() is window
    assert work.page.why.geometry().left() > work.window.geometry().right()


@pytest.mark.parametrize("figure", list(Figure))
def test_every_figure_is_explained_with_its_own_amount(work, figure):
    keys = {Figure.GROUP: "fixed", Figure.INCOME: "i1", Figure.PRESSURE: "income"}
    needs = (Figure.REFERENCE, Figure.REAL, Figure.RETAINED, Figure.DIFFERENCE)
    asked = Asked(figure, "housing" if figure in needs else keys.get(figure, ""))
    result = work.live.assessment
    roots = explain(result, asked)
    by_law = (Figure.INTEGRATION_INCOME, Figure.ATTACHMENT, Figure.LIVING_ALLOWANCE)
    assert roots or figure in (Figure.DEBTS, Figure.RIGHT, *by_law)
    total = {
        Figure.BALANCE: result.balance,
        Figure.INCOME_TOTAL: result.income_total,
        Figure.REFERENCE_TOTAL: result.retained.reference_total,
        Figure.RETAINED_TOTAL: result.retained.total,
        Figure.REFERENCE: result.retained.reference_by_need[Need.HOUSING],
        Figure.RETAINED: result.retained.by_need[Need.HOUSING],
        Figure.INCOME: Decimal("1740.76"),
        Figure.PRESSURES: -result.balance,
        Figure.DIFFERENCE_TOTAL: result.retained.total - result.retained.reference_total,
    }
    if figure in total:
        assert sum(root.amount or Decimal(0) for root in roots) == total[figure]
