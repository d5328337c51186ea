"""What the main window is made of, and where each part stands: cases at the left, a page in the middle, the panel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from redi_desktop.ui.case_list import CaseList
from redi_desktop.ui.columns import Columns
from redi_desktop.ui.duplicate_hint import DuplicateHint
from redi_desktop.ui.live_panel import LivePanel
from redi_desktop.ui.notice_bar import NoticeBar
from redi_desktop.ui.start_page import StartPage
from redi_desktop.ui.top_bar import TopBar
from redi_desktop.ui.wizard import Wizard

if TYPE_CHECKING:
    from redi_desktop.casefile.steps import Step
    from redi_desktop.ui.wizard import PageMaker


class WindowFrame(QWidget):
    """The parts, without a vault behind them. In the middle: the start page, the open case or a page beside it."""

    def __init__(self, makers: Mapping[Step, PageMaker], *, wants_list: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top_bar, self.notice, self.cases = TopBar(self), NoticeBar(self), CaseList(self)
        self.duplicate = DuplicateHint(self)
        self.panel, self.start = LivePanel(self), StartPage(self)
        self.wizard = Wizard(makers, self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.start)
        self.middle.addWidget(self.wizard)
        self.columns = Columns(self.cases, self.middle, self.panel, self.wizard.rail, wants_list=wants_list)
        self._place()
        self.top_bar.cases_toggled.connect(self.columns.show_list)
        self.columns.folded.connect(self.top_bar.show_folded)
        self.panel.field_asked.connect(self.wizard.show_field)

    def _place(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.top_bar, self.notice, self.duplicate):
            whole.addWidget(widget)
        whole.addWidget(self.columns, 1)

    def show_case(self, shown: bool) -> None:
        """A case was opened, or the last one put away: the start page takes its place, and the list is as it was."""
        self.top_bar.show_case(shown)
        self.columns.fold_back()
        self.go_back(shown)

    def go_back(self, shown: bool) -> None:
        """To the open case, or to the start page where none is."""
        self.middle.setCurrentWidget(self.wizard if shown else self.start)
        self.columns.show_panel(shown)

    def show_beside(self, page: QWidget) -> None:
        """Show a page that is about more than a step of the open case."""
        self.middle.setCurrentWidget(page)
        self.columns.show_panel(False)

    def search(self) -> None:
        """Look for a case."""
        self.top_bar.cases.setChecked(True)
        self.cases.focus_search()

    def retranslate(self) -> None:
        """Say everything again in the language in use, in place."""
        for part in (self.top_bar, self.notice, self.duplicate, self.cases, self.start, self.panel, self.wizard):
            part.retranslate()
