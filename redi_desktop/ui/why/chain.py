"""An explanation as a tree of sentences: each level opens, and its sentences take as many lines as they need."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from redi_desktop.engine.explanation import Explanation
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon_side
from redi_desktop.ui.opening_mark import draw_opening_mark
from redi_desktop.ui.theme import HALF, UNIT
from redi_desktop.words.explanations import sentence

Index = QModelIndex | QPersistentModelIndex


class SentenceDelegate(QStyledItemDelegate):
    """Gives each sentence the height of its lines at the width that its level leaves."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the tree leaves room for, as high as the lines."""
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        margin = 2 * (self._tree.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._tree) + 1)
        width = max(self._tree.viewport().width() - depth * self._tree.indentation() - margin, UNIT * 8)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        lines = self._tree.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), int(flags), str(index.data()))
        return QSize(width, lines.height() + UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Light the sentence that is looked at, softly: it is a text to read."""
        if index == self._tree.currentIndex():
            painter.fillRect(option.rect, QColor(current_colours().accent_soft))
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the style break the lines instead of cutting the text."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        option.textElideMode = Qt.TextElideMode.ElideNone


class Chain(QTreeWidget):
    """The tree; sentences are made when their level is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._nodes: list[Explanation] = []
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self._indent()
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(SentenceDelegate(self))
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.itemExpanded.connect(self._fill)
        self.itemClicked.connect(self._turn)

    def show_explanations(self, roots: tuple[Explanation, ...], names: Mapping[str, str]) -> None:
        """Show these trees; the first level of a single one is open. What was open stays open where it still is."""
        opened, current = self._opened(), self._place(self.currentItem())
        self._names = names
        self.clear()
        self._nodes.clear()
        items = [self._add(self.invisibleRootItem(), root) for root in roots]
        if len(items) == 1:
            items[0].setExpanded(True)
        for place in sorted(opened, key=len):
            self._at(place, open_it=True)
        self.setCurrentItem(self._at(current) or items[0])

    def nodes(self) -> tuple[Explanation, ...]:
        """The step that is looked at with those that it stands under, the outermost first."""
        found: list[Explanation] = []
        item = self.currentItem()
        while item is not None:
            found.insert(0, self._node(item))
            item = item.parent()
        return tuple(found)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A triangle beside the first line of what can be opened."""
        item = self.itemFromIndex(index)
        if self._opens(item):
            middle = rect.top() + HALF + self.fontMetrics().height() / 2
            draw_opening_mark(painter, self, rect, middle, is_open=item.isExpanded())

    def _opens(self, item: QTreeWidgetItem) -> bool:
        return bool(self._node(item).parts)

    def _indent(self) -> None:
        self.setIndentation(icon_side(self) + HALF)

    def changeEvent(self, event: QEvent) -> None:
        """The levels go with the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._indent()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open or close a level, as the right and left arrows do."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self._turn(item)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _add(self, above: QTreeWidgetItem, node: Explanation) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [sentence(node, self._names)])
        # The number of the node and not the node: Qt would make a plain list of a named tuple.
        item.setData(0, Qt.ItemDataRole.UserRole, len(self._nodes))
        self._nodes.append(node)
        if node.parts:
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _node(self, item: QTreeWidgetItem) -> Explanation:
        return self._nodes[int(item.data(0, Qt.ItemDataRole.UserRole))]

    def _fill(self, item: QTreeWidgetItem) -> None:
        if item.childCount() == 0:
            for part in self._node(item).parts:
                self._add(item, part)

    def _turn(self, item: QTreeWidgetItem) -> None:
        item.setExpanded(not item.isExpanded())

    def _opened(self) -> list[tuple[int, ...]]:
        """The places of the open levels, as the numbers of the branches that lead there."""
        found: list[tuple[int, ...]] = []
        waiting = _below(self.invisibleRootItem())
        while waiting:
            item = waiting.pop()
            if item.isExpanded():
                found.append(self._place(item))
                waiting += _below(item)
        return found

    def _place(self, item: QTreeWidgetItem | None) -> tuple[int, ...]:
        place: list[int] = []
        while item is not None:
            above = item.parent()
            place.insert(0, (above or self.invisibleRootItem()).indexOfChild(item))
            item = above
        return tuple(place)

    def _at(self, place: tuple[int, ...], *, open_it: bool = False) -> QTreeWidgetItem | None:
        item = self.invisibleRootItem()
        for number in place:
            below = _below(item)
            if number >= len(below):
                return None
            item = below[number]
            if open_it:
                item.setExpanded(True)
        return item if place else None


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(number) for number in range(item.childCount()))
    return [child for child in children if child is not None]
