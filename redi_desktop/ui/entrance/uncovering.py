"""The lock while the vault is still open: the window waits behind this screen, and the passphrase shows it again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import VaultWork
from redi_desktop.ui.entrance.opening import OpeningForm
from redi_desktop.ui.entrance.wrong_tries import WrongTries
from redi_desktop.ui.locking.leaving import Wait

if TYPE_CHECKING:
    from redi_desktop.bootstrap import VaultDoor
    from redi_desktop.store.vault import Vault


class UncoveringForm(OpeningForm):
    """Looks as the form that opens the vault, and becomes it once the vault is closed: what is typed stays there."""

    def __init__(
        self, vaults: VaultDoor, folder: Path, vault: Vault, tries: WrongTries, parent: QWidget | None = None
    ) -> None:
        super().__init__(vaults, folder, tries, parent)
        self._vault: Vault | None = vault
        self._wait = Wait.SAVING
        self.ways = ()
        self.folder.setEnabled(False)

    def wait_for(self, wait: Wait) -> None:
        """Say why the vault is still open."""
        self._wait = wait

    def release(self) -> None:
        """The vault is closed: from now on the passphrase opens it."""
        self._vault = None
        self.ways = OpeningForm.ways
        self.folder.setEnabled(True)

    def title(self) -> str:
        """The name of the way."""
        troubled = self._vault is not None and self._wait is Wait.TROUBLE
        return _("Locked, and not all is saved") if troubled else super().title()

    def intro(self) -> str:
        """What goes on behind the screen, and what to do."""
        if self._vault is None:
            return super().intro()
        if self._wait is Wait.TROUBLE:
            return _(
                "The last change could not be saved. It waits behind this screen, in the memory of this computer alone:"
                " do not switch the computer off. The program keeps trying, and closes the vault once it has succeeded."
            )
        if self._wait is Wait.WORK:
            return _(
                "The work that was begun goes on behind this screen. As soon as it is done, the vault is closed. "
                "What came of it is told after your passphrase."
            )
        return _("The last changes are being saved; then the vault is closed.")

    def work(self) -> VaultWork:
        """See whether the passphrase is that of the vault; once that is closed, open it."""
        if self._vault is None:
            return super().work()
        return partial(_checked, self._vault, self.passphrase.value())


def _checked(vault: Vault, passphrase: str) -> Vault:
    vault.check_passphrase(passphrase)
    return vault
