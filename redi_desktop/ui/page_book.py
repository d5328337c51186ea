"""Which page belongs to which step. A page's module is loaded when the page is first opened."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from redi_desktop.casefile.steps import Step
from redi_desktop.ui.pages.page import Page

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.casefile.model import CaseFile
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.pages.earlier_amounts import Earlier, LookBack
    from redi_desktop.ui.tasks import Tasks
    from redi_desktop.ui.wizard import PageMaker


def page_makers(services: Services, tasks: Tasks, vault: Vault) -> dict[Step, PageMaker]:
    """A maker for the page of each step."""
    look_back = partial(_look_back, tasks, vault)
    return {
        Step.REQUEST: partial(_request, services),
        Step.HOUSEHOLD: partial(_household, services),
        Step.HOUSING: _housing,
        Step.INCOME: partial(_income, look_back),
        Step.EXPENSES: partial(_expenses, look_back),
        Step.DEBTS: partial(_debts, look_back),
        Step.RESULT: partial(_result, services),
        Step.SCENARIOS: _scenarios,
        Step.OPINION: _opinion,
        Step.DECISION: partial(_decision, services, tasks, vault),
        Step.DOCUMENTS: partial(_documents, services, tasks, vault),
    }


def _request(services: Services) -> Page:
    from redi_desktop.ui.pages.request import RequestPage

    return RequestPage(today=services.today)


def _household(services: Services) -> Page:
    from redi_desktop.ui.pages.household import HouseholdPage

    return HouseholdPage(today=services.today)


def _housing() -> Page:
    from redi_desktop.ui.pages.housing import HousingPage

    return HousingPage()


def _look_back(tasks: Tasks, vault: Vault, case: CaseFile, tell: Callable[[tuple[Earlier, ...]], None]) -> None:
    """Look in the vault for what is earlier than a case."""
    from redi_desktop.ui.pages.earlier_amounts import look_in_vault

    tasks.on_store(partial(look_in_vault, vault, case), tell)


def _income(look_back: LookBack) -> Page:
    from redi_desktop.ui.pages.income import IncomePage

    return IncomePage(look_back=look_back)


def _expenses(look_back: LookBack) -> Page:
    from redi_desktop.ui.pages.expenses import ExpensesPage

    return ExpensesPage(look_back=look_back)


def _debts(look_back: LookBack) -> Page:
    from redi_desktop.ui.pages.debts import DebtsPage

    return DebtsPage(look_back=look_back)


def _result(services: Services) -> Page:
    from redi_desktop.ui.pages.result import ResultPage

    return ResultPage(today=services.today)


def _scenarios() -> Page:
    from redi_desktop.ui.pages.scenarios import ScenariosPage

    return ScenariosPage()


def _opinion() -> Page:
    from redi_desktop.ui.pages.opinion import OpinionPage

    return OpinionPage()


def _decision(services: Services, tasks: Tasks, vault: Vault) -> Page:
    from redi_desktop.ui.pages.decision import DecisionPage

    def granted(year: int, tell: Callable[[Decimal], None]) -> None:
        tasks.on_store(partial(vault.decisions.granted_in, year), tell)

    return DecisionPage(today=services.today, granted=granted)


def _documents(services: Services, tasks: Tasks, vault: Vault) -> Page:
    from redi_desktop.ui.pages.documents import DocumentsPage

    return DocumentsPage(services, tasks, vault)
