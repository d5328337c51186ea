"""A table of amounts as Qt asks for it: every text is made once, when the result changes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redi_desktop.i18n import _
from redi_desktop.ui.why.asked import Asked

Index = QModelIndex | QPersistentModelIndex
NOTHING = "–"


class Cell(NamedTuple):
    """What stands in a cell: the euros, the cents quieter, and the question that it answers to, if any."""

    euros: str
    cents: str = ""
    asked: Asked | None = None

    @property
    def text(self) -> str:
        """The whole amount."""
        return self.euros + self.cents


class Line(NamedTuple):
    """A line of the table: its name and its amounts."""

    name: str
    cells: tuple[Cell, ...]


class AmountModel(QAbstractTableModel):
    """Wide: the name in the first column of its line. Narrow: the name on a line of its own, above the amounts.

    ``amounts``: how many columns of them there are. ``has_total``: the last line is a sum.
    """

    def __init__(self, amounts: int, parent: QObject | None = None, *, has_total: bool = False) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._headers: tuple[str, ...] = ("",) * (amounts + 1)
        self._has_total = has_total
        self.amount_columns = amounts
        self.narrow = False

    def show_lines(self, lines: tuple[Line, ...]) -> bool:
        """Show these lines, and tell whether they are others; rows are only made anew where their number changes."""
        if lines == self._lines:
            return False
        if len(lines) == len(self._lines):
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
        return True

    def set_narrow(self, narrow: bool) -> None:
        """Put the names above the amounts, or beside them."""
        if narrow != self.narrow:
            self.beginResetModel()
            self.narrow = narrow
            self.endResetModel()

    def name_columns(self, *headers: str) -> None:
        """Name the columns in the language in use."""
        self._headers = headers
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def headers(self) -> tuple[str, ...]:
        """The names of the columns, that of the names first."""
        return self._headers

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a line, or two where it is narrow."""
        if parent is not None and parent.isValid():
            return 0
        return len(self._lines) * (2 if self.narrow else 1)

    def columnCount(self, parent: Index | None = None) -> int:
        """The amounts, and the name beside them where there is room."""
        if parent is not None and parent.isValid():
            return 0
        return self.amount_columns if self.narrow else self.amount_columns + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section or self.narrow else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self._headers[section + self.narrow] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(index)
            return cell.text if cell is not None else self.name(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def cell(self, index: Index) -> Cell | None:
        """The amount at a place; ``None`` for a name."""
        row, column = index.row(), index.column()
        if self.narrow:
            return self._lines[row // 2].cells[column] if row % 2 else None
        return self._lines[row].cells[column - 1] if column else None

    def name(self, index: Index) -> str:
        """The name that stands at a place."""
        line = self._lines[index.row() // 2 if self.narrow else index.row()]
        return line.name if index.column() == 0 else ""

    def is_total(self, index: Index) -> bool:
        """Whether a place belongs to the sums."""
        return self._has_total and index.row() >= self.rowCount() - (2 if self.narrow else 1)

    def _spoken(self, index: Index) -> str:
        """An amount with what it is, for who cannot see its row and column."""
        cell = self.cell(index)
        if cell is None:
            return self.name(index)
        line = self._lines[index.row() // 2 if self.narrow else index.row()]
        header = self._headers[index.column() + self.narrow]
        return _("{need}, {column}: {amount}").format(need=line.name, column=header, amount=cell.text)
