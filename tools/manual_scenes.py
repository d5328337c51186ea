"""What the pictures of the manual show: for each its name, and how the window is brought to it.

Driven by :mod:`tools.manual_pictures` on the demo's cases, in the language of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from redi_desktop.casefile.changes import add_expense, change_expense
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.income import Evidence
from redi_desktop.engine.money import Period
from redi_desktop.i18n import language as spoken

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from tools.manual_seen import Seen
    from tools.stage import Stage

CASES = {"fr": "demo01", "nl": "demo02"}
TALLEST = 620
"""Pixels of a picture that is cut below."""
SMALLER = (1040, 660)
"""A window of which everything can be read when it is drawn as small as a picture."""
BESIDE_LIST = 244
"""Where the list of cases ends, in a window of the usual size."""
WORDS = {"fr": "chiot requin lis manche loto gazelle nord", "nl": "riant radar molshoop list paal vaas dorst"}
GROUPS = "3MA7K P2XQD 8RTHE W5NC4 J9V1Z 6GSBY KF0MT 4DXQA TH72P C8NWE 5ZRJ1 VB9GS 0KMYF 7AQX3 E6DTP 2HW8N"
"""Words and a code that open nothing, so that the pictures are the same each time."""
FOLDER = PureWindowsPath("C:/REDI/vault")
"""The folder on the picture of the first day: that of the throw-away vault is nobody's."""

Taker = Callable[["Stage"], "Seen"]


def seen(widget: QWidget, around: QRect | None = None) -> Seen:
    """A picture of a widget or of a part of it, with the texts in it."""
    # Imported here: whoever reads the names of the pictures needs no window.
    from tools import manual_seen

    return manual_seen.seen(widget, around)


def _making(played: Stage) -> Seen:
    from redi_desktop.ui.entrance.form import Way
    from redi_desktop.ui.entrance.making import MakingForm

    played.window.unlock.take(Way.MAKE)
    form = played.window.unlock.form
    assert isinstance(form, MakingForm)
    form.folder.set_value(Path(str(FOLDER)))
    form.new.proposal.words.setText(WORDS[spoken()])
    return _card(played)


def _sheet(played: Stage) -> Seen:
    """A vault is made beside the demo's, for the picture alone."""
    from PySide6.QtWidgets import QLabel

    from redi_desktop.ui.entrance.form import Way

    played.window.unlock.take(Way.MAKE)
    sheet = played.make_vault_beside()
    shown = (text for text in sheet.proof.table.findChildren(QLabel) if text.text().isalnum())
    for label, group in zip(shown, GROUPS.split(), strict=True):
        label.setText(group)
    picture = _card(played)
    played.window.lock()
    return picture


def _unlock(played: Stage) -> Seen:
    from redi_desktop.ui.entrance.form import Way
    from redi_desktop.ui.entrance.opening import OpeningForm

    unlock = played.window.unlock
    unlock.take(Way.OPEN)
    form = unlock.form
    assert isinstance(form, OpeningForm)
    real = form.folder.value()
    form.folder.set_value(Path(str(FOLDER)))
    picture = _card(played)
    form.folder.set_value(real)
    return picture


def _card(played: Stage) -> Seen:
    played.settle()
    card = played.window.unlock.title.parentWidget()
    assert card is not None
    return seen(card)


def _start(played: Stage) -> Seen:
    usual = played.window.size()
    played.window.resize(*SMALLER)
    played.settle(40)
    picture = seen(played.window)
    played.window.resize(usual)
    played.settle()
    return picture


def _quick(played: Stage) -> Seen:
    played.open_case("demo11" if spoken() == "fr" else "demo12")
    played.go(Step.HOUSING)
    return _part(played, BESIDE_LIST, played.window.width())


def _part(played: Stage, left: int, right: int) -> Seen:
    """The window between two distances from its left edge, below its head."""
    from PySide6.QtCore import QRect

    head = played.main.top_bar.height()
    return seen(played.window, QRect(left, head, right - left, played.window.height() - head))


def _filled(case: CaseFile) -> CaseFile:
    """The demo's lone woman with the bills that people have, so that the page has something to show."""
    bills = (
        (ExpenseKind.GAS, "960", Period.YEAR, Evidence.SEEN),
        (ExpenseKind.FOOD, "75", Period.WEEK, Evidence.DECLARED),
    )
    for kind, amount, period, evidence in bills:
        if all(expense.kind is not kind for expense in case.expenses):
            case = add_expense(case, kind)
            made = case.expenses[-1].id
            case = change_expense(case, made, amount=Decimal(amount), period=period, evidence=evidence)
    return case


