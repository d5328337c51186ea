"""The dwelling: a few choices, and the rent typed once for two pages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from redi_desktop import i18n
from redi_desktop.casefile import changes
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.household import Heating, Region, Tenure
from redi_desktop.engine.money import Period
from redi_desktop.ui.pages.housing import HousingPage
from tests.ui.page_at_work import PageAtWork
from tests.ui.sample_cases import lone_mother


@pytest.fixture
def work(qtbot):
    i18n.set_language("fr")
    return PageAtWork(qtbot, HousingPage())


def rent(work):
    return changes.expense_of_kind(work.case, ExpenseKind.RENT)


def test_region_tenure_and_rent_are_typed_in_one_go(work):
    work.type("<Space>", "<Right>", "<Tab>", "<Space>", "<Tab>", "650", "<Tab>", "25,5", "<Tab>")
    assert work.case.household.region is Region.WALLONIA
    assert work.case.dwelling.tenure is Tenure.PRIVATE_RENT
    assert [(row.kind, row.amount) for row in work.case.expenses] == [
        (ExpenseKind.RENT, Decimal("650.00")),
        (ExpenseKind.COMMON_CHARGES, Decimal("25.50")),
    ]


def test_a_rent_that_cannot_be_is_said_under_its_field(work):
    field = work.page.paid[ExpenseKind.RENT]
    field.editor.setFocus()
    work.type("-50", "<Tab>")
    assert "négatif" in field.error_text()


def test_of_a_figure_without_room_the_millions_are_seen(work):
    field = work.page.paid[ExpenseKind.RENT]
    field.editor.setFocus()
    work.type("123456789012345", "<Tab>")
    assert field.editor.cursorPosition() == 0


def test_a_rent_taken_away_leaves_no_row(work):
    work.page.paid[ExpenseKind.RENT].editor.setFocus()
    work.type("650")
    work.page.paid[ExpenseKind.RENT].editor.selectAll()
    work.type("<Backspace>")
    assert work.case.expenses == ()


def test_the_rent_that_was_typed_among_the_expenses_stands_here(work):
    row = Expense(id="e1", kind=ExpenseKind.RENT, amount=Decimal(7800), period=Period.YEAR)
    work.change(lambda case: changes.put_expense(case, row))
    field = work.page.paid[ExpenseKind.RENT]
    assert field.value() == Decimal(7800)
    i18n.set_language("en")
    work.page.retranslate()
    assert field.label.text() == "Rent, per year"


def test_an_owner_is_asked_for_the_mortgage(work):
    work.change(lambda case: changes.change_dwelling(case, tenure=Tenure.OWNER))
    shown = [kind for kind, field in work.page.paid.items() if not field.isHidden()]
    assert shown == [ExpenseKind.MORTGAGE_CAPITAL, ExpenseKind.MORTGAGE_INTEREST, ExpenseKind.COMMON_CHARGES]


def test_an_amount_that_is_there_is_never_hidden(work):
    work.change(lambda case: changes.pay_for(case, ExpenseKind.RENT, Decimal(500)))
    work.change(lambda case: changes.change_dwelling(case, tenure=Tenure.OWNER))
    assert not work.page.paid[ExpenseKind.RENT].isHidden()


def test_who_has_no_dwelling_is_asked_for_no_rent(work):
    work.change(lambda case: changes.change_dwelling(case, tenure=Tenure.NONE))
    assert all(field.isHidden() for field in work.page.paid.values())


def test_the_bedrooms_that_are_counted_are_said_until_the_number_is_typed(qtbot):
    i18n.set_language("en")
    work = PageAtWork(qtbot, HousingPage(), lone_mother())
    assert work.live.assessment is not None
    counted = work.live.assessment.circumstances.numbers["bedrooms"]
    assert str(counted) in work.page.bedrooms.help.text()
    work.page.bedrooms.editor.setFocus()
    work.type("3", "<Tab>")
    assert work.case.dwelling.bedrooms == 3
    assert work.page.bedrooms.help.text() == "Empty: as many as the household needs."


def test_heating_and_tariffs_are_ticked(work):
    work.page.heating.editor.setFocus()
    work.type("<Space>", "<Right>", "<Tab>", "<Space>", "<Tab>", "<Space>")
    dwelling = work.case.dwelling
    assert (dwelling.heating, dwelling.social_energy_tariff, dwelling.new_lease) == (Heating.OIL, True, True)


def test_a_number_of_bedrooms_out_of_reason_is_refused_at_its_field(work):
    work.page.bedrooms.editor.setFocus()
    work.type("45", "<Tab>")
    assert work.page.bedrooms.error_text()
    assert not work.page.valid()
    assert work.case.dwelling.bedrooms is None


def test_a_finding_about_the_rent_or_the_region_leads_to_its_field(work):
    work.page.show_field("household.region")
    assert work.focus() is work.page.region.editor
    work.page.show_field("dwelling.bedrooms")
    assert work.focus() is work.page.bedrooms.editor


def test_the_german_speaking_community_is_asked_for_in_wallonia_alone(work):
    work.change(lambda case: changes.change_region(case, Region.FLANDERS))
    assert work.page.german_community.isHidden()
    work.change(lambda case: changes.change_region(case, Region.WALLONIA))
    assert not work.page.german_community.isHidden()
    work.page.german_community.editor.click()
    assert work.case.household.german_community
    work.change(lambda case: changes.change_region(case, Region.BRUSSELS))
    assert not work.case.household.german_community
