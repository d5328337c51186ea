"""The lock while something is not in the vault yet: the case waits behind this screen, and the passphrase shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError, WrongPassphrase
from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import EntranceForm, Need, VaultWork
from redi_desktop.ui.entrance.wrong_tries import WrongTries, wait_words
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class UncoveringForm(EntranceForm):
    """The passphrase alone: the vault is still open, and nothing of it is on the screen."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.passphrase = PassphraseField()
        self.tries = WrongTries(self)
        self.tries.changed.connect(self.changed)
        self.passphrase.entered.connect(self.submitted)
        self.passphrase.edited.connect(self._on_edited)
        self.column.addWidget(self.passphrase)

    def title(self) -> str:
        """The name of the way."""
        return _("Locked, and not all is saved")

    def intro(self) -> str:
        """What happened, and what to do."""
        return _(
            "The last change could not be saved. It waits behind this screen, in the memory of this computer alone: do"
            " not switch the computer off. After your passphrase the program tries again."
        )

    def action(self) -> str:
        """The words on the button."""
        return wait_words(self.tries) or _("Unlock")

    def ready(self) -> bool:
        """Whether the wait is over."""
        return not self.tries.seconds

    def needs(self) -> tuple[Need, ...]:
        """What must be typed."""
        return ((self.passphrase, bool(self.passphrase.value()), _("Type your passphrase.")),)

    def work(self) -> VaultWork:
        """See whether the passphrase is that of the vault."""
        vault, passphrase = self._vault, self.passphrase.value()

        def checked() -> Vault:
            vault.check_passphrase(passphrase)
            return vault

        return checked

    def told(self, problem: UserError) -> bool:
        """A wrong passphrase is said at its field, and counted."""
        if not isinstance(problem, WrongPassphrase):
            return False
        self.passphrase.set_error(problems.sentence(problem))
        self.passphrase.settle()
        self.tries.one_more()
        return True

    def initial_focus(self) -> QWidget:
        """The passphrase."""
        return self.passphrase.editor

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.passphrase.set_texts(_("&Passphrase"))

    def forget(self) -> None:
        """Empty the passphrase."""
        self.passphrase.forget()

    def _on_edited(self) -> None:
        self.passphrase.set_error(None)
