"""What the forms share that unlock with the vault's passphrase: the field, the wait after wrong ones, what is said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from redi_desktop.errors import UserError, WrongPassphrase
from redi_desktop.i18n import _
from redi_desktop.ui.entrance.form import EntranceForm, Need
from redi_desktop.ui.entrance.wrong_tries import WrongTries, wait_words
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.words import problems


class AskingForm(EntranceForm):
    """Asks for the passphrase; after a wrong one the button waits, a little longer each time.

    ``tries`` counts for all forms of the screen: turning to another way in and back shortens no wait. A form puts
    ``passphrase`` into its column itself, after what stands above it.
    """

    def __init__(self, tries: WrongTries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = PassphraseField()
        self.tries = tries
        self.tries.changed.connect(self.changed)
        self.passphrase.entered.connect(self.submitted)
        self.passphrase.edited.connect(self._on_edited)

    def action(self) -> str:
        """The words on the button."""
        return wait_words(self.tries) or _("Unlock")

    def ready(self) -> bool:
        """Whether the wait is over."""
        return not self.tries.seconds

    def needs(self) -> tuple[Need, ...]:
        """The passphrase must be typed."""
        return ((self.passphrase, bool(self.passphrase.value()), _("Type your passphrase.")),)

    def told(self, problem: UserError) -> bool:
        """A wrong passphrase is said at its field, and counted."""
        if not isinstance(problem, WrongPassphrase):
            return False
        self.passphrase.set_error(problems.sentence(problem))
        self.passphrase.settle()
        self.tries.one_more()
        return True

    def entered(self) -> None:
        """It was the right one."""
        self.tries.forgive()

    def initial_focus(self) -> QWidget:
        """The passphrase: what else there is, is known from the last time."""
        return self.passphrase.editor

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.passphrase.set_texts(_("&Passphrase"))

    def forget(self) -> None:
        """Empty the passphrase."""
        self.passphrase.forget()

    def _on_edited(self) -> None:
        self.passphrase.set_error(None)
