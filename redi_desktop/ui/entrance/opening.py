"""All other days: the folder and the passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.entrance.asking import AskingForm
from redi_desktop.ui.entrance.form import Need, VaultWork, Way
from redi_desktop.ui.entrance.wrong_tries import WrongTries
from redi_desktop.ui.vault_folder_field import VaultFolderField

if TYPE_CHECKING:
    from redi_desktop.bootstrap import VaultDoor


class OpeningForm(AskingForm):
    """Folder and passphrase."""

    ways: tuple[Way, ...] = (Way.RECOVER, Way.RESTORE, Way.MAKE)

    def __init__(self, vaults: VaultDoor, folder: Path, tries: WrongTries, parent: QWidget | None = None) -> None:
        super().__init__(tries, parent)
        self._vaults = vaults
        self.folder = VaultFolderField()
        self.folder.set_value(folder)
        for field in (self.folder, self.passphrase):
            self.column.addWidget(field)

    def title(self) -> str:
        """The name of the way."""
        return _("Unlock your cases")

    def intro(self) -> str:
        """What it is about."""
        return _("Your cases are in an encrypted vault on this computer.")

    def needs(self) -> tuple[Need, ...]:
        """What must be typed."""
        return ((self.folder, self.folder.value() is not None, _("Choose a folder.")), *super().needs())

    def work(self) -> VaultWork:
        """Open the vault."""
        return partial(self._vaults.open, self.folder.value() or Path(), self.passphrase.value())

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.folder.set_texts(_("&Folder of the vault"))
        super().retranslate()
