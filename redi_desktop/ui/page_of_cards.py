"""A page beside the wizard's whose cards are made one after the other while it is shown, or when somebody needs one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from redi_desktop.ui.aside_page import AsidePage
from redi_desktop.ui.growing import GrowingColumn
from redi_desktop.ui.pages.section import Section

C = TypeVar("C", bound=Section)


class PageOfCards(AsidePage):
    """``cards`` names them from top to bottom: each is an attribute that is made when it is first asked for."""

    def __init__(self, cards: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._made: list[Section] = []
        self._places = GrowingColumn(cards)
        self.body.addLayout(self._places)
        self.body.addStretch(1)

    def pieces(self) -> Iterator[None]:
        """Make every card that is not there yet, one before each stop."""
        for name in self._cards:
            getattr(self, name)
            yield

    def joined(self, name: str, card: C) -> C:
        """Show a card that was just made in its place."""
        self._made.append(card)
        card.retranslate()
        self._places.put(name, card)
        return card

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        super().retranslate()
        for card in self._made:
            card.retranslate()
