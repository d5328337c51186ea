"""One step of the rail: its sign, its name and its state."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from redi_desktop.casefile.steps import Step, StepState
from redi_desktop.i18n import _
from redi_desktop.ui.colours import Colours, current_colours
from redi_desktop.ui.icons import icon_side, pixmap
from redi_desktop.ui.theme import HALF, UNIT
from redi_desktop.words.vocabulary import label

SIGNS = {
    StepState.EMPTY: "step-empty",
    StepState.STARTED: "step-started",
    StepState.DONE: "step-done",
    StepState.WRONG: "attention",
}
NEIGHBOURS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def sign_colour(state: StepState, colours: Colours) -> str:
    """The colour of a state's sign; the sign itself differs too."""
    if state is StepState.WRONG:
        return colours.brick
    return colours.border if state is StepState.EMPTY else colours.accent


def state_words(step: Step, state: StepState) -> str:
    """A step and its state."""
    return _("{step}: {state}").format(step=label(step), state=label(state))


class StepButton(QAbstractButton):
    """One step: its sign, its name, and its state in a smaller word below."""

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self._state = StepState.EMPTY
        self._compact = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_state(self, state: StepState) -> None:
        """Show another state."""
        if state is not self._state:
            self._state = state
            self.retranslate()

    def set_compact(self, compact: bool) -> None:
        """Show the sign and the name alone: the state is then said by the sign, the tip and the screen reader."""
        if compact is self._compact:
            return
        self._compact = compact
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say name and state in the language in use."""
        self.setText(label(self.step))
        words = state_words(self.step, self._state)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def width_in_words(self) -> int:
        """The width that the name and the state take; bold included."""
        state = QFontMetrics(self._small()).horizontalAdvance(label(self._state))
        return max(self.width_by_name(), state + self._indent() + UNIT)

    def width_by_name(self) -> int:
        """The width that the name alone takes; bold included."""
        return QFontMetrics(self._bold()).horizontalAdvance(self.text()) + self._indent() + UNIT

    def sizeHint(self) -> QSize:
        """Wide and high enough for what is shown."""
        height = self.fontMetrics().height() + UNIT + HALF
        if self._compact:
            return QSize(self.width_by_name(), height)
        return QSize(self.width_in_words(), height + QFontMetrics(self._small()).height())

    def minimumSizeHint(self) -> QSize:
        """The same: the rail goes on below instead."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text changes its size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the step as the space bar does; the arrows are the rail's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in NEIGHBOURS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the step; the one that is open has a bar below and a bold name."""
        painter, colours = QPainter(self), current_colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isChecked():
            painter.fillRect(self.rect(), QColor(colours.accent_soft))
        side = icon_side(self)
        sign = pixmap(SIGNS[self._state], sign_colour(self._state, colours), side, self.devicePixelRatioF())
        line = self.fontMetrics().height()
        painter.drawPixmap(UNIT, HALF + (line - side) // 2, sign)
        room = QRect(self._indent(), HALF, self.width() - self._indent(), line)
        painter.setFont(self._bold() if self.isChecked() else self.font())
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self._compact:
            painter.setFont(self._small())
            painter.setPen(QColor(colours.brick if self._state is StepState.WRONG else colours.quiet))
            painter.drawText(room.translated(0, line), Qt.AlignmentFlag.AlignLeft, label(self._state))
        self._draw_marks(painter, colours)

    def _draw_marks(self, painter: QPainter, colours: Colours) -> None:
        if self.isChecked():
            painter.fillRect(0, self.height() - 3, self.width(), 3, QColor(colours.accent))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _indent(self) -> int:
        return UNIT + icon_side(self) + HALF

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 9 / 10.5)
        return font
