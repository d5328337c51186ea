"""The main window: cases at the left, the open case in the middle, what it comes to at the right."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from redi_desktop.casefile.steps import Step
from redi_desktop.errors import UserError
from redi_desktop.ui.case_desk import CaseDesk
from redi_desktop.ui.case_list import CaseList
from redi_desktop.ui.case_session import CaseSession
from redi_desktop.ui.draft_keeper import DraftKeeper
from redi_desktop.ui.live_panel import LivePanel
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.notice_bar import NoticeBar
from redi_desktop.ui.page_book import page_makers
from redi_desktop.ui.side_column import SideColumn
from redi_desktop.ui.start_page import StartPage
from redi_desktop.ui.tasks import Tasks, problem_of
from redi_desktop.ui.theme import UNIT, characters_wide
from redi_desktop.ui.top_bar import TopBar
from redi_desktop.ui.wizard import Wizard

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault

PANEL_CHARACTERS = 41
"""The panel's width: 300 pixels at a text scale of 100 %."""
WIDE_CHARACTERS = 164
"""From this width on, 1200 pixels at 100 %, the panel stands beside the page instead of above it."""
LIST_CHARACTERS = 118
"""Below this width the list of cases is folded away until it is asked for."""

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REDO_KEYS = (QKeyCombination(_CTRL, Qt.Key.Key_Y), QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z))
"""Both habits, on every system."""


class LeftOpen(NamedTuple):
    """What was open when the window was locked: of which vault, which case, at which step."""

    vault: str
    case_id: str
    step: Step


