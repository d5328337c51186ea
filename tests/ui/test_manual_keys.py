"""Every key that the manual names does in the window what the manual says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop.casefile.steps import Step
from redi_desktop.ui.case_care.care_page import CarePage
from redi_desktop.ui.manual.manual_page import ManualPage
from redi_desktop.ui.parameters.room import ParametersPage
from redi_desktop.ui.settings.settings_page import SettingsPage
from redi_desktop.ui.several.several_page import SeveralPage
from tests.ui.shell_at_work import focus
from tools.manual_text import LANGUAGES, chapters_in

IN_QT = {
    "Maj": "Shift",
    "Suppr": "Del",
    "Delete": "Del",
    "Entrée": "Return",
    "Enter": "Return",
    "Échap": "Esc",
    "Début": "Home",
    "Droite": "Right",
    "Rechts": "Right",
    "Gauche": "Left",
    "Links": "Left",
    "Page suivante": "PgDown",
    "Page Down": "PgDown",
    "Page précédente": "PgUp",
    "Page Up": "PgUp",
}
"""How Qt calls the keys that French and Dutch keyboards call otherwise."""


def keys_of(language: str) -> set[str]:
    """The keys in the tables of the chapter on the keyboard."""
    chapter = next(one for one in chapters_in(language) if one.anchor == "12-keyboard")
    tables = (block for block in chapter.blocks if block.kind == "table")
    named = (run.text for table in tables for row in table.rows[1:] for run in row[0] if run.code)
    return {"+".join(IN_QT.get(part, part) for part in name.split("+")) for name in named}


class Keyboard:
    """Presses keys where the focus is, and remembers which."""

    def __init__(self, qtbot, window) -> None:
        self.qtbot, self.window, self.tried = qtbot, window, set[str]()

    def press(self, keys: str, then: Callable[[], bool]) -> None:
        """Press them; what they lead to has to come about."""
        self.tried.add(keys)
        QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))
        self.qtbot.waitUntil(then)

    def shows(self, page: type) -> Callable[[], bool]:
        """Whether a page of that kind is seen."""
        return lambda: any(one.isVisible() for one in self.window.findChildren(page))


@pytest.fixture
def keyboard(qtbot, window):
    return Keyboard(qtbot, window)


def test_every_key_in_the_manual_does_what_it_says(qtbot, window, keyboard):
    main = window.main
    _about_the_window(keyboard, main)
    main.desk.open(main.cases._model.cases[0].id)
    qtbot.waitUntil(lambda: main.desk.session is not None)
    _about_a_case(qtbot, keyboard, main)
    keyboard.press("F6", keyboard.shows(CarePage))
    keyboard.press("Alt+Home", lambda: main.desk.session is None and main.start.isVisible())
    keyboard.press("Ctrl+N", lambda: main.desk.session is not None and main.desk.is_new)
    keyboard.press("Ctrl+L", lambda: window.main is None)
    for language in LANGUAGES:
        assert keys_of(language) == keyboard.tried


def _about_the_window(keyboard: Keyboard, main) -> None:
    listed = main.cases.isVisible()
    keyboard.press("F4", lambda: main.cases.isVisible() is not listed)
    keyboard.press("F4", lambda: main.cases.isVisible() is listed)
    keyboard.press("Ctrl+F", main.cases.search.hasFocus)
    for keys, page in (("F7", SeveralPage), ("F9", ParametersPage), ("F10", SettingsPage)):
        keyboard.press(keys, keyboard.shows(page))
        keyboard.press("Esc", main.start.isVisible)
    keyboard.press("F1", keyboard.shows(ManualPage))
    manual = keyboard.window.findChild(ManualPage)
    keyboard.press("Ctrl+F", manual.search.hasFocus)
    QTest.keyClicks(manual.search, "a")
    before = manual.text.textCursor().position()
    keyboard.press("F3", lambda: manual.text.textCursor().position() != before)
    keyboard.press("Esc", main.isVisible)


def _about_a_case(qtbot, keyboard: Keyboard, main) -> None:
    keyboard.press("Alt+Right", lambda: main.wizard.step is Step.HOUSEHOLD)
    keyboard.press("Alt+Left", lambda: main.wizard.step is Step.REQUEST)
    main.wizard.go(Step.EXPENSES)
    session = main.desk.session
    count = len(session.case.expenses)
    keyboard.press("Ctrl+Return", lambda: len(session.case.expenses) == count + 1)
    keyboard.press("Ctrl+Shift+Del", lambda: len(session.case.expenses) == count)
    keyboard.press("Ctrl+Z", lambda: len(session.case.expenses) == count + 1)
    keyboard.press("Ctrl+Y", lambda: len(session.case.expenses) == count)
    main.wizard.go(Step.RESULT)
    why = main.wizard.page.why
    keyboard.press("Return", why.isVisible)
    keyboard.press("Esc", lambda: not why.isVisible())
    main.wizard.go(Step.DOCUMENTS)
    main.wizard.page.show_field("documents.information-sheet")
    preview = main.wizard.page.preview
    qtbot.waitUntil(lambda: preview.sheet.image() is not None)
    preview.sheet.setFocus()
    keyboard.press("PgDown", lambda: preview.page == 1)
    keyboard.press("PgUp", lambda: preview.page == 0)
    assert focus() is preview.sheet
