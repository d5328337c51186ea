"""Keeps the start page and the list of cases up to date with what waits in the cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from redi_desktop.casefile.model import CaseFile, Status
from redi_desktop.store.glances import glance_of
from redi_desktop.ui.case_list import CaseList
from redi_desktop.ui.overview import DueCase, care_of, due_cases
from redi_desktop.ui.start_page import StartPage
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault


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
        self._due: tuple[date, tuple[DueCase, ...]] | None = None
        self._rests = False
        cases.know_day(today)

    def take(self, cases: tuple[CaseSummary, ...], searched: str) -> None:
        """Show what was found; where nothing was searched, it is all there is."""
        self._list.set_cases(cases, searched)
        if not searched.strip():
            self._all, self._due = cases, None
            self._tell()

    def look(self) -> None:
        """The start page is shown: see what is due on this day, and what the vault asks for."""
        self._tell()
        if not self._rests:
            self._tasks.on_store(partial(care_of, self._vault, self._today()), self._start.tell_care)

    def rest(self) -> None:
        """The vault is going to be closed: ask it for nothing more."""
        self._rests = True

    def another_of(self, case: CaseFile) -> CaseSummary | None:
        """Another case of someone with the applicant's name and birth date: maybe the same person."""
        seen = glance_of(case)
        if not seen.person or seen.birth_date is None:
            return None
        wanted = (seen.person, seen.birth_date)
        found = (other for other in self._all if (other.glance.person, other.glance.birth_date) == wanted)
        return next((other for other in found if other.id != case.id), None)

    def _tell(self) -> None:
        today = self._today()
        count = sum(case.status is Status.OPEN for case in self._all)
        if self._due is None or self._due[0] != today:
            self._due = today, due_cases(self._all, today)
        self._start.tell(today, count, self._due[1])
