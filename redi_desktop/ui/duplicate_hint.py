"""A word when the applicant seems to have another case already: the same name and birth date. It stops nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from redi_desktop.formatting import date_short
from redi_desktop.i18n import _
from redi_desktop.ui.fields.field import announce
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words.vocabulary import label

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary


class DuplicateHint(QFrame):
    """``open_asked`` carries the other case; a hint that was put away does not come again for the same case."""

    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "alert")
        self._case_id = ""
        self._put_away: set[str] = set()
        self._other: CaseSummary | None = None
        self._text, self.open, self.close_button = QLabel(self), QPushButton(self), QPushButton(self)
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT * 2, UNIT, UNIT, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(self._text, 1)
        row.addWidget(self.open)
        row.addWidget(self.close_button)
        self.open.clicked.connect(self._on_open)
        self.close_button.clicked.connect(self._on_close)
        self.hide()

    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, case_id: str, other: CaseSummary | None) -> None:
        """Say that there is another case, or that there is none."""
        shown = other if case_id not in self._put_away else None
        if (case_id, shown) == (self._case_id, self._other):
            return
        self._case_id, self._other = case_id, shown
        self.setVisible(shown is not None)
        self.retranslate()
        if shown is not None:
            announce(self, self._text.text())

    def retranslate(self) -> None:
        """Say it in the language in use."""
        self.open.setText(_("Open that case"))
        self.close_button.setText(_("It is another person"))
        other = self._other
        if other is None:
            return
        words = _("A case of someone with this name and birth date is there: {case} ({status}), last changed {date}.")
        name = " · ".join(part for part in dict.fromkeys((other.title, other.reference)) if part)
        changed = date_short(other.changed_at.date())
        self._text.setText(words.format(case=name, status=label(other.status), date=changed))
        self.setAccessibleName(self._text.text())

    def _on_open(self) -> None:
        if self._other is not None:
            self.open_asked.emit(self._other.id)

    def _on_close(self) -> None:
        self._put_away.add(self._case_id)
        self.tell(self._case_id, None)
