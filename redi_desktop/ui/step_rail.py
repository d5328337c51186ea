"""The way through a case: every step with its state, in a word and a sign; any of them opens at any time."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from redi_desktop.casefile.steps import STEPS, Step, StepReport
from redi_desktop.i18n import _
from redi_desktop.ui.flow_layout import FlowLayout
from redi_desktop.ui.step_button import NEIGHBOURS, StepButton
from redi_desktop.ui.step_line import StepLine
from redi_desktop.ui.theme import HALF

_GAP = HALF // 2


class Form(Enum):
    """How the steps are shown: each with its state in a word below, each by its name, or one line that opens."""

    WORDS = auto()
    NAMES = auto()
    FOLDED = auto()


class StepRail(QWidget):
    """All steps in their order; ``chosen`` carries the step that was clicked, ``folded`` says that one line is left."""

    chosen = Signal(object)
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._is_low = False
        self._form = Form.WORDS
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, spacing=_GAP)
        self._buttons = {step: StepButton(step, self) for step in STEPS}
        for place, button in enumerate(self._buttons.values()):
            self._group.addButton(button, place)
            flow.addWidget(button)
        self.line = StepLine(self)
        self.line.hide()
        flow.addWidget(self.line)
        self._group.idClicked.connect(self._on_clicked)
        self.line.chosen.connect(self.chosen)

    @property
    def form(self) -> Form:
        """How the steps are shown now."""
        return self._form

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
        form = self._fitting()
        if form is self._form:
            return
        self._form = form
        had_focus = self.isAncestorOf(self.window().focusWidget())
        for button in self._buttons.values():
            button.set_compact(form is not Form.WORDS)
            button.setVisible(form is not Form.FOLDED)
        self.line.setVisible(form is Form.FOLDED)
        if had_focus:
            (self.line if form is Form.FOLDED else self._current()).setFocus(Qt.FocusReason.OtherFocusReason)
        self.folded.emit(form is Form.FOLDED)

    def _fitting(self) -> Form:
        """The form that there is room for: where height is dear, one line and no more."""
        buttons = self._buttons.values()
        if not self._is_low and self._has_room([button.width_in_words() for button in buttons]):
            return Form.WORDS
        if not self._is_low or self._has_room([button.width_by_name() for button in buttons]):
            return Form.NAMES
        return Form.FOLDED

    def _has_room(self, widths: list[int]) -> bool:
        return sum(widths) + _GAP * (len(widths) - 1) <= self.width()

    def _current(self) -> StepButton:
        return self._buttons[STEPS[max(self._group.checkedId(), 0)]]

    def set_current(self, step: Step) -> None:
        """Mark the step that is open."""
        self._buttons[step].setChecked(True)
        self.line.set_current(step)

    def set_reports(self, reports: tuple[StepReport, ...]) -> None:
        """Show how far each step is."""
        for report in reports:
            self._buttons[report.step].set_state(report.state)
            self.line.set_state(report.step, report.state)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.setAccessibleName(_("Steps of the case"))
        for button in self._buttons.values():
            button.retranslate()
        self.line.retranslate()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows look at the neighbour without opening it."""
        step = NEIGHBOURS.get(Qt.Key(event.key()))
        focused = next((place for place, button in enumerate(self._buttons.values()) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        place = min(max(focused + step, 0), len(STEPS) - 1)
        self._buttons[STEPS[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(STEPS[place])
