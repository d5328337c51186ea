"""The page about a case as a whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _
from redi_desktop.ui.aside_page import AsidePage
from redi_desktop.ui.case_care.archiving import ArchivingSection
from redi_desktop.ui.case_care.erasing import ErasingSection
from redi_desktop.ui.case_care.giving_access import GivingAccessSection
from redi_desktop.ui.case_care.handing_over import HandingOverSection
from redi_desktop.ui.case_care.kept_results import KeptResultsSection
from redi_desktop.ui.case_care.timeline import TimelineSection

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.assessments import KeptAssessment
    from redi_desktop.store.journal import JournalEntry
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks


Care = (
    KeptResultsSection | TimelineSection | ArchivingSection | HandingOverSection | GivingAccessSection | ErasingSection
)


class Past(NamedTuple):
    """What the vault knows of a case's past."""

    case_id: str
    results: tuple[KeptAssessment, ...]
    entries: tuple[JournalEntry, ...]


class CarePage(AsidePage):
    """What was done; archive, hand over, give access, erase."""

    archive_asked = Signal(str, bool)
    erased = Signal(str)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = CaseFile(id="")
        self._vault, self._tasks = vault, tasks
        self.kept_results, self.timeline = KeptResultsSection(vault, services, tasks), TimelineSection()
        self.archiving, self.erasing = ArchivingSection(), ErasingSection(vault, tasks)
        self.handing_over = HandingOverSection(vault, tasks, services.today)
        self.giving_access = GivingAccessSection(vault, services, tasks)
        for section in self._sections():
            self.body.addWidget(section)
        self.body.addStretch(1)
        self.archiving.asked.connect(self._on_archive)
        self.erasing.erased.connect(self.erased)
        self.kept_results.kept.connect(self._look_back)
        self.retranslate()

    def _sections(self) -> tuple[Care, ...]:
        return (self.kept_results, self.timeline, self.archiving, self.handing_over, self.giving_access, self.erasing)

    def title(self) -> str:
        """The page's name, with the case's."""
        return _("This case: {case}").format(case=self._case.title or _("Case without a name"))

    def apply(self, case: CaseFile) -> None:
        """Show what can be done with this case."""
        self._case = case
        for section in self._sections():
            section.apply(case)
        self.retranslate()
        self._look_back()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        for section in self._sections():
            section.retranslate()

    def _look_back(self) -> None:
        """Read the past of the case, after all that is still being written."""
        self._tasks.on_store(partial(_past, self._vault, self._case.id), self._show_past)

    def _show_past(self, past: Past) -> None:
        if past.case_id == self._case.id:
            self.kept_results.show_results(past.results)
            self.timeline.show_entries(past.entries)

    def _on_archive(self, archived: bool) -> None:
        self.archive_asked.emit(self._case.id, archived)


def _past(vault: Vault, case_id: str) -> Past:
    return Past(case_id, vault.assessments.list(case_id), vault.journal.entries(case_id))
