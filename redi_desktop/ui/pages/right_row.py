"""One right: its name, what it brings, how far the household is with it; the rest is a click away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.casefile.rights import change_right, note_right
from redi_desktop.engine.right_states import RightState, RightStatus
from redi_desktop.engine.rights.pack import Right
from redi_desktop.engine.rights.result import RightResult
from redi_desktop.formatting import date_short, join_list
from redi_desktop.i18n import _
from redi_desktop.ui.fields import ChoiceField
from redi_desktop.ui.pages.field_line import FieldLine
from redi_desktop.ui.pages.right_details import RightDetails
from redi_desktop.ui.pages.row import draw_rule_below
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words.rights import amount_words, answers_words, same_money_words, texts_of
from redi_desktop.words.vocabulary import label


class RightSeen(NamedTuple):
    """What a row shows, in words."""

    name: str
    remark: str
    state: RightState | None


class RightRow(QWidget):
    """``changed(change, place)`` carries what was noted, ``asked`` the question why the right is listed so."""

    changed = Signal(object, str)
    left = Signal()
    asked = Signal(object)

    def __init__(self, right: Right, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._right, self._today = right, today
        self._seen: RightSeen | None = None
        self._details: RightDetails | None = None
        self.name, self.remark = QLabel(self), QLabel(self)
        self.state = ChoiceField(tuple(RightStatus), label, self)
        self.why, self.more = QPushButton(self), QPushButton(self)
        self._layout = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        self._layout.setContentsMargins(QMargins(0, UNIT, 0, UNIT))
        self._layout.setSpacing(HALF)
        for text, role in ((self.name, "strong"), (self.remark, "help")):
            text.setWordWrap(True)
            set_role(text, role)
            self._layout.addWidget(text)
        for button in (self.why, self.more):
            button.setAutoDefault(False)
            set_role(button, "unfold")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_details)
        self.why.clicked.connect(self._ask)
        self.state.edited.connect(self._on_noted)
        self.state.left.connect(self.left)
        self._layout.addLayout(FieldLine(self.state, self.more, self.why))

    def show_right(self, seen: RightSeen) -> None:
        """Show the right as it is now."""
        if seen == self._seen:
            return
        self._seen = seen
        self.name.setText(seen.name)
        self.remark.setText(seen.remark)
        self.remark.setVisible(bool(seen.remark))
        self.state.set_value(seen.state.status if seen.state else RightStatus.TO_EXAMINE)
        if self._details is not None:
            self._details.show_state(seen.state)
        self._name_fields(seen.name)

    def retranslate(self) -> None:
        """Say again what does not come with the next result."""
        self._seen = None
        self.state.relabel()
        if self._details is not None:
            self._details.retranslate()

    def stops(self) -> list[QWidget]:
        """What the Tab key visits."""
        inside = [field.editor for field in self._details.fields().values()] if self._details else []
        return [self.state.editor, self.more, self.why, *inside]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rule below an entry of the list."""
        super().paintEvent(event)
        draw_rule_below(self)

    def _name_fields(self, name: str) -> None:
        self.state.set_texts(_("How far: {right}").format(right=name))
        self.state.label.hide()
        self.more.setText(_("Where and with what"))
        self.more.setAccessibleName(_("Where and with what: {right}").format(right=name))
        self.why.setText(_("Why?"))
        self.why.setAccessibleName(_("Why is this listed: {right}").format(right=name))

    def _show_details(self, shown: bool) -> None:
        if self._details is None:
            self._details = RightDetails(self._right, self._today, self)
            self._layout.addWidget(self._details)
            self._details.retranslate()
            self._details.show_state(self._seen.state if self._seen else None)
            for name, field in self._details.fields().items():
                field.edited.connect(partial(self._on_detail, name))
                field.left.connect(self.left)
        self._details.setVisible(shown)

    def _on_detail(self, name: str) -> None:
        if self._details is not None:
            values: dict[str, Any] = {name: self._details.fields()[name].value()}
            change = partial(change_right, right=self._right.id, **values)
            self.changed.emit(change, f"rights.{self._right.id}.{name}")

    def _on_noted(self) -> None:
        status = self.state.value() or RightStatus.TO_EXAMINE
        change = partial(note_right, right=self._right.id, status=status, today=self._today())
        self.changed.emit(change, f"rights.{self._right.id}")

    def _ask(self) -> None:
        self.asked.emit(Asked(Figure.RIGHT, self._right.id))


def seen_of(result: RightResult) -> RightSeen:
    """A right of a result in words."""
    remarks = [amount_words(result), same_money_words(result)]
    if result.through:
        first = join_list(texts_of(right).name for right in result.through)
        remarks.append(_("once this is granted: {right}").format(right=first))
    remarks.append(answers_words(result))
    if result.state is not None and result.state.since is not None:
        since = date_short(result.state.since)
        remarks.append(_("{state} since {date}").format(state=label(result.state.status), date=since))
    return RightSeen(texts_of(result.right).name, " · ".join(part for part in remarks if part), result.state)
