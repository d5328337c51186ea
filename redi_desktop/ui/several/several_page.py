"""The page about several cases: which, then documents, lists, and the form for those who have none yet."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.page_of_cards import PageOfCards
from redi_desktop.ui.several.batch_section import BatchSection
from redi_desktop.ui.several.list_section import ListSection
from redi_desktop.ui.several.one_by_one import OneByOne
from redi_desktop.ui.several.paper_form import PaperForm
from redi_desktop.ui.several.which_cases import WhichCases
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.cases import CaseSummary
    from redi_desktop.store.vault import Vault


CARDS = ("which", "batch", "lists", "paper")
"""From top to bottom."""


class SeveralPage(PageOfCards):
    """Work under way goes on while another page is shown.

    The cards below the cases are made while the page is shown, or when somebody needs one.
    """

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(CARDS, parent)
        self._vault, self._services, self._tasks = vault, services, tasks
        self.which = self.joined("which", WhichCases(self))
        self.retranslate()
        self.growing.begin(self.pieces())

    @cached_property
    def batch(self) -> BatchSection:
        """Documents for the cases."""
        card = BatchSection(self._vault, self._services, self._tasks, self.which.chosen, self)
        self.which.changed.connect(card.refresh)
        return self.joined("batch", card)

    @cached_property
    def lists(self) -> ListSection:
        """Lists about the cases."""
        card = ListSection(self._vault, self._services, self._tasks, self.which.chosen, self)
        self.which.changed.connect(card.refresh)
        return self.joined("lists", card)

    @cached_property
    def paper(self) -> PaperForm:
        """The form for those who have no case yet."""
        card = self.joined("paper", PaperForm(self._vault, self._services, self._tasks, self))
        card.refresh()
        return card

    def title(self) -> str:
        """The page's name."""
        return _("Several cases")

    def apply(self, cases: tuple[CaseSummary, ...]) -> None:
        """Offer the cases that the list shows, unless work on others is under way."""
        if not any(run.is_under_way for run in self._runs()):
            self.which.show_cases(cases)
        for card in self._made:
            if isinstance(card, PaperForm):
                card.refresh()

    def rest(self) -> None:
        """The vault is going to be closed: no more cases are taken."""
        for run in self._runs():
            run.rest()

    def _runs(self) -> list[OneByOne]:
        """What goes from case to case."""
        return [card.run for card in self._made if isinstance(card, BatchSection | ListSection)]
