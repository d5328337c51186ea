"""A case comes onto the desk, leaves it or is erased: whatever shows it follows; after a lock it comes back."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from redi_desktop.casefile.steps import Step
from redi_desktop.ui.asides import Asides
from redi_desktop.ui.case_desk import CaseDesk
from redi_desktop.ui.case_head import CaseHead
from redi_desktop.ui.case_session import CaseSession
from redi_desktop.ui.draft_keeper import DraftKeeper
from redi_desktop.ui.navigation import Navigation
from redi_desktop.ui.warming import Warming
from redi_desktop.ui.window_frame import WindowFrame


class LeftOpen(NamedTuple):
    """What was open when the window was locked: of which vault, which case, at which step; the room of the parameters.

    ``news`` says what came of work that went on behind the lock.
    """

    vault: str
    case_id: str
    step: Step
    parameters: bool
    news: str = ""


class CaseInSight(QObject):
    """Keeps pages, half-typed texts, list and head with the case on the desk."""

    def __init__(
        self,
        frame: WindowFrame,
        desk: CaseDesk,
        drafts: DraftKeeper,
        head: CaseHead,
        navigation: Navigation,
        asides: Asides,
        warming: Warming,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame, self._desk, self._drafts, self._head = frame, desk, drafts, head
        self._navigation, self._asides, self._warming = navigation, asides, warming
        self._left: LeftOpen | None = None
        desk.opened.connect(self._on_opened)
        desk.cleared.connect(self._on_cleared)
        asides.erased.connect(self._on_erased)

    def left_open(self, vault: str, news: str) -> LeftOpen:
        """The case and the step that are open, to come back to."""
        session = self._desk.session
        case_id = session.case.id if session is not None and not self._desk.is_new else ""
        return LeftOpen(vault, case_id, self._frame.wizard.step, self._asides.parameters_shown, news)

    def resume(self, left: LeftOpen) -> None:
        """Open what was open when the window was locked."""
        self._left = left
        if left.case_id:
            self._desk.open(left.case_id)
        elif left.parameters:
            self._navigation.show_parameters()
        self._frame.notice.tell_news(left.news)

    def _on_opened(self, session: CaseSession) -> None:
        self._drafts.keep()
        self._frame.cases.set_current(session.case.id)
        self._frame.show_case(True)
        self._head.follow(session)
        left, self._left = self._left, None
        came_back = left is not None and left.case_id == session.case.id
        self._frame.wizard.set_session(session, left.step if left is not None and came_back else Step.REQUEST)
        self._drafts.begin(session.case.id)
        self._warming.begin()
        if left is not None and came_back and left.parameters:
            self._navigation.show_parameters()

    def _on_cleared(self) -> None:
        self._drafts.keep()
        self._frame.wizard.set_session(None)
        self._drafts.begin("")
        self._frame.cases.set_current("")
        self._head.leave()
        self._navigation.leave_case()

    def _on_erased(self, case_id: str) -> None:
        if self._desk.session is not None and self._desk.session.case.id == case_id:
            self._drafts.begin("")
            self._navigation.expect_today()
            self._desk.drop()
        self._desk.list_again()
