"""What stands in the middle of the window while no case is open: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.theme import UNIT, page_width, set_role


class StartPage(QWidget):
    """A few words and one button."""

    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._text = QLabel(self), QLabel(self)
        set_role(self._title, "title")
        self._text.setWordWrap(True)
        self.new = QPushButton(self)
        self.new.setAutoDefault(True)
        set_role(self.new, "primary")
        self.new.clicked.connect(self.new_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT * 5, UNIT * 5, UNIT * 5, UNIT * 5)
        column.setSpacing(UNIT * 2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._text.setMaximumWidth(page_width(self))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(_("Good day"))
        words = _(
            "Open a case at the left, or begin a new one. Persons, home, rent and one income give a first result."
        )
        self._text.setText(words)
        self.new.setText(_("Begin a new case"))
