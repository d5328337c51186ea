"""The triangle before what can be opened in a tree, as large as its text: the style's own stays as small as ever."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTreeView

from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon_side


def draw_opening_mark(painter: QPainter, tree: QTreeView, rect: QRect, middle: float, *, is_open: bool) -> None:
    """Draw it at the right of the room that the tree leaves for it, at that height; downwards where it is open."""
    side = icon_side(tree) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.right() - min(side, rect.width() / 2), middle)
    painter.rotate(90 if is_open else 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_colours().quiet))
    painter.drawPolygon([QPointF(-side / 3, -side / 2), QPointF(side / 2, 0), QPointF(-side / 3, side / 2)])
    painter.restore()
