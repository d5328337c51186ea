"""A quick scan: from a new case to a result with a few keys, as a worker types with someone across the table."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop import i18n
from redi_desktop.engine.household import Role
from redi_desktop.ui.live_result import live_result
from redi_desktop.ui.pages.household import HouseholdPage
from redi_desktop.ui.pages.housing import HousingPage
from redi_desktop.ui.pages.income import IncomePage
from redi_desktop.ui.pages.page import Page
from tests.ui.page_at_work import PageAtWork, new_case, parameters, today

MOST_KEYS, MOST_FIELDS = 60, 12
NEXT_PAGE = 1
"""Alt+Right, which the window takes."""
MOTHER = ("3/5/89", "<Tab>", "<Space>", "<Tab>", "J")
SON = ("<Ctrl+Return>", "4/9/15", "<Tab>", "<Right>", "<Right>")
DAUGHTER = ("<Ctrl+Return>", "1/2/19", "<Tab>", "<Space>")
HOUSING = ("<Right>", "<Right>", "<Tab>", "<Space>", "<Tab>", "720")
INCOME = ("<Space>", "Integ", "<Tab>", "1740,76", "<Tab>")
VALUES = {"3/5/89", "4/9/15", "1/2/19", "720", "1740,76"}


def test_a_lone_mother_with_two_children_takes_few_keys_and_fields(qtbot):
    i18n.set_language("en")
    case, places, keys = new_case(), set(), 0
    pages: tuple[tuple[Page, tuple[str, ...]], ...] = (
        (HouseholdPage(today=today), (*MOTHER, *SON, *DAUGHTER)),
        (HousingPage(), HOUSING),
        (IncomePage(), INCOME),
    )
    for page, typed in pages:
        work = PageAtWork(qtbot, page, case)
        work.type(*typed)
        case = work.case
        places |= set(work.places) - {""}
        keys += NEXT_PAGE + sum(1 if part.startswith("<") else len(part) for part in typed if part not in VALUES)
        assert page.valid()
    keys += 2 * NEXT_PAGE  # past the expenses to the result
    result = live_result(case, parameters()).assessment
    assert result is not None
    assert result.rests_on_reference_amounts
    assert result.income_total == Decimal("1740.76")
    assert [person.role for person in case.household.persons] == [Role.APPLICANT, Role.CHILD, Role.CHILD]
    assert keys <= MOST_KEYS
    assert len(places) <= MOST_FIELDS
    print(f"{keys} keys, {len(places)} fields")
