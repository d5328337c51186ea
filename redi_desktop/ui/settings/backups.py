"""The backups: which there are, one more now, a copy on another disk, and the way back to one of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.formatting import date_long
from redi_desktop.i18n import _, ngettext
from redi_desktop.store.places import concern_about_copy
from redi_desktop.ui.backup_words import backup_words
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.settings.vault_state import VaultState
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import set_role
from redi_desktop.words.vault_sentences import PLACES

if TYPE_CHECKING:
    from redi_desktop.store.backup_manifest import Backup
    from redi_desktop.store.vault import Vault

MOST_SHOWN = 6


class BackupsSection(Section):
    """``restore_asked`` locks the window and leads to the screen where a backup is restored."""

    changed = Signal()
    restore_asked = Signal()

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._state: VaultState | None = None
        self.listed = QLabel(self)
        self.listed.setWordWrap(True)
        self.make, self.copy = Deed(tasks), Deed(tasks)
        self.restore = QPushButton(self)
        set_role(self.restore, "link")
        self._place = FilePlace(self)
        for widget in (self.listed, self.make, self.copy):
            self.body.addWidget(widget)
        self.body.addWidget(self.restore, alignment=Qt.AlignmentFlag.AlignLeft)
        self.make.asked.connect(self._make)
        self.copy.asked.connect(self._ask_place)
        self._place.chosen.connect(self.copy_to)
        self.make.done.connect(self.changed)
        self.copy.done.connect(self.changed)
        self.restore.clicked.connect(self.restore_asked)

    def apply(self, state: VaultState) -> None:
        """Show what there is."""
        self._state = state
        self._say_state()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.make.set_text(_("Back up now"))
        self.copy.set_text(_("Copy the last backup to another disk…"))
        self.restore.setText(_("Restore a backup (the window locks first)"))
        self._say_state()

    def copy_to(self, folder: Path) -> None:
        """Copy the last backup there."""
        found = concern_about_copy(folder, self._vault.folder)
        warning = _(PLACES[found.code]).format(service=found.service) if found else ""
        self.copy.run(partial(self._vault.backups.copy_to, folder), partial(_copied, warning))

    def _say_state(self) -> None:
        last = self._state.last_copy if self._state is not None else None
        copied = _("A copy last went to another disk on {date}.")
        never = _("No copy has gone to another disk yet.")
        when = copied.format(date=date_long(last.astimezone().date())) if last is not None else never
        kept = _("One is made each day something changes; 7 of a day, 4 of a week and 12 of a month are kept.")
        self.set_texts(_("Backups"), _("{kept} {when}").format(kept=kept, when=when))
        self.listed.setText(_listed(self._state.backups if self._state is not None else ()))

    def _make(self) -> None:
        self.make.run(self._vault.backups.make, _made)

    def _ask_place(self) -> None:
        self._place.ask_folder(_("Folder on another disk"))


def _listed(backups: tuple[Backup, ...]) -> str:
    if not backups:
        return _("No backup yet: the first is made when a case is saved.")
    lines = [backup_words(backup) for backup in backups[:MOST_SHOWN]]
    rest = len(backups) - len(lines)
    if rest:
        lines.append(ngettext("and {count} older one", "and {count} older ones", rest).format(count=rest))
    return "\n".join(lines)


def _made(backup: Backup) -> str:
    return _("Made and checked: {backup}").format(backup=backup_words(backup))


def _copied(warning: str, folder: Path) -> str:
    words = _("Copied and checked: {folder}").format(folder=folder)
    return f"{words}\n{warning}" if warning else words
