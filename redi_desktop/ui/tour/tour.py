"""Leads through the window: opens an empty case where none is open, and puts it away afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from redi_desktop.casefile.steps import Step
from redi_desktop.ui.tour.guide import Guide
from redi_desktop.ui.tour.stops import Place, Stop

if TYPE_CHECKING:
    from redi_desktop.ui.main_window import MainWindow

_STEPS = {Place.PAGE: Step.HOUSEHOLD, Place.RESULT: Step.RESULT}


class Tour(QObject):
    """One tour at a time; ``ended`` says that it was seen, to its end or not."""

    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._own_case = False
        self.guide = Guide(window)
        self.guide.reached.connect(self._show)
        self.guide.ended.connect(self.end)
        window.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether somebody is being led."""
        return not self.guide.isHidden()

    def begin(self) -> None:
        """Start; with an empty case on the desk where there is none."""
        self._own_case = self._window.desk.session is None
        if self._own_case:
            self._window.desk.new_case()
        self.guide.begin()

    def end(self) -> None:
        """Stop, and put the empty case away where nothing was typed into it."""
        was_on = self.is_on
        self.guide.close_all()
        if self._own_case and self._window.desk.is_new:
            self._window.navigation.show_today()
        self._own_case = False
        if was_on:
            self.ended.emit()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.guide.retranslate()
        if self.is_on:
            self._show(self.guide.stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and self.is_on:
            self._show(self.guide.stop)
        return super().eventFilter(watched, event)

    def _show(self, stop: Stop) -> None:
        step = _STEPS.get(stop.place)
        if step is not None and self._window.desk.session is not None:
            self._window.wizard.go(step)
        self.guide.point_at(self._target(stop.place))

    def _target(self, place: Place) -> QRect:
        """Where a part of the window is; what is folded away is shown by the button that unfolds it."""
        window = self._window
        widgets: dict[Place, QWidget] = {
            Place.CASES: window.cases if window.cases.isVisible() else window.top_bar.cases,
            Place.STEPS: window.wizard.rail,
            Place.PAGE: window.wizard,
            Place.PANEL: window.panel,
            Place.RESULT: window.wizard,
            Place.TOP: window.top_bar,
            Place.HELP: window.top_bar.help,
        }
        widget = widgets[place]
        return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
