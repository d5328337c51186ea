"""The first day: where the vault stands, and the passphrase that opens it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import EntranceForm, Need, VaultWork, Way
from redi_desktop.ui.new_passphrase import NewPassphrase
from redi_desktop.ui.vault_folder_field import VaultFolderField
from redi_desktop.words import problems

if TYPE_CHECKING:
    from redi_desktop.bootstrap import VaultDoor


class MakingForm(EntranceForm):
    """Folder and new passphrase: a generated one first."""

    ways = (Way.OPEN, Way.RESTORE)

    def __init__(self, vaults: VaultDoor, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vaults = vaults
        self.folder, self.new = VaultFolderField(warns=True), NewPassphrase()
        self.folder.set_value(folder)
        self.new.entered.connect(self.submitted)
        for widget in (self.folder, self.new):
            self.column.addWidget(widget)

    def title(self) -> str:
        """The name of the way."""
        return _("Welcome to REDI Desktop")

    def intro(self) -> str:
        """What it is about."""
        return _(
            "Your cases will be kept in one encrypted vault on this computer. Nobody can open it without the "
            "passphrase or the recovery sheet that you print in a moment: not your CPAS, not the makers of this "
            "program."
        )

    def action(self) -> str:
        """The words on the button."""
        return _("Make the vault")

    def needs(self) -> tuple[Need, ...]:
        """What must be typed."""
        return ((self.folder, self.folder.value() is not None, _("Choose a folder.")), *self.new.needs())

    def work(self) -> VaultWork:
        """Make the vault."""
        return partial(self._vaults.create, self.folder.value() or Path(), self.new.value())

    def told(self, problem: UserError) -> bool:
        """A folder that holds a vault already is said at its field."""
        if problem.code != "vault_exists":
            return False
        self.folder.set_error(problems.sentence(problem))
        self.folder.settle()
        return True

    def initial_focus(self) -> QWidget:
        """Where the passphrase is typed."""
        return self.new.initial_focus()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        advice = _("A local disk, not a folder that is copied to a cloud service.")
        self.folder.set_texts(_("&Folder of the vault"), advice)
        self.new.retranslate()

    def forget(self) -> None:
        """Propose another passphrase, and empty what was typed."""
        self.new.forget()
