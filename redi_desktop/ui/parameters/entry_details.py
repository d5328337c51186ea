"""One entry in full: why the amount is what it is, its source to copy, its history as a picture and in words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.months import Month
from redi_desktop.engine.prices import explain_price, priced_item
from redi_desktop.formatting import money, month_long
from redi_desktop.i18n import _
from redi_desktop.packs.forms import Subject
from redi_desktop.ui.parameters.history import History, index_history, item_history, legal_history
from redi_desktop.ui.parameters.history_chart import HistoryChart
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.theme import UNIT, set_role
from redi_desktop.words import explanations
from redi_desktop.words.pack_entries import Entry
from redi_desktop.words.vocabulary import label

_INDENT = 18


class EntryDetails(QWidget):
    """Nothing is shown until an entry is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self.why, self.source, self._note, self.told = (QLabel(self) for _place in range(5))
        self.chart, self.copy = HistoryChart(self), QPushButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for text, role in (
            (self._name, "strong"), (self.why, ""), (self.source, ""), (self._note, "quiet"), (self.told, "quiet"),
        ):  # fmt: skip
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(text, role)
        self.why.setTextFormat(Qt.TextFormat.RichText)
        set_role(self.copy, "link")
        for widget in (self._name, self.why, self.source):
            column.addWidget(widget)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note)
        column.addWidget(self.chart)
        column.addWidget(self.told)
        self.copy.clicked.connect(self._copy)
        self._address = ""
        self.hide()

    def retranslate(self) -> None:
        """Name what does not depend on the entry."""
        self.copy.setText(_("Copy the address"))

    def show_entry(self, entry: Entry | None, state: RoomState, month: Month) -> None:
        """Show all there is to say of an entry, at the prices of that month."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        named = _("{field}: {amount}").format(field=entry.name, amount=entry.amount)
        self._name.setText(named if entry.amount else entry.name)
        self.why.setText(_why(entry, state, month))
        self._address = entry.source.address
        self.source.setText(_source_words(entry))
        self.copy.setVisible(bool(self._address))
        self._note.setText("\n".join(part for part in (_about(entry), entry.note) if part))
        history = _history(entry, state)
        asked = month.first_day() if entry.subject in (Subject.ITEM, Subject.TARIFF) else None
        self.chart.show_history(history, _("{name} through the years").format(name=entry.name), asked)
        self.told.setText(history.sentence if len(history.points) > 1 else "")
        for text in (self.why, self.source, self._note, self.told):
            text.setVisible(bool(text.text()))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._address)


def _source_words(entry: Entry) -> str:
    told_above = entry.subject is Subject.ITEM or not entry.source.words
    said = "" if told_above else _("Source: {source}").format(source=entry.source.words)
    lines = (said, entry.source.address)
    return "\n".join(line for line in lines if line)


def _about(entry: Entry) -> str:
    parts = (label(entry.need) if entry.need else "", entry.provenance, entry.key)
    return " · ".join(part for part in parts if part)


def _why(entry: Entry, state: RoomState, month: Month) -> str:
    """What the item would cost in that month, and why, as an indented text."""
    if entry.subject is not Subject.ITEM:
        return ""
    pack = state.baskets
    month = max(month, pack.valid_from)
    priced = priced_item(pack, pack.item_by_id[entry.key], month, 1)
    head = _("In {month} it comes to {amount} a month for a household of one.").format(
        month=month_long(month.first_day()), amount=money(priced.amount)
    )
    return f"<p>{escape(head)}</p>" + _outline(explain_price(pack, priced))


def _outline(node: Explanation) -> str:
    lines = explanations.outline(node, {})
    return "".join(f'<p style="margin:2px 0 2px {line.depth * _INDENT}px">{escape(line.text)}</p>' for line in lines)


def _history(entry: Entry, state: RoomState) -> History:
    name, pack = entry.key.split(" ")[0], state.baskets
    if entry.subject in (Subject.ITEM, Subject.TARIFF):
        return item_history(pack, pack.item_by_id[name])
    if entry.subject is Subject.LEGAL_AMOUNT:
        return legal_history(state.legal, name)
    if entry.subject is Subject.INDEX_MONTH:
        health = pack.health_index if entry.name == _("Health index") else None
        return index_history(health or pack.index)
    return History(())
