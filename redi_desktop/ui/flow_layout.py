"""A row that goes on below when it is full: related fields, buttons of a choice, at any size of text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places its items from left to right at their preferred width, and begins a new line where one does not fit.

    Where it is ``even``, all take as much room as the widest: those of the next line stand below those of the first.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, even: bool = False) -> None:
        self._even = even
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._sizes: dict[str, QSize] = {}
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item, at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at that place, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of the item at that place."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more room than its items."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width; measured once, for the layouts around ask again and again."""
        if width not in self._heights:
            self._heights[width] = self._arranged(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something changed its size: measure again."""
        self.forget_sizes()
        super().invalidate()

    def forget_sizes(self) -> None:
        """Measure again when next asked, without a word to the layouts around."""
        self._heights.clear()
        self._sizes.clear()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arranged(rect, move=True)

    def sizeHint(self) -> QSize:
        """All items on one line."""
        if "hint" not in self._sizes:
            shown = [item.sizeHint() for item in self._shown()]
            width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
            height = max((size.height() for size in shown), default=0)
            self._sizes["hint"] = self._with_margins(QSize(width, height))
        return self._sizes["hint"]

    def minimumSize(self) -> QSize:
        """The widest item alone on its line."""
        if "least" not in self._sizes:
            size = QSize()
            for item in self._shown():
                size = size.expandedTo(item.minimumSize())
            self._sizes["least"] = self._with_margins(size)
        return self._sizes["least"]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _preferred_width(self, item: QLayoutItem) -> int:
        """What an item would like, by itself."""
        return item.sizeHint().width()

    def _column_width(self) -> int:
        """What each item takes at least."""
        return max(map(self._preferred_width, self._shown()), default=0) if self._even else 0

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines, moving the items or only measuring; gives the whole height."""
        if self._even:
            return self._arranged_in_columns(rect, move=move)
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        x, y, line_height = inside.x(), inside.y(), 0
        for item in self._shown():
            width = min(item.sizeHint().width(), max(inside.width(), item.minimumSize().width()))
            if x > inside.x() and x + width > inside.right() + 1:
                x, y, line_height = inside.x(), y + line_height + self.spacing(), 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self.spacing()
            line_height = max(line_height, height)
        return y + line_height - rect.y() + margins.bottom()

    def _arranged_in_columns(self, rect: QRect, *, move: bool) -> int:
        """The same for items of one width; those of a line are as high as the highest, so that their feet agree."""
        margins, items, column = self.contentsMargins(), self._shown(), self._column_width()
        inside = rect.marginsRemoved(margins)
        column = min(column, max(inside.width(), self.minimumSize().width()))
        in_a_line = max(1, (inside.width() + self.spacing()) // max(1, column + self.spacing()))
        y = inside.y()
        for first in range(0, len(items), in_a_line):
            line = items[first : first + in_a_line]
            height = max(_height(item, column) for item in line)
            for place, item in enumerate(line if move else ()):
                item.setGeometry(QRect(inside.x() + place * (column + self.spacing()), y, column, height))
            y += height + self.spacing()
        return max(y - self.spacing(), inside.y()) - rect.y() + margins.bottom()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
