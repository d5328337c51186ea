"""Rights below each other; a row is made when its right is first shown, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from redi_desktop.engine.rights.result import RightResult
from redi_desktop.i18n import _
from redi_desktop.ui.once import once_after
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.right_row import RightRow, seen_of
from redi_desktop.ui.pages.tab_place import TabPlace

AT_ONCE = 3
"""Rows that are made before the window is painted again: a long list must not hold it up."""


class RightList(QWidget):
    """Shows the first few rights, and as many more at each click; ``asked`` carries the question about one of them."""

    asked = Signal(object)

    def __init__(self, page: Page, today: Callable[[], date], *, at_first: int, step: int = 8) -> None:
        super().__init__(page)
        self._page, self._today = page, today
        self._at_first, self._step = at_first, step
        self._wanted = at_first
        self._results: Sequence[RightResult] = ()
        self._rows: dict[str, RightRow] = {}
        self._shown: tuple[str, ...] = ()
        self._place = TabPlace(self)
        self._next_few = once_after(0, self._show_again, self)
        self.more = QPushButton(self)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._on_more)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_rights(self, results: Sequence[RightResult]) -> None:
        """Show these rights, in this order."""
        self._results = results
        wanted = results[: self._wanted]
        shown = self._made_in_time(wanted)
        for result in shown:
            self._row(result).show_right(seen_of(result))
        self._arrange(tuple(result.right.id for result in shown))
        rest = len(results) - len(wanted)
        self.more.setVisible(rest > 0)
        self.more.setText(_("Show more ({count})").format(count=rest))

    def rows(self) -> list[RightRow]:
        """The rights on the screen."""
        return [self._rows[right] for right in self._shown]

    def row(self, right: str) -> RightRow:
        """The row of a right that is on the screen."""
        return self._rows[right]

    def retranslate(self) -> None:
        """Say again what does not come with the next result."""
        for row in self._rows.values():
            row.retranslate()

    def forget(self) -> None:
        """Another case is going to be shown."""
        self._next_few.stop()
        for row in self._rows.values():
            self._layout.removeWidget(row)
            self._page.leaving.take(row)
        self._rows, self._shown, self._results, self._wanted = {}, (), (), self._at_first

    def _made_in_time(self, wanted: Sequence[RightResult]) -> list[RightResult]:
        """Those that have a row, and the next few; the others follow when the window has been painted."""
        late = [result.right.id for result in wanted if result.right.id not in self._rows][AT_ONCE:]
        if late:
            self._next_few.start()
        return [result for result in wanted if result.right.id not in late]

    def _show_again(self) -> None:
        self.show_rights(self._results)

    def _row(self, result: RightResult) -> RightRow:
        right = result.right
        if right.id not in self._rows:
            row = RightRow(right, self._today, self)
            row.changed.connect(self._page.changed)
            row.left.connect(self._page.field_left)
            row.asked.connect(self.asked)
            self._rows[right.id] = row
        return self._rows[right.id]

    def _arrange(self, ids: tuple[str, ...]) -> None:
        if ids == self._shown:
            return
        before, self._shown = self._shown, ids
        self._save_focus(before)
        for place, right in enumerate(ids):
            if self._layout.indexOf(self._rows[right]) != place:
                self._layout.insertWidget(place, self._rows[right])
        for right, row in self._rows.items():
            row.setVisible(right in ids)
        self._place.lead_to(stop for row in self.rows() for stop in row.stops())

    def _save_focus(self, before: tuple[str, ...]) -> None:
        """Where the right that was worked on leaves the list, let the focus go on to the next one that stays."""
        focus = QApplication.focusWidget()
        leaving = next((right for right in before if focus and self._rows[right].isAncestorOf(focus)), None)
        if leaving is None or leaving in self._shown:
            return
        after = before[before.index(leaving) :]
        near = next((right for right in (*after, *reversed(before)) if right in self._shown), None)
        if near is not None:
            self._rows[near].state.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        before = len(self._shown)
        self._wanted += self._step
        self.show_rights(self._results)
        fresh = self.rows()[before:]
        if fresh:
            fresh[0].state.editor.setFocus(Qt.FocusReason.OtherFocusReason)
