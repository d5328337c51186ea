"""What comes in: typed row by row, counted by the rule, set otherwise with a reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile import changes
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.income import Evidence, Income, IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.ui.pages.income import IncomePage
from tests.ui.page_at_work import PageAtWork
from tests.ui.sample_cases import lone_mother


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, IncomePage())


@pytest.fixture
def full(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, IncomePage(), lone_mother())


def test_an_income_is_a_few_keys(work):
    work.type("<Space>", "Integ", "<Tab>", "1340,47", "<Tab>")
    assert work.case.incomes == (
        Income(id="i1", person="p1", kind=IncomeKind.INTEGRATION_INCOME, amount=Decimal("1340.47")),
    )


def test_several_incomes_follow_each_other_without_the_mouse(work):
    work.type("<Ctrl+Return>", "Wage", "<Tab>", "900", "<Ctrl+Return>", "Holiday", "<Tab>", "600", "<Tab>", "y")
    assert [(row.kind, row.amount, row.period) for row in work.case.incomes] == [
        (IncomeKind.WAGE, Decimal(900), Period.MONTH),
        (IncomeKind.HOLIDAY_PAY, Decimal(600), Period.YEAR),
    ]


@pytest.mark.parametrize("typed", ["1.234,50", "1234,5", "1 234.50", "€ 1234,50", "1000+234,5"])
def test_an_amount_is_typed_as_people_type_it(work, typed):
    i18n.set_language("fr")
    work.type("<Space>", "<Tab>", typed)
    assert work.case.incomes[0].amount == Decimal("1234.50")


def test_what_is_half_typed_is_no_amount_and_stays(work):
    work.type("<Space>", "<Tab>", "12x", "<Tab>")
    row = work.page.rows.row("i1")
    assert work.case.incomes[0].amount is None
    assert row.amount.text() == "12x"
    assert row.amount.error_text()
    assert not work.page.valid()


def test_an_amount_that_does_not_come_each_month_is_shown_per_month(full):
    assert full.page.rows.row("i3").period.help.text() == "= €15.00 per month"
    assert full.page.rows.row("i1").period.help.text() == ""


def test_a_study_grant_does_not_count_by_the_rule_and_can_be_counted_with_a_reason(full):
    row = full.page.rows.row("i3")
    assert not row.counted.value()
    assert row.counted.help.text()
    assert row.reason.isHidden()
    row.counted.editor.setFocus()
    full.type("<Space>")
    assert full.case.incomes[2].counted is True
    assert not row.reason.isHidden()
    full.type("<Tab>", "kept for the rent")
    assert full.case.incomes[2].reason == "kept for the rent"


def test_going_back_to_the_rule_leaves_the_rule_to_say_it(full):
    row = full.page.rows.row("i1")
    row.counted.editor.setFocus()
    full.type("<Space>")
    assert full.case.incomes[0].counted is False
    full.type("<Space>")
    assert full.case.incomes[0].counted is None


def test_whose_an_income_is_is_not_asked_of_one_person(work):
    work.type("<Space>")
    assert work.page.rows.row("i1").person.isHidden()


def test_an_income_is_given_to_another_person_or_to_the_household(full):
    row = full.page.rows.row("i1")
    row.person.editor.setFocus()
    full.type("<Down>")
    assert full.case.incomes[0].person == "p2"
    full.type("<Home>")
    assert full.case.incomes[0].person is None


def test_a_new_name_of_a_person_is_known_here(full):
    full.change(lambda case: changes.change_person(case, "p1", name="Samira"))
    row = full.page.rows.row("i1")
    assert row.person.value() == "p1"
    assert "Samira" in [row.person.editor.itemText(place) for place in range(row.person.editor.count())]


def test_evidence_is_chosen_by_its_first_letter(full):
    full.page.rows.row("i2").evidence.editor.setFocus()
    full.type("D")
    assert full.case.incomes[1].evidence is Evidence.DECLARED


def test_typing_touches_no_other_row(full):
    others = [full.page.rows.row("i1"), full.page.rows.row("i3")]
    texts = [row.amount.text() for row in others]
    full.page.rows.row("i2").amount.editor.setFocus()
    full.page.rows.row("i2").amount.editor.selectAll()
    full.type("500")
    assert [full.page.rows.row("i1"), full.page.rows.row("i3")] == others
    assert [row.amount.text() for row in others] == texts
    assert full.live.assessment is not None
    assert full.live.assessment.income_total == Decimal("2240.76")


def test_a_removed_income_is_gone_and_the_focus_stays_near(full):
    full.page.rows.row("i2").amount.editor.setFocus()
    full.type("<Ctrl+Shift+Delete>")
    assert [row.id for row in full.case.incomes] == ["i1", "i3"]
    assert full.page.rows.row("i3").isAncestorOf(full.focus())


def test_no_income_says_what_to_do(qtbot):
    work = PageAtWork(qtbot, IncomePage(), CaseFile(id="empty"))
    assert work.page.rows.empty_text()
    work.type("<Space>")
    assert work.page.rows.empty_text() == ""


def test_a_negative_amount_is_refused_at_its_field(full):
    full.page.rows.row("i2").amount.editor.setFocus()
    full.page.rows.row("i2").amount.editor.selectAll()
    full.type("-5", "<Tab>")
    assert full.page.rows.row("i2").amount.error_text()
    full.page.show_field("incomes[1].amount")
    assert full.focus() is full.page.rows.row("i2").amount.editor


def test_a_finding_leads_to_an_income_whose_row_is_not_made_yet(qtbot):
    incomes = tuple(Income(id=f"i{number}", kind=IncomeKind.WAGE, amount=Decimal(number)) for number in range(1, 13))
    work = PageAtWork(qtbot, IncomePage(), replace(lone_mother(), incomes=incomes))
    work.page.show_field("incomes[11].period")
    assert work.focus() is work.page.rows.row("i12").period.editor


def test_a_table_from_a_spreadsheet_becomes_incomes_of_the_applicant(work, qapp):
    qapp.clipboard().setText("Wage\t900\nChild benefit\t420,10")
    work.page.paste_table.paste()
    assert [(row.kind, row.amount, row.person) for row in work.case.incomes] == [
        (IncomeKind.WAGE, Decimal(900), "p1"),
        (IncomeKind.CHILD_BENEFIT, Decimal("420.10"), "p1"),
    ]
    assert work.page.paste_table.notice.text() == "2 rows were added."
