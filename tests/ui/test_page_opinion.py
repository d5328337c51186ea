"""The opinion: four texts, prompts in grey, nothing required."""

from __future__ import annotations

import pytest

from redi_desktop import i18n
from redi_desktop.casefile.judgement import Opinion
from redi_desktop.casefile.model import CaseFile
from redi_desktop.formatting import money
from redi_desktop.ui.pages.opinion import OpinionPage
from tests.ui.page_at_work import PageAtWork
from tests.ui.sample_cases import lone_mother


@pytest.fixture
def work(qtbot):
    i18n.set_language("en")
    return PageAtWork(qtbot, OpinionPage(), lone_mother())


def test_the_four_texts_follow_each_other(work):
    work.type("Alone since March.", "<Tab>", "Wants to stay near the school.", "<Tab>", "The rent is too low.", "<Tab>")
    work.type("Six months, until the move.")
    assert work.case.opinion == Opinion(
        context="Alone since March.",
        person_view="Wants to stay near the school.",
        disagreements="The rent is too low.",
        reasons="Six months, until the move.",
    )
    assert "opinion.reasons" in work.places


def test_prompts_stand_in_grey_and_are_no_text(work):
    assert work.page.context.editor.placeholderText()
    assert work.page.valid()
    assert work.case.opinion == Opinion()


def test_the_figures_need_not_be_typed_again(work):
    assessment = work.live.assessment
    assert money(assessment.proposal.amount) in work.page.figures.text()
    work.page.apply(CaseFile(id="empty"), work.live._replace(assessment=None))
    assert not work.page.figures.isVisible()


def test_typing_begins_where_something_is_still_to_be_said(work):
    work.type("Alone.", "<Tab>")
    assert work.page.initial_focus() is work.page.person_view.editor


def test_in_another_language_not_a_letter_of_the_text_is_lost(work):
    work.type("Seule depuis mars.")
    i18n.set_language("fr")
    work.page.retranslate()
    assert work.page.context.value() == "Seule depuis mars."
    assert work.page.reasons.editor.placeholderText()
