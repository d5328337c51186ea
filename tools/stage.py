"""The real window on a throw-away vault, driven off-screen: for the pictures, the played demo and the measurements."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as hour
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit

from redi_desktop.bootstrap import RealVaults, Services
from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.steps import Step
from redi_desktop.demo import PASSPHRASE, throw_away_services
from redi_desktop.settings import Settings
from redi_desktop.store.vault import Vault
from redi_desktop.ui.app import make_app, make_window
from redi_desktop.ui.entrance.making import MakingForm
from redi_desktop.ui.entrance.sheet import SheetForm
from redi_desktop.ui.main_window import MainWindow
from redi_desktop.ui.pages.documents import DocumentsPage
from redi_desktop.ui.program_window import ProgramWindow

USUAL = QSize(1366, 768)
PATIENCE = 30.0
AFTERNOON = hour(14, 3)


class StoppedClock:
    """Says the same minute of the same day until it is put on; each moment is after the last, as the vault expects."""

    def __init__(self, day: date) -> None:
        self._moment = datetime.combine(day, AFTERNOON)

    def __call__(self) -> datetime:
        """The moment, here."""
        self._moment += timedelta(milliseconds=1)
        return self._moment

    def of_vault(self) -> datetime:
        """The moment, with the zone that the vault counts in."""
        return self().astimezone()

    def put_on(self, by: timedelta) -> None:
        """Some time goes by."""
        self._moment += by


class Stage:
    """A window that is up, and the hands that work it."""

    def __init__(self, app: QApplication, window: ProgramWindow, clock: StoppedClock | None = None) -> None:
        self.app = app
        self.window = window
        self.clock = clock

    @property
    def main(self) -> MainWindow:
        """The unlocked window."""
        if self.window.main is None:
            raise RuntimeError("the vault is not unlocked")
        return self.window.main

    def settle(self, rounds: int = 12) -> None:
        """Let the window do what it has to do."""
        for _ in range(rounds):
            self.app.processEvents()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so; raises ``TimeoutError`` where it never is."""
        ends = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > ends:
                raise TimeoutError("the window did not get there")
            self.app.processEvents()
            time.sleep(0.002)
        self.settle()

    def unlock(self) -> None:
        """Type the demo's passphrase."""
        fields = [field for field in self.window.unlock.findChildren(QLineEdit) if field.isVisible()]
        hidden = next(field for field in fields if field.echoMode() is QLineEdit.EchoMode.Password)
        hidden.setText(PASSPHRASE)
        self.window.unlock.submit()
        self.wait(lambda: self.window.main is not None)

    def make_vault_beside(self) -> SheetForm:
        """Fill in the form that makes a vault, which stands open: one beside the demo's, up to its recovery sheet."""
        unlock = self.window.unlock
        form = unlock.form
        assert isinstance(form, MakingForm)
        demo = form.folder.value()
        assert demo is not None
        form.folder.set_value(demo.with_name("other"))
        form.new.again.set_value(form.new.proposal.text())
        unlock.submit()
        self.wait(lambda: isinstance(unlock.form, SheetForm))
        assert isinstance(unlock.form, SheetForm)
        return unlock.form

    def open_case(self, case_id: str) -> None:
        """Open a case of the list."""
        self.main.desk.open(case_id)
        self.wait(lambda: self.main.desk.session is not None and self.main.desk.session.case.id == case_id)

    def change(self, change: Change) -> None:
        """Change the open case as a page would."""
        session = self.main.desk.session
        if session is None:
            raise RuntimeError("no case is open")
        session.change(change)
        self.settle()

    def go(self, step: Step) -> None:
        """Go to a page."""
        self.main.wizard.go(step)
        self.settle()

    def preview(self) -> None:
        """Wait until the documents page has drawn its first sheet."""
        page = self.main.wizard.page
        if isinstance(page, DocumentsPage) and page.isVisible():
            self.wait(lambda: page.preview.sheet.image() is not None)

    def picture(self, path: Path) -> None:
        """Save what the window shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.settle()
        if self.window.main is not None and self.window.main.desk.session is not None:
            self.preview()
        if not self.window.grab().save(str(path)):
            raise OSError(f"{path} could not be written")


@contextmanager
def stage(
    language: str = "fr",
    size: QSize = USUAL,
    today: date | None = None,
    fill: Callable[[Vault], object] | None = None,
    **settings: object,
) -> Iterator[Stage]:
    """Set the stage: demo vault, window of that size and language, not yet unlocked; ``today`` stops the clock.

    ``fill`` puts more into the vault before.
    """
    clock = StoppedClock(today) if today is not None else None
    vaults = RealVaults(clock.of_vault) if clock is not None else None
    with throw_away_services(vaults, today) as services:
        if clock is not None and today is not None:
            services.today, services.now = lambda: today, clock
        if fill is not None and services.default_vault_folder is not None:
            with services.vaults.open(services.default_vault_folder, PASSPHRASE) as vault:
                fill(vault)
        changed: Settings = replace(services.settings, **settings)  # type: ignore[arg-type]
        services.settings = changed
        with window_up(services, language, size, clock) as played:
            yield played


@contextmanager
def window_up(
    services: Services, language: str, size: QSize = USUAL, clock: StoppedClock | None = None
) -> Iterator[Stage]:
    """A window of that size and language on these services, gone afterwards."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else make_app()
    window = make_window(app, services, language)
    window.resize(size)
    window.show()
    played = Stage(app, window, clock)
    played.settle()
    try:
        yield played
    finally:
        window.close()
        played.settle()
        window.deleteLater()
        played.settle()
