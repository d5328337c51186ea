"""Related fields beside each other: their editors stand on one line whatever the length of the names above them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from redi_desktop.ui.fields import Field
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.theme import HALF, UNIT, characters_wide

LONGEST_NAME = 38
"""Characters up to which the name of a field stays on one line."""


class Placed(NamedTuple):
    """Where a field stands, counted from the corner of its line's layout."""

    item: QLayoutItem
    x: int
    y: int
    width: int
    height: int


class Wanted(NamedTuple):
    """A field with the width that it takes in its line, and the height of the name above it."""

    item: QLayoutItem
    width: int
    name: int


class FieldLine(FlowLayout):
    """Places fields from left to right and begins a new line where one does not fit.

    Names of different heights are aligned at their foot; what bears no name above (a box to tick, a button) stands
    beside the editors. The last field of a line has the rest of it for its help.
    """

    def __init__(self, *widgets: QWidget, even: bool = False) -> None:
        self._measured: dict[int, tuple[Placed, ...]] = {}
        super().__init__(spacing=UNIT * 2, even=even)
        for widget in widgets:
            self.addWidget(widget)

    def forget_sizes(self) -> None:
        """Measure again when next asked, without a word to the layouts around."""
        self._measured.clear()
        super().forget_sizes()

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        placed = self._measured.get(inside.width())
        if placed is None:
            placed = self._measured[inside.width()] = tuple(self._places(inside.width()))
        if move:
            for item, x, y, width, height in placed:
                item.setGeometry(QRect(inside.x() + x, inside.y() + y, width, height))
        bottom = max((place.y + place.height for place in placed), default=0)
        return margins.top() + bottom + margins.bottom()

    def _places(self, width: int) -> Iterator[Placed]:
        y = 0
        for narrow in self._lines(width):
            line = self._filled(narrow, width)
            foot = max(name for _item, _wanted, name in line)
            x, bottom = 0, y
            for item, wanted, name in line:
                height = item.heightForWidth(wanted) if item.hasHeightForWidth() else item.sizeHint().height()
                yield Placed(item, x, y + foot - name, wanted, height)
                x += wanted + self.spacing()
                bottom = max(bottom, y + foot - name + height)
            y = bottom + UNIT * 3 // 2

    def _filled(self, line: list[Wanted], width: int) -> list[Wanted]:
        """The line with its last field as wide as the rest of it, where that helps: its name may need fewer lines."""
        item, wanted, _name = line[-1]
        if not _can_be_wider(item):
            return line
        taken = sum(before + self.spacing() for _item, before, _height in line[:-1])
        wanted = max(wanted, width - taken)
        return [*line[:-1], Wanted(item, wanted, _name_height(item, wanted))]

    def _lines(self, width: int) -> Iterator[list[Wanted]]:
        """The fields of each line."""
        line: list[Wanted] = []
        used = 0
        column = self._column_width()
        for item in self._shown():
            wanted = min(max(column, self._preferred_width(item)), max(width, item.minimumSize().width()))
            if line and used + self.spacing() + wanted > width:
                yield line
                line, used = [], 0
            used += wanted + (self.spacing() if line else 0)
            line.append(Wanted(item, wanted, _name_height(item, wanted)))
        if line:
            yield line

    def _preferred_width(self, item: QLayoutItem) -> int:
        """The widget's own, but wide enough for a name that is not long."""
        width, widget = item.sizeHint().width(), item.widget()
        if isinstance(widget, Field) and not widget.label.isHidden():
            metrics = widget.label.fontMetrics()
            name = metrics.horizontalAdvance(widget.label.text()) + metrics.averageCharWidth()
            if name <= characters_wide(metrics, LONGEST_NAME):
                return max(width, name)
        return width


def _can_be_wider(item: QLayoutItem) -> bool:
    """Whether more room helps what is said below the editor, and leaves the editor as it is."""
    widget = item.widget()
    return isinstance(widget, Field) and not widget.wide


def _name_height(item: QLayoutItem, width: int) -> int:
    """How far below its top the editor of a field begins."""
    widget = item.widget()
    if not isinstance(widget, Field) or widget.label.isHidden():
        return 0
    return max(widget.label.heightForWidth(width), widget.label.minimumSizeHint().height()) + HALF
