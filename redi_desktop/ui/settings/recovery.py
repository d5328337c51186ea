"""The recovery sheet of the open vault: made again and typed back, or made void by a new key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from redi_desktop.formatting import date_long
from redi_desktop.i18n import _
from redi_desktop.ui.deed import Deed
from redi_desktop.ui.entrance.form import all_well
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.recovery_proof import RecoveryProof, typing_words
from redi_desktop.ui.settings.vault_state import VaultState
from redi_desktop.ui.theme import UNIT

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.recovery import RecoveryCode
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks


class RecoverySection(Section):
    """A sheet on paper in three steps: show, put on paper, type back; and the renewal of the key."""

    def __init__(self, vault: Vault, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault, self._services, self._tasks = vault, services, tasks
        self._state: VaultState | None = None
        self.proof: RecoveryProof | None = None
        self.make, self.prove, self.renew = Deed(tasks), Deed(tasks), Deed(tasks)
        self._place = QVBoxLayout()
        self.go_on = QPushButton(self)
        self.go_on.clicked.connect(self._on_go_on)
        self.go_on.hide()
        self.passphrase = PassphraseField()
        self.body.addWidget(self.make)
        self.body.addLayout(self._place)
        self.body.addWidget(self.go_on, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.prove)
        self.body.addSpacing(UNIT * 3)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.renew)
        self.prove.button.hide()
        self.make.asked.connect(self._ask_code)
        self.make.done.connect(self._on_code)
        self.prove.asked.connect(self._prove)
        self.prove.done.connect(self._on_proven)
        self.renew.asked.connect(self._renew)
        self.renew.done.connect(self._on_renewed)

    @property
    def asks(self) -> bool:
        """Whether the code is out of sight and to be typed."""
        return self.proof is not None and self.proof.asks

    def apply(self, state: VaultState) -> None:
        """Show when the sheet was last proven."""
        self._state = state
        self._explain()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._explain()
        self.make.set_text(_("Make a recovery sheet"))
        self.prove.set_text(_("Check the code"))
        self.go_on.setText(_("I have it on paper"))
        words = _("Whoever has seen the sheet can read every case. A new key makes all former sheets worthless.")
        self.passphrase.set_texts(_("Passphrase, to renew the key of the vault"), words)
        self.renew.set_text(_("Renew the key"))
        if self.proof is not None:
            self.proof.retranslate()

    def _explain(self) -> None:
        proven = self._state.recovery_proven if self._state is not None else None
        if self.asks:
            words = typing_words()
        elif proven is None:
            words = _("No sheet was typed back yet. It opens the vault when the passphrase is forgotten.")
        else:
            words = _("The sheet was last typed back on {date}.").format(date=date_long(proven.astimezone().date()))
        self.set_texts(_("Recovery sheet"), words)

    def _ask_code(self) -> None:
        self.make.run(self._vault.recovery_code, _nothing)

    def _on_code(self, code: RecoveryCode) -> None:
        self._put_away()
        self.prove.say("")
        self.proof = RecoveryProof(self._vault.id, code, self._services, self._tasks)
        self.proof.retranslate()
        self.proof.changed.connect(self._on_turned)
        self._place.addWidget(self.proof)
        self._on_turned()
        self.proof.show()
        self.proof.initial_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_go_on(self) -> None:
        if self.proof is not None:
            self.proof.ask()

    def _on_turned(self) -> None:
        self.go_on.setVisible(self.proof is not None and not self.asks)
        self.prove.button.setVisible(self.asks)
        self._explain()

    def _prove(self) -> None:
        if self.proof is not None and all_well((self.proof.typed.need(),)):
            work = partial(self._vault.prove_recovery, self.proof.typed.value())
            self.prove.run(work, _proven)

    def _on_proven(self) -> None:
        self._put_away()
        self._on_turned()
        self.make.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        """The code does not stay on the screen."""
        if self.proof is not None:
            self.proof.hide()
            self.proof.deleteLater()
            self.proof = None

    def _renew(self) -> None:
        if all_well(((self.passphrase, bool(self.passphrase.value()), _("Type your passphrase.")),)):
            self.renew.run(partial(self._vault.renew_key, self.passphrase.value()), _renewed)

    def _on_renewed(self) -> None:
        self.passphrase.forget()
        self._ask_code()


def _nothing(_code: object) -> str:
    return ""


def _proven(_done: object) -> str:
    return _("The sheet opens the vault. Put it away in a safe of the CPAS.")


def _renewed(_done: object) -> str:
    return _("The vault has a new key. Destroy the former sheets and type the new one back.")
