"""What often comes too and was not yet told: one click or key makes the row, ready for its amount."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.arrow_button import ARROWS, ArrowButton
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.words.vocabulary import label

MOST = 12


class Picks(QWidget):
    """A button a kind; one stop of the Tab key, the arrows move inside. ``picked`` carries the kind."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[StrEnum, ...] = ()
        self._buttons: list[QPushButton] = []
        self._heading = QLabel(self)
        set_role(self._heading, "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(self._heading)
        self._flow = FlowLayout(spacing=HALF)
        column.addLayout(self._flow)
        for place in range(MOST):
            self._buttons.append(self._build_button(place))
        self.hide()

    def _build_button(self, place: int) -> QPushButton:
        button = ArrowButton(self)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if place else Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_clicked)
        button.hide()
        self._flow.addWidget(button)
        return button

    def buttons(self) -> list[QPushButton]:
        """The buttons on the screen."""
        return self._buttons[: len(self._kinds)]

    def show_kinds(self, kinds: tuple[StrEnum, ...]) -> None:
        """Offer these kinds, as many as there is room for."""
        if kinds[:MOST] == self._kinds:
            return
        self._kinds = kinds[:MOST]
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._kinds))
        self.setVisible(bool(self._kinds))
        self._name_buttons()

    def set_heading(self, heading: str) -> None:
        """Say every text in the language in use, under this heading."""
        self._heading.setText(heading)
        self._name_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from button to button."""
        if event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        shown = self.buttons()
        here = next((place for place, button in enumerate(shown) if button.hasFocus()), 0)
        shown[(here + ARROWS[Qt.Key(event.key())]) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _name_buttons(self) -> None:
        for kind, button in zip(self._kinds, self._buttons, strict=False):
            button.setText(label(kind))
            button.setAccessibleName(_("Add: {kind}").format(kind=label(kind)))

    def _on_clicked(self) -> None:
        place = next((place for place, button in enumerate(self._buttons) if button is self.sender()), 0)
        self.picked.emit(self._kinds[place])
