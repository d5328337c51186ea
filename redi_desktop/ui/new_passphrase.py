"""Choosing a passphrase: a generated one is offered first; one's own is judged honestly. Either is typed to confirm."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.i18n import N_, _, language
from redi_desktop.store.passphrases import generated, language_of_words
from redi_desktop.ui.entrance.form import Need
from redi_desktop.ui.fields import SegmentedField
from redi_desktop.ui.fields.field import without_mnemonic
from redi_desktop.ui.passphrase_field import PassphraseField
from redi_desktop.ui.passphrase_words import strength_words
from redi_desktop.ui.theme import UNIT, set_role


class Origin(StrEnum):
    """Where the passphrase comes from."""

    GENERATED = "generated"
    OWN = "own"


_WORDS_OF = {"fr": N_("The words are French."), "nl": N_("The words are Dutch.")}
_LABELS = {Origin.GENERATED: N_("Seven words drawn by chance"), Origin.OWN: N_("One of my own")}


class Proposal(QFrame):
    """Seven words in sight, and a button that draws others. They cannot be copied: they are written down and typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice")
        self.words, self._advice = QLabel(self), QLabel(self)
        for label, role in ((self.words, "section"), (self._advice, "quiet")):
            set_role(label, role)
            label.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.another = QPushButton(self)
        self.another.clicked.connect(self.draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT * 2, UNIT * 3 // 2, UNIT * 2, UNIT * 3 // 2)
        column.setSpacing(UNIT)
        column.addWidget(self.words)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT * 2)
        foot.addWidget(self._advice, 1)
        foot.addWidget(self.another, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        self.draw()

    def draw(self) -> None:
        """Propose other words, of the language in use where there is a list of it."""
        self._drawn_in = language_of_words(language())
        self.words.setText(generated(self._drawn_in).text)
        self._advise()

    def text(self) -> str:
        """The passphrase that is proposed."""
        return self.words.text()

    def retranslate(self) -> None:
        """Say everything again in the language in use; the words stay, for they may be written down already."""
        self._advise()
        self.another.setText(_("Draw &other words"))
        self.words.setAccessibleName(_("Proposed passphrase"))

    def _advise(self) -> None:
        """What to do with the words, and of which language they are where it is not the one in use."""
        advice = [_("Write them down on paper and keep it away from this computer. Nobody can guess them.")]
        if self._drawn_in != language():
            advice.insert(0, _(_WORDS_OF[self._drawn_in]))
        self._advice.setText(" ".join(advice))


class NewPassphrase(QWidget):
    """The choice, the words or the own text, and the same once more. ``entered`` comes with the last Enter.

    ``replaces``: there is a passphrase already, which this one takes the place of.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None, *, replaces: bool = False) -> None:
        super().__init__(parent)
        self._replaces = replaces
        self.origin = SegmentedField(tuple(Origin), _label_of)
        self.origin.set_value(Origin.GENERATED)
        self.proposal, self.own, self.again = Proposal(), PassphraseField(), PassphraseField()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT * 2)
        for widget in (self.origin, self.proposal, self.own, self.again):
            column.addWidget(widget)
        self.origin.edited.connect(self._on_origin)
        self.own.edited.connect(self._on_edited)
        self.again.edited.connect(self._on_edited)
        self.own.entered.connect(self._go_on)
        self.again.entered.connect(self.entered)
        self.own.hide()

    @property
    def is_own(self) -> bool:
        """Whether the person chooses their own."""
        return self.origin.value() is Origin.OWN

    def choose(self, origin: Origin) -> None:
        """Offer that kind."""
        self.origin.set_value(origin)
        self._on_origin()

    def value(self) -> str:
        """The passphrase."""
        return self.own.value() if self.is_own else self.proposal.text()

    def needs(self) -> tuple[Need, ...]:
        """What must still be typed."""
        typed = self.again.value() if self.is_own else " ".join(self.again.value().casefold().split())
        same = typed == self.value()
        again = (self.again, same, self._why_not_again())
        return ((self.own, bool(self.own.value()), _("Type a passphrase.")), again) if self.is_own else (again,)

    def initial_focus(self) -> QWidget:
        """Where typing begins."""
        return self.own.editor if self.is_own else self.again.editor

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.origin.set_texts(_("New passphrase") if self._replaces else _("Passphrase"))
        self.proposal.retranslate()
        self.own.set_texts(_("&Your passphrase"), strength_words(self.own.value()))
        self._name_again()

    def forget(self) -> None:
        """Empty what was typed, and propose other words."""
        for field in (self.own, self.again):
            field.forget()
        self.proposal.draw()

    def _name_again(self) -> None:
        if self.is_own:
            self.again.set_texts(_("The same &again"), _("So that no slip of the finger locks you out."))
        else:
            words = _("Type them from your paper, so that you know that it can be read.")
            self.again.set_texts(_("The seven words &again"), words)

    def _why_not_again(self) -> str:
        if self.again.value().strip():
            return _("This is not the same as above. Type it once more.")
        return _("Type the passphrase once more.") if self.is_own else _("Type the seven words from your paper.")

    def _on_origin(self) -> None:
        self.proposal.setVisible(not self.is_own)
        self.own.setVisible(self.is_own)
        self.again.forget()
        self.own.set_error(None)
        self._name_again()

    def _on_edited(self) -> None:
        self.own.set_error(None)
        self.again.set_error(None)
        self.own.set_texts(_("&Your passphrase"), strength_words(self.own.value()))

    def _go_on(self) -> None:
        self.again.editor.setFocus(Qt.FocusReason.TabFocusReason)


def _label_of(origin: Origin) -> str:
    return without_mnemonic(_(_LABELS[origin]))
