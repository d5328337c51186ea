"""A page in its frame: the title above, room to scroll, and never a wider line than the eye follows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from redi_desktop.ui.column_layout import ColumnLayout
from redi_desktop.ui.focus_in_sight import FocusInSight
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.scroll_area import ScrollArea
from redi_desktop.ui.theme import UNIT, page_width, set_role


class PageFrame(ScrollArea):
    """Holds one page; remembers where it was scrolled to and where one was typing."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self._last_focus: QWidget | None = None
        self._in_sight = FocusInSight(self)
        self._column = QWidget()
        column = ColumnLayout(self._column)
        column.setContentsMargins(UNIT * 3, UNIT, UNIT * 3, UNIT * 3)
        column.setSpacing(UNIT * 2)
        self._title = QLabel(self._column)
        set_role(self._title, "title")
        column.addWidget(self._title)
        column.addWidget(page)
        self._room = QWidget()
        sides = QVBoxLayout(self._room)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.addWidget(self._column)
        self.setWidget(self._room)
        self._fit_width()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the title and everything on the page in the language in use."""
        self._freeze(True)
        self._title.setText(self.page.title())
        self.setAccessibleName(self.page.title())
        self.page.setAccessibleName(self.page.title())
        self.page.retranslate()
        self._freeze(False)

    def remember_focus(self) -> None:
        """The page is going to be hidden: note where one was typing; it stays scrolled as it is."""
        self._in_sight.follow(False)
        focused = self.window().focusWidget()
        if self.page.isAncestorOf(focused):
            self._last_focus = focused

    def restore_focus(self) -> None:
        """The page is shown: type on where one was; the first time, where typing begins, seen from the title on."""
        kept = self._last_focus is not None and self._is_still_there(self._last_focus)
        target = self._last_focus if kept else self.page.initial_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._in_sight.follow(True)

    def forget(self) -> None:
        """Another case is going to be shown."""
        self._last_focus = None
        self._in_sight.follow(False)
        self.verticalScrollBar().setValue(0)
        self.page.forget()

    def show_field(self, path: str) -> None:
        """Go to the field of a finding."""
        self.page.show_field(path)

    def changeEvent(self, event: QEvent) -> None:
        """The width goes with the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_width()

    def _freeze(self, frozen: bool) -> None:
        """Lay the page out once, after all its texts have changed, and not after each of them."""
        for widget in (self.page, self._column, self._room):
            layout = widget.layout()
            if layout is not None:
                layout.setEnabled(not frozen)
                layout.activate()

    def _fit_width(self) -> None:
        self._column.setMaximumWidth(page_width(self) + 6 * UNIT)

    def _is_still_there(self, widget: QWidget) -> bool:
        return widget in self.page.findChildren(QWidget) and widget.isVisibleTo(self.page)
