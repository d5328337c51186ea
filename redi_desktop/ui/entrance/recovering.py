"""The passphrase is lost, or the key file: what stands on the recovery sheet opens the vault."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import EntranceForm, Need, VaultWork, Way
from redi_desktop.ui.new_passphrase import NewPassphrase
from redi_desktop.ui.sheet_code_field import SheetCodeField
from redi_desktop.ui.vault_folder_field import VaultFolderField

if TYPE_CHECKING:
    from redi_desktop.bootstrap import VaultDoor


class RecoveringForm(EntranceForm):
    """Folder, the code of the sheet, and the passphrase from now on."""

    ways = (Way.OPEN, Way.RESTORE)

    def __init__(self, vaults: VaultDoor, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vaults = vaults
        self.folder, self.code, self.new = VaultFolderField(), SheetCodeField(), NewPassphrase(replaces=True)
        self.folder.set_value(folder)
        self.new.entered.connect(self.submitted)
        for widget in (self.folder, self.code, self.new):
            self.column.addWidget(widget)

    def title(self) -> str:
        """The name of the way."""
        return _("Open with the recovery sheet")

    def intro(self) -> str:
        """What it is about."""
        return _(
            "Type the code that stands on the recovery sheet of this vault, and choose a new passphrase. "
            "The former passphrase no longer opens the vault."
        )

    def action(self) -> str:
        """The words on the button."""
        return _("Open the vault")

    def needs(self) -> tuple[Need, ...]:
        """What must be typed."""
        return (
            (self.folder, self.folder.value() is not None, _("Choose a folder.")),
            self.code.need(),
            *self.new.needs(),
        )

    def work(self) -> VaultWork:
        """Open the vault and give it the new passphrase."""
        folder = self.folder.value() or Path()
        return partial(self._vaults.open_with_recovery, folder, self.code.value(), self.new.value())

    def told(self, problem: UserError) -> bool:
        """What is wrong with the code is said at its field."""
        return self.code.told(problem)

    def initial_focus(self) -> QWidget:
        """Where the code is typed."""
        return self.code.editor

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.folder.set_texts(_("&Folder of the vault"))
        self.code.retranslate()
        self.new.retranslate()

    def forget(self) -> None:
        """Empty what was typed."""
        self.code.forget()
        self.new.forget()
