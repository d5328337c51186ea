"""A few amounts below each other, each a button that answers « why? »."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.pages.tab_place import TabPlace
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.ui.why.asked import Asked


class AmountEntry(NamedTuple):
    """One amount: its name, a quieter remark, the figure as text, and the question that it answers to."""

    name: str
    remark: str
    amount: str
    asked: Asked
    strong: bool = False
    """Whether it is the sum of those above it."""


class AmountList(QWidget):
    """Names at the left, amounts at the right; rows are only made where there are more of them than before."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[AmountEntry, ...] = ()
        self._rows: list[tuple[QLabel, QLabel, QPushButton]] = []
        self._place = TabPlace(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def show_entries(self, entries: tuple[AmountEntry, ...]) -> None:
        """Show these amounts."""
        if entries == self._entries:
            return
        self._entries = entries
        if len(self._rows) < len(entries):
            self._rows += [self._build_row(place) for place in range(len(self._rows), len(entries))]
            self._place.lead_to(button for _name, _remark, button in self._rows)
        for place, row in enumerate(self._rows):
            for widget in row:
                widget.setVisible(place < len(entries))
        for entry, (name, remark, button) in zip(entries, self._rows, strict=False):
            name.setText(entry.name)
            set_role(name, "strong" if entry.strong else "")
            remark.setText(entry.remark)
            remark.setVisible(bool(entry.remark))
            button.setText(entry.amount)
            button.setFont(_bold() if entry.strong else QFont())
            button.setAccessibleName(_("{name}: {amount}, why?").format(name=entry.name, amount=entry.amount))

    def buttons(self) -> list[QPushButton]:
        """The amounts on the screen."""
        return [button for _name, _remark, button in self._rows[: len(self._entries)]]

    def _build_row(self, place: int) -> tuple[QLabel, QLabel, QPushButton]:
        name, remark, button = QLabel(self), QLabel(self), QPushButton(self)
        for label, role in ((name, ""), (remark, "quiet")):
            label.setWordWrap(True)
            set_role(label, role)
        remark.setContentsMargins(0, 0, 0, UNIT)
        set_role(button, "flat")
        button.setAutoDefault(True)  # Enter asks too
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self._on_clicked)
        self._grid.addWidget(name, 2 * place, 0)
        self._grid.addWidget(remark, 2 * place + 1, 0)
        self._grid.addWidget(button, 2 * place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return name, remark, button

    def _on_clicked(self) -> None:
        for entry, button in zip(self._entries, self.buttons(), strict=True):
            if button is self.sender():
                self.asked.emit(entry.asked)


def _bold() -> QFont:
    """The weight alone: size and family stay those of the window."""
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font
