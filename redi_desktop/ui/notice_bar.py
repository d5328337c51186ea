"""One line below the head of the window for what must be said at once: a failure, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from redi_desktop.errors import UserError
from redi_desktop.i18n import _
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.icons import icon, icon_side, pixmap
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words import problems


class NoticeBar(QFrame):
    """Hidden while there is nothing to say; closed by hand, or by :meth:`clear` once it is mended.

    ``news``, as what came of work behind the lock, wait below a failure and go by hand alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "alert")
        self._problem: UserError | None = None
        self._news = ""
        self._sign, self._text = QLabel(self), QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button = QPushButton(self)
        set_role(self.close_button, "flat")
        self.close_button.clicked.connect(self._on_closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT * 2, UNIT, UNIT, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.close_button)
        self.hide()

    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, problem: UserError) -> None:
        """Say what went wrong and what to do."""
        self._problem = problem
        self.retranslate()
        self.show()
        announce(self, self._text.text())

    def tell_news(self, words: str) -> None:
        """Say something that went well, or what came of it."""
        self._news = words
        self.retranslate()
        self.setVisible(bool(self._words()))
        announce(self, self._text.text())

    def clear(self) -> None:
        """What went wrong is mended."""
        self._problem = None
        self.retranslate()
        self.setVisible(bool(self._words()))

    def _on_closed(self) -> None:
        if self._problem is None:
            self._news = ""
        self.clear()

    def _words(self) -> str:
        return problems.sentence(self._problem) if self._problem is not None else self._news

    def retranslate(self) -> None:
        """Say it in the language in use."""
        colours = current_colours()
        self.close_button.setIcon(icon("close", colours.text))
        self.close_button.setIconSize(QSize(icon_side(self), icon_side(self)))
        self.close_button.setAccessibleName(_("Close this message"))
        self.close_button.setToolTip(_("Close this message"))
        words = self._words()
        if words:
            name, colour = ("attention", colours.amber) if self._problem is not None else ("note", colours.text)
            self._sign.setPixmap(pixmap(name, colour, icon_side(self), self.devicePixelRatioF()))
            self._text.setText(words)
            self.setAccessibleName(words)
