"""« Ce montant vous semble inexact ? »: links to where the amount came from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from redi_desktop.i18n import _
from redi_desktop.ui.link_column import Link, LinkColumn
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.why.origin import Origin
from redi_desktop.ui.wrapping_link import WrappingLink


class LooksWrong(QWidget):
    """The field of the case, the item of the baskets, the pack; ``chosen`` carries the path of the one clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._column = QLabel(self), LinkColumn(self)
        self._heading.setWordWrap(True)
        set_role(self._heading, "quiet")
        self._column.chosen.connect(self.chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._column)

    def show_origins(self, origins: tuple[Origin, ...]) -> None:
        """Lead to these places; hidden while there are none."""
        self._column.show_links([Link(origin.path, origin.words) for origin in origins])
        self.setVisible(bool(origins))

    def links(self) -> list[WrappingLink]:
        """The links on the screen."""
        return self._column.links()

    def retranslate(self) -> None:
        """Say the heading in the language in use; the links come with what is looked at."""
        self._heading.setText(_("Does this amount look wrong to you?"))
