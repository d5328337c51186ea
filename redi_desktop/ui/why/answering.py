"""Opens « why? » beside a page about one of its amounts, and gives the focus back to who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.engine.assess import Assessment
from redi_desktop.ui.why.asked import Asked
from redi_desktop.ui.why.beside import Beside
from redi_desktop.ui.why.why_panel import WhyPanel

if TYPE_CHECKING:
    from redi_desktop.ui.pages.page import Page


class Askable(Protocol):
    """Shows amounts that can be asked about; ``asked`` carries the question."""

    @property
    def asked(self) -> SignalInstance:
        """Emitted when someone asks."""
        ...


class Answering(QObject):
    """The panel of reasons of one page: it goes when the page is hidden or forgets its case."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        page.take_part(self)
        self._page = page
        self._assessment: Assessment | None = None
        self._asker: QWidget | None = None
        self.panel = WhyPanel(page)
        self._beside = Beside(self.panel, page)
        self.panel.closed.connect(self._on_closed)
        self.panel.field_asked.connect(page.field_asked)

    def listen(self, *askables: Askable) -> None:
        """Answer what these ask."""
        for askable in askables:
            askable.asked.connect(self.ask)

    def ask(self, asked: Asked) -> None:
        """Open the panel beside the page, about one amount."""
        if self._assessment is None:
            return
        self._asker = QApplication.focusWidget()
        self._page.installEventFilter(self)
        self.panel.ask(asked, self._assessment)
        self._beside.place()
        self.panel.chain.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_result(self, assessment: Assessment | None) -> None:
        """Answer from this result from now on."""
        self._assessment = assessment
        self.panel.show_result(assessment)

    def forget(self) -> None:
        """The page is going to show another case."""
        self._close()
        self._assessment = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel that is open is hidden with the page."""
        if event.type() == QEvent.Type.Hide:
            self._close()
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        self._asker = None
        self.panel.close_panel()

    def _on_closed(self) -> None:
        """Who asked takes the focus back."""
        self._page.removeEventFilter(self)
        asker, self._asker = self._asker, None
        if asker is not None and self._page.isVisible():
            asker.setFocus(Qt.FocusReason.PopupFocusReason)