def _case(played: Stage, step: Step) -> None:
    """Open the case of the manual at a page."""
    session = played.main.desk.session
    wanted = CASES[spoken()]
    if session is None or session.case.id != wanted:
        played.open_case(wanted)
        session = played.main.desk.session
        assert session is not None
        session.change(_filled)
    played.go(step)


def _page(step: Step, first: int = 0, last: int = 1) -> Taker:
    """Some of the cards of a page, one below the other."""

    def take(played: Stage) -> Seen:
        _case(played, step)
        return _cards(played.main.wizard.page, first, last)

    return take


def _cards(page: QWidget, first: int, last: int) -> Seen:
    from PySide6.QtCore import QMargins

    from redi_desktop.ui.pages.section import Section

    cards = [card for card in page.findChildren(Section) if card.isVisibleTo(page)][first:last]
    around: QRect = cards[0].geometry() if cards else page.rect()
    for card in cards:
        around = around.united(card.geometry())
    around = around.marginsAdded(QMargins(8, 8, 8, 8)).intersected(page.rect())
    around.setHeight(min(around.height(), TALLEST))
    return seen(page, around)


def _why(played: Stage) -> Seen:
    from redi_desktop.ui.pages.result import ResultPage
    from redi_desktop.ui.why.asked import Asked, Figure

    _case(played, Step.RESULT)
    page = played.main.wizard.page
    assert isinstance(page, ResultPage)
    page.ask(Asked(Figure.RETAINED, "food"))
    played.settle()
    picture = _part(played, BESIDE_LIST, played.window.width())
    page.why.close_panel()
    return picture


def _rights(played: Stage) -> Seen:
    from redi_desktop.ui.pages.result import ResultPage

    _case(played, Step.RESULT)
    page = played.main.wizard.page
    assert isinstance(page, ResultPage)
    return _top_of(page, page.rights.widgets[0])


def _top_of(page: QWidget, card: QWidget) -> Seen:
    around = card.geometry()
    around.setHeight(min(around.height(), TALLEST))
    return seen(page, around)


def _proposal(played: Stage) -> Seen:
    from redi_desktop.ui.pages.result import ResultPage

    _case(played, Step.RESULT)
    page = played.main.wizard.page
    assert isinstance(page, ResultPage)
    return _top_of(page, page.proposal)


def _scenarios(played: Stage) -> Seen:
    from redi_desktop.ui.pages.scenarios import ScenariosPage

    _case(played, Step.SCENARIOS)
    page = played.main.wizard.page
    assert isinstance(page, ScenariosPage)
    compared = page.table.parentWidget()
    assert compared is not None
    return _top_of(page, compared)


def _parameters(played: Stage) -> Seen:
    """A policy that somebody looks at, with what it does to the open cases; it is not adopted."""
    played.main.navigation.show_parameters()
    page = played.main.asides.parameters()
    played.wait(lambda: page.state is not None)
    page.versions.example.click()
    played.wait(lambda: page.new.effects.isVisibleTo(page))
    picture = _upper_part(page.new)
    played.main.navigation.show_today()
    return picture


def _upper_part(card: QWidget) -> Seen:
    around = card.rect()
    around.setHeight(min(around.height(), TALLEST))
    return seen(card, around)


def _setting(name: str) -> Taker:
    def take(played: Stage) -> Seen:
        page = played.main.asides.settings()
        played.settle(60)
        card: QWidget = getattr(page, name)
        return seen(card)

    return take


def _care(name: str) -> Taker:
    def take(played: Stage) -> Seen:
        _case(played, Step.REQUEST)
        session = played.main.desk.session
        assert session is not None
        page = played.main.asides.care(session.case)
        played.settle(60)
        card: QWidget = getattr(page, name)
        return seen(card)

    return take


BEFORE: dict[str, Taker] = {"make-vault": _making, "sheet": _sheet, "unlock": _unlock}
AFTER: dict[str, Taker] = {
    "start": _start,
    "backups": _setting("backups"),
    "quick-scan": _quick,
    "household": _page(Step.HOUSEHOLD, 0, 1),
    "income": _page(Step.INCOME, 0, 1),
    "expenses": _page(Step.EXPENSES, 0, 1),
    "result": _page(Step.RESULT, 0, 1),
    "why": _why,
    "rights": _rights,
    "proposal": _proposal,
    "scenarios": _scenarios,
    "opinion": _page(Step.OPINION, 0, 2),
    "decision": _page(Step.DECISION, 0, 2),
    "documents": _page(Step.DOCUMENTS, 0, 1),
    "parameters": _parameters,
    "hand-over": _care("handing_over"),
    "erase": _care("erasing"),
}
"""What is taken before the vault is open, and what after."""
