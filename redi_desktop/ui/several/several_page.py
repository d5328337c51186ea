"""The page about several cases: which, then documents, lists, and the form for those who have none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.aside_page import AsidePage
from redi_desktop.ui.several.batch_section import BatchSection
from redi_desktop.ui.several.list_section import ListSection
from redi_desktop.ui.several.paper_form import PaperForm
from redi_desktop.ui.several.which_cases import WhichCases
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault


class SeveralPage(AsidePage):
    """Work under way goes on while another page is shown."""

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = WhichCases(self)
        self.batch = BatchSection(vault, services, tasks, self.which.chosen, self)
        self.lists = ListSection(vault, services, tasks, self.which.chosen, self)
        self.paper = PaperForm(vault, services, tasks, self)
        for section in (self.which, self.batch, self.lists, self.paper):
            self.body.addWidget(section)
        self.body.addStretch(1)
        self.which.changed.connect(self.batch.refresh)
        self.which.changed.connect(self.lists.refresh)
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return _("Several cases")

    def apply(self, cases: tuple[CaseSummary, ...]) -> None:
        """Offer the cases that the list shows, unless work on others is under way."""
        if not (self.batch.run.is_under_way or self.lists.run.is_under_way):
            self.which.show_cases(cases)
        self.paper.refresh()

    def rest(self) -> None:
        """The vault is going to be closed: no more cases are taken."""
        for run in (self.batch.run, self.lists.run):
            run.rest()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        for section in (self.which, self.batch, self.lists, self.paper):
            section.retranslate()
