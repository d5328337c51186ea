"""List, page and panel beside each other as far as there is room: what has none is folded away or laid above."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from redi_desktop.ui.live_panel import LivePanel
from redi_desktop.ui.pages.tab_place import TabPlace, chained
from redi_desktop.ui.side_column import SideColumn
from redi_desktop.ui.step_rail import StepRail
from redi_desktop.ui.theme import UNIT, characters_wide

PANEL_CHARACTERS = 41
"""The panel's width: 300 pixels at a text scale of 100 %."""
WIDE_CHARACTERS = 164
"""From this width on, 1200 pixels at 100 %, the panel stands beside the page instead of above it."""
LIST_CHARACTERS = 118
"""Below this width the list of cases is folded away until it is asked for."""


class Columns(QWidget):
    """``folded`` says whether the list is shown; ``wished`` that the person wants it shown or not."""

    folded = Signal(bool)
    wished = Signal(bool)

    def __init__(
        self, cases: QWidget, middle: QStackedWidget, panel: LivePanel, rail: StepRail, *, wants_list: bool
    ) -> None:
        super().__init__()
        self._list, self._panel, self._rail = cases, panel, rail
        self._wants_list, self._has_room, self._is_wide = wants_list, True, True
        self._panel_shown = False
        self._side = SideColumn(self)
        self._strip = QVBoxLayout()
        self._strip.setContentsMargins(UNIT * 2, UNIT, UNIT * 2, 0)
        page = QVBoxLayout()
        page.setSpacing(UNIT)
        page.addLayout(self._strip)
        page.addWidget(middle, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(cases)
        self._before_page = TabPlace(self)
        columns.addLayout(page, 1)
        columns.addWidget(self._side)
        self._place_panel()

    def show_panel(self, shown: bool) -> None:
        """Show the panel, or hide it where no page of a case is open."""
        self._panel_shown = shown
        self._place_panel()

    def fold_back(self) -> None:
        """Show the list as it is wished and as far as there is room."""
        self._fold(self._wants_list and self._has_room)

    def show_list(self, shown: bool) -> None:
        """The person wants the list shown or folded away; where there is no room for it, for now only."""
        self._list.setVisible(shown)
        if self._has_room:
            self._wants_list = shown
            self.wished.emit(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel and the list find their place."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """A larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Fold away what has no room before the rest takes it: a window that once grew stays too wide."""
        metrics = self.fontMetrics()
        has_room = self.width() >= characters_wide(metrics, LIST_CHARACTERS)
        if has_room is not self._has_room:
            self._has_room = has_room
            self.fold_back()
        wide = self.width() >= characters_wide(metrics, WIDE_CHARACTERS)
        if wide is not self._is_wide:
            self._is_wide = wide
            self._place_panel()
        self._side.setFixedWidth(characters_wide(metrics, PANEL_CHARACTERS) + 3 * UNIT)

    def _place_panel(self) -> None:
        self._side.setVisible(self._panel_shown and self._is_wide)
        self._panel.set_strip(not self._is_wide)
        self._rail.set_compact(not self._is_wide)
        if self._is_wide:
            self._side.hold(self._panel)
        else:
            self._strip.addWidget(self._panel)
        chained(self._rail.line if self._is_wide else self._before_page, self._panel.stops())
        self._panel.setVisible(self._panel_shown)

    def _fold(self, shown: bool) -> None:
        self._list.setVisible(shown)
        self.folded.emit(shown)
