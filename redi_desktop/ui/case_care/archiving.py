"""Putting a case into the archive, closed, and taking it out again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from redi_desktop.casefile.model import CaseFile, Status
from redi_desktop.i18n import _
from redi_desktop.ui.pages.section import Section


class ArchivingSection(Section):
    """``asked`` carries whether the case goes into the archive or out of it."""

    asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archived = False
        self.button = QPushButton(self)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._on_clicked)
        self.body.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def apply(self, case: CaseFile) -> None:
        """Show where the case is."""
        self._archived = case.status is Status.ARCHIVED
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        if self._archived:
            words = _("This case is in the archive: it is kept, found by the search, and nothing in it is due.")
        else:
            words = _("An archived case is kept and found by the search; nothing in it is due any more.")
        self.set_texts(_("Archive"), words)
        self.button.setText(_("Take out of the archive") if self._archived else _("Put into the archive"))

    def _on_clicked(self) -> None:
        self._archived = not self._archived
        self.retranslate()
        self.asked.emit(self._archived)
