"""The page about a case as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

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
from redi_desktop.ui.growing import GrowingColumn

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.assessments import KeptAssessment
    from redi_desktop.store.journal import JournalEntry
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks


Care: TypeAlias = (
    KeptResultsSection | TimelineSection | ArchivingSection | HandingOverSection | GivingAccessSection | ErasingSection
)
C = TypeVar("C", bound=Care)
SECTIONS = ("kept_results", "timeline", "archiving", "handing_over", "giving_access", "erasing")
"""From top to bottom."""


class Past(NamedTuple):
    """What the vault knows of a case's past."""

    case_id: str
    results: tuple[KeptAssessment, ...]
    entries: tuple[JournalEntry, ...]


class CarePage(AsidePage):
    """What was done; archive, hand over, give access, erase. The sections are made while the page is shown."""

    archive_asked = Signal(str, bool)
    erased = Signal(str)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = CaseFile(id="")
        self._vault, self._services, self._tasks = vault, services, tasks
        self._past: Past | None = None
        self._made: list[Care] = []
        self._places = GrowingColumn(SECTIONS)
        self.body.addLayout(self._places)
        self.body.addStretch(1)
        self.retranslate()
        self.growing.begin(self._pieces())

    def _pieces(self) -> Iterator[None]:
        for name in SECTIONS:
            getattr(self, name)
            yield

    def _joined(self, name: str, section: C) -> C:
        """Show a section that was just made in its place."""
        self._made.append(section)
        self._places.put(name, section)
        section.apply(self._case)
        section.retranslate()
        self._tell_past(section)
        return section

    @cached_property
    def kept_results(self) -> KeptResultsSection:
        """Results that are kept as they were."""
        section = KeptResultsSection(self._vault, self._services, self._tasks)
        section.kept.connect(self._look_back)
        return self._joined("kept_results", section)

    @cached_property
    def timeline(self) -> TimelineSection:
        """What was done to the case."""
        return self._joined("timeline", TimelineSection(self._services.today))

    @cached_property
    def archiving(self) -> ArchivingSection:
        """Into the archive, and out of it."""
        section = ArchivingSection()
        section.asked.connect(self._on_archive)
        return self._joined("archiving", section)

    @cached_property
    def handing_over(self) -> HandingOverSection:
        """To a colleague."""
        return self._joined("handing_over", HandingOverSection(self._vault, self._tasks, self._services.today))

    @cached_property
    def giving_access(self) -> GivingAccessSection:
        """To the person."""
        return self._joined("giving_access", GivingAccessSection(self._vault, self._services, self._tasks))

    @cached_property
    def erasing(self) -> ErasingSection:
        """For good."""
        section = ErasingSection(self._vault, self._tasks)
        section.erased.connect(self.erased)
        return self._joined("erasing", section)

    def title(self) -> str:
        """The page's name, with the case's."""
        return _("This case: {case}").format(case=self._case.title or _("Case without a name"))

    def apply(self, case: CaseFile) -> None:
        """Show what can be done with this case."""
        self._case = case
        for section in self._made:
            section.apply(case)
        self.retranslate()
        self._look_back()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        for section in self._made:
            section.retranslate()

    def _look_back(self) -> None:
        """Read the past of the case, after all that is still being written."""
        self._tasks.on_store(partial(_past, self._vault, self._case.id), self._show_past)

    def _show_past(self, past: Past) -> None:
        self._past = past
        for section in self._made:
            self._tell_past(section)

    def _tell_past(self, section: Care) -> None:
        past = self._past
        if past is None or past.case_id != self._case.id:
            return
        if isinstance(section, KeptResultsSection):
            section.show_results(past.results)
        elif isinstance(section, TimelineSection):
            section.show_past(past.entries, past.results)

    def _on_archive(self, archived: bool) -> None:
        self.archive_asked.emit(self._case.id, archived)


def _past(vault: Vault, case_id: str) -> Past:
    return Past(case_id, vault.assessments.list(case_id), vault.journal.entries(case_id))
