"""The way through a case: every step with its state, in a word and a sign; any of them opens at any time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from redi_desktop.casefile.steps import STEPS, Step, StepReport, StepState
from redi_desktop.i18n import _
from redi_desktop.ui.colours import Colours, current_colours
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.icons import icon_side, pixmap
from redi_desktop.ui.theme import HALF, UNIT
from redi_desktop.words.vocabulary import label

_SIGNS = {
    StepState.EMPTY: "step-empty",
    StepState.STARTED: "step-started",
    StepState.DONE: "step-done",
    StepState.WRONG: "attention",
}
_NEIGHBOURS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


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
        words = _("{step}: {state}").format(step=label(self.step), state=label(self._state))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def width_in_words(self) -> int:
        """The width that the name and every state it may have take; bold included."""
        name = QFontMetrics(self._bold()).horizontalAdvance(self.text())
        state = QFontMetrics(self._small()).horizontalAdvance(label(self._state))
        return max(name, state) + self._indent() + UNIT

    def sizeHint(self) -> QSize:
        """Wide and high enough for what is shown."""
        height = self.fontMetrics().height() + UNIT + HALF
        if self._compact:
            name = QFontMetrics(self._bold()).horizontalAdvance(self.text())
            return QSize(name + self._indent() + UNIT, height)
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
        elif event.key() in _NEIGHBOURS:
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
        sign = pixmap(_SIGNS[self._state], self._colour(colours), side, self.devicePixelRatioF())
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

    def _colour(self, colours: Colours) -> str:
        if self._state is StepState.WRONG:
            return colours.brick
        return colours.border if self._state is StepState.EMPTY else colours.accent

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


class StepRail(QWidget):
    """All steps in their order; ``chosen`` carries the step that was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._is_low = False
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, spacing=HALF // 2)
        self._buttons = {step: StepButton(step, self) for step in STEPS}
        for place, button in enumerate(self._buttons.values()):
            self._group.addButton(button, place)
            flow.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)

    def button(self, step: Step) -> StepButton:
        """The button of a step."""
        return self._buttons[step]

    def set_compact(self, compact: bool) -> None:
        """Take less height, where there is little of it."""
        self._is_low = compact
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all steps stand on one line, their states are said without words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = sum(button.width_in_words() + HALF // 2 for button in self._buttons.values())
        for button in self._buttons.values():
            button.set_compact(self._is_low or wide > self.width())

    def set_current(self, step: Step) -> None:
        """Mark the step that is open."""
        self._buttons[step].setChecked(True)

    def set_reports(self, reports: tuple[StepReport, ...]) -> None:
        """Show how far each step is."""
        for report in reports:
            self._buttons[report.step].set_state(report.state)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.setAccessibleName(_("Steps of the case"))
        for button in self._buttons.values():
            button.retranslate()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows look at the neighbour without opening it."""
        step = _NEIGHBOURS.get(Qt.Key(event.key()))
        focused = next((place for place, button in enumerate(self._buttons.values()) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        place = min(max(focused + step, 0), len(STEPS) - 1)
        self._buttons[STEPS[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(STEPS[place])
