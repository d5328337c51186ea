"""All settings on one page, each card about one subject; everything is taken at once and nothing waits for an OK."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.case_care.taking_over import TakingOverSection
from redi_desktop.ui.page_of_cards import C, PageOfCards
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.settings.about import AboutSection
from redi_desktop.ui.settings.backups import BackupsSection
from redi_desktop.ui.settings.checking import CheckingSection
from redi_desktop.ui.settings.keeping import KeepingSection
from redi_desktop.ui.settings.letterhead import LetterheadSection
from redi_desktop.ui.settings.letters import LettersSection
from redi_desktop.ui.settings.look import LookSection
from redi_desktop.ui.settings.new_cases import NewCasesSection
from redi_desktop.ui.settings.recovery import RecoverySection
from redi_desktop.ui.settings.safety import SafetySection
from redi_desktop.ui.settings.vault_state import VaultState

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks

OfMachine: TypeAlias = LookSection | LetterheadSection | LettersSection | NewCasesSection | SafetySection
"""Cards that show what is set on this machine."""
OfVault: TypeAlias = RecoverySection | BackupsSection | KeepingSection
"""Cards that show what the vault has."""

CARDS = (
    *("look", "letterhead", "letters", "new_cases", "safety", "recovery", "backups", "keeping"),
    *("taking_over", "checking", "about"),
)
"""From top to bottom."""


class SettingsPage(PageOfCards):
    """``changed`` carries settings of this machine by name; what belongs to the vault is kept there.

    The cards are made while the page is shown, or when somebody needs one.
    """

    changed = Signal(object)
    language_chosen = Signal(str)
    case_asked = Signal(str)
    restore_asked = Signal()

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(CARDS, parent)
        self._vault, self._services, self._tasks = vault, services, tasks
        self._state: VaultState | None = None
        self._asked = ""
        self.retranslate()
        self.growing.done.connect(self._go_to_part)
        self.growing.begin(self.pieces())

    def joined(self, name: str, card: C) -> C:
        """Show a card that was just made in its place, and in it what is known by now."""
        super().joined(name, card)
        if isinstance(card, OfMachine):
            card.apply(self._services.settings)
        elif isinstance(card, OfVault) and self._state is not None:
            card.apply(self._state)
        return card

    @cached_property
    def look(self) -> LookSection:
        """Language, size of the text, colours."""
        card = LookSection(self._services)
        card.changed.connect(self.changed)
        card.language_chosen.connect(self.language_chosen)
        return self.joined("look", card)

    @cached_property
    def letterhead(self) -> LetterheadSection:
        """Who writes the documents."""
        card = LetterheadSection()
        card.changed.connect(self.changed)
        return self.joined("letterhead", card)

    @cached_property
    def letters(self) -> LettersSection:
        """The texts of the documents."""
        card = LettersSection()
        card.changed.connect(self.changed)
        return self.joined("letters", card)

    @cached_property
    def new_cases(self) -> NewCasesSection:
        """With what a new case begins."""
        card = NewCasesSection()
        card.changed.connect(self.changed)
        return self.joined("new_cases", card)

    @cached_property
    def safety(self) -> SafetySection:
        """The lock and the passphrase."""
        card = SafetySection(self._vault, self._tasks)
        card.changed.connect(self.changed)
        return self.joined("safety", card)

    @cached_property
    def recovery(self) -> RecoverySection:
        """The recovery sheet."""
        card = RecoverySection(self._vault, self._services, self._tasks)
        card.prove.done.connect(self.refresh)
        return self.joined("recovery", card)

    @cached_property
    def backups(self) -> BackupsSection:
        """The backups."""
        card = BackupsSection(self._vault, self._tasks)
        card.changed.connect(self.refresh)
        card.restore_asked.connect(self.restore_asked)
        return self.joined("backups", card)

    @cached_property
    def keeping(self) -> KeepingSection:
        """How long cases are kept."""
        card = KeepingSection(self._vault, self._tasks)
        card.changed.connect(self.refresh)
        card.case_asked.connect(self.case_asked)
        return self.joined("keeping", card)

    @cached_property
    def taking_over(self) -> TakingOverSection:
        """A case from a colleague."""
        card = TakingOverSection(self._vault, self._tasks)
        card.taken.connect(self.case_asked)
        return self.joined("taking_over", card)

    @cached_property
    def checking(self) -> CheckingSection:
        """The soundness of the vault, and its journal."""
        return self.joined("checking", CheckingSection(self._vault, self._tasks))

    @cached_property
    def about(self) -> AboutSection:
        """The program itself."""
        return self.joined("about", AboutSection())

    def title(self) -> str:
        """The page's name."""
        return _("Settings")

    def refresh(self) -> None:
        """Show what is set, and read what the vault has."""
        for card in self._made:
            if isinstance(card, OfMachine):
                card.apply(self._services.settings)
        work = partial(VaultState.of, self._vault, self._services.today())
        self._tasks.on_store(work, self._on_state)

    def show_part(self, part: str) -> None:
        """Bring a card into sight, by its name, once all are there; any other name leads to the top."""
        self.focus_first()
        self._asked = part
        if self.growing.is_done:
            self._go_to_part()

    def _go_to_part(self) -> None:
        if not self._asked:
            return
        parts: dict[str, tuple[Section, QWidget]] = {
            "backups": (self.backups, self.backups.copy.button),
            "recovery": (self.recovery, self.recovery.make.button),
            "keeping": (self.keeping, self.keeping.months.editor),
            "taking_over": (self.taking_over, self.taking_over.choose),
        }
        if self._asked in parts:
            section, first = parts[self._asked]
            first.setFocus()
            self.ensureWidgetVisible(section)
        self._asked = ""

    def _on_state(self, state: VaultState) -> None:
        self._state = state
        for card in self._made:
            if isinstance(card, OfVault):
                card.apply(state)
