"""When the window locks, where the vault is, and a new passphrase for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.settings import Settings
from redi_desktop.store.places import concern
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.entrance.form import all_well
from redi_desktop.ui.fields import WholeNumberField
from redi_desktop.ui.new_passphrase import NewPassphrase
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.tasks import Tasks
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words.vault_sentences import PLACES

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault

LEAST_MINUTES, MOST_MINUTES = 1, 15


class PassphraseChange(QWidget):
    """The present passphrase and the new one, out of sight until they are asked for."""

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.open = QPushButton(self)
        self.open.setCheckable(True)
        self.open.toggled.connect(self._on_toggled)
        self.present, self.new = PassphraseField(), NewPassphrase(replaces=True)
        self.change = Deed(tasks)
        self.change.asked.connect(self.submit)
        self.change.done.connect(self._on_done)
        self.new.entered.connect(self.submit)
        self._inside = QWidget(self)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(UNIT * 2)
        for widget in (self.present, self.new):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT * 2)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        column.addWidget(self.change)
        self._inside.hide()
        self.change.hide()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.open.setText(_("Change the passphrase"))
        self.present.set_texts(_("Present passphrase"))
        self.new.retranslate()
        self.change.set_text(_("Take the new passphrase"))

    def submit(self) -> None:
        """Change it, where everything was typed."""
        typed = bool(self.present.value())
        if all_well(((self.present, typed, _("Type your passphrase.")), *self.new.needs())):
            work = partial(self._vault.change_passphrase, self.present.value(), self.new.value())
            self.change.run(work, _changed)

    def _on_toggled(self, shown: bool) -> None:
        self._inside.setVisible(shown)
        self.change.button.setVisible(shown)
        self.change.setVisible(shown or bool(self.change.text()))
        if shown:
            self.change.say("")
            self.present.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self) -> None:
        self.present.forget()
        self.new.forget()
        self.open.setChecked(False)
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)


class SafetySection(Section):
    """``changed`` carries the minutes when they are left."""

    changed = Signal(object)

    def __init__(self, vault: Vault, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self.minutes = WholeNumberField(least=LEAST_MINUTES, most=MOST_MINUTES)
        self.folder, self.warning = QLabel(self), Notice(self)
        self.folder.setWordWrap(True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.folder, "quiet")
        self.passphrase = PassphraseChange(vault, tasks)
        for widget in (self.minutes, self.folder, self.warning, self.passphrase):
            self.body.addWidget(widget)
        self.minutes.left.connect(self._on_left)

    def apply(self, settings: Settings) -> None:
        """Show what is set."""
        self.minutes.set_value(settings.idle_minutes)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_texts(_("Lock and passphrase"))
        words = _("From 1 to 15. The window also locks when the computer sleeps or its session is locked.")
        self.minutes.set_texts(_("Minutes without a key or a click before the window locks"), words)
        self.folder.setText(_("The vault is in {folder}").format(folder=self._vault.folder))
        found = concern(self._vault.folder)
        self.warning.show_text(_(PLACES[found.code]).format(service=found.service) if found else "")
        self.passphrase.retranslate()

    def _on_left(self) -> None:
        minutes = self.minutes.value()
        if minutes is not None:
            self.changed.emit({"idle_minutes": minutes})


def _changed(_nothing: None) -> str:
    return _("The new passphrase opens the vault from now on; the former one opens it no more.")