class MainWindow(QWidget):
    """One window for one open vault."""

    language_chosen = Signal(str)
    lock_asked = Signal()
    list_shown = Signal(bool)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = CaseDesk(vault, services, tasks, self)
        self._vault = vault
        self._left: LeftOpen | None = None
        self._wants_list = services.settings.case_list_shown
        self._is_wide = self._has_room = True
        self.top_bar, self.notice, self.cases = TopBar(self), NoticeBar(self), CaseList(self)
        self.panel, self.start = LivePanel(self), StartPage(self)
        self.wizard = Wizard(page_makers(services, tasks), self)
        self.drafts = DraftKeeper(vault, tasks, self.wizard, self)
        self._build_columns()
        self._connect()
        self._build_shortcuts()
        self._show_case(False)
        self.retranslate()
        self.desk.search("")
        tasks.failed.connect(self.notice.tell)

    def _build_columns(self) -> None:
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.start)
        self._middle.addWidget(self.wizard)
        self._side = SideColumn(self)
        self._strip = QVBoxLayout()
        self._strip.setContentsMargins(UNIT * 2, UNIT, UNIT * 2, 0)
        page_column = QVBoxLayout()
        page_column.setSpacing(UNIT)
        page_column.addLayout(self._strip)
        page_column.addWidget(self._middle, 1)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.cases)
        columns.addLayout(page_column, 1)
        columns.addWidget(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top_bar)
        whole.addWidget(self.notice)
        whole.addLayout(columns, 1)
        self._place_panel()

    def _connect(self) -> None:
        self.top_bar.cases_toggled.connect(self._on_cases_toggled)
        self.top_bar.undo_asked.connect(self.undo)
        self.top_bar.redo_asked.connect(self.redo)
        self.top_bar.lock_asked.connect(self.lock_asked)
        self.top_bar.language_chosen.connect(self.language_chosen)
        self.cases.new_asked.connect(self.desk.new_case)
        self.cases.opened.connect(self.desk.open)
        self.cases.search_changed.connect(self.desk.search)
        self.start.new_asked.connect(self.desk.new_case)
        self.panel.field_asked.connect(self.wizard.show_field)
        self.desk.listed.connect(self.cases.set_cases)
        self.desk.opened.connect(self._on_opened)
        self.desk.failed.connect(self.notice.tell)

    def _build_shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+N", self.desk.new_case),
            ("Ctrl+F", self.search),
            ("Ctrl+L", self.lock_asked.emit),
            ("F4", self.top_bar.cases.toggle),
            ("Alt+Right", self.wizard.go_on),
            ("Alt+Left", self.wizard.go_back),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def undo(self) -> None:
        """Take the last step back."""
        if self.desk.session is not None:
            self.desk.session.undo()

    def redo(self) -> None:
        """Do the step that was taken back again."""
        if self.desk.session is not None:
            self.desk.session.redo()

    def search(self) -> None:
        """Look for a case."""
        self.top_bar.cases.setChecked(True)
        self.cases.focus_search()

    def retranslate(self) -> None:
        """Say everything again in the language in use, in place."""
        self.setUpdatesEnabled(False)
        for part in (self.top_bar, self.notice, self.cases, self.start, self.panel, self.wizard):
            part.retranslate()
        self._name_case()
        self.setUpdatesEnabled(True)

    def left_open(self) -> LeftOpen | None:
        """The case and the step that are open, to come back to."""
        session = self.desk.session
        if session is None or self.desk.is_new:
            return None
        return LeftOpen(self._vault.id, session.case.id, self.wizard.step)

    def resume(self, left: LeftOpen) -> None:
        """Open what was open when the window was locked."""
        self._left = left
        self.desk.open(left.case_id)

    def finish(self) -> UserError | None:
        """Wait until everything is in the vault; the problem where that fails, said in the window too."""
        problem = self._keep_drafts() or self.desk.finish()
        if problem is not None:
            self.notice.tell(problem)
        return problem

    def _keep_drafts(self) -> UserError | None:
        session = self.desk.session
        if session is None:
            return None
        if self.desk.is_new and self.drafts.holds_something:
            session.keep_though_empty()
        kept = self.drafts.keep()
        return problem_of(kept) if kept is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are the case's: a field with the focus hands these keys on."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in REDO_KEYS:
            self.redo()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel and the list find their place."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Fold away what has no room before the rest takes it: a window that once grew stays too wide."""
        metrics = self.fontMetrics()
        has_room = self.width() >= characters_wide(metrics, LIST_CHARACTERS)
        if has_room is not self._has_room:
            self._has_room = has_room
            self._fold(self._wants_list and has_room)
        wide = self.width() >= characters_wide(metrics, WIDE_CHARACTERS)
        if wide is not self._is_wide:
            self._is_wide = wide
            self._place_panel()
        self._side.setFixedWidth(characters_wide(metrics, PANEL_CHARACTERS) + 3 * UNIT)

    def _place_panel(self) -> None:
        shown = self.desk.session is not None
        self._side.setVisible(shown and self._is_wide)
        self.panel.set_strip(not self._is_wide)
        self.wizard.rail.set_compact(not self._is_wide)
        if self._is_wide:
            self._side.hold(self.panel)
        else:
            self._strip.addWidget(self.panel)
        self.panel.setVisible(shown)

    def _fold(self, shown: bool) -> None:
        self.cases.setVisible(shown)
        blocked = self.top_bar.cases.blockSignals(True)
        self.top_bar.cases.setChecked(shown)
        self.top_bar.cases.blockSignals(blocked)

    def _on_cases_toggled(self, shown: bool) -> None:
        self.cases.setVisible(shown)
        if self._has_room:
            self._wants_list = shown
            self.list_shown.emit(shown)

    def _show_case(self, shown: bool) -> None:
        self._middle.setCurrentWidget(self.wizard if shown else self.start)
        self._fold(self._wants_list and self._has_room)
        self._place_panel()
        self._show_undo()

    def _on_opened(self, session: CaseSession) -> None:
        self.drafts.keep()
        session.assessed.connect(self._on_assessed)
        session.saved.connect(self._on_saved)
        session.save_failed.connect(self._on_save_failed)
        self.notice.clear()
        self.top_bar.saved_line.reset()
        self.cases.set_current(session.case.id)
        self._show_case(True)
        self.panel.apply(session.case, session.live)
        left, self._left = self._left, None
        came_back = left is not None and left.case_id == session.case.id
        self.wizard.set_session(session, left.step if left is not None and came_back else Step.REQUEST)
        self.drafts.begin(session.case.id)
        self._name_case()

    def _on_assessed(self, live: LiveResult) -> None:
        session = self.desk.session
        if session is None:
            return
        self.panel.apply(session.case, live)
        if session.unsaved:
            self.top_bar.saved_line.waiting()
        self._name_case()
        self._show_undo()

    def _on_saved(self, at: datetime) -> None:
        session = self.desk.session
        if session is not None and not session.unsaved:
            self.top_bar.saved_line.saved(at)
            self.notice.clear()

    def _on_save_failed(self, problem: UserError) -> None:
        self.top_bar.saved_line.failed()
        self.notice.tell(problem)

    def _show_undo(self) -> None:
        session = self.desk.session
        self.top_bar.set_undo(session is not None and session.can_undo, session is not None and session.can_redo)

    def _name_case(self) -> None:
        session = self.desk.session
        self.top_bar.title.setText(session.case.title if session is not None else "")
