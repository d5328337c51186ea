"""Which document: every kind there is with what it is for, or with what it still needs where it cannot be made yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.errors import DocumentError
from redi_desktop.i18n import _
from redi_desktop.report.content import DocumentKind
from redi_desktop.report.kinds import KINDS, lacking, name_of, purpose_of
from redi_desktop.ui.theme import HALF, UNIT, characters_wide, set_role
from redi_desktop.words import problems

FIRST = (DocumentKind.SOCIAL_REPORT, DocumentKind.ACKNOWLEDGEMENT)
"""What is shown first: the report, or the receipt while there is no result."""
BESIDE = 36
"""Characters that need room beside a name."""


class DocumentChoice(QWidget):
    """A row for each kind. ``edited`` comes when the worker chooses; what cannot be made is grey and says why."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: DocumentKind | None = None
        self._reasons: dict[DocumentKind, str] = {}
        self._group = QButtonGroup(self)
        self.buttons: dict[DocumentKind, QRadioButton] = {}
        self._notes: dict[DocumentKind, QLabel] = {}
        self._stacked: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT * 2)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(1, 1)
        for row, kind in enumerate(KINDS):
            button, note = QRadioButton(self), QLabel(self)
            note.setWordWrap(True)
            note.setContentsMargins(0, HALF, 0, HALF)  # so that two lines of one stand apart from those of the next
            note.setBuddy(button)
            set_role(note, "quiet")
            self._group.addButton(button, row)
            self.buttons[kind], self._notes[kind] = button, note
        self._group.idClicked.connect(self._on_clicked)
        self._arrange(False)

    @property
    def editor(self) -> QWidget:
        """The row that is chosen."""
        return self.buttons[self.value()]

    def value(self) -> DocumentKind:
        """The kind that is made: the chosen one where it is possible, else the first that is."""
        wanted = (self._chosen, *FIRST) if self._chosen is not None else FIRST
        return next((kind for kind in wanted if kind not in self._reasons), DocumentKind.ACKNOWLEDGEMENT)

    def choose(self, kind: DocumentKind | None) -> None:
        """Choose a kind, or leave the choice to the program."""
        self._chosen = kind
        self._show()

    def apply(self, case: CaseFile, has_result: bool) -> None:
        """Say what can be made of the case as it is now."""
        found = {kind: lacking(kind, case, has_result) for kind in KINDS}
        self._reasons = {kind: code for kind, code in found.items() if code is not None}
        self._show()

    def reason(self, kind: DocumentKind) -> str:
        """Why a kind cannot be made, in words; empty where it can."""
        code = self._reasons.get(kind)
        return problems.sentence(DocumentError(code)) if code is not None else ""

    def retranslate(self) -> None:
        """Say every kind in the language in use."""
        self.setAccessibleName(_("Document"))
        for kind, button in self.buttons.items():
            button.setText(name_of(kind))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a kind is for stands beside its name, or below it where there is no room."""
        super().resizeEvent(event)
        names = max(button.sizeHint().width() for button in self.buttons.values())
        self._arrange(self.width() - names < characters_wide(self.fontMetrics(), BESIDE))

    def _arrange(self, stacked: bool) -> None:
        if stacked is self._stacked:
            return
        self._stacked = stacked
        across = 2 if stacked else 1
        for place, kind in enumerate(KINDS):
            row = place * across
            self._grid.addWidget(self.buttons[kind], row, 0, 1, across, Qt.AlignmentFlag.AlignVCenter)
            below = (row + 1, 0, 1, 2) if stacked else (row, 1, 1, 1)
            self._grid.addWidget(self._notes[kind], *below)

    def _show(self) -> None:
        for kind, button in self.buttons.items():
            words = self.reason(kind) or purpose_of(kind)
            button.setEnabled(kind not in self._reasons)
            button.setAccessibleDescription(words)
            self._notes[kind].setText(words)
        self.buttons[self.value()].setChecked(True)

    def _on_clicked(self, place: int) -> None:
        self._chosen = KINDS[place]
        self.edited.emit()
