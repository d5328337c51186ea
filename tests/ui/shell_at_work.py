"""The window on a vault whose key costs nothing, so that a test opens it at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from redi_desktop.bootstrap import Services, services
from redi_desktop.store.key_cost import KeyCost, KeyLimits
from redi_desktop.store.restoring import restore
from redi_desktop.store.vault import Vault
from redi_desktop.ui.app import make_window
from redi_desktop.ui.entrance.making import MakingForm
from redi_desktop.ui.entrance.opening import OpeningForm
from redi_desktop.ui.entrance.sheet import SheetForm
from redi_desktop.ui.main_window import MainWindow
from redi_desktop.ui.new_passphrase import Origin
from redi_desktop.ui.program_window import ProgramWindow

CHEAP = KeyLimits(floor=KeyCost(64, 1, 1), cap=KeyCost(64 * 1024, 4, 4), seconds=0.0)
PASSPHRASE = "five quiet words about nothing"
NOW = datetime(2024, 5, 15, 14, 3)
INTERACTIVE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


class CheapVaults:
    """Vaults whose passphrase is stretched as little as possible."""

    def exists(self, folder: Path) -> bool:
        return Vault.present(folder)

    def create(self, folder: Path, passphrase: str) -> Vault:
        return Vault.create(folder, passphrase, limits=CHEAP)

    def open_with_recovery(self, folder: Path, sheet_text: str, passphrase: str) -> Vault:
        return Vault.open_with_recovery(folder, sheet_text, passphrase, limits=CHEAP)

    def restore(self, folder: Path, backup: Path, passphrase: str, sheet_text: str | None = None) -> Vault:
        restore(folder, backup, passphrase, sheet_text=sheet_text, limits=CHEAP)
        return self.open(folder, passphrase)

    def open(self, folder: Path, passphrase: str) -> Vault:
        return Vault.open(folder, passphrase, limits=CHEAP)


def cheap_services(folder: Path) -> Services:
    """Services for one test, on a day in May 2024."""
    made = services(CheapVaults(), folder / "config")
    made.default_vault_folder = folder / "vault"
    made.today = _today
    made.now = _now
    return made


def _today() -> date:
    return NOW.date()


def _now() -> datetime:
    return NOW


@contextmanager
def program(qtbot, made: Services, language: str = "en") -> Iterator[ProgramWindow]:
    """The program's window on the screen, closed afterwards."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = make_window(app, made, language)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield window
    finally:
        window.close()


def make_vault(qtbot, window: ProgramWindow) -> MainWindow:
    """First run: a passphrase of one's own twice, and Enter; then the recovery sheet, typed back."""
    type_new_passphrase(window)
    prove_sheet(qtbot, window)
    qtbot.waitUntil(lambda: window.main is not None)
    assert window.main is not None
    return window.main


def type_new_passphrase(window: ProgramWindow) -> None:
    """The passphrase twice, and Enter; all at once, as it is weighed after every letter."""
    form = window.unlock.form
    assert isinstance(form, MakingForm)
    form.new.choose(Origin.OWN)
    for field in (form.new.own, form.new.again):
        assert isinstance(field.editor, QLineEdit)
        field.editor.insert(PASSPHRASE)
        QTest.keyClick(field.editor, Qt.Key.Key_Return)


def sheet_form(qtbot, window: ProgramWindow) -> SheetForm:
    """The recovery sheet, once the vault is made."""
    qtbot.waitUntil(lambda: isinstance(window.unlock.form, SheetForm))
    form = window.unlock.form
    assert isinstance(form, SheetForm)
    return form


def prove_sheet(qtbot, window: ProgramWindow) -> None:
    """Turn the leaf, type the code back and go on."""
    form = sheet_form(qtbot, window)
    window.unlock.submit()
    form.proof.typed.set_value(" ".join(form.proof.code.groups))
    window.unlock.submit()


def opening_form(window: ProgramWindow) -> OpeningForm:
    """The form of all other days."""
    form = window.unlock.form
    assert isinstance(form, OpeningForm)
    return form


def unlock(qtbot, window: ProgramWindow, passphrase: str = PASSPHRASE) -> None:
    """All other days: the passphrase, and Enter."""
    editor = opening_form(window).passphrase.editor
    QTest.keyClicks(editor, passphrase)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.unlock.is_busy)


def lock(qtbot, window: ProgramWindow) -> None:
    """Lock, and wait until the vault is closed."""
    window.lock()
    qtbot.waitUntil(lambda: window.main is None)


def listed(main: MainWindow) -> list[str]:
    """The names in the list of cases, from top to bottom."""
    model = main.cases.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def focus() -> QWidget:
    """The widget in which typing goes on."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def nameless(root: QWidget) -> list[str]:
    """The visible widgets that one can use and a screen reader cannot name."""
    found = []
    for kind in INTERACTIVE:
        for widget in root.findChildren(kind):
            named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            if widget.isVisible() and not named and not widget.objectName().startswith("qt_"):
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found
