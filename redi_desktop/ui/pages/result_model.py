"""The table by need as Qt asks for it: every text is made once, when the result changes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redi_desktop.casefile.comparisons import DEBTS, TOTAL, BudgetRow, budget_rows
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.needs import Need
from redi_desktop.formatting import money_parts, signed_money
from redi_desktop.i18n import _
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words.vocabulary import label

Index = QModelIndex | QPersistentModelIndex
NOTHING = "–"
AMOUNTS = 4


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
    """A line of the table: its name and four amounts."""

    name: str
    cells: tuple[Cell, ...]


class ResultModel(QAbstractTableModel):
    """Wide: a line a need, its name in the first column. Narrow: the name on a line of its own, above the amounts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._headers: tuple[str, ...] = ("",) * (AMOUNTS + 1)
        self.narrow = False

    def show_result(self, assessment: Assessment | None) -> None:
        """Show a result; rows are only made anew where there are more or fewer of them."""
        lines = tuple(_line(row) for row in budget_rows(assessment)) if assessment is not None else ()
        if len(lines) == len(self._lines):
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        else:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def set_narrow(self, narrow: bool) -> None:
        """Put the names above the amounts, or beside them."""
        if narrow != self.narrow:
            self.beginResetModel()
            self.narrow = narrow
            self.endResetModel()

    def retranslate(self) -> None:
        """Name the columns in the language in use."""
        self._headers = (_("Need"), _("Reference"), _("Really paid"), _("Retained"), _("Difference"))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def headers(self) -> tuple[str, ...]:
        """The names of the five columns."""
        return self._headers

    def rowCount(self, parent: Index | None = None) -> int:
        """One line a need, or two where it is narrow."""
        if parent is not None and parent.isValid():
            return 0
        return len(self._lines) * (2 if self.narrow else 1)

    def columnCount(self, parent: Index | None = None) -> int:
        """The amounts, and the name beside them where there is room."""
        if parent is not None and parent.isValid():
            return 0
        return AMOUNTS if self.narrow else AMOUNTS + 1

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
        return index.row() >= self.rowCount() - (2 if self.narrow else 1)

    def _spoken(self, index: Index) -> str:
        """An amount with what it is, for who cannot see its row and column."""
        cell = self.cell(index)
        if cell is None:
            return self.name(index)
        line = self._lines[index.row() // 2 if self.narrow else index.row()]
        header = self._headers[index.column() + self.narrow]
        return _("{need}, {column}: {amount}").format(need=line.name, column=header, amount=cell.text)


_OF_A_NEED = (Figure.REFERENCE, Figure.REAL, Figure.RETAINED, Figure.DIFFERENCE)
_OF_THE_WHOLE = (Figure.REFERENCE_TOTAL, Figure.REAL_TOTAL, Figure.RETAINED_TOTAL, Figure.DIFFERENCE_TOTAL)


def _line(row: BudgetRow) -> Line:
    asked = _questions(row.key)
    cells = [
        Cell(NOTHING) if amount is None else Cell(*money_parts(amount), question)
        for amount, question in zip((row.reference, row.real, row.retained), asked, strict=False)
    ]
    cells.append(Cell(signed_money(row.difference), "", asked[3]) if row.difference else Cell(NOTHING))
    return Line(_name(row.key), tuple(cells))


def _questions(key: str) -> tuple[Asked, ...]:
    if key == TOTAL:
        return tuple(Asked(figure) for figure in _OF_THE_WHOLE)
    if key == DEBTS:
        return (Asked(Figure.DEBTS),) * AMOUNTS
    return tuple(Asked(figure, key) for figure in _OF_A_NEED)


def _name(key: str) -> str:
    if key == TOTAL:
        return _("Total")
    return _("Debts") if key == DEBTS else label(Need(key))
