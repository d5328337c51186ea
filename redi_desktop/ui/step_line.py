"""All steps folded into one line, where there is little room: the open one is named, the others drop down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from redi_desktop.casefile.steps import STEPS, Step, StepState
from redi_desktop.i18n import _
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.icons import icon, icon_side, pixmap
from redi_desktop.ui.step_button import SIGNS, sign_colour, state_words
from redi_desktop.ui.theme import HALF, set_role
from redi_desktop.words.vocabulary import label


class StepLine(QPushButton):
    """The open step with its place and its state; pressed, it offers every step with its own. ``chosen`` carries it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = STEPS[0]
        self._states = dict.fromkeys(STEPS, StepState.EMPTY)
        self.setAutoDefault(False)
        set_role(self, "steps")
        self.steps = QMenu(self)
        self.setMenu(self.steps)
        self.steps.aboutToShow.connect(self._offer)

    def set_current(self, step: Step) -> None:
        """Name the step that is open."""
        if step is not self._step:
            self._step = step
            self.retranslate()

    def set_state(self, step: Step, state: StepState) -> None:
        """Note how far a step is."""
        if state is not self._states[step]:
            self._states[step] = state
            if step is self._step:
                self.retranslate()

    def retranslate(self) -> None:
        """Say place, name and state in the language in use."""
        self.setText(self._words(_("{number} of {count} \N{MIDDLE DOT} {step} \N{MIDDLE DOT} {state}")))
        self.setAccessibleName(self._words(_("Steps of the case, {number} of {count}: {step}, {state}")))
        self.setToolTip(_("Show all steps"))
        self._draw_sign()

    def changeEvent(self, event: QEvent) -> None:
        """The sign follows the colours and the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "steps"):
            self._draw_sign()

    def _words(self, form: str) -> str:
        return form.format(
            number=STEPS.index(self._step) + 1,
            count=len(STEPS),
            step=label(self._step),
            state=label(self._states[self._step]),
        )

    def _draw_sign(self) -> None:
        state, side = self._states[self._step], icon_side(self)
        self.setIcon(QIcon(self._sign_with_room(SIGNS[state], sign_colour(state, current_colours()), side)))
        self.setIconSize(QSize(side + HALF, side))

    def _sign_with_room(self, name: str, colour: str, side: int) -> QPixmap:
        """The sign with some room behind it: Qt sets it four pixels from the words, at any size of text."""
        ratio = self.devicePixelRatioF()
        room = QPixmap(round((side + HALF) * ratio), round(side * ratio))
        room.setDevicePixelRatio(ratio)
        room.fill(Qt.GlobalColor.transparent)
        painter = QPainter(room)
        painter.drawPixmap(0, 0, pixmap(name, colour, side, ratio))
        painter.end()
        return room

    def _offer(self) -> None:
        """Every step with its state, the open one marked; a letter goes to the next that begins with it."""
        self.steps.clear()
        group, colours = QActionGroup(self.steps), current_colours()
        for step in STEPS:
            state = self._states[step]
            sign = icon(SIGNS[state], sign_colour(state, colours))
            action = self.steps.addAction(sign, f"&{state_words(step, state)}")
            action.setCheckable(True)
            action.setChecked(step is self._step)
            action.triggered.connect(lambda _checked=False, step=step: self.chosen.emit(step))
            group.addAction(action)
            if step is self._step:
                self.steps.setActiveAction(action)
