"""The lock while something is not in the vault yet: the case waits behind this screen, and the passphrase shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.entrance.asking import AskingForm
from redi_desktop.ui.entrance.form import VaultWork

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class UncoveringForm(AskingForm):
    """The passphrase alone: the vault is still open, and nothing of it is on the screen."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
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

    def work(self) -> VaultWork:
        """See whether the passphrase is that of the vault."""
        vault, passphrase = self._vault, self.passphrase.value()

        def checked() -> Vault:
            vault.check_passphrase(passphrase)
            return vault

        return checked
