"""What is owed, typed as the letters lie on the table."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile.debts import UsualCreditor
from redi_desktop.engine.expenses import Debt, DebtPlan
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.ui.pages.debts import DebtsPage
from redi_desktop.words.vocabulary import label
from tests.ui.page_at_work import PageAtWork, everything
from tests.ui.sample_cases import lone_mother


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, DebtsPage(), lone_mother())


def test_a_debt_is_a_few_keys(work):
    work.type("<Space>", "Rent arrears", "<Tab>", "50", "<Tab>", "900", "<Tab>", "A", "<Tab>")
    assert work.case.debts == (
        Debt(id="d1", kind="Rent arrears", monthly=Decimal(50), remaining=Decimal(900), plan=DebtPlan.FRIENDLY),
    )


def test_a_usual_creditor_is_one_key_and_then_the_amount(work):
    work.page.picks.buttons()[1].setFocus()
    work.type("<Space>", "85")
    assert [(debt.kind, debt.monthly) for debt in work.case.debts] == [(label(UsualCreditor.ENERGY), Decimal(85))]
    assert label(UsualCreditor.ENERGY) not in [button.text() for button in work.page.picks.buttons()]


def test_what_is_not_accepted_is_said_and_wants_a_reason(work):
    work.type("<Space>", "Consumer credit", "<Tab>", "120")
    row = work.page.rows.row("d1")
    row.share.editor.setFocus()
    row.share.editor.selectAll()
    work.type("50", "<Tab>", "Renegotiated")
    debt = work.case.debts[0]
    assert (debt.accepted_share, debt.reason) == (Decimal("0.5"), "Renegotiated")
    assert "€60.00" in row.outcome.text()
    assert "€120.00 is paid each month; the budget accepts €60.00" in work.page.pressure.text()


def test_the_whole_payments_are_shown_as_what_they_weigh(work):
    assert not work.page.pressure.isVisible()
    work.type("<Space>", "<Tab>", "40")
    assert work.page.pressure.text() == "€40.00 is paid each month; the budget accepts all of it."


def test_what_creditors_can_seize_stands_beside_the_debts_and_says_why(qtbot):
    i18n.set_language("en")
    mother = lone_mother()
    wage = Income(id="i9", person="p1", kind=IncomeKind.WAGE, amount=Decimal(2000))
    work = PageAtWork(qtbot, DebtsPage(), replace(mother, incomes=(wage, mother.incomes[1])), everything())
    card = work.page.attachment
    assert card.isHidden()
    work.type("<Space>", "<Tab>", "40")
    assert "nothing up to €1,341.00 net a month" in card.explanation.text()
    # 386.10 in 2024, less 2 × 83; and 1,741.29 with 420.10 of family benefits
    assert [button.text() for button in card.amounts.buttons()] == ["€220.10", "€2,161.39"]
    card.amounts.buttons()[0].click()
    assert work.page.answering.panel.isVisible()
    reason = work.page.answering.panel.chain.topLevelItem(0)
    assert reason is not None
    assert "Amina: €2,000.00 net of work" in reason.text(0)


def test_a_share_above_the_whole_is_refused_at_its_field(work):
    work.type("<Space>", "<Tab>", "40")
    row = work.page.rows.row("d1")
    row.share.editor.setFocus()
    row.share.editor.selectAll()
    work.type("130", "<Tab>")
    assert row.share.error_text()
    assert not work.page.valid()


def test_a_hint_leads_to_the_payment(work):
    work.type("<Space>")
    work.page.show_field("debts[0].monthly")
    assert work.focus() is work.page.rows.row("d1").monthly.editor


def test_in_another_language_nothing_typed_is_lost(work):
    work.type("<Space>", "Loyer", "<Tab>", "12,5")
    i18n.set_language("fr")
    work.page.retranslate()
    row = work.page.rows.row("d1")
    assert (row.kind.text(), row.monthly.value()) == ("Loyer", Decimal("12.5"))
