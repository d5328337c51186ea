"""The open vault as the window works with it: the list, and the one case that lies on the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from redi_desktop.casefile.changes import add_person, change_case
from redi_desktop.casefile.deadlines import next_deadline
from redi_desktop.casefile.model import CaseFile, Request, SpokenLanguage, Status
from redi_desktop.casefile.post_codes import in_german_community
from redi_desktop.engine.household import Household, Region
from redi_desktop.errors import StorageFailed, UserError
from redi_desktop.i18n import language
from redi_desktop.ui.case_session import CaseSession
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.settings import Settings
    from redi_desktop.store.cases import CaseSummary, OpenedCase
    from redi_desktop.store.vault import Vault


class CaseDesk(QObject):
    """Lists, opens and makes cases. Before another case is opened, the present one is in the vault."""

    listed = Signal(object, str)
    opened = Signal(object)
    cleared = Signal()
    failed = Signal(object)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._services, self._tasks = vault, services, tasks
        self._search = ""
        self._listed_as: tuple[object, ...] | None = None
        self._next: Callable[[], None] | None = None
        self.session: CaseSession | None = None
        self.is_new = False

    def search(self, text: str) -> None:
        """Look for the cases with words that begin so; all of them where nothing is typed."""
        self._search = text
        work = partial(self._list, text)
        self._tasks.on_store(work, partial(self._on_listed, text), self._on_failed)

    def new_case(self) -> None:
        """Put a new case on the desk: asked for today, by someone who speaks the language of the window."""
        self._after_save(self._open_new)

    def open(self, case_id: str) -> None:
        """Take a case from the vault."""
        if self.session is None or self.session.case.id != case_id:
            self._after_save(partial(self._load, case_id))

    def archive(self, case_id: str, archived: bool) -> None:
        """Put a case into the archive, closed today, or take it out; the one on the desk can be undone."""
        if self.session is not None and self.session.case.id == case_id:
            status = Status.ARCHIVED if archived else Status.OPEN
            self.session.change(partial(change_case, status=status))
            self.session.field_left()
            return
        day = self._services.today() if archived else None
        close = partial(self._vault.cases.close, case_id, day)
        self._tasks.on_store(close, self._on_archived, self._on_failed)

    def reassess(self) -> None:
        """Count the case on the desk again: other parameters are in use."""
        if self.session is not None:
            self.session.reassess(self._services.parameters)

    def drop(self) -> None:
        """Clear the desk at once: the case on it was erased."""
        self._clear()

    def put_away(self) -> None:
        """Clear the desk, once everything is in the vault: the start page takes its place."""
        self._after_save(self._clear)

    def list_again(self) -> None:
        """Something was done to the cases beside the desk."""
        self.search(self._search)

    def finish(self) -> UserError | None:
        """Wait until the case on the desk is in the vault; the problem where that fails."""
        return self.session.finish() if self.session is not None else None

    def _clear(self) -> None:
        before, self.session = self.session, None
        self.is_new = False
        self.cleared.emit()
        if before is not None:
            before.deleteLater()

    def _on_archived(self, _saved: object) -> None:
        self.search(self._search)

    def _list(self, text: str) -> tuple[CaseSummary, ...]:
        return self._vault.cases.list(text, include_archived=True)

    def _on_listed(self, text: str, cases: tuple[CaseSummary, ...]) -> None:
        if text == self._search:
            self.listed.emit(cases, text)

    def _load(self, case_id: str) -> None:
        self._tasks.on_store(partial(self._vault.cases.open, case_id), self._take, self._on_failed)

    def _open_new(self) -> None:
        today = self._services.today()
        spoken = SpokenLanguage(language())
        household = _household_here(self._services.settings)
        case = CaseFile(request=Request(date=today, language=spoken), reference_date=today, household=household)
        self.is_new = True
        self._put_on_desk(self._session_of(add_person(case)), None)

    def _take(self, opened: OpenedCase) -> None:
        self.is_new = False
        read_only = opened.newer is not None or not self._vault.writable
        session = self._session_of(opened.case, opened.past, read_only)
        session.saved_at = opened.saved.at
        self._put_on_desk(session, _shown(opened.case))
        if opened.newer is not None:
            self.failed.emit(opened.newer)
        elif read_only:
            self.failed.emit(self._vault.newer or StorageFailed("read_only"))

    def _session_of(self, case: CaseFile, past: tuple[CaseFile, ...] = (), read_only: bool = False) -> CaseSession:
        services = self._services
        save = self._vault.cases.save
        return CaseSession(
            case, services.parameters, save, self._tasks, services.now, self, past=past, read_only=read_only
        )

    def _put_on_desk(self, session: CaseSession, listed_as: tuple[object, ...] | None) -> None:
        before, self.session = self.session, session
        self.session.saved.connect(self._on_saved)
        self.session.save_failed.connect(self._on_save_failed)
        self._listed_as = listed_as
        self.opened.emit(self.session)
        if before is not None:
            before.deleteLater()

    def _after_save(self, act: Callable[[], None]) -> None:
        """Do it once nothing is waiting to be saved; where the save fails it is not done, and nothing is lost."""
        if self.session is None or not self.session.unsaved:
            act()
            return
        self._next = act
        self.session.save()

    def _on_failed(self, problem: UserError) -> None:
        self.failed.emit(problem)

    def _on_saved(self) -> None:
        if self.session is None:
            return
        self.is_new = False
        self._tasks.on_store(self._vault.daily_care)
        if self._listed_as != _shown(self.session.case):
            self._listed_as = _shown(self.session.case)
            self.search(self._search)
        if self._next is not None and not self.session.unsaved:
            act, self._next = self._next, None
            act()
        elif self._next is not None:
            self.session.save()

    def _on_save_failed(self) -> None:
        self._next = None


def _household_here(settings: Settings) -> Household:
    """A household where the CPAS is."""
    region = Region(settings.default_region) if settings.default_region else None
    german = region is Region.WALLONIA and in_german_community(settings.municipality)
    return Household(region=region, german_community=german)


def _shown(case: CaseFile) -> tuple[object, ...]:
    """What list and start page show of a case and does not change all the time."""
    person = case.applicant
    return case.title, case.reference, case.status, next_deadline(case), person.birth_date if person else None
