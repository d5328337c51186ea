"""Another theme or size of text without holding the window up.

Qt dresses every widget anew, seen or not, and a page of many rows has more than a thousand. So the pages that nobody
sees are let go of first, one after the other; they are made again in calm moments, or when they are opened. What is
seen is dressed in a few turns of the event loop, and painted when it is whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from redi_desktop.ui.once import once_after
from redi_desktop.ui.theme import dressing

if TYPE_CHECKING:
    from redi_desktop.bootstrap import Services


class Dressing(QObject):
    """Dresses the program as the settings say at the end; a change of mind meanwhile counts too.

    Where nothing else is set, the colours go with those of the desktop, also when they change.
    """

    dressed = Signal()

    def __init__(
        self, services: Services, letting_go: Callable[[], Iterator[None]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._letting_go = services, letting_go
        self._left: Iterator[None] = iter(())
        self._asked = False
        self._timer = once_after(0, self._go_on, self)
        asked = QGuiApplication.styleHints()
        asked.colorSchemeChanged.connect(self.as_system)
        asked.accessibility().contrastPreferenceChanged.connect(self.as_system)

    def as_system(self) -> None:
        """The desktop has changed its colours."""
        if self._services.settings.theme == "system":
            self.begin()

    def begin(self) -> None:
        """Dress the program; once more where that is under way and has gone too far to follow."""
        self._asked = True
        if not self._timer.isActive():
            self._left = self._pieces()
            self._go_on()

    def _go_on(self) -> None:
        if next(self._left, self) is not self:
            self._timer.start()
        else:
            self.dressed.emit()

    def _pieces(self) -> Iterator[None]:
        app = QApplication.instance()
        while self._asked and isinstance(app, QApplication):
            yield from self._letting_go()
            self._asked, settings = False, self._services.settings
            yield from dressing(app, settings.theme, settings.text_scale)
