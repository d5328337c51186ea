"""Sentences below each other, each of which leads somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from redi_desktop.ui.pages.tab_place import TabPlace
from redi_desktop.ui.theme import HALF, UNIT, set_role
from redi_desktop.ui.wrapping_link import WrappingLink


class Link(NamedTuple):
    """What the sentence stands for (a field, a case), the sentence, the mark before it."""

    leads_to: str
    text: str
    mark: str = "arrow-right"


class LinkColumn(QWidget):
    """``chosen`` carries what the sentence that was clicked stands for. Hidden while there is none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, spacing: int = 0) -> None:
        super().__init__(parent)
        self._shown: tuple[Link, ...] = ()
        self._links: list[WrappingLink] = []
        self._place = TabPlace(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        self.hide()

    def show_links(self, links: Sequence[Link]) -> None:
        """Show these; nothing is touched while they stay the same."""
        if tuple(links) == self._shown:
            return
        self._shown = tuple(links)
        while len(self._links) < len(links):
            self._add_link()
        for place, widget in enumerate(self._links):
            widget.setVisible(place < len(links))
        for link, widget in zip(links, self._links, strict=False):
            widget.set_sentence(link.text, link.mark)
        self.setVisible(bool(links))

    def links(self) -> list[WrappingLink]:
        """The links on the screen."""
        return self._links[: len(self._shown)]

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits here, from the mark on behind which new links stand."""
        return (self._place, *self._links)

    def _add_link(self) -> None:
        """Links are kept and said anew: to make and show one costs a layout of everything around."""
        widget = WrappingLink("", self)
        widget.clicked.connect(self._on_clicked)
        self._layout.addWidget(widget)
        QWidget.setTabOrder(self.stops()[-1], widget)
        self._links.append(widget)

    def _on_clicked(self) -> None:
        chosen = next(link for link, widget in zip(self._shown, self._links, strict=False) if widget is self.sender())
        self.chosen.emit(chosen.leads_to)


class LinkCard(QFrame):
    """A white card with a heading and sentences that lead somewhere. ``chosen`` carries what a sentence stands for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._heading, self._note = QLabel(self), QLabel(self)
        self._heading.setWordWrap(True)
        self._note.setWordWrap(True)
        set_role(self._heading, "section")
        set_role(self._note, "quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(UNIT * 2, UNIT * 2, UNIT * 2, UNIT * 2)
        self._column.setSpacing(HALF)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._note)
        self._links = LinkColumn(self, spacing=HALF)
        self._links.chosen.connect(self.chosen)
        self._column.addWidget(self._links)

    def say(self, heading: str, note: str, links: Sequence[Link]) -> None:
        """Heading, a quiet sentence below, and links."""
        self._heading.setText(heading)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleName(heading)
        self._links.show_links(links)

    def links(self) -> list[WrappingLink]:
        """The links on the screen."""
        return self._links.links()
