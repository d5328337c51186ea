"""What every form of the first screen is: a few fields, and the work on a vault that follows from them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from redi_desktop.errors import UserError
from redi_desktop.ui.fields import Field
from redi_desktop.ui.theme import UNIT

if TYPE_CHECKING:
    from redi_desktop.store.vault import Vault

VaultWork = Callable[[], "Vault"]
"""What is done off the window's thread; it gives an open vault."""
Need = tuple[Field[Any], bool, str]
"""A field, whether it is well, and what to say where it is not."""


class Way(Enum):
    """What the screen is for."""

    OPEN = "open"
    MAKE = "make"
    RECOVER = "recover"
    RESTORE = "restore"
    SHEET = "sheet"
    UNCOVER = "uncover"


class EntranceForm(QWidget):
    """The fields of one way in. ``submitted`` is emitted with the Enter key in the last of them."""

    submitted = Signal()
    changed = Signal()
    """The button at the foot or the words of the form have changed."""
    ways: tuple[Way, ...] = ()
    """The other ways that are offered beside this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(UNIT * 2)

    def title(self) -> str:
        """The name of the way."""
        raise NotImplementedError

    def intro(self) -> str:
        """What it is about."""
        raise NotImplementedError

    def action(self) -> str:
        """The words on the button."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Whether the button may be pressed."""
        return True

    def needs(self) -> tuple[Need, ...]:
        """What must be typed, in the order of the fields."""
        raise NotImplementedError

    def work(self) -> VaultWork:
        """What is to be done, once nothing is missing."""
        raise NotImplementedError

    def told(self, problem: UserError) -> bool:
        """Say what went wrong at the field it is about; whether there is one."""
        raise NotImplementedError

    def entered(self) -> None:
        """The work is done, and the vault is open."""

    def initial_focus(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        raise NotImplementedError

    def forget(self) -> None:
        """Empty the fields that hold a secret."""
        raise NotImplementedError

    def complete(self) -> bool:
        """Say what is still needed, at its field; whether nothing is."""
        return all_well(self.needs())


def all_well(needs: tuple[Need, ...]) -> bool:
    """Say at each field what it lacks, and go to the first that lacks something; whether none does."""
    for field, is_well, words in needs:
        field.set_error(None if is_well else words)
        field.settle()
    wrong = [field for field, is_well, _words in needs if not is_well]
    if wrong:
        wrong[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return not wrong
