"""The main window: cases at the left, the open case in the middle, what it comes to at the right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from redi_desktop.casefile.steps import Step
from redi_desktop.errors import UserError
from redi_desktop.ui.asides import Asides
from redi_desktop.ui.case_desk import CaseDesk
from redi_desktop.ui.case_head import CaseHead
from redi_desktop.ui.case_list import CaseList
from redi_desktop.ui.case_session import CaseSession
from redi_desktop.ui.columns import Columns
from redi_desktop.ui.draft_keeper import DraftKeeper
from redi_desktop.ui.duplicate_hint import DuplicateHint
from redi_desktop.ui.live_panel import LivePanel
from redi_desktop.ui.locking.unsaved_work import UnsavedWork
from redi_desktop.ui.notice_bar import NoticeBar
from redi_desktop.ui.page_book import page_makers
from redi_desktop.ui.parameters.in_use import ParametersInUse
from redi_desktop.ui.start_page import StartPage
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.today import Today
from redi_desktop.ui.top_bar import TopBar
from redi_desktop.ui.warming import Warming
from redi_desktop.ui.wizard import Wizard

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tour.tour import Tour

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REDO_KEYS = (QKeyCombination(_CTRL, Qt.Key.Key_Y), QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z))
"""Both habits, on every system."""


class LeftOpen(NamedTuple):
    """What was open when the window was locked: of which vault, which case, at which step; the room of the parameters.

    ``news`` says what came of work that went on behind the lock.
    """

    vault: str
    case_id: str
    step: Step
    parameters: bool
    news: str = ""


class MainWindow(QWidget):
    """One window for one open vault."""

    language_chosen = Signal(str)
    lock_asked = Signal()
    list_shown = Signal(bool)
    settings_changed = Signal(object)
    restore_asked = Signal()
    manual_asked = Signal()

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = CaseDesk(vault, services, tasks, self)
        self.in_use = ParametersInUse(vault, services, tasks, self)
        self._vault = vault
        self._left: LeftOpen | None = None
        self._tour: Tour | None = None
        self._went_on = False
        self.top_bar, self.notice, self.cases = TopBar(self), NoticeBar(self), CaseList(self)
        self.duplicate = DuplicateHint(self)
        self.panel, self.start = LivePanel(self), StartPage(self)
        self.wizard = Wizard(page_makers(services, tasks, vault), self)
        self.drafts = DraftKeeper(vault, tasks, self.wizard, self)
        self.wizard.typed.connect(self.drafts.typed)
        self.today = Today(vault, tasks, services.today, self.cases, self.start, self)
        self._head = CaseHead(self.top_bar, self.panel, self.notice, self.duplicate, self.today, services.today, self)
        self._build_columns(services)
        self.asides = Asides(self._middle, vault, services, tasks, self)
        self.unsaved = UnsavedWork(self.desk, self.drafts, self.asides.keepers)
        self._connect()
        self._build_shortcuts()
        self._show_case(False)
        self.start.welcome_offered(not services.settings.tour_seen)
        self.retranslate()
        self.in_use.look()
        self.desk.search("")
        self.today.look()
        self.warming = Warming(self.wizard, tasks, self)
        self.warming.begin()
        tasks.failed.connect(self.notice.tell)

    def _build_columns(self, services: Services) -> None:
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.start)
        self._middle.addWidget(self.wizard)
        wants_list = services.settings.case_list_shown
        self.columns = Columns(self.cases, self._middle, self.panel, self.wizard.rail, wants_list=wants_list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.top_bar, self.notice, self.duplicate):
            whole.addWidget(widget)
        whole.addWidget(self.columns, 1)

    def _connect(self) -> None:
        self.top_bar.cases_toggled.connect(self.columns.show_list)
        self.columns.folded.connect(self.top_bar.show_folded)
        self.columns.wished.connect(self.list_shown)
        self.top_bar.undo_asked.connect(self.undo)
        self.top_bar.redo_asked.connect(self.redo)
        self.top_bar.lock_asked.connect(self.lock_asked)
        self.top_bar.language_chosen.connect(self.language_chosen)
        self.top_bar.today_asked.connect(self.show_today)
        self.top_bar.settings_asked.connect(self.show_settings)
        self.top_bar.case_asked.connect(self.show_care)
        self.top_bar.parameters_asked.connect(self.show_parameters)
        self.in_use.changed.connect(self.desk.reassess)
        self.in_use.failed.connect(self.notice.tell)
        self.asides.adopted.connect(self.in_use.look)
        self.top_bar.manual_asked.connect(self.manual_asked)
        self.cases.new_asked.connect(self.desk.new_case)
        self.cases.opened.connect(self._on_case_chosen)
        self.cases.search_changed.connect(self.desk.search)
        self.cases.archive_asked.connect(self.desk.archive)
        self.cases.several_asked.connect(self.show_several)
        self.start.new_asked.connect(self.desk.new_case)
        self.start.case_asked.connect(self.desk.open)
        self.start.care_asked.connect(self.show_settings)
        self.start.tour_asked.connect(self.begin_tour)
        self.start.manual_asked.connect(self.manual_asked)
        self.duplicate.open_asked.connect(self.desk.open)
        self.asides.closed.connect(self._on_aside_closed)
        self.asides.language_chosen.connect(self.language_chosen)
        self.asides.settings_changed.connect(self.settings_changed)
        self.asides.restore_asked.connect(self.restore_asked)
        self.asides.case_asked.connect(self._on_case_asked)
        self.asides.archive_asked.connect(self.desk.archive)
        self.asides.erased.connect(self._on_erased)
        self.panel.field_asked.connect(self.wizard.show_field)
        self.desk.listed.connect(self.today.take)
        self.desk.listed.connect(self._head.look_for_another)
        self.desk.cleared.connect(self._on_cleared)
        self.desk.opened.connect(self._on_opened)
        for part in (self.desk, self.drafts, self.asides):
            part.failed.connect(self.notice.tell)

    def _build_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+N", self.desk.new_case),
            ("Ctrl+F", self.search),
            ("Ctrl+L", self.lock_asked.emit),
            ("F4", self.top_bar.cases.toggle),
            ("Alt+Home", self.show_today),
            ("F6", self.show_care),
            ("F7", self.cases.several.click),
            ("F9", self.show_parameters),
            ("F10", self.show_settings),
        ):
            QShortcut(QKeySequence(keys), self, act)
        for keys, act in (("Alt+Right", self.wizard.go_on), ("Alt+Left", self.wizard.go_back)):
            QShortcut(QKeySequence(keys), self.wizard, act)  # where the pages are in sight only

    def undo(self) -> None:
        """Take the last step back, where it is seen."""
        if self.desk.session is not None and self.desk.session.can_undo:
            self._on_aside_closed()
            self.desk.session.undo()

    def redo(self) -> None:
        """Do the step that was taken back again, where it is seen."""
        if self.desk.session is not None and self.desk.session.can_redo:
            self._on_aside_closed()
            self.desk.session.redo()

    def show_today(self) -> None:
        """Put the case away, and show what is due, unless another page is asked for before the case is saved."""
        self._went_on = False
        self.desk.put_away()

    def show_settings(self, part: str = "") -> None:
        """Show the settings, or one card of them."""
        self._show_aside(self.asides.settings(part))

    def show_parameters(self) -> None:
        """Show every amount and rule in use, and what can be done with them."""
        if self.desk.session is not None:
            self.desk.session.save()
        self._show_aside(self.asides.parameters())

    def show_care(self) -> None:
        """Show what can be done with the open case as a whole."""
        session = self.desk.session
        if session is not None and not self.desk.is_new:
            session.save()
            self._show_aside(self.asides.care(session.case))

    def begin_tour(self) -> None:
        """Lead through the window."""
        if self._tour is None:
            from redi_desktop.ui.tour.tour import Tour

            self._tour = Tour(self)
            self._tour.ended.connect(self._on_tour_ended)
        self._on_aside_closed()
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

    def show_several(self, cases: tuple[CaseSummary, ...]) -> None:
        """Show what can be done with the cases of the list."""
        if self.desk.session is not None:
            self.desk.session.save()
        self._show_aside(self.asides.several(cases))

    def _show_aside(self, page: QWidget) -> None:
        self._went_on = True
        self._middle.setCurrentWidget(page)
        self.columns.show_panel(False)

    def _on_aside_closed(self) -> None:
        shown = self.desk.session is not None
        self._middle.setCurrentWidget(self.wizard if shown else self.start)
        self.columns.show_panel(shown)
        if not shown:
            self.today.look()

    def _on_case_chosen(self, case_id: str) -> None:
        """Open a case of the list; the one on the desk may be hidden behind another page."""
        if self.desk.session is not None and self.desk.session.case.id == case_id:
            self._on_aside_closed()
        else:
            self.desk.open(case_id)

    def _on_case_asked(self, case_id: str) -> None:
        """Open a case from an aside page; where it lies on the desk already, go back to it."""
        self._on_aside_closed()
        self.desk.list_again()
        self.desk.open(case_id)

    def _on_erased(self, case_id: str) -> None:
        if self.desk.session is not None and self.desk.session.case.id == case_id:
            self.drafts.begin("")
            self._went_on = False
            self.desk.drop()
        self.desk.list_again()

    def _on_cleared(self) -> None:
        self.drafts.keep()
        self.wizard.set_session(None)
        self.drafts.begin("")
        self.cases.set_current("")
        self._head.leave()
        if self._went_on:
            self.top_bar.show_case(False)
        else:
            self._show_case(False)
            self.today.look()

    def search(self) -> None:
        """Look for a case."""
        self.top_bar.cases.setChecked(True)
        self.cases.focus_search()

    def retranslate(self) -> None:
        """Say everything again in the language in use, in place."""
        self.setUpdatesEnabled(False)
        parts = (
            self.top_bar,
            self.notice,
            self.duplicate,
            self.cases,
            self.start,
            self.panel,
            self.wizard,
            self.asides,
        )
        for part in (*parts, *([self._tour] if self._tour is not None else ())):
            part.retranslate()
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
        """The case and the step that are open, to come back to."""
        session = self.desk.session
        case_id = session.case.id if session is not None and not self.desk.is_new else ""
        return LeftOpen(self._vault.id, case_id, self.wizard.step, self.asides.parameters_shown, news)

    def resume(self, left: LeftOpen) -> None:
        """Open what was open when the window was locked."""
        self._left = left
        if left.case_id:
            self.desk.open(left.case_id)
        elif left.parameters:
            self.show_parameters()
        self.notice.tell_news(left.news)

    def finish(self) -> UserError | None:
        """Wait until everything is in the vault; the problem where that fails, said in the window too."""
        problem = self.unsaved.finish()
        if problem is not None:
            self.notice.tell(problem)
        return problem

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are the case's: a field with the focus hands these keys on."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in REDO_KEYS:
            self.redo()
        else:
            super().keyPressEvent(event)

    def _show_case(self, shown: bool) -> None:
        self._middle.setCurrentWidget(self.wizard if shown else self.start)
        self.top_bar.show_case(shown)
        self.columns.fold_back()
        self.columns.show_panel(shown)

    def _on_opened(self, session: CaseSession) -> None:
        self.drafts.keep()
        self.cases.set_current(session.case.id)
        self._show_case(True)
        self._head.follow(session)
        left, self._left = self._left, None
        came_back = left is not None and left.case_id == session.case.id
        self.wizard.set_session(session, left.step if left is not None and came_back else Step.REQUEST)
        self.drafts.begin(session.case.id)
        self.warming.begin()
        if left is not None and came_back and left.parameters:
            self.show_parameters()
