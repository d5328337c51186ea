"""« Ce montant vous semble inexact ? »: links to where the amount came from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.why.origin import Origin
from redi_desktop.ui.wrapping_link import WrappingLink


class LooksWrong(QWidget):
    """The field of the case, the item of the baskets, the pack; ``chosen`` carries the path of the one clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins: tuple[Origin, ...] = ()
        self._links: list[WrappingLink] = []
        self._heading = QLabel(self)
        self._heading.setWordWrap(True)
        set_role(self._heading, "quiet")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._heading)

    def show_origins(self, origins: tuple[Origin, ...]) -> None:
        """Lead to these places; hidden while there are none."""
        self.setVisible(bool(origins))
        if origins == self._origins:
            return
        self._origins = origins
        while len(self._links) < len(origins):
            self._links.append(self._build_link())
        for place, link in enumerate(self._links):
            link.setVisible(place < len(origins))
        for origin, link in zip(origins, self._links, strict=False):
            link.set_sentence(origin.words, "arrow-right")

    def links(self) -> list[WrappingLink]:
        """The links on the screen."""
        return self._links[: len(self._origins)] if not self.isHidden() else []

    def retranslate(self) -> None:
        """Say the heading in the language in use; the links come with what is looked at."""
        self._heading.setText(_("Does this amount look wrong to you?"))

    def _build_link(self) -> WrappingLink:
        link = WrappingLink("", self)
        link.clicked.connect(self._on_clicked)
        self._layout.addWidget(link)
        return link

    def _on_clicked(self) -> None:
        for origin, link in zip(self._origins, self._links, strict=False):
            if link is self.sender():
                self.chosen.emit(origin.path)
                return
