"""What the window tells of the open case around its pages: its name, saved or not, undo, balance, a possible double."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject

from redi_desktop.errors import UserError
from redi_desktop.ui.case_session import CaseSession
from redi_desktop.ui.duplicate_hint import DuplicateHint
from redi_desktop.ui.live_panel import LivePanel
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.notice_bar import NoticeBar
from redi_desktop.ui.today import Today
from redi_desktop.ui.top_bar import TopBar


class CaseHead(QObject):
    """Follows one session at a time, and keeps top bar, panel, notice and hint in step with it."""

    def __init__(
        self,
        top_bar: TopBar,
        panel: LivePanel,
        notice: NoticeBar,
        duplicate: DuplicateHint,
        known: Today,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._top_bar, self._panel, self._notice, self._duplicate = top_bar, panel, notice, duplicate
        self._known, self._today = known, today
        self._session: CaseSession | None = None

    def follow(self, session: CaseSession) -> None:
        """Another case lies on the desk."""
        self._session = session
        session.assessed.connect(self._on_assessed)
        session.saved.connect(self._on_saved)
        session.save_failed.connect(self._on_save_failed)
        self._notice.clear()
        self._say_saved(session)
        self._on_assessed(session.live)

    def leave(self) -> None:
        """The desk is empty."""
        self._session = None
        self._top_bar.saved_line.reset()
        self._duplicate.tell("", None)
        self.say()

    def say(self) -> None:
        """Name the case, and say what can be undone."""
        session = self._session
        self._top_bar.title.show_text(session.case.title if session is not None else "")
        self._top_bar.set_undo(session is not None and session.can_undo, session is not None and session.can_redo)

    def _on_assessed(self, live: LiveResult) -> None:
        session = self._session
        if session is None:
            return
        self._panel.apply(session.case, live)
        if session.unsaved:
            self._top_bar.saved_line.waiting()
        self.look_for_another()
        self.say()

    def look_for_another(self) -> None:
        """Say whether the applicant seems to have another case; what the list knows of may come after the typing."""
        if self._session is not None:
            self._duplicate.tell(self._session.case.id, self._known.another_of(self._session.case))

    def _say_saved(self, session: CaseSession) -> None:
        """When the case that was opened was saved last."""
        at = session.saved_at
        if at is None:
            self._top_bar.saved_line.nothing_yet()
        else:
            self._top_bar.saved_line.saved(at, earlier=at.date() != self._today())

    def _on_saved(self, at: datetime) -> None:
        if self._session is not None and not self._session.unsaved:
            self._top_bar.saved_line.saved(at)
            self._notice.clear()

    def _on_save_failed(self, problem: UserError) -> None:
        self._top_bar.saved_line.failed()
        self._notice.tell(problem)
