"""Opens « why? » beside a page about one of its amounts, and gives the focus back to who asked."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.engine.assess import Assessment
from redi_desktop.ui.why.asked import Asked
from redi_desktop.ui.why.beside import Beside
from redi_desktop.ui.why.why_panel import WhyPanel


class Askable(Protocol):
    """Shows amounts that can be asked about; ``asked`` carries the question."""

    @property
    def asked(self) -> SignalInstance:
        """Emitted when someone asks."""
        ...


class Answering(QObject):
    """The panel of reasons of one page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._assessment: Assessment | None = None
        self._asker: QWidget | None = None
        self.panel = WhyPanel(page)
        self._beside = Beside(self.panel, page)
        self.panel.closed.connect(self._give_focus_back)

    def listen(self, *askables: Askable) -> None:
        """Answer what these ask."""
        for askable in askables:
            askable.asked.connect(self.ask)

    def ask(self, asked: Asked) -> None:
        """Open the panel beside the page, about one amount."""
        if self._assessment is None:
            return
        self._asker = QApplication.focusWidget()
        self.panel.ask(asked, self._assessment)
        self._beside.place()
        self.panel.chain.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_result(self, assessment: Assessment | None) -> None:
        """Answer from this result from now on."""
        self._assessment = assessment
        self.panel.show_result(assessment)

    def close(self) -> None:
        """The page is hidden or shows another case: the panel goes with it."""
        self._asker = None
        self.panel.close_panel()

    def _give_focus_back(self) -> None:
        asker, self._asker = self._asker, None
        if asker is not None and self._page.isVisible():
            asker.setFocus(Qt.FocusReason.PopupFocusReason)
