"""Every amount and rule in use: found by its name, need or source, and followed to where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Need
from redi_desktop.i18n import _, ngettext
from redi_desktop.packs.forms import Subject
from redi_desktop.packs.parcel import Role
from redi_desktop.ui.fields import ChoiceField, TextField
from redi_desktop.ui.once import once_after
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.parameters.entry_details import EntryDetails
from redi_desktop.ui.parameters.entry_model import EntryModel
from redi_desktop.ui.parameters.month_field import MonthField
from redi_desktop.ui.parameters.room_state import RoomState
from redi_desktop.ui.theme import set_role
from redi_desktop.words.pack_changes import subject_word
from redi_desktop.words.pack_entries import Entry, basket_entries, legal_entries, policy_entries, rights_entries
from redi_desktop.words.vocabulary import label

SUBJECTS = (
    *(Subject.ITEM, Subject.TARIFF, Subject.LEGAL_AMOUNT, Subject.POLICY_RULE, Subject.INDEX_MONTH),
    *(Subject.SIZE_FACTOR, Subject.RIGHT, Subject.SOURCE),
)
ROWS_SHOWN = 9


class EntryTable(QTableView):
    """A table that shows a few rows at a time; the first column takes what room there is.

    A name is shortened in its middle: what tells it from the next, as an age, stands at its end.
    """

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        set_role(self, "table")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(30)
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 8)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """So many rows high, or fewer where there are fewer."""
        height = self.fontMetrics().height() + 8
        self.verticalHeader().setDefaultSectionSize(height)
        rows = min(max(self.model().rowCount(), 1), ROWS_SHOWN)
        self.setFixedHeight(rows * height + self.horizontalHeader().sizeHint().height() + 4)


class LookingSection(Section):
    """Search, kind, need and month; a table; the chosen entry in full."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._state: RoomState | None = None
        self._entries: dict[Subject, tuple[Entry, ...]] = {}
        self._soon = once_after(0, self._show, self)
        self.search = TextField(characters=28)
        self.subject = ChoiceField[Subject](SUBJECTS, subject_word)
        self.need = ChoiceField[Need](tuple(Need), label, none_label=_all_needs)
        self.month = MonthField()
        self.model, self.details, self._count = EntryModel(self), EntryDetails(self), QLabel(self)
        self.table = EntryTable(self.model, self)
        set_role(self._count, "quiet")
        self._count.setWordWrap(True)
        self.add_line(self.search, self.subject, self.need, self.month)
        for widget in (self._count, self.table, self.details):
            self.body.addWidget(widget)
        self.subject.set_value(Subject.ITEM)
        self.month.set_value(Month.of(today()))
        self._connect()

    def _connect(self) -> None:
        self.search.edited.connect(self._on_search)
        for field in (self.subject, self.need):
            field.edited.connect(self._show)
        self.month.edited.connect(self._on_month)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def apply(self, state: RoomState) -> None:
        """Show what is in use, where that is something else than what is shown."""
        shown, self._state = self._state, state
        if shown is None or shown.used != state.used:
            self._build()

    def show_entry(self, subject: Subject, key: str) -> None:
        """Choose an entry."""
        self.subject.set_value(subject)
        self.need.set_value(None)
        self._show()
        self.table.selectRow(self.model.row_of(key))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("Every amount and rule that results rest on, with its date, its source and how well it is known.")
        self.set_texts(_("Look up"), words)
        self.search.set_texts(_("&Search"))
        self.subject.set_texts(_("&Kind"))
        self.need.set_texts(_("&Need"))
        self.month.set_texts(_("Prices of the &month"))
        self.table.setAccessibleName(_("Amounts and rules"))
        self.table.horizontalHeader().setAccessibleName(_("Amounts and rules"))
        self.details.retranslate()
        self._build()

    def _build(self) -> None:
        """Read the entries anew, in a turn of their own: of another state or month, or in another language."""
        self._entries.clear()
        if self._state is not None:
            self._soon.start()

    def _of_subject(self) -> tuple[Entry, ...]:
        """The entries of the chosen kind."""
        subject = self.subject.value() or Subject.ITEM
        if self._state is not None and subject not in self._entries:
            self._entries[subject] = tuple(_entries(self._state, subject, self._month()))
        return self._entries.get(subject, ())

    def _month(self) -> Month:
        return self.month.value() or Month.of(self._today())

    def _show(self) -> None:
        chosen = self._chosen()
        entries, need = self._of_subject(), self.need.value()
        self.model.show_entries(tuple(entry for entry in entries if need is None or entry.need is need))
        self._tell(chosen)

    def _on_search(self) -> None:
        chosen = self._chosen()
        self.model.search(self.search.value())
        self._tell(chosen)

    def _on_month(self) -> None:
        if self.month.value() is not None:
            self._build()

    def _tell(self, chosen: str) -> None:
        count = len(self.model.entries)
        self._count.setText(ngettext("{count} entry", "{count} entries", count).format(count=count))
        row = self.model.row_of(chosen)
        if row >= 0:
            self.table.selectRow(row)
        else:
            self._on_row(QModelIndex())

    def _chosen(self) -> str:
        row = self.table.currentIndex().row()
        return self.model.entries[row].key if 0 <= row < len(self.model.entries) else ""

    def _on_row(self, current: QModelIndex) -> None:
        if self._state is not None:
            entry = self.model.entries[current.row()] if current.isValid() else None
            self.details.show_entry(entry, self._state, self._month())


def _entries(state: RoomState, subject: Subject, month: Month) -> Iterator[Entry]:
    if subject is Subject.LEGAL_AMOUNT:
        yield from legal_entries(state.legal)
    elif subject is Subject.RIGHT:
        yield from rights_entries(state.rights)
    elif subject is Subject.POLICY_RULE:
        policy = state.parcels.get(Role.POLICY)
        yield from policy_entries(policy.policy, policy.vouched) if policy is not None else ()
    else:
        yield from basket_entries(state.baskets, subject, month)


def _all_needs() -> str:
    return _("All needs")
