"""One row of a list of the case: its fields, what the person does with them, and the cross that takes it away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.model import CaseFile
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.fields import Field
from redi_desktop.ui.pages.remove_button import RemoveButton
from redi_desktop.ui.theme import UNIT


class ChangeRow(Protocol):
    """Changes fields of one row of a case, as ``changes.change_income`` does."""

    def __call__(self, case: CaseFile, row_id: str, **changes: Any) -> CaseFile: ...


class DropRow(Protocol):
    """Takes one row out of a case, as ``changes.drop_income`` does."""

    def __call__(self, case: CaseFile, row_id: str) -> CaseFile: ...


S = TypeVar("S")


class Row(QFrame, Generic[S]):
    """One row: what it shows of the case, its fields, and what the person does with them.

    ``path`` is its place in the case, ``incomes[0]``.
    """

    changed = Signal(object, str)
    left = Signal()
    grown = Signal(object)
    """The row has made more fields."""
    shrinks = Signal(object)
    """Fields of the row are going."""
    remove_asked = Signal(str)
    change_row: ClassVar[ChangeRow]

    def __init__(self, row_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_id = row_id
        self.path = ""
        self._seen: S | None = None
        self._lined = False
        self.places: dict[str, Field[Any]] = {}
        self.remove = RemoveButton(self)
        self.remove.clicked.connect(self.ask_removal)

    def build_lined(self, margin: int = UNIT) -> QVBoxLayout:
        """Lay the row out as an entry of a list: its lines at the left, the cross at the right, a rule below."""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, margin, 0, margin)
        across.setSpacing(UNIT)
        lines = QVBoxLayout()
        lines.setSpacing(UNIT * 3 // 2)
        across.addLayout(lines, 1)
        across.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        self._lined = True
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rule below an entry of a list."""
        super().paintEvent(event)
        if self._lined:
            draw_rule_below(self)

    def show_seen(self, seen: S) -> None:
        """Show a row as it is now; one that says the same is left as it is."""
        if seen != self._seen:
            self._seen = seen
            self._show(seen)
            self._say_seen()

    def _show(self, seen: S) -> None:
        """Put what is seen into the fields."""
        raise NotImplementedError

    def _say_seen(self) -> None:
        """Say what depends on what is seen, in the language in use."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Where typing begins in a new row."""
        return next(iter(self.places.values())).editor

    def is_unfinished(self) -> bool:
        """Whether what matters most in the row is still to be typed."""
        return False

    def retranslate(self) -> None:
        """Say every text of the row in the language in use."""
        raise NotImplementedError

    def bind(self, name: str, field: Field[Any], change: Callable[[], Change] | None = None) -> None:
        """Tie a field to the attribute ``name`` of the row; ``change`` says what an edit does where it does more."""
        self.places[name] = field
        field.edited.connect(_Edit(self, name, change or partial(self._set, name)))
        field.left.connect(self.left)

    def setting(self, **values: Any) -> Change:
        """The change that gives these attributes of the row new values."""
        return partial(type(self).change_row, row_id=self.row_id, **values)

    def reveal(self, name: str) -> None:
        """Bring the field of that name into sight, where it is folded away."""

    def ask_removal(self) -> None:
        """The person wants the row away."""
        self.remove_asked.emit(self.row_id)

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key visits, in the order in which it was built; the button that removes the row comes last."""
        inside = [widget for widget in self.findChildren(QWidget) if self._is_stop(widget)]
        return [*inside, self.remove]

    def _is_stop(self, widget: QWidget) -> bool:
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.ClickFocus)
        return takes_focus and widget is not self.remove and widget.window() is self.window()  # not a combo's list

    def _set(self, name: str) -> Change:
        return self.setting(**{name: self.places[name].value()})


def draw_rule_below(entry: QWidget) -> None:
    """Draw the rule below an entry of a list, while it is painted."""
    painter = QPainter(entry)
    painter.setPen(QColor(current_colours().line))
    painter.drawLine(0, entry.height() - 1, entry.width(), entry.height() - 1)


class _Edit:
    """The slot of one field of one row: a plain object, so that nothing captures the row in a lambda."""

    def __init__(self, row: Row[Any], name: str, change: Callable[[], Change]) -> None:
        self._row, self._name, self._change = row, name, change

    def __call__(self) -> None:
        self._row.changed.emit(self._change(), f"{self._row.path}.{self._name}")
