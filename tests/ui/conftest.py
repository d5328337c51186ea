"""What holds for every test of the window: it leaves none behind. And the window that most of them look at."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from redi_desktop.ui import app
from redi_desktop.ui.tasks import Tasks
from tests.ui.sample_cases import lone_mother
from tests.ui.shell_at_work import PASSPHRASE, cheap_services, program, unlock

WORTH_A_LOOK = 10_000
"""New objects from which on looking for garbage after a test is worth it."""


@pytest.fixture(autouse=True)
def let_windows_go() -> Iterator[None]:
    """Delete what was asked to be deleted: without a running event loop Qt never comes to it.

    Otherwise the windows of all tests before are dressed anew with each change of the style sheet, and Qt crashes on
    one that is half gone. Their style sheet goes with them: a page that is tried alone is the same after a window as
    before one, and made in two thirds of the time.

    Python looks for garbage between the tests alone: in the middle of one, or in another thread than the window's, it
    would delete widgets of the tests before, and bring Qt down.
    """
    gc.disable()
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if app.styleSheet():
            app.setStyleSheet("")
    if gc.get_count()[0] > WORTH_A_LOOK:
        gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def python_looks_for_garbage(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the window: what it looks through at a lock is here the heap of all tests, many times that of the program."""
    if "window_looks_for_garbage" not in request.fixturenames:
        monkeypatch.setattr(app, "Collecting", lambda window: None)


@pytest.fixture
def window_looks_for_garbage() -> None:
    """As in the program; to be asked for by name."""


@pytest.fixture(scope="session")
def vault_of_mother(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The vault that holds the lone mother, made once: each test has a copy."""
    ready = cheap_services(tmp_path_factory.mktemp("mother"))
    with ready.vaults.create(ready.default_vault_folder, PASSPHRASE) as vault:
        vault.cases.save(lone_mother(), "test")
    return ready.default_vault_folder


@pytest.fixture
def made(tmp_path, vault_of_mother):
    """Services on a vault that holds the lone mother."""
    ready = cheap_services(tmp_path)
    shutil.copytree(vault_of_mother, ready.default_vault_folder)
    return ready


@pytest.fixture
def tasks(qapp):
    """Work beside the window, at rest in the end."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def together(qtbot):
    """Show fields together, so that the focus can go from one to the other; gives the first."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)

    def show(*fields):
        for field in fields:
            layout.addWidget(field)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        fields[0].editor.setFocus()
        return fields[0]

    return show


@pytest.fixture
def window(qtbot, made):
    """The window on that vault, unlocked."""
    with program(qtbot, made) as shown:
        unlock(qtbot, shown)
        qtbot.waitUntil(lambda: shown.main is not None)
        yield shown


@pytest.fixture
def main(qtbot, window):
    """The main window with the case of that vault in it."""
    window.main.desk.open("mother")
    qtbot.waitUntil(lambda: window.main.desk.session is not None)
    return window.main
