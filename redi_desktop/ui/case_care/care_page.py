"""The page about a case as a whole."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _
from redi_desktop.ui.case_care.archiving import ArchivingSection
from redi_desktop.ui.case_care.erasing import ErasingSection
from redi_desktop.ui.case_care.giving_access import GivingAccessSection
from redi_desktop.ui.case_care.handing_over import HandingOverSection
from redi_desktop.ui.case_care.kept_results import KeptResultsSection
from redi_desktop.ui.case_care.timeline import TimelineSection
from redi_desktop.ui.page_of_cards import C, PageOfCards
from redi_desktop.ui.pages.section import Section

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.assessments import KeptAssessment
    from redi_desktop.store.journal import JournalEntry
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks


OfCase: TypeAlias = (
    KeptResultsSection | TimelineSection | ArchivingSection | HandingOverSection | GivingAccessSection | ErasingSection
)
"""Cards that show something of the case."""
CARDS = ("kept_results", "timeline", "archiving", "handing_over", "giving_access", "erasing")
"""From top to bottom."""


class Past(NamedTuple):
    """What the vault knows of a case's past."""

    case_id: str
    results: tuple[KeptAssessment, ...]
    entries: tuple[JournalEntry, ...]


class CarePage(PageOfCards):
    """What was done; archive, hand over, give access, erase. The cards are made while the page is shown."""

    archive_asked = Signal(str, bool)
    erased = Signal(str)

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(CARDS, parent)
        self._case = CaseFile(id="")
        self._vault, self._services, self._tasks = vault, services, tasks
        self._past: Past | None = None
        self.retranslate()
        self.growing.begin(self.pieces())

    def joined(self, name: str, card: C) -> C:
        """Show a card that was just made in its place, and in it the case and its past."""
        if isinstance(card, OfCase):
            card.apply(self._case)
        super().joined(name, card)
        self._tell_past(card)
        return card

    @cached_property
    def kept_results(self) -> KeptResultsSection:
        """Results that are kept as they were."""
        card = KeptResultsSection(self._vault, self._services, self._tasks)
        card.kept.connect(self._look_back)
        return self.joined("kept_results", card)

    @cached_property
    def timeline(self) -> TimelineSection:
        """What was done to the case."""
        return self.joined("timeline", TimelineSection(self._services.today))

    @cached_property
    def archiving(self) -> ArchivingSection:
        """Into the archive, and out of it."""
        card = ArchivingSection()
        card.asked.connect(self._on_archive)
        return self.joined("archiving", card)

    @cached_property
    def handing_over(self) -> HandingOverSection:
        """To a colleague."""
        return self.joined("handing_over", HandingOverSection(self._vault, self._tasks, self._services.today))

    @cached_property
    def giving_access(self) -> GivingAccessSection:
        """To the person."""
        return self.joined("giving_access", GivingAccessSection(self._vault, self._services, self._tasks))

    @cached_property
    def erasing(self) -> ErasingSection:
        """For good."""
        card = ErasingSection(self._vault, self._tasks)
        card.erased.connect(self.erased)
        return self.joined("erasing", card)

    def title(self) -> str:
        """The page's name, with the case's."""
        return _("This case: {case}").format(case=self._case.title or _("Case without a name"))

    def apply(self, case: CaseFile) -> None:
        """Show what can be done with this case."""
        self._case = case
        for card in self._made:
            if isinstance(card, OfCase):
                card.apply(case)
        self.retranslate()
        self._look_back()

    def _look_back(self) -> None:
        """Read the past of the case, after all that is still being written."""
        self._tasks.on_store(partial(_past, self._vault, self._case.id), self._show_past)

    def _show_past(self, past: Past) -> None:
        self._past = past
        for card in self._made:
            self._tell_past(card)

    def _tell_past(self, card: Section) -> None:
        past = self._past
        if past is None or past.case_id != self._case.id:
            return
        if isinstance(card, KeptResultsSection):
            card.show_results(past.results)
        elif isinstance(card, TimelineSection):
            card.show_past(past.entries, past.results)

    def _on_archive(self, archived: bool) -> None:
        self.archive_asked.emit(self._case.id, archived)


def _past(vault: Vault, case_id: str) -> Past:
    return Past(case_id, vault.assessments.list(case_id), vault.journal.entries(case_id))
