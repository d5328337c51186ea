"""A table of a pack as it is being typed: each cell a text, each row checked as it changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from redi_desktop.errors import ParameterError
from redi_desktop.i18n import _
from redi_desktop.packs.draft import Cells
from redi_desktop.packs.forms import TableForm, choices
from redi_desktop.store.search_words import words_in
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.parameters.choice_words import choice_words
from redi_desktop.ui.parameters.fault_list import fault_sentence
from redi_desktop.words.pack_columns import column_help, column_name

Index = QModelIndex | QPersistentModelIndex
Check = Callable[[Cells], ParameterError | None]
"""What is wrong with a row, put in its place."""
_COMMA = re.compile(r"-?\d{1,9},\d{1,20}\Z", re.ASCII)
_FIRST = ("label_fr", "label_nl", "unit_price", "price_date", "value", "amount", "month", "index")
"""Columns that come before the others, where the table has them."""


class CellsModel(QAbstractTableModel):
    """The rows that are looked for. ``changed`` says that a cell is another."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form: TableForm | None = None
        self.columns: tuple[str, ...] = ()
        self.rows: list[Cells] = []
        self._shown: list[int] = []
        self._faults: dict[int, ParameterError] = {}
        self._search: tuple[str, ...] = ()
        self._check: Check = _no_fault

    def show_table(self, form: TableForm, rows: tuple[Cells, ...], check: Check) -> None:
        """Show the rows of a table; ``check`` says what is wrong with one."""
        self.beginResetModel()
        self.form, self.rows, self._check = form, list(rows), check
        first = [column for column in _FIRST if column in form.columns]
        self.columns = (*first, *(column for column in form.columns if column not in first))
        self._faults.clear()
        self._sift()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Show the rows with words that begin so."""
        self.beginResetModel()
        self._search = words_in(text)
        self._sift()
        self.endResetModel()

    def add_like(self, index: Index) -> int:
        """A further row, with what the given one holds; gives its row on the screen."""
        like = self.rows[self._shown[index.row()]] if index.isValid() else {}
        key = set(self.form.key) if self.form is not None else set()
        made = {column: "" if column in key else like.get(column, "") for column in self.columns}
        row = len(self._shown)
        self.beginInsertRows(QModelIndex(), row, row)
        self.rows.append(made)
        self._shown.append(len(self.rows) - 1)
        self._look_at(len(self.rows) - 1)
        self.endInsertRows()
        self.changed.emit()
        return row

    def remove(self, index: Index) -> None:
        """Take a row out."""
        if not index.isValid():
            return
        number = self._shown[index.row()]
        self.beginResetModel()
        del self.rows[number]
        self._faults = {row - (row > number): fault for row, fault in self._faults.items() if row != number}
        self._sift()
        self.endResetModel()
        self.changed.emit()

    def fault(self, index: Index) -> ParameterError | None:
        """What is wrong with the row of a cell."""
        return self._faults.get(self._shown[index.row()]) if index.isValid() else None

    def fault_with(self, index: Index, text: str) -> str:
        """What would be wrong if that text stood in the cell, in words; empty where all is well."""
        column = self.columns[index.column()]
        found = self._check({**self.rows[self._shown[index.row()]], column: self._as_kept(column, text)})
        return fault_sentence(found) if found is not None else ""

    def choices(self, index: Index) -> tuple[str, ...]:
        """What a cell may hold, where it is one of a few."""
        return choices(self.form, self.columns[index.column()]) if self.form is not None else ()

    def help(self, index: Index) -> str:
        """How to fill a cell in."""
        column = self.columns[index.column()]
        name, words = column_name(column), column_help(column)
        return _("{name}: {sentence}").format(name=name, sentence=words) if words else name

    def place_of(self, file_row: int, column: str) -> QModelIndex:
        """Where a row of the table stands on the screen; an invalid index where it is not shown."""
        if file_row not in self._shown:
            return QModelIndex()
        place = self.columns.index(column) if column in self.columns else 0
        return self.index(self._shown.index(file_row), place)

    def rowCount(self, parent: Index | None = None) -> int:
        """The rows that are looked for."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Every column of the table."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name of a column, and how to fill it in."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        texts = {Qt.ItemDataRole.DisplayRole: column_name, Qt.ItemDataRole.ToolTipRole: column_help}
        return texts[Qt.ItemDataRole(role)](column) if role in texts else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, and what is wrong with its row."""
        number, column = self._shown[index.row()], self.columns[index.column()]
        text = self.rows[number].get(column, "")
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return choice_words(text) if self.form is not None and choices(self.form, column) else text
        fault = self._faults.get(number)
        if fault is None:
            return None
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(current_colours().brick_soft)
        if role == Qt.ItemDataRole.ToolTipRole:
            return fault_sentence(fault)
        return f"{text}. {fault_sentence(fault)}" if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed, right or wrong; the row is checked at once."""
        number, column = self._shown[index.row()], self.columns[index.column()]
        text = self._as_kept(column, str(value))
        if role != Qt.ItemDataRole.EditRole or text == self.rows[number].get(column, ""):
            return False
        self.rows[number] = {**self.rows[number], column: text}
        self._look_at(number)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.columns) - 1))
        self.changed.emit()
        return True

    def _as_kept(self, column: str, text: str) -> str:
        """A text as the table keeps it: a comma before decimals becomes a point."""
        typed = text.strip()
        is_number = self.form is not None and column in self.form.numbers and _COMMA.match(typed)
        return typed.replace(",", ".") if is_number else typed

    def _look_at(self, number: int) -> None:
        fault = self._check(self.rows[number])
        if fault is None:
            self._faults.pop(number, None)
        else:
            self._faults[number] = fault

    def _sift(self) -> None:
        self._shown = [number for number, row in enumerate(self.rows) if self._fits(row)]

    def _fits(self, row: Cells) -> bool:
        if not self._search:
            return True
        words = [word for text in row.values() for word in words_in(text.replace("_", " "))]
        return all(any(word.startswith(wanted) for word in words) for wanted in self._search)


def _no_fault(_cells: Cells) -> None:
    return None
