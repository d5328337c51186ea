"""Keeps the start page and the list of cases up to date with what waits in the cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from redi_desktop.casefile.model import Status
from redi_desktop.ui.case_book import CaseBook
from redi_desktop.ui.case_list import CaseList
from redi_desktop.ui.overview import care_of, due_cases
from redi_desktop.ui.start_page import StartPage
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault


PAUSE = 50
"""Milliseconds after which the cases are read: the list is painted first."""


class Today(QObject):
    """Takes what the vault lists, and tells list and page what follows for this day."""

    def __init__(
        self,
        vault: Vault,
        tasks: Tasks,
        today: Callable[[], date],
        cases: CaseList,
        start: StartPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._today = vault, tasks, today
        self._list, self._start = cases, start
        self._all: tuple[CaseSummary, ...] = ()
        self.book = CaseBook(vault, tasks, self)
        self.book.learned.connect(self._on_learned)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self._learn)
        cases.know_deadlines(self.book.deadline, today)

    def take(self, cases: tuple[CaseSummary, ...], searched: str) -> None:
        """Show what was found; where nothing was searched, it is all there is."""
        self._list.set_cases(cases, searched)
        if not searched.strip():
            self._all = cases
            self._later.start()
            self._tell()

    def _learn(self) -> None:
        self.book.learn(self._all)

    def look(self) -> None:
        """The start page is shown: see what is due on this day, and what the vault asks for."""
        self._tell()
        self._tasks.on_store(partial(care_of, self._vault, self._today()), self._start.tell_care)

    def rest(self) -> None:
        """The vault is going to be closed."""
        self._later.stop()
        self.book.rest()

    def summary(self, case_id: str) -> CaseSummary | None:
        """The line of a case in the list."""
        return next((case for case in self._all if case.id == case_id), None)

    def _on_learned(self) -> None:
        self._list.refresh()
        self._tell()

    def _tell(self) -> None:
        today = self._today()
        count = sum(case.status is Status.OPEN for case in self._all)
        looking = self._later.isActive() or self.book.is_reading
        self._start.tell(today, count, due_cases(self._all, self.book.deadline, today), looking=looking)
