"""Widgets below each other, laid out again only where one of them really takes more or less room.

Qt’s own boxes hand each change of a text on to all layouts around them, which then measure the whole page again and
again while somebody types. This column asks first whether anything would stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from redi_desktop.ui.flow_layout import FlowLayout

Measure: TypeAlias = "tuple[int, ...] | None"
"""What matters of an item to those around it: its height, its width where it has one of its own, those inside a line.

``None``: a layout of Qt's own, which measures its widgets anew only when everything is laid out again.
"""


_WHOLE_WIDTH = Qt.AlignmentFlag(0)


class ColumnLayout(QLayout):
    """Gives every item the whole width, or where it is aligned its own, and the height that it wants there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._items: list[QLayoutItem] = []
        self._placed: tuple[Measure, ...] = ()
        self._sizes: dict[str, QSize] = {}
        self._looks_soon = False
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item, at the end."""
        self._items.append(item)
        self.invalidate()

    def addWidget(self, w: QWidget, *, alignment: Qt.AlignmentFlag = _WHOLE_WIDTH) -> None:
        """Take a widget; one that is aligned keeps its own width."""
        super().addWidget(w)
        if alignment:
            self._items[-1].setAlignment(alignment)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Take a widget at a place, or move it there."""
        if self.indexOf(widget) >= 0:
            self.removeWidget(widget)
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def addLayout(self, layout: QLayout) -> None:
        """Take a line of widgets."""
        self.insertLayout(len(self._items), layout)

    def insertLayout(self, place: int, layout: QLayout) -> None:
        """Take a line of widgets at a place."""
        self.addChildLayout(layout)
        self._items.insert(place, layout)
        self.invalidate()

    def addSpacing(self, height: int) -> None:
        """Leave so much room instead of the usual one."""
        self.addItem(QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed))

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at that place, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of the item at that place."""
        taken = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return taken

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more room than its items."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all items at that width; Qt remembers that of each until it changes."""
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        heights = sum(gap + height for _item, height, gap in self._shown(inside))
        return heights + margins.top() + margins.bottom()

    def minimumHeightForWidth(self, width: int) -> int:
        """Nothing in it is ever squeezed."""
        return self.heightForWidth(width)

    def invalidate(self) -> None:
        """Something changed: once all that is about to change has, the layouts around hear of it where they must."""
        self._sizes.clear()
        if not self._placed or not self.isEnabled() or len(self._placed) != len(self._items) + 1:
            self._lay_out_again()
        elif not self._looks_soon:
            self._looks_soon = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))

    def customEvent(self, _event: QEvent) -> None:
        """Look whether anything would stand elsewhere; this comes before the window is painted."""
        self._looks_soon = False
        measured = self._measured() if self._placed else ()
        if None in measured or measured != self._placed:
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        self._placed = ()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.y()
        for item, height, gap in self._shown(inside.width()):
            item.setGeometry(QRect(inside.x(), y + gap, inside.width(), height))
            y += gap + height
        if not (self._placed and self._looks_soon):  # what has changed since must still be told to those around
            self._placed = self._measured()

    def sizeHint(self) -> QSize:
        """As wide as the widest item would like to be."""
        if "hint" not in self._sizes:
            self._sizes["hint"] = self._around([(item, item.sizeHint()) for item in self._in_sight()])
        return self._sizes["hint"]

    def minimumSize(self) -> QSize:
        """As narrow as the widest item may become."""
        if "least" not in self._sizes:
            self._sizes["least"] = self._around([(item, item.minimumSize()) for item in self._in_sight()])
        return self._sizes["least"]

    def _in_sight(self) -> Iterator[QLayoutItem]:
        """The items that are not hidden."""
        return (item for item in self._items if item.spacerItem() is not None or not item.isEmpty())

    def _shown(self, width: int) -> Iterator[tuple[QLayoutItem, int, int]]:
        """The items in sight, each with its height at a width and the gap above it."""
        items = list(self._in_sight())
        heights = [_height(item, width) for item in items]
        return zip(items, heights, self._gaps(items, heights), strict=True)

    def _gaps(self, items: list[QLayoutItem], heights: list[int]) -> Iterator[int]:
        """The gap above each item: none beside a spacer, and none for one in which all is hidden."""
        follows = False
        for item, height in zip(items, heights, strict=True):
            is_space = item.spacerItem() is not None
            yield self.spacing() if follows and height and not is_space else 0
            follows = not is_space and (follows or height > 0)

    def _around(self, sizes: list[tuple[QLayoutItem, QSize]]) -> QSize:
        margins = self.contentsMargins()
        heights = [size.height() for _item, size in sizes]
        width = max((size.width() for _item, size in sizes), default=0)
        height = sum(heights) + sum(self._gaps([item for item, _size in sizes], heights))
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _measured(self) -> tuple[Measure, ...]:
        """What the layouts around would notice, at the width in use."""
        width = self.geometry().marginsRemoved(self.contentsMargins()).width()
        least = max((item.minimumSize().width() for item in self._items if not item.isEmpty()), default=0)
        return (*(_measure(item, width) for item in self._items), (least,))


def _height(item: QLayoutItem, width: int) -> int:
    """The height that an item wants at a width."""
    if item.alignment():
        width = min(width, item.sizeHint().width())
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _measure(item: QLayoutItem, width: int) -> Measure:
    if item.isEmpty():
        return ()
    line = item.layout()
    if isinstance(line, FlowLayout):
        line.forget_sizes()
        inside = (line.itemAt(place) for place in range(line.count()))
        widths = tuple(one.sizeHint().width() for one in inside if one is not None and not one.isEmpty())
        return (_height(item, width), *widths)
    if line is not None:
        return None
    return (_height(item, width), item.sizeHint().width() if item.alignment() else 0)
