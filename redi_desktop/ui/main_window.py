"""The main window: its parts, joined with the vault that was opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.ui.asides import Asides
from redi_desktop.ui.case_desk import CaseDesk
from redi_desktop.ui.case_head import CaseHead
from redi_desktop.ui.case_in_sight import CaseInSight, LeftOpen
from redi_desktop.ui.draft_keeper import DraftKeeper
from redi_desktop.ui.locking.unsaved_work import UnsavedWork
from redi_desktop.ui.navigation import Navigation
from redi_desktop.ui.page_book import page_makers
from redi_desktop.ui.parameters.in_use import ParametersInUse
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.today import Today
from redi_desktop.ui.warming import Warming
from redi_desktop.ui.window_frame import WindowFrame
from redi_desktop.ui.window_keys import give_keys, step_of_history

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tour.tour import Tour


class MainWindow(WindowFrame):
    """One window for one open vault."""

    language_chosen = Signal(str)
    lock_asked = Signal()
    list_shown = Signal(bool)
    settings_changed = Signal(object)
    restore_asked = Signal()
    manual_asked = Signal()

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        wants_list = services.settings.case_list_shown
        super().__init__(page_makers(services, tasks, vault), wants_list=wants_list, parent=parent)
        self._vault = vault
        self._tour: Tour | None = None
        self.desk = CaseDesk(vault, services, tasks, self)
        self.in_use = ParametersInUse(vault, services, tasks, self)
        self.drafts = DraftKeeper(vault, tasks, self.wizard, self)
        self.today = Today(vault, tasks, services.today, self.cases, self.start, self)
        self._head = CaseHead(self.top_bar, self.panel, self.notice, self.duplicate, self.today, services.today, self)
        self.asides = Asides(self.middle, vault, services, tasks, self)
        self.unsaved = UnsavedWork(self.desk, self.drafts, self.asides.keepers)
        self.warming = Warming(self.wizard, tasks, self)
        self.navigation = Navigation(self, self.desk, self.asides, self.today, self)
        self._case = CaseInSight(
            self, self.desk, self.drafts, self._head, self.navigation, self.asides, self.warming, self
        )
        self._ask_outside()
        self._join_cases()
        self._join_troubles(tasks)
        give_keys(self, self.desk, self.navigation)
        self.show_case(False)
        self.start.welcome_offered(not services.settings.tour_seen)
        self.retranslate()
        self._begin()

    def _ask_outside(self) -> None:
        """What is asked for here and done by the program's window."""
        self.columns.wished.connect(self.list_shown)
        self.top_bar.lock_asked.connect(self.lock_asked)
        self.top_bar.language_chosen.connect(self.language_chosen)
        self.top_bar.manual_asked.connect(self.manual_asked)
        self.start.manual_asked.connect(self.manual_asked)
        self.asides.language_chosen.connect(self.language_chosen)
        self.asides.settings_changed.connect(self.settings_changed)
        self.asides.restore_asked.connect(self.restore_asked)

    def _join_cases(self) -> None:
        """What is asked of the desk, and who is told of what lies there."""
        self.cases.new_asked.connect(self.desk.new_case)
        self.cases.search_changed.connect(self.desk.search)
        self.cases.archive_asked.connect(self.desk.archive)
        self.asides.archive_asked.connect(self.desk.archive)
        self.start.new_asked.connect(self.desk.new_case)
        self.start.case_asked.connect(self.desk.open)
        self.start.tour_asked.connect(self.begin_tour)
        self.duplicate.open_asked.connect(self.desk.open)
        self.desk.listed.connect(self.today.take)
        self.desk.listed.connect(self._head.look_for_another)
        self.wizard.typed.connect(self.drafts.typed)
        self.in_use.changed.connect(self.desk.reassess)
        self.asides.adopted.connect(self.in_use.look)

    def _join_troubles(self, tasks: Tasks) -> None:
        for part in (self.desk, self.drafts, self.asides, self.in_use, tasks):
            part.failed.connect(self.notice.tell)

    def _begin(self) -> None:
        """Ask the vault for what is shown first, and make the rest ready meanwhile."""
        self.in_use.look()
        self.desk.search("")
        self.today.look()
        self.warming.begin()

    def begin_tour(self) -> None:
        """Lead through the window."""
        if self._tour is None:
            from redi_desktop.ui.tour.tour import Tour

            self._tour = Tour(self)
            self._tour.ended.connect(self._on_tour_ended)
        self.navigation.go_back()
        self._tour.begin()

    def _on_tour_ended(self) -> None:
        self.start.welcome_offered(False)
        self.settings_changed.emit({"tour_seen": True})

    def let_go(self) -> Iterator[None]:
        """Let go of what nobody sees, a page before each stop."""
        yield from self.wizard.let_go()
        yield from self.asides.let_go()

    def open_step(self) -> str:
        """The page of the wizard that is open; empty while no case is."""
        return self.wizard.step.value if self.desk.session is not None else ""

    def retranslate(self) -> None:
        """Say everything again in the language in use, in place."""
        self.setUpdatesEnabled(False)
        super().retranslate()
        self.asides.retranslate()
        if self._tour is not None:
            self._tour.retranslate()
        self._head.say()
        self.setUpdatesEnabled(True)

    def rest(self) -> None:
        """The vault is going to be closed: nothing of this window asks for it any more."""
        self.warming.stop()
        self.in_use.rest()
        self.asides.rest()
        self.today.rest()
        self.drafts.rest()

    def left_open(self, news: str) -> LeftOpen:
        """What is open, to come back to."""
        return self._case.left_open(self._vault.id, news)

    def resume(self, left: LeftOpen) -> None:
        """Open what was open when the window was locked."""
        self._case.resume(left)

    def finish(self) -> UserError | None:
        """Wait until everything is in the vault; the problem where that fails, said in the window too."""
        problem = self.unsaved.finish()
        if problem is not None:
            self.notice.tell(problem)
        return problem

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo, at every page."""
        if not step_of_history(event, self.navigation):
            super().keyPressEvent(event)
