"""A page with a case behind it, as the window would show it: what is typed changes the case and comes back."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Parameters
from redi_desktop.ui.live_result import LiveResult, live_result
from redi_desktop.ui.pages.page import Page

P = TypeVar("P", bound=Page)
TODAY = date(2024, 5, 15)


def today() -> date:
    """The day on which the tests are typed."""
    return TODAY


class PageAtWork(Generic[P]):
    """Applies each change at once and shows the result, without a vault or a wizard."""

    def __init__(self, page: P, case: CaseFile, parameters: Parameters) -> None:
        self.page, self.case, self.parameters = page, case, parameters
        self.places: list[str] = []
        self.window = QScrollArea()
        self.window.setWidgetResizable(True)
        self.window.setWidget(page)
        self.window.resize(760, 900)
        page.changed.connect(self._change)
        self.show_case()

    @property
    def live(self) -> LiveResult:
        """What follows from the case."""
        return live_result(self.case, self.parameters)

    def show_case(self) -> None:
        """Bring the case to the page, as the shell does after each change."""
        self.page.apply(self.case, self.live)

    def _change(self, change: Change, place: str) -> None:
        self.places.append(place)
        before, self.case = self.case, change(self.case)
        if self.case != before:
            self.show_case()

    def open(self) -> None:
        """Show the window and let typing begin where the page wants it."""
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        self.page.initial_focus().setFocus()

    def type(self, *parts: str) -> None:
        """Type texts and keys one after the other, each where the focus is; ``<Tab>`` is a key, ``3/5/89`` a text."""
        for part in parts:
            if part.startswith("<"):
                self.press(part[1:-1])
            else:
                QTest.keyClicks(self.focus(), part)

    def press(self, combination: str) -> None:
        """Press a key with its modifiers: ``Ctrl+Enter``."""
        *held, name = combination.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in held:
            modifiers |= getattr(Qt.KeyboardModifier, f"{ {'Ctrl': 'Control'}.get(modifier, modifier) }Modifier".replace(" ", ""))
        QTest.keyClick(self.focus(), getattr(Qt.Key, f"Key_{name}"), modifiers)

    def focus(self) -> QWidget:
        """The widget in which typing goes on."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget
