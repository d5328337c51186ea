"""Taking a case over from a colleague: the file, and the passphrase that came by another way."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.entrance.form import all_well
from redi_desktop.ui.file_place import FilePlace
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault


class TakingOverSection(Section):
    """``taken`` carries the new case; a backup is made before."""

    taken = Signal(str)

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._path: Path | None = None
        self.choose, self.file = QPushButton(self), QLabel(self)
        self.file.setWordWrap(True)
        self.passphrase, self.take = PassphraseField(), Deed(tasks)
        self._place = FilePlace(self)
        self.body.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)
        for widget in (self.file, self.passphrase, self.take):
            self.body.addWidget(widget)
        self.choose.clicked.connect(self._ask_file)
        self._place.chosen.connect(self.choose_file)
        self.take.asked.connect(self._take)
        self.passphrase.entered.connect(self._take)
        self.take.done.connect(self._on_taken)
        self._show_file()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("The case comes as a new one beside yours, with its history. A backup is made first.")
        self.set_texts(_("Take over a case from a colleague"), words)
        self.choose.setText(_("Choose the file…"))
        self.passphrase.set_texts(_("One-time passphrase"))
        self.take.set_text(_("Take the case over"))
        self._show_file()

    def choose_file(self, path: Path) -> None:
        """This is the file."""
        self._path = path
        self._show_file()
        self.passphrase.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_file(self) -> None:
        self.file.setText(str(self._path or ""))
        for widget in (self.file, self.passphrase, self.take):
            widget.setVisible(self._path is not None)

    def _ask_file(self) -> None:
        self._place.ask_existing(_("File of the colleague"), _("Case handed over (*.redicase)"))

    def _take(self) -> None:
        typed = bool(self.passphrase.value())
        if self._path is not None and all_well(((self.passphrase, typed, _("Type the one-time passphrase.")),)):
            self.take.run(partial(_take_over, self._vault, self._path, self.passphrase.value()), _said)

    def _on_taken(self, case_id: str) -> None:
        self._path = None
        self.passphrase.forget()
        self._show_file()
        self.taken.emit(case_id)


def _take_over(vault: Vault, path: Path, passphrase: str) -> str:
    from redi_desktop.store.handover import take_over

    return take_over(vault, path, passphrase)


def _said(_case_id: str) -> str:
    return _("The case is in your vault.")
