"""A table of amounts: each that can be asked about answers « why? » to a click, Enter or Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.pages.amount_model import AmountModel, Line
from redi_desktop.ui.theme import HALF, UNIT

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ASKING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class AmountDelegate(QStyledItemDelegate):
    """Draws names and amounts; what can be asked about is lit under the mouse and ringed under the cursor."""

    def __init__(self, table: AmountTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        model, colours = self._table.amounts, current_colours()
        cell, room = model.cell(index), option.rect.adjusted(HALF, 0, -UNIT, 0)
        painter.save()
        font = self._table.font()
        font.setBold(model.is_total(index) or (model.narrow and cell is None))
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        if cell is None:
            painter.drawText(room, int(_LEFT), model.name(index))
        else:
            if cell.asked is not None:
                self._light(painter, option)
            cents = painter.fontMetrics().horizontalAdvance(cell.cents)
            painter.drawText(room.adjusted(0, 0, -cents, 0), int(_RIGHT), cell.euros)
            painter.setPen(QColor(colours.quiet))
            painter.drawText(room, int(_RIGHT), cell.cents)
        if model.is_total(index) or not model.narrow or cell is not None:
            painter.setPen(QColor(colours.line))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _light(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, frame = current_colours(), option.rect.adjusted(1, 1, -2, -2)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(frame, QColor(colours.accent_soft))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(frame, 4, 4)
            painter.setPen(QColor(colours.text))


class AmountHeader(QHeaderView):
    """The names of the columns, quiet, in line with what stands below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)

        self._lines = 1

    def set_lines(self, lines: int) -> None:
        """On how many lines the longest name stands."""
        self._lines = lines

    def sizeHint(self) -> QSize:
        """As high as a line of the table, and the further lines of a long name."""
        metrics = self.fontMetrics()
        return QSize(super().sizeHint().width(), row_height(metrics) + (self._lines - 1) * metrics.lineSpacing())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one name."""
        model, colours = self.model(), current_colours()
        text = model.headerData(section, Qt.Orientation.Horizontal)
        side = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        painter.save()
        painter.setPen(QColor(colours.quiet))
        beside = side & ~int(Qt.AlignmentFlag.AlignVCenter)
        flags = beside | int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(rect.adjusted(HALF, 0, -UNIT, -(UNIT + HALF) // 2), flags, text)
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def row_height(metrics: QFontMetrics) -> int:
    """The height of a line of the table at that size of text."""
    return metrics.height() + UNIT + HALF


def broken(heading: str, lines: int) -> list[str]:
    """The heading on one line, or on two of which the longer is as short as can be."""
    words = heading.split()
    if lines == 1 or len(words) < 2:
        return [heading]
    ways = [[" ".join(words[:place]), " ".join(words[place:])] for place in range(1, len(words))]
    return min(ways, key=lambda way: max(map(len, way)))


class AmountTable(QTableView):
    """As high as its lines; where the columns have no room beside them the names go above the amounts."""

    asked = Signal(object)

    def __init__(self, amounts: AmountModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amounts = amounts
        amounts.setParent(self)
        self.setModel(amounts)
        self.setItemDelegate(AmountDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header = AmountHeader(self)
        self.setHorizontalHeader(self._header)
        self.amounts.modelReset.connect(self.fit)
        self.clicked.connect(self._ask)

    def name(self, words: str) -> None:
        """What a screen reader calls the table, and the row of its column names."""
        self.setAccessibleName(words)
        self.horizontalHeader().setAccessibleName(words)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; nothing is measured again while they stay the same."""
        if self.amounts.show_lines(lines):
            self.fit()

    def sizeHint(self) -> QSize:
        """All lines, and the heading."""
        rows = self.amounts.rowCount() * row_height(self.fontMetrics())
        return QSize(UNIT * 40, rows + self.horizontalHeader().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Narrow where it must be, never lower."""
        return QSize(UNIT * 20, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text changes its size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor begins at the first amount retained."""
        if not self.currentIndex().isValid():  # before Qt puts it on the first name
            narrow = self.amounts.narrow
            self.setCurrentIndex(self.amounts.index(1 if narrow else 0, 2 if narrow else 3))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask about the amount under the cursor."""
        if event.key() in _ASKING and not event.modifiers():
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be asked about."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        cell = self.amounts.cell(index) if index.isValid() else None
        pointing = cell is not None and cell.asked is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def _ask(self, index: QModelIndex) -> None:
        cell = self.amounts.cell(index) if index.isValid() else None
        if cell is not None and cell.asked is not None:
            self.asked.emit(cell.asked)

    def fit(self) -> None:
        """Columns, lines and height for the width that there is."""
        model, width = self.amounts, self.viewport().width()
        lines, narrow, (names, *amounts) = self._fitting(width)
        self._header.set_lines(lines)
        model.set_narrow(narrow)
        spare = max(0, width - sum(amounts) - (0 if model.narrow else names)) // (
            model.amount_columns + (not model.narrow)
        )
        widths = [amount + spare for amount in amounts]
        for column, wanted in enumerate(widths if model.narrow else [width - sum(widths), *widths]):
            self.setColumnWidth(column, wanted)
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))
        self._span_names()
        self.updateGeometries()
        self.updateGeometry()

    def _span_names(self) -> None:
        self.clearSpans()
        if self.amounts.narrow:
            for row in range(0, self.amounts.rowCount(), 2):
                self.setSpan(row, 0, 1, self.amounts.amount_columns)

    def _fitting(self, width: int) -> tuple[int, bool, list[int]]:
        """On how many lines the headings stand, whether names go above the amounts, and the widths of the columns."""
        ways = [self._wanted_widths(lines) for lines in (1, 2)]
        for narrow in (False, True):
            for lines, wanted in enumerate(ways, start=1):
                if sum(wanted[narrow:]) <= width:
                    return lines, narrow, wanted
        return 2, True, ways[1]

    def _wanted_widths(self, lines: int) -> list[int]:
        """The widest name, and the widest amount or heading of each column, with the space around them.

        ``lines`` is on how many a heading may stand.
        """
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        shown, headers = self.amounts.lines(), self.amounts.headers()
        columns = [[headers[0], *(line.name for line in shown)]]
        for place, header in enumerate(headers[1:]):
            columns.append([*broken(header, lines), *(line.cells[place].text for line in shown)])
        return [max(map(metrics.horizontalAdvance, texts)) + 2 * UNIT for texts in columns]
