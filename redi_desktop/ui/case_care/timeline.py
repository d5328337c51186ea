"""What was done to a case: the rows of its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _
from redi_desktop.ui.case_care.timeline_words import told
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.section import Section

if TYPE_CHECKING:
    from redi_desktop.store.journal import JournalEntry

AT_A_TIME = 12


class TimelineSection(Section):
    """The last acts first, more of them on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[JournalEntry, ...] = ()
        self._wanted = AT_A_TIME
        self.lines = QLabel(self)
        self.lines.setWordWrap(True)
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = QPushButton(self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._on_more)
        self.body.addWidget(self.lines)
        self.body.addLayout(FieldLine(self.more))

    def apply(self, _case: CaseFile) -> None:
        """Another case, or the same later; its rows come with :meth:`show_entries`."""
        self._wanted = AT_A_TIME
        self.show_entries(())

    def show_entries(self, entries: tuple[JournalEntry, ...]) -> None:
        """Show the journal's rows about the case."""
        self._entries = entries
        lines = told(entries)
        self.lines.setText("\n".join(lines[: self._wanted]))
        rest = len(lines) - self._wanted
        self.more.setVisible(rest > 0)
        self.more.setText(_("Show earlier ({count})").format(count=rest))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_texts(_("What was done"), _("From the vault's journal, which nobody can change unnoticed."))
        self.show_entries(self._entries)

    def _on_more(self) -> None:
        self._wanted += AT_A_TIME * 4
        self.show_entries(self._entries)
