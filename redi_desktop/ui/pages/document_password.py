"""A password for the PDF, where the worker wants one: judged honestly, and nobody can find it again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.fields import SwitchField
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.passphrase_words import strength_words
from redi_desktop.ui.theme import UNIT


class DocumentPassword(QWidget):
    """A box to tick, and below it the password. ``changed`` comes when the box is ticked or not."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted, self.typed = SwitchField(self), PassphraseField(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.wanted)
        column.addWidget(self.typed)
        self.wanted.edited.connect(self._on_wanted)
        self.typed.edited.connect(self._judge)
        self.typed.hide()

    def is_ready(self) -> bool:
        """Whether a PDF may be written: none is wanted, or one is typed; else it is asked for."""
        if not self.wanted.value() or self.typed.value().strip():
            return True
        self.typed.set_error(_("Type a password, or take the tick away."))
        self.typed.editor.setFocus()
        return False

    def value(self) -> str | None:
        """The password; ``None`` where none is wanted."""
        return self.typed.value() if self.wanted.value() else None

    def forget(self) -> None:
        """Drop what was typed."""
        self.wanted.forget()
        self.typed.forget()
        self._on_wanted()

    def retranslate(self) -> None:
        """Say every text in the language in use."""
        self.wanted.set_texts(_("PDF with a passw&ord"))
        self._judge()

    def _judge(self) -> None:
        self.typed.set_error(None)
        warning = _("Nobody can open the PDF without it, and nobody can find it again. Tell it by another way.")
        self.typed.set_texts(_("Password of the PDF"), f"{strength_words(self.typed.value())} {warning}")

    def _on_wanted(self) -> None:
        self.typed.setVisible(self.wanted.value())
        if self.wanted.value():
            self.typed.editor.setFocus()
        self.changed.emit()
