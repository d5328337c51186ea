"""A page that is made while it is shown: a piece in each turn of the event loop, with keys and painting between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from redi_desktop.ui.once import once_after
from redi_desktop.ui.theme import UNIT


class Growing(QObject):
    """Does one piece of work after the other; ``done`` says that none is left. Other work replaces the rest."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: Iterator[None] = iter(())
        self._timer = once_after(0, self._go_on, self)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to be made."""
        return not self._timer.isActive()

    def begin(self, pieces: Iterator[None]) -> None:
        """Do these from the next turn on."""
        self._left = pieces
        self._timer.start()

    def _go_on(self) -> None:
        self._timer.start()
        left = self._left
        if next(left, self) is self and left is self._left:
            self._timer.stop()
            self.done.emit()


class GrowingColumn(QVBoxLayout):
    """Parts of a page below each other, in their order whichever is made first.

    The Tab key visits them as they were made: who makes them one after the other begins at the top.
    """

    def __init__(self, order: Sequence[str]) -> None:
        super().__init__()
        self.setSpacing(UNIT * 2)
        self._order = tuple(order)
        self._made: dict[str, QWidget] = {}

    def put(self, name: str, part: QWidget) -> None:
        """Give a part that was just made its place."""
        self._made[name] = part
        above = self._order[: self._order.index(name)]
        self.insertWidget(sum(1 for one in above if one in self._made), part)
        part.show()  # Qt itself would not before the next turn
