"""The worker's cases as the list shows them: ten thousand of them cost no more than the few on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from redi_desktop.casefile.deadlines import Deadline, Urgency
from redi_desktop.casefile.model import Status
from redi_desktop.formatting import date_short
from redi_desktop.i18n import _
from redi_desktop.ui.case_views import waiting
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.counted_rows import CountedRows, Index
from redi_desktop.ui.deadline_words import short_words, spoken_words
from redi_desktop.ui.icons import pixmap
from redi_desktop.ui.theme import HALF, UNIT
from redi_desktop.words.vocabulary import label

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary

SUMMARY = Qt.ItemDataRole.UserRole
DETAILS = Qt.ItemDataRole.UserRole + 1
URGENCY = Qt.ItemDataRole.UserRole + 2
"""How soon it is what waits first; None where nothing does."""


class CaseModel(CountedRows):
    """The summaries that the vault gave, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._cases: tuple[CaseSummary, ...] = ()
        self._today: Callable[[], date] = date.today

    def know_day(self, today: Callable[[], date]) -> None:
        """Say below each name how soon it is what waits in the case."""
        self._today = today

    def set_cases(self, cases: tuple[CaseSummary, ...]) -> None:
        """Show these."""
        self._cases = cases
        self.count_anew(len(cases))

    @property
    def cases(self) -> tuple[CaseSummary, ...]:
        """The cases in the order in which they are shown."""
        return self._cases

    def refresh(self) -> None:
        """The words below each name are said again."""
        if self._cases:
            self.dataChanged.emit(self.index(0), self.index(len(self._cases) - 1))

    def index_of(self, case_id: str) -> QModelIndex:
        """Where a case stands; an invalid index where it is not shown."""
        place = next((place for place, case in enumerate(self._cases) if case.id == case_id), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, what a screen reader says, or the whole summary."""
        case = self._cases[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(case)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{title_of(case)}, {' · '.join(self._details(case, spoken_words))}"
        if role == DETAILS:
            return self._details(case, short_words)
        if role == URGENCY:
            deadline = waiting(case)
            return deadline.urgency(self._today()) if deadline is not None else None
        return case if role == SUMMARY else None

    def _details(self, case: CaseSummary, words: Callable[[Deadline, date], str]) -> tuple[str, ...]:
        deadline = waiting(case)
        return details_of(case, words(deadline, self._today()) if deadline is not None else "")


def title_of(case: CaseSummary) -> str:
    """What a case is called."""
    return case.title or _("Case without a name")


def details_of(case: CaseSummary, deadline: str = "") -> tuple[str, ...]:
    """What waits, or else the status where it is not the usual one and the day of the last change; and the reference.

    What matters most comes first: a narrow list leaves the last ones out.
    """
    reference = case.reference if case.reference != case.title else ""
    status = label(case.status) if case.status is not Status.OPEN else ""
    parts = (deadline, reference) if deadline else (reference, status, date_short(case.changed_at.date()))
    return tuple(part for part in parts if part)


def fitting(parts: tuple[str, ...], metrics: QFontMetrics, width: int) -> str:
    """As many of the details, from the first one on, as have room whole; the first is shown whatever its length."""
    text, *others = parts or ("",)
    for part in others:
        longer = f"{text} · {part}"
        if metrics.horizontalAdvance(longer) > width:
            break
        text = longer
    return text


class CaseDelegate(QStyledItemDelegate):
    """Draws a case in two lines: its name, and its details in a smaller, quieter text."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of the font in use; as wide as the list."""
        font = option.font
        height = QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 2 * UNIT
        return QSize(UNIT * 10, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one case; the open one has a bar at its left and a bold name."""
        case: CaseSummary = index.data(SUMMARY)
        colours = current_colours()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font = QFont(option.font)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.accent_soft))
        if chosen:
            painter.fillRect(rect.x(), rect.y(), HALF - 1, rect.height(), QColor(colours.accent))
        inside = rect.adjusted(UNIT + HALF, UNIT, -UNIT, -UNIT)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        _draw_line(painter, font, QColor(colours.text), inside, title_of(case))
        below = inside.translated(0, QFontMetrics(font).height())
        self._draw_details(painter, _small(font), below, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @staticmethod
    def _draw_details(painter: QPainter, font: QFont, room: QRect, index: Index) -> None:
        """The second line: bold where something presses, after a mark where it should have been done."""
        colours, urgency = current_colours(), index.data(URGENCY)
        presses = urgency is not None and Urgency(urgency).presses
        font.setWeight(QFont.Weight.DemiBold if presses else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        if urgency in (Urgency.PAST, Urgency.TODAY):
            side = metrics.ascent()
            top = room.top() + (metrics.height() - side) // 2
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(room.left(), top, pixmap("attention", colours.amber, side, ratio))
            room = room.adjusted(side + HALF, 0, 0, 0)
        text = fitting(index.data(DETAILS), metrics, room.width())
        _draw_line(painter, font, QColor(colours.amber if presses else colours.quiet), room, text)


def _draw_line(painter: QPainter, font: QFont, colour: QColor, room: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), fitting)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 9.5 / 10.5)
    small.setWeight(QFont.Weight.Normal)
    return small
