"""A passphrase: hidden, shown on request by a button that the keyboard reaches, with a word when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.fields.field import Field, announce
from redi_desktop.ui.theme import UNIT

LONGEST = 1000


class SecretLine(QLineEdit):
    """A line of dots. ``caps_seen`` tells, after each letter, whether Caps Lock seems to be on."""

    caps_seen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt does not know the state of Caps Lock: a capital without Shift gives it away."""
        super().keyPressEvent(event)
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            with_shift = bool(event.modifiers() & event.modifiers().ShiftModifier)
            self.caps_seen.emit(letter.isupper() is not with_shift)


class PassphraseField(Field[str]):
    """The editor and the button beside it. ``entered`` is emitted with the Enter key."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._line = SecretLine()
        super().__init__(self._line, parent, wide=True)
        self._help, self._caps = "", False
        self._show = QPushButton(self)
        self._show.setCheckable(True)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self._layout.insertLayout(self._layout.indexOf(self.help), row)
        row.addWidget(self._line, 1)
        row.addWidget(self._show)
        self._line.textEdited.connect(self._note_typing)
        self._line.editingFinished.connect(self._note_left)
        self._line.returnPressed.connect(self.entered)
        self._line.caps_seen.connect(self._on_caps_seen)
        self._show.toggled.connect(self._on_show_toggled)

    def set_texts(self, label: str, help_text: str = "") -> None:
        """Name the field and explain it."""
        self._help = help_text
        super().set_texts(label, self._advice())
        self._name_button()

    def value(self) -> str:
        """What was typed, to the letter."""
        return self._line.text()

    def set_value(self, value: str | None) -> None:
        """Show another text, or none."""
        if (value or "") != self.value():
            self._line.setText(value or "")

    def forget(self) -> None:
        """Empty the line and hide what is typed next."""
        self._line.clear()
        self._show.setChecked(False)
        super().forget()

    def _advice(self) -> str:
        caps = _("Caps Lock seems to be on.") if self._caps else ""
        return " ".join(part for part in (caps, self._help) if part)

    def _name_button(self) -> None:
        shown = self._show.isChecked()
        self._show.setText(_("Hide") if shown else _("Show"))
        self._show.setAccessibleName(_("Hide the passphrase") if shown else _("Show the passphrase"))

    def _on_caps_seen(self, caps: bool) -> None:
        if caps is not self._caps:
            self._caps = caps
            super().set_texts(self.label.text(), self._advice())
            announce(self._line, self._advice())

    def _on_show_toggled(self, shown: bool) -> None:
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._name_button()
