"""The vault is made; it is ready once its recovery sheet is on paper and was typed back from there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import EntranceForm, Need, VaultWork
from redi_desktop.ui.recovery_proof import RecoveryProof, typing_words

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services
    from redi_desktop.store.recovery import RecoveryCode
    from redi_desktop.store.vault import Vault
    from redi_desktop.ui.tasks import Tasks


class SheetForm(EntranceForm):
    """First the code and its sheet; then, the code out of sight, the proof."""

    def __init__(
        self, vault: Vault, code: RecoveryCode, services: Services, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.vault = vault
        self.proof = RecoveryProof(vault.id, code, services, tasks)
        self.proof.changed.connect(self.changed)
        self.column.addWidget(self.proof)

    def title(self) -> str:
        """The name of the way."""
        return _("Your recovery sheet")

    def intro(self) -> str:
        """What it is about: first the paper, then the proof that it can be read."""
        if self.proof.asks:
            return typing_words()
        return _(
            "If the passphrase is ever forgotten, this sheet is the only thing that opens your cases. "
            "Print it, or copy the code by hand, and let your CPAS keep it in a safe."
        )

    def action(self) -> str:
        """The words on the button."""
        return _("Open my cases") if self.proof.asks else _("I have it on paper")

    def complete(self) -> bool:
        """The first time the button only turns the leaf."""
        if not self.proof.asks:
            self.proof.ask()
            return False
        return super().complete()

    def needs(self) -> tuple[Need, ...]:
        """The code, as it stands on the paper."""
        return (self.proof.typed.need(),)

    def work(self) -> VaultWork:
        """Open the vault with what was typed, and nothing else."""
        return partial(_proven, self.vault, self.proof.typed.value())

    def told(self, problem: UserError) -> bool:
        """What is wrong with the code is said at its field."""
        return self.proof.typed.told(problem)

    def initial_focus(self) -> QWidget:
        """The sheet first, then the code."""
        return self.proof.initial_focus()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.proof.retranslate()

    def forget(self) -> None:
        """Empty what was typed."""
        self.proof.typed.forget()
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _proven(vault: Vault, typed: str) -> Vault:
    vault.prove_recovery(typed)
    return vault
