"""The pages beside the wizard: the settings, a case as a whole, several cases. Made when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.ui.deleting import delete
from redi_desktop.ui.taking_out import take_out

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.aside_page import AsidePage
    from redi_desktop.ui.case_care.care_page import CarePage
    from redi_desktop.ui.draft_keeper import DraftKeeper
    from redi_desktop.ui.parameters.room import ParametersPage
    from redi_desktop.ui.settings.settings_page import SettingsPage
    from redi_desktop.ui.several.several_page import SeveralPage
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
    adopted = Signal()
    failed = Signal(object)

    def __init__(
        self, stack: QStackedWidget, vault: Vault, services: Services, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._vault, self._services, self._tasks = vault, services, tasks
        self._settings: SettingsPage | None = None
        self._care: CarePage | None = None
        self._parameters: ParametersPage | None = None
        self._several: SeveralPage | None = None
        self._half_made: DraftKeeper | None = None
        self._unspoken: set[AsidePage] = set()

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
        self._show(page)
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
        self._show(page)
        page.focus_first()
        return page

    def several(self, cases: tuple[CaseSummary, ...]) -> SeveralPage:
        """The page about several cases: those that the list shows."""
        page = self._several
        if page is None:
            from redi_desktop.ui.several.several_page import SeveralPage

            page = self._several = SeveralPage(self._vault, self._services, self._tasks)
            self._take(page)
        page.apply(cases)
        self._show(page)
        page.focus_first()
        return page

    def parameters(self) -> ParametersPage:
        """The page of the parameters."""
        page = self._parameters
        if page is None:
            from redi_desktop.ui.parameters.room import ParametersPage

            page = self._parameters = ParametersPage(self._vault, self._services, self._tasks)
            page.adopted.connect(self.adopted)
            page.case_asked.connect(self.case_asked)
            self._keep_half_made(page)
            self._take(page)
        page.refresh()
        self._show(page)
        page.focus_first()
        return page

    @property
    def parameters_shown(self) -> bool:
        """Whether one is in the room of the parameters."""
        return self._parameters is not None and self._stack.currentWidget() is self._parameters

    def keepers(self) -> tuple[DraftKeeper, ...]:
        """What keeps the half-made forms of the pages that are there."""
        return (self._half_made,) if self._half_made is not None else ()

    def _keep_half_made(self, page: ParametersPage) -> None:
        """What is half-made in the room of the parameters survives a lock, as the half-typed texts of a case do."""
        from redi_desktop.store.drafts import PARAMETERS
        from redi_desktop.ui.draft_keeper import DraftKeeper

        keeper = self._half_made = DraftKeeper(self._vault, self._tasks, page.half_made, self)
        page.half_made.typed.connect(keeper.typed)
        keeper.failed.connect(self.failed)
        keeper.begin(PARAMETERS)

    def rest(self) -> None:
        """The vault is going to be closed: no page goes on asking for it."""
        for keeper in self.keepers():
            keeper.rest()
        if self._parameters is not None:
            self._parameters.rest()
        if self._several is not None:
            self._several.rest()

    def retranslate(self) -> None:
        """Say everything again in the language in use; the hidden pages when they are shown."""
        self._unspoken = {page for page in self._pages() if page is not self._stack.currentWidget()}
        for page in self._pages():
            if page not in self._unspoken:
                page.retranslate()

    def let_go(self) -> Iterator[None]:
        """Let go of the room of the parameters, by far the largest page, where nobody is in it.

        What is half-made there is found again in the vault, if it is there by now.
        """
        page, keeper = self._parameters, self._half_made
        if page is None or keeper is None or self.parameters_shown:
            return
        kept = self._vault.writable and not keeper.unsaved and keeper.problem is None
        if not self._tasks.is_at_rest or (keeper.holds_something and not kept):
            return
        keeper.rest()
        page.rest()
        self._parameters = self._half_made = None
        take_out(self._stack, page)
        keeper.deleteLater()
        del keeper
        yield from delete(page)

    def _pages(self) -> list[AsidePage]:
        pages = (self._settings, self._care, self._several, self._parameters)
        return [page for page in pages if page is not None]

    def _show(self, page: AsidePage) -> None:
        """Show a page, in the language in use."""
        if page in self._unspoken:
            self._unspoken.discard(page)
            page.retranslate()
        self._stack.setCurrentWidget(page)

    def _take(self, page: AsidePage) -> None:
        page.closed.connect(self.closed)
        self._stack.addWidget(page)
