"""Rows that are added and removed by keyboard: persons, incomes, expenses. What is being typed in is never rebuilt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.rows import Identified
from redi_desktop.i18n import _
from redi_desktop.ui.column_layout import ColumnLayout
from redi_desktop.ui.once import once_after
from redi_desktop.ui.pages.page import Page
from redi_desktop.ui.pages.row import DropRow, Row
from redi_desktop.ui.pages.speaking import Speaking
from redi_desktop.ui.pages.tab_place import TabPlace, chained
from redi_desktop.ui.pages.unveiling import Unveiling
from redi_desktop.ui.scroll_area import in_sight
from redi_desktop.ui.theme import UNIT, set_role

ADD_KEYS = ("Ctrl+Return", "Ctrl+Enter")
REMOVE_KEYS = "Ctrl+Shift+Delete"
"""Ctrl+Delete alone erases a word in a line of text."""
AT_ONCE = 4
"""Rows that are made, or shown, before the window is painted again: a long list must not hold it up.

Those that follow are made one at a time, and shown a few at a time: a key that comes meanwhile waits for few of them.
"""

R = TypeVar("R", bound=Row[Any])
P = TypeVar("P", bound=Identified)


class Rows(QWidget, Generic[R]):
    """The rows of one list of the case, the button that adds one, and what to do while there are none.

    As long as the list is not whole, the page shows its case again, which makes the next few rows.
    """

    def __init__(
        self,
        page: Page,
        path: str,
        make_row: Callable[[str, QWidget], R],
        add: Change,
        drop: DropRow,
        *,
        spacing: int = UNIT * 2,
        at_once: int = AT_ONCE,
    ) -> None:
        super().__init__(page)
        self._page, self._path, self._at_once = page, path, at_once
        self._few = max(at_once // 2, 1)
        page.take_part(self)
        page.take_growing(self)
        self._make_row, self._add, self._drop = make_row, add, drop
        self._rows: dict[str, R] = {}
        self._newest: R | None = None
        self._all_at_once = False
        self._next_few = once_after(0, page.show_again, self)
        self._speaking = Speaking[R](self._few, self)
        self._layout = ColumnLayout(self)
        self._layout.setSpacing(spacing)
        self._unveiling = Unveiling[R](self._few, self._layout, self)
        self._build_empty()
        self._before_rows = TabPlace(self)
        self.add_button = QPushButton(self)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self.add_row)
        self._layout.addSpacing(UNIT * 2)
        self._layout.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._listen()

    def _build_empty(self) -> None:
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        set_role(self._empty, "quiet")
        self._layout.addWidget(self._empty)

    def _listen(self) -> None:
        for keys in ADD_KEYS:
            QShortcut(
                QKeySequence(keys), self._page, self.add_row, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
        QShortcut(
            QKeySequence(REMOVE_KEYS),
            self,
            self.remove_current,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def set_texts(self, add: str, empty: str, keys: str = "") -> None:
        """Name the button that adds a row and the keys, and say what to do while there is none."""
        self.add_button.setText(add)
        self.add_button.setToolTip(keys or _("Ctrl+Enter adds a row, Ctrl+Shift+Del removes the one you are in."))
        self._empty.setText(empty)

    def empty_text(self) -> str:
        """What is said because there is no row; empty where there are some."""
        return self._empty.text() if not self._empty.isHidden() else ""

    def retranslate_rows(self) -> None:
        """Say every text of every row again: those in sight now, the others a few at a time."""
        self._speaking.begin(self.rows(), self._is_out_of_sight)

    def _is_out_of_sight(self, row: R) -> bool:
        return self._unveiling.covers(row) or not in_sight(row)

    def rows(self) -> list[R]:
        """The rows, from top to bottom."""
        return list(self._rows.values())

    def row(self, row_id: str) -> R:
        """The row that shows what bears this identifier."""
        return self._rows[row_id]

    def matched(self, parts: Sequence[P]) -> list[tuple[P, R]]:
        """Have one row for each part of the case, in this order; gives each with its row where that is made already."""
        self._have_rows([part.id for part in parts])
        return [(part, self._rows[part.id]) for part in parts if part.id in self._rows]

    def _have_rows(self, ids: Sequence[str]) -> None:
        """Have one row for each identifier, in this order; a row that stays is left as it is."""
        self._empty.setVisible(not ids)
        if list(self._rows) == list(ids):
            return
        for row_id in [row_id for row_id in self._rows if row_id not in ids]:
            self._take_away(row_id)
        missing = [row_id for row_id in ids if row_id not in self._rows]
        few = 1 if self._rows else self._at_once
        made = [self._put(row_id) for row_id in (missing if self._all_at_once else missing[:few])]
        self._rows = {row_id: self._rows[row_id] for row_id in ids if row_id in self._rows}
        self._arrange(made, ids)
        self._newest = made[-1] if made else None
        if len(self._rows) < len(ids):
            self._next_few.start()

    @property
    def is_whole(self) -> bool:
        """Whether every row is made."""
        return not self._next_few.isActive()

    def first(self, wanted: Callable[[R], bool]) -> R | None:
        """The first row that is wanted, ready to be typed in."""
        found = next(filter(wanted, self.rows()), None)
        if found is not None and self._unveiling.covers(found):
            self._unveiling.show_all()
        return found

    def make_all(self) -> None:
        """Make and show every row that is still to be made or shown, now."""
        if self._next_few.isActive():
            self._all_at_once = True
            self._next_few.stop()
            self._page.show_again()
            self._all_at_once = False
        self._unveiling.show_all()

    def showEvent(self, event: QShowEvent) -> None:
        """The list is seen: what was kept back follows."""
        super().showEvent(event)
        self._unveiling.begin()

    def forget(self) -> None:
        """Let go of every row: another case is going to be shown."""
        self._next_few.stop()
        for row_id in list(self._rows):
            self._take_away(row_id)

    def reveal(self, path: str) -> None:
        """Bring the field at a place of the case (``expenses[2].reason``) into sight."""
        self.make_all()
        row_path, _dot, name = path.rpartition(".")
        for row in self.rows():
            if row.path == row_path:
                row.reveal(name)

    def add_row(self) -> None:
        """Ask for one more row, and begin to type in it."""
        self.ask(self._add)

    def ask(self, add: Change) -> None:
        """Ask for the row that ``add`` makes, and begin to type in it."""
        self.make_all()
        self._newest = None
        self._page.changed.emit(add, "")
        if self._newest is not None:
            self._newest.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.field_left.emit()

    def remove_row(self, row_id: str) -> None:
        """Ask for a row to be taken away."""
        self._page.changed.emit(partial(self._drop, row_id=row_id), "")
        self._page.field_left.emit()

    def remove_current(self) -> None:
        """Ask for the row in which the focus stands to be taken away."""
        focus = QApplication.focusWidget()
        for row in self.rows():
            if focus is not None and row.isAncestorOf(focus):
                row.ask_removal()
                return

    def _put(self, row_id: str) -> R:
        row = self._make_row(row_id, self)
        row.changed.connect(self._page.changed)
        row.left.connect(self._page.field_left)
        row.grown.connect(self._on_grown)
        row.shrinks.connect(self._unregister)
        row.remove_asked.connect(self.remove_row)
        self._rows[row_id] = row
        row.retranslate()
        return row

    def _take_away(self, row_id: str) -> None:
        row = self._rows.pop(row_id)
        self._unveiling.forget(row)
        self._speaking.forget(row)
        focus = QApplication.focusWidget()
        if focus is not None and row.isAncestorOf(focus):
            self._focus_near(row)
        self._unregister(row)
        self._layout.removeWidget(row)
        self._page.leaving.take(row)

    def _focus_near(self, row: R) -> None:
        """Let the focus go on to the row below, else above, else to the button that adds one."""
        place = self._layout.indexOf(row)
        near = [other for other in self.rows() if self._layout.indexOf(other) > place] or self.rows()[-1:]
        target = near[0].first_field() if near else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, made: Sequence[R], ids: Sequence[str]) -> None:
        """Put every row in its place, and tell the page and the Tab key where it is."""
        for row in self.rows():
            self._unregister(row)
        self._layout.setEnabled(False)
        for place, row in enumerate(self.rows()):
            row.path = f"{self._path}[{ids.index(row.row_id)}]"
            if self._layout.indexOf(row) != place + 1:
                self._layout.insertWidget(place + 1, row)
            if row in made:
                self._come_in(row, place)
            self._register(row)
        self._layout.setEnabled(True)
        self._layout.invalidate()
        self._chain(made)

    def _register(self, row: R) -> None:
        for name, field in row.places.items():
            self._page.register(f"{row.path}.{name}", field)

    def _unregister(self, row: R) -> None:
        for name in row.places:
            self._page.unregister(f"{row.path}.{name}")

    def _come_in(self, row: R, place: int) -> None:
        """Show a new row; where nobody sees it yet, not before those above it."""
        if self.isVisible():
            row.show()
        elif place >= self._at_once:
            self._unveiling.veil(row)

    def _on_grown(self, row: R) -> None:
        if row.path:
            self._register(row)
            stops = row.tab_stops()
            chained(stops[0], stops[1:])

    def _chain(self, made: Sequence[R]) -> None:
        """Let the Tab key visit new rows where they stand: Qt would put them after everything else of the window."""
        anchor: QWidget = self._before_rows
        for row in self.rows():
            if row in made:
                chained(anchor, row.tab_stops())
            anchor = row.remove
