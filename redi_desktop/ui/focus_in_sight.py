"""Where one types stays in sight: a page is scrolled to what gets the focus, also to what is shown only then."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from redi_desktop.ui.scroll_area import ScrollArea
from redi_desktop.ui.theme import UNIT

_LINES_AROUND = 2.5
"""Room for the label above a field and the words below it."""


class FocusInSight(QObject):
    """Scrolls an area after the focus while it is told to."""

    def __init__(self, area: ScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._follows = False
        self._left_at: int | None = None
        area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def follow(self, follows: bool) -> None:
        """Scroll after the focus from now on, or no longer."""
        self._follows, self._left_at = follows, None

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Not below a finger: a button that moved away while it is pressed would take the click for none."""
        pressed = isinstance(now, QAbstractButton) and QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._follows and not pressed and self._area.viewport().isAncestorOf(now):
            self._scroll_to(now)

    def _on_range_changed(self) -> None:
        """The page has grown: a field that got the focus as it was shown stands in its place only now.

        Somebody who has scrolled since is left where that led to.
        """
        now = self._area.focusWidget()
        untouched = self._area.verticalScrollBar().value() == self._left_at
        if untouched and self._area.viewport().isAncestorOf(now):
            self._scroll_to(now)

    def _scroll_to(self, widget: QWidget) -> None:
        """Unless it is higher than the window anyway."""
        if widget.height() < self._area.viewport().height():
            around = max(UNIT * 6, round(_LINES_AROUND * self._area.fontMetrics().lineSpacing()))
            self._area.ensureWidgetVisible(widget, 0, around)
        self._left_at = self._area.verticalScrollBar().value()
