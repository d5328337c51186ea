"""The request: dates that follow each other, and how the person was told."""

from __future__ import annotations

from datetime import date

import pytest

from redi_desktop import i18n
from redi_desktop.casefile.model import InformedHow, SpokenLanguage
from redi_desktop.ui.pages.request import RequestPage
from tests.ui.page_at_work import TODAY, PageAtWork, today


@pytest.fixture
def work(qtbot):
    i18n.set_language("nl")
    return PageAtWork(qtbot, RequestPage(today=today))


def test_typing_begins_at_the_reason(work):
    work.type("Huur te hoog")
    assert work.case.request.reason == "Huur te hoog"
    assert set(work.places) == {"request.reason"}


def test_the_date_of_the_budget_goes_along_with_that_of_the_request(work):
    work.page.date.editor.setFocus()
    work.page.date.editor.selectAll()
    work.type("2/5/24", "<Tab>")
    assert (work.case.request.date, work.case.reference_date) == (date(2024, 5, 2), date(2024, 5, 2))
    assert work.page.reference_date.text() == "02/05/2024"


def test_the_budget_may_have_a_date_of_its_own_in_the_months_to_come(work):
    work.page.reference_date.editor.setFocus()
    work.page.reference_date.editor.selectAll()
    work.type("1/1/25", "<Tab>")
    assert (work.case.request.date, work.case.reference_date) == (TODAY, date(2025, 1, 1))


def test_a_date_before_the_baskets_is_said_at_its_field(work):
    work.page.reference_date.editor.setFocus()
    work.page.reference_date.editor.selectAll()
    work.type("1/1/1999", "<Tab>")
    assert work.page.reference_date.error_text()


def test_the_language_of_the_person_is_chosen_by_keyboard(work):
    work.page.language.editor.setFocus()
    work.type("<Right>")
    assert work.case.request.language is SpokenLanguage.NL


def test_telling_the_person_is_dated_today_and_can_be_dated_otherwise(work):
    assert work.page.informed_on.isHidden()
    work.page.informed.editor.setFocus()
    work.type("<Right>")
    assert (work.case.request.informed, work.case.request.informed_on) == (InformedHow.ORALLY, TODAY)
    work.type("<Tab>")
    work.page.informed_on.editor.selectAll()
    work.type("1/5/24", "<Tab>")
    assert work.case.request.informed_on == date(2024, 5, 1)
    work.page.informed.editor.setFocus()
    work.type("<Left>")
    assert (work.case.request.informed, work.case.request.informed_on) == (InformedHow.NOT_YET, None)


def test_the_reference_is_kept_without_the_space_around_it(work):
    work.page.reference.editor.setFocus()
    work.type(" 2024/17 ", "<Tab>")
    assert work.case.reference == "2024/17"
    assert work.page.valid()


def test_a_register_number_is_optional_and_tells_the_birth_date(work):
    work.page.niss.editor.setFocus()
    work.type("420122 05181", "<Tab>")
    applicant = work.case.applicant
    assert applicant is not None
    assert (applicant.niss, applicant.birth_date) == ("42012205181", date(1942, 1, 22))
    assert work.page.niss.text() == "42.01.22-051.81"
    assert work.page.valid()


def test_a_wrong_check_figure_is_said_at_the_field(work):
    work.page.niss.editor.setFocus()
    work.type("42.01.22-051.82", "<Tab>")
    assert work.page.niss.error_text()
    assert work.case.applicant is not None
    assert work.case.applicant.niss == ""
