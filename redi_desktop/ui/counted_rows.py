"""A list model whose rows Qt counts itself: a view asks for their number at every row that it lays out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

Index = QModelIndex | QPersistentModelIndex


class CountedRows(QStringListModel):
    """Knows how many rows there are, and nothing of what is in them: who derives from it says that in ``data``."""

    _FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def count_anew(self, count: int) -> None:
        """There are so many other rows now."""
        self.setStringList([""] * count)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be chosen; nothing is typed into it or moved to it."""
        return self._FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags
