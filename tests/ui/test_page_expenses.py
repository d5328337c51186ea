"""What is really paid, beside what the reference says."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile import changes
from redi_desktop.casefile.comparisons import kinds_to_ask, references_beside
from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind, PaidBy, Treatment
from redi_desktop.engine.income import Evidence
from redi_desktop.engine.money import Period
from redi_desktop.formatting import money
from redi_desktop.ui.pages.expenses import ExpensesPage
from redi_desktop.words.vocabulary import label
from tests.ui.page_at_work import PageAtWork
from tests.ui.sample_cases import lone_mother


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, ExpensesPage(), lone_mother())


def row(work, row_id):
    return work.page.rows.row(row_id)


def test_an_expense_is_a_few_keys(work):
    work.type("<Ctrl+Return>", "Wat", "<Tab>", "120", "<Tab>", "q")
    expense = work.case.expenses[-1]
    assert (expense.kind, expense.amount, expense.period) == (ExpenseKind.WATER, Decimal(120), Period.QUARTER)
    assert row(work, expense.id).outcome.text().startswith("€40.00 per month.")


def test_kinds_stand_under_their_need_and_a_need_cannot_be_chosen(work):
    combo = row(work, "e1").kind.editor
    texts = [combo.itemText(place) for place in range(combo.count())]
    assert texts.index("Housing") < texts.index("Rent") < texts.index("Mobility") < texts.index("Train")
    assert not combo.model().item(texts.index("Housing")).isEnabled()


def test_the_reference_is_said_before_the_amount_is_typed(work):
    work.type("<Ctrl+Return>", "Gas")
    reference = references_beside(work.assessment, work.case.expenses)[work.case.expenses[-1].id]
    assert row(work, "e6").outcome.text() == f"Takes the place of the reference, {money(reference)}."


@pytest.mark.parametrize(
    ("row_id", "words"),
    [
        ("e1", "Takes the place of the reference, {reference}."),
        ("e3", "€521.79 per month. Shown beside the reference, {reference}, which stays."),
        ("e4", "Comes on top of the reference budget."),
        ("e5", "Takes the place of the reference, {reference}. Retained: €25.00."),
    ],
)
def test_each_row_says_what_it_does_to_the_budget(work, row_id, words):
    reference = references_beside(work.assessment, work.case.expenses).get(row_id, Decimal(0))
    assert row(work, row_id).outcome.text() == words.format(reference=money(reference))


def test_a_kind_without_reference_says_so(work):
    work.type("<Ctrl+Return>", "Property", "<Tab>", "30")
    assert row(work, "e6").outcome.text() == (
        "The reference budget holds nothing for this: the whole amount comes on top."
    )


def test_the_reference_of_one_person_is_that_persons(work):
    everybody = Expense(id="a", kind=ExpenseKind.SCHOOL)
    one = Expense(id="b", kind=ExpenseKind.SCHOOL, person="p2")
    references = references_beside(work.assessment, (everybody, one))
    assert Decimal(0) < references["b"] < references["a"]


def test_details_open_by_keyboard_and_stand_in_the_way_of_the_tab_key(work):
    row(work, "e2").more.setFocus()
    work.type("<Space>", "<Tab>")
    details = row(work, "e2")
    assert details.places["evidence"].editor is work.focus()
    work.type("P", "<Tab>", "<Down>", "<Tab>", "<Tab>", "<End>", "<Tab>", "<Tab>", "meter of the landlord", "<Tab>")
    expense = work.case.expenses[1]
    assert (expense.evidence, expense.paid_by) == (Evidence.SEEN, PaidBy.CPAS)
    assert (expense.treatment, expense.reason) == (Treatment.LEAVE_OUT, "meter of the landlord")
    assert details.outcome.text() == "Not retained. Proof seen. Paid by: The CPAS."


def test_what_is_left_out_without_a_reason_is_said_at_the_reason(work):
    work.change(lambda case: changes.change_expense(case, "e2", treatment=Treatment.LEAVE_OUT))
    field = row(work, "e2").places["reason"]
    assert not field.isHidden()
    assert field.error_text()
    row(work, "e1").amount.editor.setFocus()
    work.page.show_field("expenses[1].reason")
    assert work.focus() is field.editor


def test_a_finding_in_closed_details_opens_them(work):
    work.page.show_field("expenses[3].retained")
    assert row(work, "e4").more.isChecked()
    assert work.focus() is row(work, "e4").places["retained"].editor


def test_a_treatment_can_be_given_back_to_the_rule(work):
    row(work, "e2").more.setChecked(True)
    row(work, "e2").places["treatment"].editor.setFocus()
    work.type("<Down>")
    assert work.case.expenses[1].treatment is Treatment.REPLACE
    work.type("<Home>")
    assert work.case.expenses[1].treatment is None


def test_what_is_often_paid_too_is_a_click_away(work):
    offered = kinds_to_ask(work.assessment, work.case.expenses)
    assert ExpenseKind.RENT not in offered
    work.page.picks.buttons()[0].setFocus()
    work.type("<Space>")
    assert work.case.expenses[-1] == Expense(id="e6", kind=offered[0])
    assert work.focus() is row(work, "e6").amount.editor
    assert label(offered[0]) not in [button.text() for button in work.page.picks.buttons()]


def test_the_arrows_move_among_what_is_offered(work):
    work.page.picks.buttons()[0].setFocus()
    work.type("<Right>", "<Right>", "<Left>")
    assert work.focus() is work.page.picks.buttons()[1]


def test_an_option_of_the_baskets_is_ticked_in_plain_words(work):
    before = work.assessment.retained.total
    work.page.options.switch("option_car").editor.setFocus()
    work.type("<Space>")
    assert work.case.options == ("option_car",)
    assert work.assessment.retained.total > before


def test_without_a_result_no_option_and_no_reference_is_shown(qtbot):
    work = PageAtWork(qtbot, ExpensesPage())
    assert work.page.options.isHidden()
    work.type("<Ctrl+Return>", "Gas", "<Tab>", "50")
    assert row(work, "e1").outcome.text() == ""


def test_debts_of_the_case_are_left_as_they_are(work):
    debts = (Debt(id="d1", kind="bank", monthly=Decimal(50)),)
    work.change(lambda case: changes.change_case(case, debts=debts))
    work.type("<Ctrl+Return>", "Wat", "<Tab>", "12", "<Ctrl+Shift+Delete>")
    assert work.case.debts == debts


def test_the_rent_of_the_housing_page_is_a_row_here(work):
    work.change(lambda case: changes.pay_for(case, ExpenseKind.RENT, Decimal(800)))
    assert row(work, "e1").amount.value() == Decimal(800)


def test_only_the_first_row_bears_names_for_the_eye_and_all_of_them_for_the_ear(work):
    assert not row(work, "e1").amount.label.isHidden()
    assert row(work, "e2").amount.label.isHidden()
    assert row(work, "e2").amount.editor.accessibleName() == "Amount"
    work.change(lambda case: changes.drop_expense(case, "e1"))
    assert not row(work, "e2").amount.label.isHidden()


def test_a_change_of_language_says_everything_again_and_loses_nothing(work):
    row(work, "e2").more.setChecked(True)
    row(work, "e2").amount.editor.setFocus()
    row(work, "e2").amount.editor.selectAll()
    work.type("12,")
    i18n.set_language("nl")
    work.page.retranslate()
    assert row(work, "e2").amount.text() == "12,"
    assert row(work, "e1").amount.text() == money(Decimal(720))


def many(count):
    kinds = [kind for kind in ExpenseKind if kind is not ExpenseKind.RENT]
    rows = (Expense(id=f"e{n}", kind=kinds[n % len(kinds)], amount=Decimal(n + 1)) for n in range(count))
    return dataclasses.replace(lone_mother(), expenses=tuple(rows))


def test_a_long_list_comes_a_few_rows_at_a_time(qtbot):
    work = PageAtWork(qtbot, ExpensesPage(), many(40))
    assert len(work.page.rows.rows()) < 40
    qtbot.waitUntil(lambda: len(work.page.rows.rows()) == 40)
    assert [one.row_id for one in work.page.rows.rows()] == [f"e{n}" for n in range(40)]
    assert row(work, "e39").path == "expenses[39]"
    assert row(work, "e39").amount.value() == Decimal(40)


def test_a_row_that_is_not_made_yet_is_there_when_it_is_asked_for(qtbot):
    work = PageAtWork(qtbot, ExpensesPage(), many(40))
    work.page.show_field("expenses[39].amount")
    assert work.focus() is row(work, "e39").amount.editor


def test_a_row_is_added_at_the_end_of_a_list_that_is_not_whole_yet(qtbot):
    work = PageAtWork(qtbot, ExpensesPage(), many(40))
    work.type("<Ctrl+Return>")
    assert len(work.page.rows.rows()) == 41
    assert work.page.rows.rows()[-1].isAncestorOf(work.focus())


def test_another_case_does_not_get_the_rows_of_the_one_before(qtbot):
    work = PageAtWork(qtbot, ExpensesPage(), many(40))
    work.page.forget()
    work.case = lone_mother()
    work.show_case()
    qtbot.waitUntil(lambda: len(work.page.rows.rows()) == 5)
    assert row(work, "e1").amount.value() == Decimal(720)


def test_a_table_from_a_spreadsheet_becomes_rows_and_what_is_unknown_is_said(work, qapp):
    qapp.clipboard().setText("Wat\t60\tper quarter\nGas\t-80\nNetflix\t13,99\nTotal")
    before = len(work.case.expenses)
    work.page.paste_table.button.setFocus()
    work.type("<Space>")
    added = work.case.expenses[before:]
    assert [(row.kind, row.amount, row.period) for row in added[1:]] == [
        (ExpenseKind.GAS, Decimal(80), Period.MONTH),
        (None, Decimal("13.99"), Period.MONTH),
    ]
    assert added[2].reason == "Netflix"
    told = work.page.paste_table.notice.text()
    assert told.startswith("3 rows were added.")
    assert "“Netflix”" in told
    assert "“Total”" in told
    assert work.places[-1] == ""


def test_pasting_in_a_field_means_the_field(work, qapp):
    qapp.clipboard().setText("77")
    before = len(work.case.expenses)
    field = row(work, "e1").amount
    field.editor.setFocus()
    field.editor.selectAll()
    work.type("<Ctrl+V>")
    assert field.value() == Decimal(77)
    assert len(work.case.expenses) == before


def test_nothing_copied_says_what_to_do(work, qapp):
    qapp.clipboard().setText("")
    work.page.paste_table.paste()
    assert work.page.paste_table.notice.text().startswith("Nothing was copied")
    work.page.forget()
    assert work.page.paste_table.notice.text() == ""
