"""All other days: the folder and the passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError, WrongPassphrase
from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import EntranceForm, Need, VaultWork, Way
from redi_desktop.ui.entrance.wrong_tries import WrongTries, wait_words
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.vault_folder_field import VaultFolderField
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.bootstrap import VaultDoor


class OpeningForm(EntranceForm):
    """Folder and passphrase; after a wrong one the button waits, a little longer each time."""

    ways = (Way.RECOVER, Way.RESTORE, Way.MAKE)

    def __init__(self, vaults: VaultDoor, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vaults = vaults
        self.folder, self.passphrase = VaultFolderField(), PassphraseField()
        self.folder.set_value(folder)
        self.tries = WrongTries(self)
        self.tries.changed.connect(self.changed)
        self.passphrase.entered.connect(self.submitted)
        self.passphrase.edited.connect(self._on_edited)
        for field in (self.folder, self.passphrase):
            self.column.addWidget(field)

    def title(self) -> str:
        """The name of the way."""
        return _("Unlock your cases")

    def intro(self) -> str:
        """What it is about."""
        return _("Your cases are in an encrypted vault on this computer.")

    def action(self) -> str:
        """The words on the button."""
        return wait_words(self.tries) or _("Unlock")

    def ready(self) -> bool:
        """Whether the wait is over."""
        return not self.tries.seconds

    def needs(self) -> tuple[Need, ...]:
        """What must be typed."""
        return (
            (self.folder, self.folder.value() is not None, _("Choose a folder.")),
            (self.passphrase, bool(self.passphrase.value()), _("Type your passphrase.")),
        )

    def work(self) -> VaultWork:
        """Open the vault."""
        return partial(self._vaults.open, self.folder.value() or Path(), self.passphrase.value())

    def told(self, problem: UserError) -> bool:
        """A wrong passphrase is said at its field, and counted."""
        if not isinstance(problem, WrongPassphrase):
            return False
        self.passphrase.set_error(problems.sentence(problem))
        self.passphrase.settle()
        self.tries.one_more()
        return True

    def initial_focus(self) -> QWidget:
        """The passphrase: the folder is known from the last time."""
        return self.passphrase.editor

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.folder.set_texts(_("&Folder of the vault"))
        self.passphrase.set_texts(_("&Passphrase"))

    def forget(self) -> None:
        """Empty the passphrase."""
        self.passphrase.forget()

    def _on_edited(self) -> None:
        self.passphrase.set_error(None)
