"""The pages beside the wizard: the settings, and what can be done with a case as a whole. Made when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from redi_desktop.casefile.model import CaseFile

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.case_care.care_page import CarePage
    from redi_desktop.ui.settings.settings_page import SettingsPage
    from redi_desktop.ui.tasks import Tasks


class Asides(QObject):
    """Gives the page that is asked for, up to date, and passes on what is asked there."""

    closed = Signal()
    settings_changed = Signal(object)
    language_chosen = Signal(str)
    restore_asked = Signal()
    case_asked = Signal(str)
    archive_asked = Signal(str, bool)
    erased = Signal(str)

    def __init__(
        self, stack: QStackedWidget, vault: Vault, services: Services, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._vault, self._services, self._tasks = vault, services, tasks
        self._settings: SettingsPage | None = None
        self._care: CarePage | None = None

    def settings(self, part: str = "") -> SettingsPage:
        """The page of the settings, with one of its cards in sight."""
        page = self._settings
        if page is None:
            from redi_desktop.ui.settings.settings_page import SettingsPage

            page = self._settings = SettingsPage(self._vault, self._services, self._tasks)
            page.changed.connect(self.settings_changed)
            page.language_chosen.connect(self.language_chosen)
            page.restore_asked.connect(self.restore_asked)
            page.case_asked.connect(self.case_asked)
            self._take(page)
        page.refresh()
        self._stack.setCurrentWidget(page)
        page.show_part(part)
        return page

    def care(self, case: CaseFile) -> CarePage:
        """The page about a case as a whole."""
        page = self._care
        if page is None:
            from redi_desktop.ui.case_care.care_page import CarePage

            page = self._care = CarePage(self._vault, self._services, self._tasks)
            page.archive_asked.connect(self.archive_asked)
            page.erased.connect(self.erased)
            self._take(page)
        page.apply(case)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        return page

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        for page in (self._settings, self._care):
            if page is not None:
                page.retranslate()

    def _take(self, page: SettingsPage | CarePage) -> None:
        page.closed.connect(self.closed)
        self._stack.addWidget(page)
