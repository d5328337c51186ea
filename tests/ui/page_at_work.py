"""A page with a case behind it, as the window would show it: what is typed changes the case and comes back."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile, Request
from redi_desktop.engine.assess import Assessment, Parameters
from redi_desktop.engine.household import Household, Person, Role
from redi_desktop.packs.embedded import load_embedded, parameters_of_program
from redi_desktop.ui.live_result import LiveResult, live_result
from redi_desktop.ui.pages.page import Page
from tools.typist import strike

P = TypeVar("P", bound=Page)
TODAY = date(2024, 5, 15)
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


def today() -> date:
    """The day on which the tests are typed."""
    return TODAY


def new_case() -> CaseFile:
    """A case as it is when the worker has just made it: the date, and the applicant of whom nothing is known."""
    household = Household(persons=(Person(id="p1", role=Role.APPLICANT),))
    return CaseFile(id="case", request=Request(date=TODAY), reference_date=TODAY, household=household)


@cache
def parameters() -> Parameters:
    """The embedded baskets, loaded once for all tests."""
    return Parameters(load_embedded())


@cache
def everything() -> Parameters:
    """The baskets with the legal tables and the rights, as the program has them."""
    return parameters_of_program()


class PageAtWork(Generic[P]):
    """Applies each change at once and shows the result, without a vault or a wizard."""

    def __init__(self, qtbot: Any, page: P, case: CaseFile | None = None, rests_on: Parameters | None = None) -> None:
        self.page, self.case = page, case or new_case()
        self._parameters = rests_on or parameters()
        self.places: list[str] = []
        self.window = QScrollArea()
        qtbot.addWidget(self.window)
        self.window.setWidgetResizable(True)
        self.window.setWidget(page)
        self.window.resize(760, 900)
        page.changed.connect(self._on_changed)
        self.show_case()
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        page.initial_focus().setFocus()

    @property
    def live(self) -> LiveResult:
        """What follows from the case."""
        return live_result(self.case, self._parameters)

    @property
    def assessment(self) -> Assessment:
        """The result of the case, which has one."""
        found = self.live.assessment
        assert found is not None, "the case gives no result"
        return found

    def show_case(self) -> None:
        """Bring the case to the page, as the shell does after each change."""
        self.page.apply(self.case, self.live)

    def change(self, change: Change) -> None:
        """Change the case as another page would."""
        before, self.case = self.case, change(self.case)
        if self.case != before:
            self.show_case()

    def type(self, *parts: str) -> None:
        """Type texts and keys one after the other, each where the focus is: ``3/5/89`` is a text, ``<Tab>`` a key."""
        for part in parts:
            if part.startswith("<"):
                self.press(part[1:-1])
            else:
                for letter in part:
                    strike(letter, self.focus())

    def press(self, combination: str) -> None:
        """Press a key with its modifiers: ``Ctrl+Return``."""
        *held, name = combination.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in held:
            modifiers |= _HELD[modifier]
        QTest.keyClick(self.focus(), getattr(Qt.Key, f"Key_{name}"), modifiers)

    def focus(self) -> QWidget:
        """The widget in which typing goes on."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def _on_changed(self, change: Change, place: str) -> None:
        self.places.append(place)
        self.change(change)
