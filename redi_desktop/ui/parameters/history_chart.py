"""A value through the years as a small picture: one line, the years below it, lowest and highest at its left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.parameters.history import History, Point
from redi_desktop.ui.theme import HALF, UNIT

LINES_HIGH = 7


class HistoryChart(QWidget):
    """Draws a history, and the day that is asked about as an upright line; what it shows is told in words too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = History(())
        self._asked: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_history(self, history: History, name: str, asked: date | None = None) -> None:
        """Show these points; nothing where there are fewer than two."""
        self._history, self._asked = history, asked
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{history.sentence} {history.by_year}")
        self.setVisible(len(history.points) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        """A few lines high."""
        return QSize(UNIT * 40, self.fontMetrics().height() * LINES_HIGH)

    def minimumSizeHint(self) -> QSize:
        """Narrow where it must be, never lower."""
        return QSize(UNIT * 16, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture."""
        super().paintEvent(event)
        points = self._history.points
        if len(points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lowest, highest = (pick(points, key=lambda point: point.value) for pick in (min, max))
        room = self._room((lowest, highest))
        self._draw_frame(painter, room, lowest, highest)
        painter.setPen(QPen(QColor(current_colours().accent), 2))
        painter.drawPolyline(self._line(room, lowest, highest))
        self._draw_asked(painter, room)

    def _room(self, named: tuple[Point, Point]) -> QRectF:
        metrics = self.fontMetrics()
        left = max(metrics.horizontalAdvance(point.words) for point in named) + UNIT
        return QRectF(left, metrics.height() / 2, self.width() - left - UNIT, self.height() - metrics.height() * 2)

    def _draw_frame(self, painter: QPainter, room: QRectF, lowest: Point, highest: Point) -> None:
        colours, height = current_colours(), self.fontMetrics().height()
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for y, words in ((room.top(), highest.words), (room.bottom(), lowest.words)):
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QRectF(0, y - height / 2, room.left() - HALF, height), right, words)
        self._draw_years(painter, room)

    def _draw_years(self, painter: QPainter, room: QRectF) -> None:
        metrics, points = self.fontMetrics(), self._history.points
        first, last = points[0].day.year, points[-1].day.year
        wide, free = metrics.horizontalAdvance("2026") + UNIT, room.left()
        for year in range(first, last + 1):
            x = max(room.left(), self._x(room, date(year, 1, 1)))
            if x >= free and x + wide - UNIT <= self.width():
                painter.drawText(QPointF(x, room.bottom() + metrics.height()), str(year))
                painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + HALF))
                free = x + wide

    def _line(self, room: QRectF, lowest: Point, highest: Point) -> QPolygonF:
        spread = float(highest.value - lowest.value) or 1.0
        line, before = QPolygonF(), 0.0
        for number, point in enumerate(self._history.points):
            x = self._x(room, point.day)
            y = room.bottom() - float(point.value - lowest.value) / spread * room.height()
            if self._history.steps and number:
                line.append(QPointF(x, before))
            line.append(QPointF(x, y))
            before = y
        if self._history.steps:
            line.append(QPointF(room.right(), before))
        return line

    def _x(self, room: QRectF, day: date) -> float:
        points = self._history.points
        first, last = points[0].day, points[-1].day
        days = (last - first).days * (1.04 if self._history.steps else 1) or 1
        return room.left() + (day - first).days / days * room.width()

    def _draw_asked(self, painter: QPainter, room: QRectF) -> None:
        if self._asked is None:
            return
        x = self._x(room, self._asked)
        if room.left() <= x <= room.right():
            painter.setPen(QPen(QColor(current_colours().amber_line), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
