"""A table whose lines open: groups with what is in them, made when they are opened; its first column takes the room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from redi_desktop.ui.opening_mark import draw_opening_mark
from redi_desktop.ui.theme import HALF, UNIT, set_role

Index = QModelIndex | QPersistentModelIndex
ROWS_SHOWN = 14
_LONGEST_CELL = 16
"""So many letters of a cell beside the first are shown; the whole stands in its tip."""
OPEN_AT_ONCE = 12
"""Groups up to which all are open from the first."""


class Branch(NamedTuple):
    """A line of the table, and what stands under it."""

    cells: tuple[str, ...]
    twigs: Callable[[], Iterable[tuple[str, ...]]] | None = None
    key: str = ""


class TreeTable(QTreeWidget):
    """Columns of texts; all but the first are at the right where they hold amounts."""

    def __init__(self, columns: int, parent: QWidget | None = None, *, amounts: bool = False) -> None:
        super().__init__(parent)
        self._amounts = amounts
        self._branches: dict[int, Branch] = {}
        self.setColumnCount(columns)
        set_role(self, "table")
        self.setUniformRowHeights(True)
        self.setIndentation(UNIT * 2)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(40)
        self._limit_columns()
        self.itemExpanded.connect(self._on_expanded)

    def changeEvent(self, event: QEvent) -> None:
        """The columns follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_columns()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A triangle before a group."""
        item = self.itemFromIndex(index)
        if item.parent() is None and self.rootIsDecorated():
            draw_opening_mark(painter, self, rect, rect.center().y(), is_open=item.isExpanded())

    def _limit_columns(self) -> None:
        """Leave room for the first column, which says what a line is about."""
        self.header().setMaximumSectionSize(self.fontMetrics().averageCharWidth() * _LONGEST_CELL)

    def name_columns(self, *names: str) -> None:
        """Name the columns in the language in use."""
        self.setHeaderLabels(list(names))
        self.header().setAccessibleName(", ".join(names))
        if self._amounts:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            for column in range(1, self.columnCount()):
                self.headerItem().setTextAlignment(column, right)

    def show_branches(self, branches: Iterable[Branch]) -> None:
        """Show these lines; where they are few, with what stands under them."""
        self.clear()
        shown = tuple(branches)
        self._branches = dict(enumerate(shown))
        self.setRootIsDecorated(any(branch.twigs is not None for branch in shown))
        for branch in shown:
            item = self._item(self.invisibleRootItem(), branch.cells)
            if branch.twigs is not None:
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        if len(shown) <= OPEN_AT_ONCE:
            self.expandAll()
        self._fit()

    def key_at(self, item: QTreeWidgetItem) -> str:
        """The key of the line that an item belongs to."""
        branch = self._branches.get(self.indexOfTopLevelItem(item.parent() or item))
        return branch.key if branch is not None else ""

    def texts(self) -> list[list[str]]:
        """Every line that has been made, cell by cell."""
        items = [self.topLevelItem(place) for place in range(self.topLevelItemCount())]
        found = [part for item in items if item for part in (item, *(item.child(n) for n in range(item.childCount())))]
        return [[item.text(column) for column in range(self.columnCount())] for item in found if item is not None]

    def _item(self, above: QTreeWidgetItem, cells: tuple[str, ...]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, list(cells))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(cell for cell in cells if cell))
        for column, cell in enumerate(cells):
            item.setToolTip(column, cell)
            if self._amounts and column:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        branch = self._branches.get(self.indexOfTopLevelItem(item))
        if branch is not None and branch.twigs is not None and item.childCount() == 0:
            for cells in branch.twigs():
                self._item(item, cells)
        self._fit()

    def _fit(self) -> None:
        """So many rows high, or fewer where there are fewer."""
        first = self.topLevelItem(0)
        row = self.visualItemRect(first).height() if first is not None else self.fontMetrics().height() + UNIT
        items = [self.topLevelItem(place) for place in range(min(self.topLevelItemCount(), ROWS_SHOWN))]
        rows = sum(1 + (item.childCount() if item.isExpanded() else 0) for item in items if item is not None)
        self.setFixedHeight(min(max(rows, 1), ROWS_SHOWN) * row + self.header().sizeHint().height() + HALF)
