"""Every page fits its column, at 200 % text and with words twice as long, without a horizontal scroll bar."""

from __future__ import annotations

import gettext
from dataclasses import replace
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from redi_desktop import i18n
from redi_desktop.casefile import judging, scenarios
from redi_desktop.casefile.judgement import ActivationPath
from redi_desktop.engine.changes_of_life import ChangeKind
from redi_desktop.report.content import Letterhead
from redi_desktop.ui import theme
from redi_desktop.ui.pages.debts import DebtsPage
from redi_desktop.ui.pages.decision import DecisionPage
from redi_desktop.ui.pages.documents import DocumentsPage
from redi_desktop.ui.pages.expenses import ExpensesPage
from redi_desktop.ui.pages.household import HouseholdPage
from redi_desktop.ui.pages.housing import HousingPage
from redi_desktop.ui.pages.income import IncomePage
from redi_desktop.ui.pages.opinion import OpinionPage
from redi_desktop.ui.pages.request import RequestPage
from redi_desktop.ui.pages.result import ResultPage
from redi_desktop.ui.pages.scenarios import ScenariosPage
from tests.ui.page_at_work import PageAtWork, everything, today
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import nameless

DAY = date(2026, 6, 15)
COLUMN = 700
"""Pixels that the page column really has at 1366 × 768."""
_SERVICES: Any = SimpleNamespace(letterhead=Letterhead("CPAS"), letters=None, today=today)
_VAULT: Any = SimpleNamespace(writable=False, settings=SimpleNamespace(retention_months=None))
PAGES = {
    "request": lambda tasks: RequestPage(today=today),
    "household": lambda tasks: HouseholdPage(today=today),
    "housing": lambda tasks: HousingPage(),
    "income": lambda tasks: IncomePage(),
    "expenses": lambda tasks: ExpensesPage(),
    "debts": lambda tasks: DebtsPage(),
    "result": lambda tasks: ResultPage(),
    "scenarios": lambda tasks: ScenariosPage(),
    "opinion": lambda tasks: OpinionPage(),
    "decision": lambda tasks: DecisionPage(today=today),
    "documents": lambda tasks: DocumentsPage(_SERVICES, tasks, _VAULT),
}


class Longer(gettext.NullTranslations):
    """Every message longer by so much: twice as long, or with two fifths more letters."""

    def __init__(self, factor):
        super().__init__()
        self._factor = factor

    def gettext(self, message):
        more = message.replace("&", "") if self._factor == 2 else "x" * int(len(message) * (self._factor - 1) - 1)
        return f"{message} {more}" if " " in message else f"{message}{more}"

    def ngettext(self, singular, plural, count):
        return self.gettext(singular if count == 1 else plural)


@pytest.fixture
def dressed(qapp):
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    theme.load_fonts()
    yield lambda scale: theme.apply_theme(qapp, "light", scale)
    qapp.setStyleSheet("")  # Qt ends the program where one sheet takes the place of another with old windows about
    qapp.setStyleSheet(sheet)
    qapp.setFont(font)
    qapp.setPalette(palette)


def shown(qtbot, name, tasks):
    work = PageAtWork(qtbot, PAGES[name](tasks), replace(lone_mother(), reference_date=DAY), everything())
    if isinstance(work.page, ResultPage):
        work.page.rights.first.rows()[0].more.setChecked(True)
        work.page.rights.others.more.click()
    if isinstance(work.page, ScenariosPage):
        for kind in (ChangeKind.TAKE_JOB, ChangeKind.SET_EXPENSE, ChangeKind.SET_INCOME, ChangeKind.DROP_INCOME):
            work.change(partial(scenarios.add_scenario, kind=kind))
    if isinstance(work.page, DecisionPage):
        work.page.as_proposed.click()
        work.change(lambda case: judging.path_chosen(case, ActivationPath.EXEMPT))
    if isinstance(work.page, ExpensesPage):
        work.page.rows.row("e2").more.setChecked(True)
    work.window.resize(COLUMN, 700)
    for _round in range(6):
        QApplication.processEvents()
    return work


@pytest.mark.parametrize("longer", [False, True], ids=["plain", "longer"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_needs_no_horizontal_scroll_bar_cuts_no_text_and_names_what_can_be_used(
    qtbot, tasks, dressed, monkeypatch, name, scale, longer
):
    i18n.set_language("en")
    if longer:
        monkeypatch.setattr(i18n, "_catalogue", lambda code: Longer(2 if scale == 100 else 1.4))
    dressed(scale)
    work = shown(qtbot, name, tasks)
    assert work.window.horizontalScrollBar().maximum() == 0
    assert cut_labels(work.page) == []
    assert nameless(work.page) == []


def cut_labels(page):
    """The labels whose text needs more lines than they have room for."""
    cut = []
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            too_wide = not label.wordWrap() and label.sizeHint().width() > label.width()
            if needed > label.height() or too_wide:
                cut.append(label.text())
    return cut
