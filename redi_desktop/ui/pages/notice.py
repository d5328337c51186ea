"""What must be read before going on and belongs to no single field: an amber card at the head of a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.theme import UNIT, set_role

if TYPE_CHECKING:
    from redi_desktop.engine.findings import Finding


class Notice(QFrame):
    """A few sentences; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "notice")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT * 2, UNIT, UNIT * 2, UNIT)
        layout.addWidget(self._label)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def show_text(self, text: str) -> None:
        """Say something, or nothing."""
        if text == self._label.text():
            return
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text:
            announce(self, text)

    def show_findings(self, findings: Iterable[Finding], *fields: str) -> None:
        """Say the findings about these places of the case."""
        from redi_desktop.words import findings as finding_words  # the way in has notices too, and no case

        self.show_text("\n".join(finding_words.sentence(finding) for finding in findings if finding.field in fields))
