"""Related fields beside each other: their editors stand on one line whatever the length of the names above them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from redi_desktop.ui.fields import Field
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.theme import HALF, UNIT, characters_wide

LONGEST_NAME = 30
"""Characters up to which the name of a field stays on one line."""


class FieldLine(FlowLayout):
    """Places fields from left to right and begins a new line where one does not fit.

    Names of different heights are aligned at their foot; what bears no name above (a box to tick, a button) stands
    beside the editors.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(spacing=UNIT * 2)
        for widget in widgets:
            self.addWidget(widget)

    def _arranged(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        y = inside.y()
        for number, line in enumerate(self._lines(inside.width())):
            y += UNIT * 3 // 2 if number else 0
            y += self._set_line(line, inside.x(), y, move=move)
        return y - rect.y() + margins.bottom()

    def _lines(self, width: int) -> Iterator[list[tuple[QLayoutItem, int]]]:
        line: list[tuple[QLayoutItem, int]] = []
        used = 0
        for item in self._shown():
            wanted = min(_preferred_width(item), max(width, item.minimumSize().width()))
            if line and used + self.spacing() + wanted > width:
                yield line
                line, used = [], 0
            used += wanted + (self.spacing() if line else 0)
            line.append((item, wanted))
        if line:
            yield line

    def _set_line(self, line: list[tuple[QLayoutItem, int]], x: int, y: int, *, move: bool) -> int:
        foot = max(_name_height(item, width) for item, width in line)
        height = 0
        for item, width in line:
            down = foot - _name_height(item, width)
            own = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(QRect(x, y + down, width, own))
            x += width + self.spacing()
            height = max(height, down + own)
        return height


def _preferred_width(item: QLayoutItem) -> int:
    """The widget's own, but wide enough for a name that is not long."""
    width, widget = item.sizeHint().width(), item.widget()
    if isinstance(widget, Field) and not widget.label.isHidden():
        metrics = widget.label.fontMetrics()
        name = metrics.horizontalAdvance(widget.label.text()) + metrics.averageCharWidth()
        if name <= characters_wide(metrics, LONGEST_NAME):
            return max(width, name)
    return width


def _name_height(item: QLayoutItem, width: int) -> int:
    """How far below its top the editor of a field begins."""
    widget = item.widget()
    if not isinstance(widget, Field) or widget.label.isHidden():
        return 0
    return max(widget.label.heightForWidth(width), widget.label.minimumSizeHint().height()) + HALF
