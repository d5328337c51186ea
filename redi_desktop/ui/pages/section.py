"""A white card with a heading: the fields of one subject on a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from redi_desktop.ui.column_layout import ColumnLayout
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.theme import UNIT, set_role


class Section(QFrame):
    """What belongs together, under a heading and, where it needs one, a sentence of explanation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.heading = _hidden_label("section", self)
        self.explanation = _hidden_label("help", self)
        self.body = ColumnLayout(self)
        self.body.setContentsMargins(UNIT * 2, UNIT * 2, UNIT * 2, UNIT * 2)
        self.body.setSpacing(UNIT * 2)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.explanation)

    def retranslate(self) -> None:
        """Say every text in the language in use: for cards that have texts of their own."""

    def set_texts(self, heading: str, explanation: str = "") -> None:
        """Name the section and explain it."""
        for label, text in ((self.heading, heading), (self.explanation, explanation)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(heading)

    def add_line(self, *fields: QWidget, even: bool = False) -> FieldLine:
        """Put related fields beside each other; where there is no room they go on below, ``even`` in columns."""
        line = FieldLine(*fields, even=even)
        self.body.addLayout(line)
        return line


def _hidden_label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.hide()
    set_role(label, role)
    return label
