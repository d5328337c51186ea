"""Rights before aid: what to take up, what to ask, how far it is; then the proposal and the worker's own amount."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile import rights
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.right_states import RightStatus
from redi_desktop.engine.rights.result import open_questions, open_rights
from redi_desktop.formatting import money
from redi_desktop.ui.live_result import live_result
from redi_desktop.ui.page_frame import PageFrame
from redi_desktop.ui.pages.income import IncomePage
from redi_desktop.ui.pages.result import ResultPage
from redi_desktop.ui.pages.right_row import seen_of
from redi_desktop.ui.pages.rights_sections import sorted_rights
from redi_desktop.words.rights import texts_of
from tests.ui.page_at_work import PageAtWork, everything
from tests.ui.sample_cases import lone_mother

DAY = date(2026, 6, 15)


def mother() -> CaseFile:
    return replace(lone_mother(), reference_date=DAY)


@pytest.fixture
def work(qtbot):
    i18n.set_language("fr")
    work = PageAtWork(qtbot, ResultPage(today=lambda: DAY), mother(), everything())
    expected = len(open_rights(work.assessment.rights))
    qtbot.waitUntil(lambda: len(work.page.rights.first.rows()) == expected)
    return work


def names_first(work):
    return [row.name.text() for row in work.page.rights.first.rows()]


def test_every_right_that_is_probably_open_is_named_before_the_proposal(work):
    expected = [texts_of(result.right).name for result in open_rights(work.assessment.rights)]
    assert names_first(work) == expected
    order = [work.page.body.itemAt(place).widget() for place in range(work.page.body.count())]
    assert order.index(work.page.rights.widgets[0]) < order.index(work.page.proposal)
    assert str(len(expected)) in work.page.proposal.first.text()


def test_the_same_money_has_one_row_and_a_possible_right_says_how_many_answers_it_needs():
    poor = replace(mother(), incomes=())
    found = live_result(poor, everything()).assessment
    assert found is not None
    rows = sorted_rights(found.rights)
    folded = [result for result in found.rights if result.listed_under is not None]
    assert folded
    shown = {result.right.id for result in (*rows.first, *rows.perhaps)}
    assert not shown & {result.right.id for result in folded}
    with i18n.speaking("en"):
        remarks = {result.right.id: seen_of(result).remark for result in (*rows.first, *rows.perhaps)}
    assert "the same money as: " in remarks["integration_income"]
    several = [result for result in rows.perhaps if result.further_questions]
    assert several
    for result in several:
        assert f"{2 + result.further_questions} answers are needed to decide" in remarks[result.right.id]


def test_the_proposal_leads_to_the_rights_that_come_first(work):
    work.page.proposal.first.click()
    assert work.page.rights.first.rows()[0].isAncestorOf(work.focus())


def test_a_right_that_is_asked_for_keeps_its_place_and_its_day(work):
    row = work.page.rights.first.rows()[0]
    right = open_rights(work.assessment.rights)[0].right.id
    row.state.editor.setFocus()
    work.type("<Down>")
    state = rights.state_of(work.case, right)
    assert (state.status, state.since) == (RightStatus.ASKED, DAY)
    assert work.page.rights.first.rows()[0] is row
    assert "15/06/2026" in row.remark.text()


def test_a_right_that_is_refused_leaves_the_list_and_the_focus_goes_on(work):
    first, second, *_others = work.page.rights.first.rows()
    first.state.editor.setFocus()
    work.type("<End>")
    assert first not in work.page.rights.first.rows()
    assert second.isAncestorOf(work.focus())
    work.page.rights.others.more.click()
    assert work.page.rights.others.rows()[0].name.text() == first.name.text()


def test_where_to_go_and_what_to_bring_comes_on_demand(work):
    row = work.page.rights.first.rows()[0]
    right = open_rights(work.assessment.rights)[0].right
    row.more.setFocus()
    work.type("<Space>")
    details = row._details
    assert details is not None
    assert details.isVisible()
    assert texts_of(right).documents.split(",")[0] in details.text.text().replace("&#x27;", "'")
    assert not details.since.isVisible()


def test_a_right_says_why_it_is_listed(work):
    row = work.page.rights.first.rows()[0]
    row.why.click()
    assert work.page.why.chain.topLevelItem(0).text(0).startswith(row.name.text())


def test_a_question_is_answered_in_place_and_stays_there(work):
    question = work.page.rights.questions.rows()[0]
    key = question.place.removeprefix("answers.")
    question.field.editor.setFocus()
    work.type("<Right>" if "segment" in str(question.field.editor.property("role")) else "5")
    assert [given.key for given in work.case.answers] == [key]
    assert work.page.rights.questions.rows()[0] is question
    question.take_back.click()
    assert work.case.answers == ()


def test_the_answer_decides(work, qtbot):
    asked = next(one for one in open_questions(work.assessment.rights) if one.asked.fact == "energy_arrears")
    before = set(names_first(work))
    work.change(lambda case: rights.answer(case, asked.asked.fact, "150"))
    qtbot.waitUntil(lambda: bool(set(names_first(work)) - before))
    assert work.page.rights.questions.row("energy_arrears").field.value() == Decimal(150)


def test_more_questions_come_a_few_at_a_time(work):
    before = len(work.page.rights.questions.rows())
    work.page.rights.questions.more.click()
    assert len(work.page.rights.questions.rows()) > before
    assert work.page.rights.questions.rows()[before].isAncestorOf(work.focus())


def test_the_proposal_shows_its_steps(work):
    proposal = work.assessment.proposal
    assert work.page.proposal.amounts.buttons()[0].text() == money(proposal.amount)
    assert money(proposal.amount) in work.page.proposal.steps.text()


def test_another_amount_counts_once_its_reason_is_given(work):
    section = work.page.proposal
    computed = work.assessment.proposal.computed
    section.amount.editor.setFocus()
    work.type("150", "<Tab>")
    assert work.assessment.proposal.amount == computed
    work.type("Frais scolaires à venir")
    assert work.assessment.proposal.amount == Decimal(150)
    assert section.amounts.buttons()[0].text() == money(Decimal(150))
    assert work.case.proposal.reason == "Frais scolaires à venir"


def test_the_integration_income_by_law_is_taken_over_with_one_click(work):
    card = work.page.integration_income
    assert card.amounts.buttons()[0].text() == money(Decimal("1811.57"))
    card.take.click()
    assert work.case.incomes[0].amount == Decimal("1811.57")
    assert not card.take.isVisible()
    card.amounts.buttons()[0].click()
    assert work.page.why.isVisible()


def test_the_income_page_offers_it_too_and_says_why(qtbot):
    i18n.set_language("fr")
    work = PageAtWork(qtbot, IncomePage(), replace(mother(), incomes=()), everything())
    card = work.page.integration_income
    card.amounts.buttons()[0].click()
    panel = work.page.answering.panel
    assert panel.isVisible()
    first = panel.chain.topLevelItem(0)
    assert first is not None
    assert money(Decimal("1811.57")) in first.text(0)
    work.type("<Escape>")
    card.take.click()
    assert [row.amount for row in work.case.incomes] == [Decimal("1811.57")]
    assert work.page.rows.row("i1").amount.value() == Decimal("1811.57")


def test_the_rights_speak_the_language_of_the_window(work):
    i18n.set_language("nl")
    work.page.retranslate()
    assert names_first(work) == [texts_of(result.right).name for result in open_rights(work.assessment.rights)]


def test_rights_that_nobody_sees_follow_the_language_in_a_turn_of_their_own(work, qtbot):
    frame = PageFrame(work.page)
    qtbot.addWidget(frame)
    frame.resize(900, 400)
    frame.show()
    before = names_first(work)
    i18n.set_language("nl")
    frame.retranslate()
    assert names_first(work) == before
    qtbot.waitUntil(lambda: names_first(work) != before)
    assert names_first(work) == [texts_of(result.right).name for result in open_rights(work.assessment.rights)]


def test_another_case_begins_without_the_rights_of_the_first(work):
    work.page.rights.questions.more.click()
    work.page.forget()
    assert work.page.rights.first.rows() == work.page.rights.questions.rows() == []
