"""What there is to know of a right when it is going to be asked for: conditions, where, what to bring, its basis."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.pack import Right
from redi_desktop.formatting import date_short
from redi_desktop.i18n import _
from redi_desktop.ui.fields import DateField, Field, TextField
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.theme import UNIT
from redi_desktop.words.pack_texts import in_language
from redi_desktop.words.rights import texts_of
from redi_desktop.words.vocabulary import label


class RightDetails(QWidget):
    """Made when it is first asked for, so that a long list stays light."""

    def __init__(self, right: Right, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right = right
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.since = DateField(self, today=today)
        self.remark = TextField(self, characters=36)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.text)
        column.addLayout(FieldLine(self.since, self.remark))

    def fields(self) -> dict[str, Field[Any]]:
        """The fields, by the attribute of the state that each is for."""
        return {"since": self.since, "remark": self.remark}

    def show_state(self, state: RightState | None) -> None:
        """Show what is noted."""
        self.since.setVisible(state is not None and state.status is not RightStatus.TO_EXAMINE)
        self.since.set_value(state.since if state else None)
        self.remark.set_value(state.remark if state else "")

    def retranslate(self) -> None:
        """Say every text."""
        self.text.setText("<br>".join(f"<b>{escape(head)}</b> {escape(text)}" for head, text in told_of(self._right)))
        self.since.set_texts(_("Since"))
        self.remark.set_texts(_("Remark (optional)"))


def told_of(right: Right) -> Iterator[tuple[str, str]]:
    """Headings and texts about a right, those that are empty left out."""
    texts = texts_of(right)
    support = _("{confidence} ({date}).").format(confidence=label(right.confidence), date=date_short(right.checked_on))
    told = (
        (_("For whom:"), texts.condition),
        (_("What it brings:"), texts.amount),
        (_("Where:"), texts.authority),
        (_("How to ask:"), texts.how),
        (_("To bring:"), texts.documents),
        (_("Mind:"), texts.remark),
        (_("Legal basis:"), texts.basis),
        (_("Support:"), support),
        (_("Address:"), in_language(right.url)),
    )
    return ((head, text) for head, text in told if text)
