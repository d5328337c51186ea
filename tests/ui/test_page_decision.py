"""The committee's decision, and the days that follow from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile import judging
from redi_desktop.casefile.judgement import ActivationPath, Verdict
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.policy import Exemption
from redi_desktop.packs.embedded import load_embedded, load_example_policy
from redi_desktop.ui.pages.decision import DecisionPage
from tests.ui.page_at_work import TODAY, PageAtWork
from tests.ui.sample_cases import lone_mother


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, DecisionPage(today=lambda: TODAY), lone_mother())


def at(qtbot, day):
    i18n.set_language("en")
    return PageAtWork(qtbot, DecisionPage(today=lambda: day), lone_mother())


def test_the_day_by_which_to_decide_is_said_in_words(work):
    by, left = "To be decided by 14\u00a0June 2024", "thirty days after the request: 30 days left."
    assert work.page.deadline.text() == f"{by}, {left}"


@pytest.mark.parametrize(
    ("day", "left"),
    [(date(2024, 6, 13), "1 day left"), (date(2024, 6, 14), "today"), (date(2024, 6, 16), "2 days late")],
)
def test_how_soon_it_is(qtbot, day, left):
    assert at(qtbot, day).page.deadline.text().endswith(f": {left}.")


def test_granted_as_proposed_is_one_key(work):
    work.page.as_proposed.setFocus()
    work.type("<Space>")
    decision = work.case.decision
    assert work.live.assessment is not None
    assert decision.amount == work.live.assessment.proposal.amount
    assert decision.decided_on == TODAY
    assert work.page.deadline.text() == ""
    assert work.page.notified_on.help.text().startswith("To be notified by 23\u00a0May 2024")
    assert not work.page.as_proposed.isVisible()


def test_a_decision_is_typed_by_keyboard(work):
    work.type("<Right>", "<Right>")
    assert work.case.decision.verdict is Verdict.GRANTED_IN_PART
    work.page.decided_on.editor.setFocus()
    work.type("1/6/24", "<Tab>", "5/6/24", "<Tab>", "120", "<Tab>", "1/6/24", "<Tab>", "6", "<Tab>", "1/9/24", "<Tab>")
    decision = work.case.decision
    assert (decision.amount, decision.months, decision.review_on) == (Decimal(120), 6, date(2024, 9, 1))
    assert (decision.decided_on, decision.notified_on) == (date(2024, 6, 1), date(2024, 6, 5))
    assert work.page.months.help.text() == "The aid ends on 30\u00a0November 2024."
    assert work.page.notified_on.help.text().startswith("In time")


def test_a_late_notification_is_said(work):
    work.change(lambda case: judging.change_decision(case, decided_on=TODAY, notified_on=date(2024, 6, 10)))
    assert "later than 23\u00a0May 2024" in work.page.notified_on.help.text()


def test_a_refusal_asks_for_no_amount(work):
    work.change(lambda case: judging.change_decision(case, verdict=Verdict.REFUSED))
    assert not work.page.amount.isVisible()
    assert work.page.reasons.isVisible()


def test_an_adjourned_decision_keeps_its_deadline(work):
    work.change(lambda case: judging.change_decision(case, verdict=Verdict.ADJOURNED, decided_on=TODAY))
    assert work.page.deadline.text()


def test_an_exemption_asks_because_of_what(work):
    assert not work.page.exemption.isVisible()
    work.page.activation.editor.setFocus()
    work.type("E")
    assert work.case.decision.activation is ActivationPath.EXEMPT
    work.page.exemption.editor.setFocus()
    work.type("H")
    assert work.case.decision.exemption is Exemption.HEALTH
    work.page.activation.editor.setFocus()
    work.type("N")
    assert work.case.decision.exemption is None


@pytest.mark.parametrize(
    ("granted", "said"),
    [(Decimal("12300.00"), "€47,700.00 is left"), (Decimal("60000.50"), "€0.50 more")],
)
def test_what_is_left_of_the_envelope_is_shown_where_the_policy_has_one(qtbot, granted, said):
    i18n.set_language("en")
    page = DecisionPage(today=lambda: TODAY, granted=lambda year, tell: tell(granted))
    case = judging.change_decision(lone_mother(), verdict=Verdict.GRANTED)
    work = PageAtWork(qtbot, page, case, Parameters(load_embedded(), load_example_policy()))
    assert "Envelope for 2024: €60,000.00" in work.page.envelope.text()
    assert said in work.page.envelope.text()
