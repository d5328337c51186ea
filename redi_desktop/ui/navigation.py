"""The ways from one page of the window to another: to a case, to the start page, to the pages beside the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from redi_desktop.ui.asides import Asides
from redi_desktop.ui.case_desk import CaseDesk
from redi_desktop.ui.today import Today
from redi_desktop.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary


class Navigation(QObject):
    """Goes where one asks to go. What was typed is on its way to the vault before another page is about it."""

    def __init__(
        self, frame: WindowFrame, desk: CaseDesk, asides: Asides, today: Today, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._asides, self._today = frame, desk, asides, today
        self._went_on = False
        bar, cases, start = frame.top_bar, frame.cases, frame.start
        bar.undo_asked.connect(self.undo)
        bar.redo_asked.connect(self.redo)
        bar.today_asked.connect(self.show_today)
        bar.settings_asked.connect(self.show_settings)
        bar.case_asked.connect(self.show_care)
        bar.parameters_asked.connect(self.show_parameters)
        cases.opened.connect(self._on_case_chosen)
        cases.several_asked.connect(self.show_several)
        start.care_asked.connect(self.show_settings)
        asides.closed.connect(self.go_back)
        asides.case_asked.connect(self._on_case_asked)

    def undo(self) -> None:
        """Take the last step back, where it is seen."""
        if self._desk.session is not None and self._desk.session.can_undo:
            self.go_back()
            self._desk.session.undo()

    def redo(self) -> None:
        """Do the step that was taken back again, where it is seen."""
        if self._desk.session is not None and self._desk.session.can_redo:
            self.go_back()
            self._desk.session.redo()

    def show_today(self) -> None:
        """Put the case away, and show what is due, unless another page is asked for before the case is saved."""
        self.expect_today()
        self._desk.put_away()

    def show_settings(self, part: str = "") -> None:
        """Show the settings, or one card of them."""
        self._show_beside(self._asides.settings(part))

    def show_parameters(self) -> None:
        """Show every amount and rule in use, and what can be done with them."""
        self._save()
        self._show_beside(self._asides.parameters())

    def show_care(self) -> None:
        """Show what can be done with the open case as a whole."""
        session = self._desk.session
        if session is not None and not self._desk.is_new:
            session.save()
            self._show_beside(self._asides.care(session.case))

    def show_several(self, cases: tuple[CaseSummary, ...]) -> None:
        """Show what can be done with the cases of the list."""
        self._save()
        self._show_beside(self._asides.several(cases))

    def go_back(self) -> None:
        """From a page beside the case to the case; to the start page where none is open."""
        shown = self._desk.session is not None
        self._frame.go_back(shown)
        if not shown:
            self._today.look()

    def expect_today(self) -> None:
        """The case will leave the desk, and the start page is to take its place, whatever is shown now."""
        self._went_on = False

    def leave_case(self) -> None:
        """The case has left the desk: show the start page, unless another page was asked for meanwhile."""
        if self._went_on:
            self._frame.top_bar.show_case(False)
        else:
            self._frame.show_case(False)
            self._today.look()

    def _save(self) -> None:
        if self._desk.session is not None:
            self._desk.session.save()

    def _show_beside(self, page: QWidget) -> None:
        self._went_on = True
        self._frame.show_beside(page)

    def _on_case_chosen(self, case_id: str) -> None:
        """Open a case of the list; the one on the desk may be hidden behind another page."""
        if self._desk.session is not None and self._desk.session.case.id == case_id:
            self.go_back()
        else:
            self._desk.open(case_id)

    def _on_case_asked(self, case_id: str) -> None:
        """Open a case from an aside page; where it lies on the desk already, go back to it."""
        self.go_back()
        self._desk.list_again()
        self._desk.open(case_id)
