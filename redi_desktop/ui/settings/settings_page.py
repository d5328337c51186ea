"""All settings on one page, each card about one subject; everything is taken at once and nothing waits for an OK."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.aside_page import AsidePage
from redi_desktop.ui.case_care.taking_over import TakingOverSection
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


SettingsSection = (
    LookSection
    | LetterheadSection
    | LettersSection
    | NewCasesSection
    | SafetySection
    | RecoverySection
    | BackupsSection
    | KeepingSection
    | TakingOverSection
    | CheckingSection
    | AboutSection
)


class SettingsPage(AsidePage):
    """``changed`` carries settings of this machine by name; what belongs to the vault is kept there."""

    changed = Signal(object)
    language_chosen = Signal(str)
    case_asked = Signal(str)
    restore_asked = Signal()

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._services, self._tasks = vault, services, tasks
        self.look, self.letterhead = LookSection(services), LetterheadSection()
        self.letters = LettersSection()
        self.new_cases = NewCasesSection()
        self.safety = SafetySection(vault, tasks)
        self.recovery = RecoverySection(vault, services, tasks)
        self.backups, self.keeping = BackupsSection(vault, tasks), KeepingSection(vault, tasks)
        self.taking_over, self.checking = TakingOverSection(vault, tasks), CheckingSection(vault, tasks)
        self.about = AboutSection()
        for section in self._sections():
            self.body.addWidget(section)
        self.body.addStretch(1)
        self._connect()
        self.retranslate()

    def _sections(self) -> tuple[SettingsSection, ...]:
        of_the_vault = (self.safety, self.recovery, self.backups, self.keeping, self.taking_over, self.checking)
        return (self.look, self.letterhead, self.letters, self.new_cases, *of_the_vault, self.about)

    def _connect(self) -> None:
        for section in (self.look, self.letterhead, self.letters, self.new_cases, self.safety):
            section.changed.connect(self.changed)
        self.look.language_chosen.connect(self.language_chosen)
        self.backups.changed.connect(self.refresh)
        self.keeping.changed.connect(self.refresh)
        self.recovery.prove.done.connect(self.refresh)
        self.backups.restore_asked.connect(self.restore_asked)
        self.keeping.case_asked.connect(self.case_asked)
        self.taking_over.taken.connect(self.case_asked)

    def title(self) -> str:
        """The page's name."""
        return _("Settings")

    def refresh(self) -> None:
        """Show what is set, and read what the vault has."""
        settings = self._services.settings
        for section in (self.look, self.letterhead, self.letters, self.new_cases, self.safety):
            section.apply(settings)
        work = partial(VaultState.of, self._vault, self._services.today())
        self._tasks.on_store(work, self._on_state)

    def show_part(self, part: str) -> None:
        """Bring a card into sight, by its name; any other name leads to the top."""
        parts: dict[str, tuple[Section, QWidget]] = {
            "backups": (self.backups, self.backups.copy.button),
            "recovery": (self.recovery, self.recovery.make.button),
            "keeping": (self.keeping, self.keeping.months.editor),
            "taking_over": (self.taking_over, self.taking_over.choose),
        }
        if part not in parts:
            self.focus_first()
            return
        section, first = parts[part]
        first.setFocus()
        self.ensureWidgetVisible(section)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        for section in self._sections():
            section.retranslate()

    def _on_state(self, state: VaultState) -> None:
        for section in (self.recovery, self.backups, self.keeping):
            section.apply(state)
