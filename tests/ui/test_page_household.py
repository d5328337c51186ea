"""The household is typed as it is told: birth date, sex, the next one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from redi_desktop import i18n
from redi_desktop.casefile import changes
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.household import Activity, Region, Role, Sex, Tenure
from redi_desktop.engine.integration_income.kinds import Relation
from redi_desktop.ui.pages.household import HouseholdPage
from tests.ui.page_at_work import PageAtWork, today


@pytest.fixture
def work(qtbot):
    i18n.set_language("fr")
    return PageAtWork(qtbot, HouseholdPage(today=today))


def persons(work):
    return work.case.household.persons


def test_a_lone_mother_with_two_children_is_typed_without_the_mouse(work):
    work.type("3/5/89", "<Tab>", "<Space>", "<Tab>", "<Down>", "<Down>")
    work.type("<Ctrl+Return>", "3/2/15", "<Tab>", "<Right>", "<Right>")
    work.type("<Ctrl+Return>", "1.9.2019", "<Tab>", "<Space>")
    mother, son, daughter = persons(work)
    assert (mother.role, mother.birth_date, mother.sex) == (Role.APPLICANT, date(1989, 5, 3), Sex.F)
    assert mother.activity is Activity.JOBSEEKER
    assert (son.role, son.birth_date, son.sex) == (Role.CHILD, date(2015, 2, 3), Sex.M)
    assert (daughter.role, daughter.birth_date, daughter.sex) == (Role.CHILD, date(2019, 9, 1), Sex.F)
    assert (son.activity, daughter.activity) == (Activity.PRIMARY, Activity.PREPRIMARY)


def test_the_age_stands_beside_the_birth_date(work):
    i18n.set_language("en")
    work.type("3/5/89")
    assert work.page.rows.row("p1").birth_date.help.text() == "35\N{NO-BREAK SPACE}years"


def test_typing_a_birth_date_does_not_move_the_cursor_or_rebuild_the_row(work):
    row, line = work.page.rows.row("p1"), work.focus()
    work.type("3/5/8")
    assert work.focus() is line
    assert row.birth_date.text() == "3/5/8"
    work.type("9")
    assert work.page.rows.row("p1") is row
    assert row.birth_date.text() == "3/5/89"
    work.type("<Tab>")
    assert row.birth_date.text() == "03/05/1989"


def test_a_partner_of_1988_is_not_taken_for_a_child_of_2019_on_the_way(work):
    work.type("<Ctrl+Return>", "30/9/19")
    assert persons(work)[1].role is Role.CHILD
    work.type("<Backspace>", "<Backspace>", "1988", "<Tab>")
    assert (persons(work)[1].role, persons(work)[1].birth_date) == (Role.PARTNER, date(1988, 9, 30))


def test_a_grown_up_child_whose_birth_date_is_corrected_stays_a_child(work):
    work.type("<Ctrl+Return>", "30/9/2015", "<Tab>")
    work.page.rows.row("p2").birth_date.editor.setFocus()
    work.page.rows.row("p2").birth_date.editor.selectAll()
    work.type("30/9/2004", "<Tab>")
    assert persons(work)[1].role is Role.CHILD


def test_a_partner_is_offered_and_becomes_a_child_by_their_age(work):
    work.type("<Ctrl+Return>")
    row = work.page.rows.row("p2")
    assert row.role.value() is Role.PARTNER
    assert row.custody.isHidden()
    work.type("12/4/2018")
    assert row.role.value() is Role.CHILD
    assert not row.custody.isHidden()


def test_the_row_one_stands_in_is_removed_by_keyboard_and_focus_stays_near(work):
    work.type("<Ctrl+Return>", "<Ctrl+Return>", "<Ctrl+Shift+Delete>")
    assert [person.id for person in persons(work)] == ["p1", "p2"]
    assert work.focus() is work.page.rows.row("p2").birth_date.editor
    work.type("<Ctrl+Shift+Delete>")
    assert work.focus() is work.page.rows.row("p1").birth_date.editor


def test_the_applicant_cannot_be_removed_by_accident(work):
    assert work.page.rows.row("p1").remove.isHidden()


def test_the_tab_key_goes_from_card_to_card_and_ends_at_the_button(work):
    work.type("<Ctrl+Return>", "<Ctrl+Return>")
    order = [work.page.rows.row("p1").name.editor]
    order[0].setFocus()
    while order[-1] is not work.page.rows.add_button:
        work.type("<Tab>")
        order.append(work.focus())
        assert len(order) < 60
    seen = [next((row.row_id for row in work.page.rows.rows() if row.isAncestorOf(widget)), "") for widget in order]
    assert list(dict.fromkeys(seen)) == ["p1", "p2", "p3", ""]
    assert seen == sorted(seen, key=["p1", "p2", "p3", ""].index)


def test_a_person_put_back_by_undo_takes_its_old_place_for_the_tab_key_too(work):
    work.type("<Ctrl+Return>", "<Ctrl+Return>")
    before = work.case
    work.change(lambda case: changes.drop_person(case, "p2"))
    work.change(lambda case: before)
    assert [row.row_id for row in work.page.rows.rows()] == ["p1", "p2", "p3"]
    work.page.rows.row("p1").bim.editor.setFocus()
    work.type("<Tab>")
    assert work.page.rows.row("p2").isAncestorOf(work.focus())


@pytest.mark.parametrize(
    ("keys", "share"), [((), "1"), (("<Right>",), "0.5"), (("<Right>", "<Right>", "<Tab>", "40"), "0.4")]
)
def test_a_child_lives_here_the_whole_month_half_of_it_or_another_share(work, keys, share):
    work.type("<Ctrl+Return>", "12/4/2018")
    work.page.rows.row("p2").custody.editor.setFocus()
    work.type(*keys)
    assert persons(work)[1].custody_share == Decimal(share)


def test_the_field_for_another_share_stays_while_it_is_wanted(work):
    work.type("<Ctrl+Return>", "12/4/2018")
    row = work.page.rows.row("p2")
    row.custody.editor.setFocus()
    work.type("<Right>", "<Right>", "<Tab>", "50")
    assert not row.share.isHidden()
    assert work.focus() is row.share.editor
    assert persons(work)[1].custody_share == Decimal("0.5")


def test_a_birth_after_the_budget_is_said_at_the_field_once_it_is_left(work):
    work.type("1/1/2025")
    row = work.page.rows.row("p1")
    assert row.birth_date.error_text() == ""
    work.type("<Tab>")
    assert row.birth_date.error_text()
    assert not work.page.valid()
    assert row.birth_date.error_text() in work.page.errors()


def test_what_is_not_a_date_is_said_and_stays_as_it_was_typed(work):
    work.type("31/2/89", "<Tab>")
    row = work.page.rows.row("p1")
    assert row.birth_date.error_text()
    assert row.birth_date.text() == "31/2/89"
    assert persons(work)[0].birth_date is None
    assert not work.page.valid()


def test_a_household_of_children_says_so_at_the_head_of_the_page(work):
    work.type("1/1/2015", "<Tab>", "<Space>")
    assert any(finding.code == "no_adult" for finding in work.live.bad)
    assert len(work.page.errors()) == 1


def test_the_activity_of_an_adult_is_asked_for(work):
    work.change(lambda case: changes.change_region(case, Region.BRUSSELS))
    work.change(lambda case: changes.change_dwelling(case, tenure=Tenure.OWNER))
    work.type("3/5/89", "<Tab>", "<Space>")
    assert work.page.rows.row("p1").activity.help.text()
    work.type("<Tab>", "<Down>")
    assert work.page.rows.row("p1").activity.help.text() == ""


def test_a_finding_leads_to_the_field_of_its_person(work):
    work.type("<Ctrl+Return>")
    work.page.show_field("household.persons[1].sex")
    assert work.focus() is work.page.rows.row("p2").sex.editor
    work.page.show_field("household.persons[0].birth_date")
    assert work.focus() is work.page.rows.row("p1").birth_date.editor


def test_findings_still_find_their_person_after_another_was_removed(work):
    work.type("<Ctrl+Return>", "<Ctrl+Return>", "1/1/2025")
    work.change(lambda case: changes.drop_person(case, "p2"))
    work.page.rows.row("p1").name.editor.setFocus()
    assert work.page.rows.row("p3").birth_date.error_text()
    work.page.show_field("household.persons[1].birth_date")
    assert work.focus() is work.page.rows.row("p3").birth_date.editor


def test_the_place_of_each_change_is_that_of_the_case_format(work):
    work.type("3/5/89", "<Ctrl+Return>", "<Tab>", "<Space>")
    assert set(work.places) == {"household.persons[0].birth_date", "", "household.persons[1].sex"}


def test_an_empty_household_says_what_to_do(qtbot):
    work = PageAtWork(qtbot, HouseholdPage(today=today), CaseFile(id="empty"))
    assert work.page.rows.rows() == []
    assert work.focus() is work.page.rows.add_button
    work.type("<Space>")
    assert [person.role for person in persons(work)] == [Role.APPLICANT]
    assert work.focus() is work.page.rows.row("p1").birth_date.editor


def test_another_case_shows_nothing_of_the_one_before(work):
    work.type("3/5/8x", "<Tab>")
    case = work.case
    work.page.forget()
    work.page.apply(case, work.live)
    assert work.page.rows.row("p1").birth_date.text() == ""


def test_only_of_another_adult_it_is_asked_what_they_are_to_the_applicant(work):
    work.type("3/5/89", "<Ctrl+Return>")
    row = work.page.rows.row("p2")
    assert row.relation.isHidden()
    work.page.changed.emit(lambda case: changes.person_placed(case, "p2", Role.OTHER_ADULT), "")
    assert not row.relation.isHidden()
    row.relation.editor.setFocus()
    work.type("<Down>")
    assert persons(work)[1].relation is Relation.PARENT
    work.page.changed.emit(lambda case: changes.person_placed(case, "p2", Role.CHILD), "")
    assert persons(work)[1].relation is None


def test_the_languages_change_in_place_without_losing_a_letter(work):
    work.type("3/5/8")
    for code in ("nl", "de", "en", "fr"):
        i18n.set_language(code)
        work.page.retranslate()
    assert work.page.rows.row("p1").birth_date.text() == "3/5/8"
    assert work.focus() is work.page.rows.row("p1").birth_date.editor


def test_removed_rows_are_gone_for_good(work):
    work.type("<Ctrl+Return>", "<Ctrl+Shift+Delete>")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    work.type("3/5/89", "<Tab>")
    assert persons(work)[0].birth_date == date(1989, 5, 3)


def test_passing_over_the_applicant_with_the_arrows_leaves_the_applicant_in_place(work):
    work.type("3/5/89", "<Ctrl+Return>", "30/9/1990", "<Tab>")
    role = work.page.rows.row("p2").role
    role.editor.setFocus()
    work.type("<Up>")
    assert role.value() is Role.APPLICANT
    assert [person.role for person in persons(work)] == [Role.APPLICANT, Role.PARTNER]
    work.type("<Escape>")
    assert role.value() is Role.PARTNER
    work.type("<Up>")
    work.page.rows.add_button.setFocus()  # as the lock does
    assert role.value() is Role.PARTNER
    role.editor.setFocus()
    work.type("<Up>", "<Down>", "<Tab>")
    assert [person.role for person in persons(work)] == [Role.APPLICANT, Role.PARTNER]


@pytest.mark.parametrize("how", ["<Return>", "<Tab>"])
def test_a_role_is_chosen_with_enter_or_by_leaving_the_field(work, how):
    work.type("3/5/89", "<Ctrl+Return>", "30/9/1990", "<Tab>")
    row = work.page.rows.row("p2")
    row.role.editor.setFocus()
    work.type("<Up>", how)
    assert [person.role for person in persons(work)] == [Role.PARTNER, Role.APPLICANT]
    row.role.editor.setFocus()
    work.type("<Down>", "<Down>", "<Down>", how)
    assert persons(work)[1].role is Role.OTHER_ADULT
    assert work.focus() is (row.relation if how == "<Tab>" else row.role).editor  # the field that has come about


def test_a_role_taken_from_the_open_list_is_chosen_at_once(work):
    work.type("3/5/89", "<Ctrl+Return>", "30/9/1990", "<Tab>")
    row = work.page.rows.row("p2")
    row.role.editor.setCurrentIndex(list(Role).index(Role.OTHER_ADULT))
    row.role.editor.activated.emit(list(Role).index(Role.OTHER_ADULT))
    assert persons(work)[1].role is Role.OTHER_ADULT
