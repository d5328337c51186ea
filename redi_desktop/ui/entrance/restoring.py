"""The vault is damaged or lost: a backup takes its place, and the old file is kept beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _, ngettext
from redi_desktop.store.backup_manifest import Backup, backups_near
from redi_desktop.store.layout import VaultFiles
from redi_desktop.ui.backup_words import backup_words
from redi_desktop.ui.entrance.asking import AskingForm
from redi_desktop.ui.entrance.form import Need, VaultWork, Way
from redi_desktop.ui.entrance.wrong_tries import WrongTries, wait_words
from redi_desktop.ui.fields import ChoiceField
from redi_desktop.ui.folder_field import FolderField
from redi_desktop.ui.vault_folder_field import VaultFolderField

if TYPE_CHECKING:
    from redi_desktop.bootstrap import VaultDoor


class RestoringForm(AskingForm):
    """Folder of the vault, folder of the backups, the backup, and the passphrase."""

    ways = (Way.OPEN,)

    def __init__(self, vaults: VaultDoor, folder: Path, tries: WrongTries, parent: QWidget | None = None) -> None:
        super().__init__(tries, parent)
        self._vaults = vaults
        self._backups: dict[str, Backup] = {}
        self._looked_in: Path | None = None
        self.folder, self.source = VaultFolderField(warns=True), FolderField()
        self.backup: ChoiceField[str] = ChoiceField((), self._words)
        for field in (self.folder, self.source, self.backup, self.passphrase):
            self.column.addWidget(field)
        self.folder.set_value(folder)
        self.source.set_value(VaultFiles(folder).backups)
        self.source.left.connect(self.look)
        self.look()

    def look(self) -> None:
        """See which backups stand in the folder, or a step below it; one that is a backup itself is one."""
        folder = self.source.value()
        try:
            found = backups_near(folder) if folder is not None else ()
        except UserError:
            found = ()
        if found or folder != self._looked_in:
            self.source.set_error(None)
        self._looked_in = folder
        self._backups = {backup.name: backup for backup in found}
        self.backup.set_members(tuple(self._backups))
        self.backup.set_value(next(iter(self._backups), None))
        self._count()

    def title(self) -> str:
        """The name of the way."""
        return _("Restore a backup")

    def intro(self) -> str:
        """What it is about."""
        return _(
            "A backup takes the place of the vault. What was saved after it was made is not in it; "
            "the vault's present file is kept beside it for a month."
        )

    def action(self) -> str:
        """The words on the button."""
        return wait_words(self.tries) or _("Restore and open")

    def needs(self) -> tuple[Need, ...]:
        """What must be typed."""
        return (
            (self.folder, self.folder.value() is not None, _("Choose a folder.")),
            (self.source, bool(self._backups), self._why_none()),
            (self.backup, self.backup.value() is not None, _("Choose a backup.")),
            *super().needs(),
        )

    def complete(self) -> bool:
        """What was only a hint at the folder is said once, as what is wrong."""
        well = super().complete()
        if self.source.error_text():
            self.source.set_texts(_("Folder of the &backups"))
        return well

    def work(self) -> VaultWork:
        """Restore the backup, and open the vault."""
        chosen = self._backups[self.backup.value() or ""]
        return partial(self._vaults.restore, self.folder.value() or Path(), chosen.folder, self.passphrase.value())

    def initial_focus(self) -> QWidget:
        """The backup, where there is one to choose."""
        return self.backup.editor if self._backups else self.source.editor

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.folder.set_texts(_("&Folder of the vault"))
        self.source.set_texts(_("Folder of the &backups"))
        self.backup.set_texts(_("Back&up"))
        self.passphrase.set_texts(_("&Passphrase"), _("That of the vault, or the one of the day of the backup."))
        self._count()

    def _count(self) -> None:
        count = len(self._backups)
        words = ngettext("{count} backup is there.", "{count} backups are there.", count).format(count=count)
        hint = "" if self.source.error_text() else self._why_none()
        self.source.set_texts(_("Folder of the &backups"), words if count else hint)
        self.backup.setVisible(bool(count))

    def _why_none(self) -> str:
        if self.source.value() is None:
            return _("Choose a folder.")
        return _("There is no backup in this folder. Choose another one.")

    def _words(self, name: str) -> str:
        return backup_words(self._backups[name])
