"""The worker's cases as the list shows them: ten thousand of them cost no more than the few on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from redi_desktop.casefile.model import Status
from redi_desktop.formatting import date_short
from redi_desktop.i18n import _
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.theme import HALF, UNIT
from redi_desktop.words.vocabulary import label

if TYPE_CHECKING:
    from redi_desktop.store.cases import CaseSummary

SUMMARY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class CaseModel(QAbstractListModel):
    """The summaries that the vault gave, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._cases: tuple[CaseSummary, ...] = ()

    def set_cases(self, cases: tuple[CaseSummary, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._cases = cases
        self.endResetModel()

    def retranslate(self) -> None:
        """The words below each name are said again."""
        if self._cases:
            self.dataChanged.emit(self.index(0), self.index(len(self._cases) - 1))

    def index_of(self, case_id: str) -> QModelIndex:
        """Where a case stands; an invalid index where it is not shown."""
        place = next((place for place, case in enumerate(self._cases) if case.id == case_id), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many cases are shown."""
        return 0 if parent.isValid() else len(self._cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, what a screen reader says, or the whole summary."""
        case = self._cases[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(case)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{title_of(case)}, {details_of(case)}"
        return case if role == SUMMARY else None


def title_of(case: CaseSummary) -> str:
    """What a case is called."""
    return case.title or _("Case without a name")


def details_of(case: CaseSummary) -> str:
    """Reference, status where it is not the usual one, and the day of the last change."""
    parts = [case.reference if case.reference != case.title else ""]
    parts.append(label(case.status) if case.status is not Status.OPEN else "")
    parts.append(date_short(case.changed_at.date()))
    return " · ".join(part for part in parts if part)


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
        _draw_line(painter, _small(font), QColor(colours.quiet), below, details_of(case))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


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
