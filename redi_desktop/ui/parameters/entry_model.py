"""The entries of packs and policies as a table: what, how much, since when, how well it is known."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redi_desktop.i18n import _
from redi_desktop.store.search_words import words_in
from redi_desktop.words.pack_entries import Entry

Index = QModelIndex | QPersistentModelIndex
COLUMNS = 4


class EntryModel(QAbstractTableModel):
    """The entries whose words begin with all that is looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._words: dict[Entry, tuple[str, ...]] = {}
        self._search: tuple[str, ...] = ()
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these, as far as they are looked for."""
        self._all = entries
        self._words.clear()
        self._sift()

    def search(self, text: str) -> None:
        """Look for words that begin so; all entries where nothing is typed."""
        self._search = words_in(text)
        self._sift()

    def row_of(self, key: str) -> int:
        """The row of an entry by its key; -1 where it is not shown."""
        return next((row for row, entry in enumerate(self.entries) if entry.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """One row an entry."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name, amount, since, provenance."""
        return 0 if parent is not None and parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("What"), _("Amount"), _("Price or value of"), _("Provenance"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (entry.name, entry.amount, entry.since, entry.provenance)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.name, entry.amount, entry.since, entry.provenance) if part)
        return None

    def _sift(self) -> None:
        self.beginResetModel()
        self.entries = self._all if not self._search else tuple(filter(self._fits, self._all))
        self.endResetModel()

    def _fits(self, entry: Entry) -> bool:
        words = self._words.get(entry) or self._words.setdefault(entry, _words(entry))
        return all(any(word.startswith(wanted) for word in words) for wanted in self._search)


def _words(entry: Entry) -> tuple[str, ...]:
    texts = (entry.name, entry.key.replace("_", " ").replace(".", " "), entry.source.words)
    return tuple(word for text in texts for word in words_in(text))
