"""Work that goes on in the background: how far it is, a way to stop it, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.pages.notice import Notice
from redi_desktop.ui.theme import UNIT


class Progress(QWidget):
    """A bar with « stop » beside it while something is under way; then a sentence."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.stop, self.told, self.trouble = QProgressBar(self), QPushButton(self), QLabel(self), Notice(self)
        self.bar.setTextVisible(False)
        self.told.setWordWrap(True)
        self._way = QWidget(self)
        way = QHBoxLayout(self._way)
        way.setContentsMargins(0, 0, 0, 0)
        way.setSpacing(UNIT * 2)
        way.addWidget(self.bar, 1)
        way.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for widget in (self._way, self.told, self.trouble):
            column.addWidget(widget)
        self.stop.clicked.connect(self.stop_asked)
        self.rest()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.stop.setText(_("Stop"))
        self.bar.setAccessibleName(_("Cases counted"))

    def rest(self) -> None:
        """Nothing is under way, and nothing is to be told."""
        self._way.hide()
        self.say("")

    def begin(self) -> None:
        """Something begins; how much it will be is not known yet."""
        self.say("")
        self.bar.setRange(0, 0)
        self._way.show()

    def show_step(self, done: int, of: int) -> None:
        """So many of so many are done."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        self.told.setText(_("{done} of {count} cases").format(done=done, count=of))
        self.told.show()

    def end(self, words: str, *, wrong: bool = False) -> None:
        """It is over: what came of it."""
        self._way.hide()
        self.say(words, wrong=wrong)

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Tell something about it."""
        self.trouble.show_text(words if wrong else "")
        self.told.setText("" if wrong else words)
        self.told.setVisible(bool(words) and not wrong)
        if words and not wrong:
            announce(self, words)
