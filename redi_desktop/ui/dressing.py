"""Another theme or size of text without holding the window up.

Qt dresses every widget anew, seen or not, and a page of many rows has more than a thousand. So the pages that nobody
sees are let go of first, one after the other; they are made again in calm moments, or when they are opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from redi_desktop.ui.once import once_after
from redi_desktop.ui.theme import apply_theme

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
        self._timer = once_after(0, self._go_on, self)
        asked = QGuiApplication.styleHints()
        asked.colorSchemeChanged.connect(self.as_system)
        asked.accessibility().contrastPreferenceChanged.connect(self.as_system)

    def as_system(self) -> None:
        """The desktop has changed its colours."""
        if self._services.settings.theme == "system":
            self.begin()

    def begin(self) -> None:
        """Dress the program, at once where there is nothing to let go of."""
        self._left = self._letting_go()
        self._go_on()

    def _go_on(self) -> None:
        if next(self._left, self) is not self:
            self._timer.start()
            return
        app, settings = QApplication.instance(), self._services.settings
        if isinstance(app, QApplication):
            apply_theme(app, settings.theme, settings.text_scale)
        self.dressed.emit()
