"""The amounts of last month are taken over in two clicks; what is there already stays, what comes has to be checked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMenu

from redi_desktop import i18n
from redi_desktop.casefile.earlier_amounts import Part, copy_amounts
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind
from redi_desktop.engine.household import Household, Person, Role
from redi_desktop.engine.income import Evidence
from redi_desktop.ui.pages.income import IncomePage
from tests.ui.page_at_work import PageAtWork, new_case
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import PASSPHRASE, cheap_services, program, unlock


def later() -> CaseFile:
    """The mother again: other identifiers, the applicant and one of the children."""
    applicant, child, _other = lone_mother().household.persons
    persons = (replace(applicant, id="q9"), replace(child, id="q1"), Person(id="q2", role=Role.PARTNER))
    return replace(new_case(), id="again", household=Household(persons=persons))


def test_amounts_go_to_the_same_persons_and_have_still_to_be_checked():
    case = copy_amounts(copy_amounts(later(), lone_mother(), Part.INCOMES), lone_mother(), Part.EXPENSES)
    assert [income.person for income in case.incomes] == ["q9"] * 3
    assert {row.evidence for row in case.incomes} == {row.evidence for row in case.expenses} == {Evidence.TO_CHECK}
    assert [expense.person for expense in case.expenses if expense.kind is ExpenseKind.MEDICAL_EXTRA] == ["q1"]
    assert len({expense.id for expense in case.expenses}) == len(lone_mother().expenses)


def test_what_is_there_stays_and_what_is_empty_is_filled():
    rent = (
        Expense(id="e1", kind=ExpenseKind.RENT, amount=Decimal(800), evidence=Evidence.SEEN),
        Expense(id="e2", kind=ExpenseKind.FOOD),
    )
    case = copy_amounts(replace(later(), expenses=rent), lone_mother(), Part.EXPENSES)
    assert case.expenses[0] == rent[0]
    assert (case.expenses[1].id, case.expenses[1].amount) == ("e2", Decimal(120))
    assert copy_amounts(case, lone_mother(), Part.EXPENSES) == case


def test_debts_are_known_by_their_creditor():
    old = replace(lone_mother(), debts=(Debt(id="d1", kind="Énergie", monthly=Decimal(50)),))
    case = copy_amounts(replace(later(), debts=(Debt(id="d1", kind="énergie"),)), old, Part.DEBTS)
    assert [(debt.id, debt.monthly) for debt in case.debts] == [("d1", Decimal(50))]


@pytest.fixture
def window(qtbot, tmp_path):
    made = cheap_services(tmp_path)
    with made.vaults.create(made.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(lone_mother(), "test")
        vault.cases.save(later(), "test")
    with program(qtbot, made) as shown:
        unlock(qtbot, shown)
        qtbot.waitUntil(lambda: shown.main is not None)
        yield shown


def test_another_case_of_the_same_person_is_offered_and_taken_over_as_one_step(qtbot, window, monkeypatch):
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: None)  # the off-screen plugin cannot grab the keyboard
    main = window.main
    main.desk.open("again")
    qtbot.waitUntil(lambda: main.desk.session is not None)
    main.wizard.go(Step.INCOME)
    earlier = main.wizard.page.earlier
    earlier.button.click()
    qtbot.waitUntil(lambda: bool(earlier.menu.actions()))
    earlier.menu.actions()[0].trigger()
    assert len(main.desk.session.case.incomes) == 3
    assert "3" in earlier.notice.text()
    main.navigation.undo()
    assert main.desk.session.case.incomes == ()


def test_where_nothing_is_earlier_it_is_said(qtbot):
    i18n.set_language("en")
    work = PageAtWork(qtbot, IncomePage(look_back=lambda case, tell: tell(())))
    work.page.earlier.button.click()
    assert "no earlier amounts" in work.page.earlier.notice.text()
