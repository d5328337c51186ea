"""How a line of the timeline is drawn: hour, sign and word, what more there is to say, and figures at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from redi_desktop.ui.case_care.timeline_model import TimelineModel
from redi_desktop.ui.case_care.timeline_words import Event, Fact
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import pixmap
from redi_desktop.ui.theme import HALF, UNIT

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WRAPPED = _LEFT | int(Qt.TextFlag.TextWordWrap)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_HIGHEST = 10_000


class TimelineDelegate(QStyledItemDelegate):
    """Draws an event; the first of a day below the day."""

    def __init__(self, view: QListView, model: TimelineModel) -> None:
        super().__init__(view)
        self._view, self._events = view, model
        self._heights: dict[tuple[int, int], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines at the width that there is."""
        width = self._view.viewport().width()
        return QSize(width, self.height_of(index.row(), width))

    def forget_heights(self) -> None:
        """Other events, or another size of text."""
        self._heights.clear()

    def height_of(self, row: int, width: int) -> int:
        """The height of an event; measured once, for the view and the layouts around ask again and again."""
        if (row, width) not in self._heights:
            self._heights[row, width] = self._measured(row, width)
        return self._heights[row, width]

    def _measured(self, row: int, width: int) -> int:
        event, line = self._events.event_at(row), self._view.fontMetrics().height()
        facts = sum(self._fact_height(event, fact, width) for fact in event.facts)
        return self._day_height(row) + HALF + line + facts + UNIT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one event."""
        row, colours = index.row(), current_colours()
        event, metrics = self._events.event_at(row), self._view.fontMetrics()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_day(painter, row, option.rect)
        body = option.rect.adjusted(0, self._day_height(row), 0, -1)
        self._draw_rings(painter, option, body)
        room = body.adjusted(UNIT, HALF, -UNIT, -HALF)
        painter.setFont(self._view.font())
        painter.setPen(QColor(colours.quiet))
        painter.drawText(room, _LEFT, event.hours)
        side = metrics.ascent()
        place = room.topLeft() + QRect(0, 0, self._hours_width(), 0).topRight()
        sign = pixmap(event.icon, colours.accent, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(place.x(), place.y() + (metrics.height() - side) // 2, sign)
        words = room.adjusted(self._indent() - UNIT, 0, 0, 0)
        painter.setFont(self._strong())
        painter.setPen(QColor(colours.text))
        painter.drawText(words, _LEFT, event.what)
        self._draw_facts(painter, event, words.adjusted(0, metrics.height(), 0, 0), option.rect.width())
        painter.restore()

    def _draw_facts(self, painter: QPainter, event: Event, room: QRect, width: int) -> None:
        colours = current_colours()
        for fact in event.facts:
            painter.setFont(self._view.font())
            painter.setPen(QColor(colours.quiet))
            painter.drawText(room.adjusted(0, 0, -self._figures_width(event), 0), _WRAPPED, fact.text)
            painter.setFont(self._strong() if fact is event.facts[0] else self._view.font())
            painter.setPen(QColor(colours.amber if fact.is_missing else colours.text))
            painter.drawText(room, _RIGHT, fact.figure)
            room = room.adjusted(0, self._fact_height(event, fact, width), 0, 0)

    def _draw_day(self, painter: QPainter, row: int, rect: QRect) -> None:
        colours, height = current_colours(), self._day_height(row)
        if height:
            painter.setFont(self._strong())
            painter.setPen(QColor(colours.text))
            room = QRect(rect.left(), rect.top(), rect.width(), height - HALF)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), self._events.day(row)
            )
        painter.setPen(QColor(colours.line))
        above = rect.top() + height
        painter.drawLine(rect.left(), above, rect.right(), above)

    def _draw_rings(self, painter: QPainter, option: QStyleOptionViewItem, body: QRect) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(current_colours().accent), 2))
            painter.drawRoundedRect(body.adjusted(1, 2, -1, -1), 4, 4)

    def _day_height(self, row: int) -> int:
        """The room for the day above the first event of it."""
        if not self._events.day(row):
            return 0
        return self._view.fontMetrics().height() + HALF + (UNIT * 2 if row else 0)

    def _fact_height(self, event: Event, fact: Fact, width: int) -> int:
        room = QRect(0, 0, max(width - self._indent() - UNIT - self._figures_width(event), UNIT), _HIGHEST)
        return self._view.fontMetrics().boundingRect(room, _WRAPPED, fact.text).height()

    def _figures_width(self, event: Event) -> int:
        across = QFontMetrics(self._strong()).horizontalAdvance
        widest = max((across(fact.figure) for fact in event.facts), default=0)
        return widest + 2 * UNIT if widest else 0

    def _hours_width(self) -> int:
        return self._view.fontMetrics().horizontalAdvance("00:00\N{EN DASH}00:00") + 2 * UNIT

    def _indent(self) -> int:
        """Where the words begin."""
        return UNIT + self._hours_width() + self._view.fontMetrics().ascent() + UNIT

    def _strong(self) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
