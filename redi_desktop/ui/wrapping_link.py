"""A link that takes as many lines as its text needs; a button to the keyboard and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon_side, pixmap
from redi_desktop.ui.theme import HALF, UNIT

_BREAK = "\N{ZERO WIDTH SPACE}"
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WrappingLink(QAbstractButton):
    """A sentence that leads somewhere, with a mark before it: ``arrow-right``, or ``attention`` for a warning."""

    def __init__(self, text: str, parent: QWidget | None = None, *, mark: str = "arrow-right") -> None:
        super().__init__(parent)
        self._mark = ""
        self._rooms: dict[int, QRect] = {}
        self.set_sentence(text, mark)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_sentence(self, text: str, mark: str) -> None:
        """Say something else."""
        if (text, mark) == (self.text(), self._mark):
            return
        self._mark = mark
        self.setText(text)
        self._rooms.clear()
        self.setAccessibleName(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        return self._text_room(width).height() + UNIT

    def sizeHint(self) -> QSize:
        """A comfortable width of text, and the lines that it takes."""
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + self._indent() + UNIT
        width = min(wanted, self.fontMetrics().averageCharWidth() * 44)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(self.fontMetrics().averageCharWidth() * 14, self.fontMetrics().height() + UNIT)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text changes its size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rooms.clear()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark and text, and the ring while it has the focus."""
        painter, colours = QPainter(self), current_colours()
        colour = colours.amber if self._mark == "attention" else colours.accent
        side = icon_side(self)
        top = HALF + (self.fontMetrics().height() - side) // 2
        painter.drawPixmap(HALF, top, pixmap(self._mark, colour, side, self.devicePixelRatioF()))
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(QColor(colours.text if self._mark == "attention" else colours.accent))
        painter.drawText(self._text_room(self.width()), int(_FLAGS), self._breakable(self.width()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _indent(self) -> int:
        return icon_side(self) + UNIT + HALF

    def _text_room(self, width: int) -> QRect:
        """Measured once for each width, for the layouts around ask again and again."""
        if width not in self._rooms:
            room = QRect(self._indent(), HALF, self._across(width), 10_000)
            self._rooms[width] = self.fontMetrics().boundingRect(room, int(_FLAGS), self._breakable(width))
        return self._rooms[width]

    def _across(self, width: int) -> int:
        return max(width - self._indent() - HALF, 1)

    def _breakable(self, width: int) -> str:
        """The text, in which a word that is wider than the link may break after any letter."""
        room, metrics = self._across(width), self.fontMetrics()
        if metrics.averageCharWidth() * len(self.text()) <= room // 2:
            return self.text()
        words = self.text().split(" ")
        return " ".join(word if metrics.horizontalAdvance(word) <= room else _BREAK.join(word) for word in words)
