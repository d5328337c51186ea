"""The panel on one line, where there is little room: what is missing or left, of how much, and how to see more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from redi_desktop.i18n import _, ngettext
from redi_desktop.ui.panel_words import Saying
from redi_desktop.ui.theme import BODY_POINTS, HALF, UNIT, set_role

_FIGURE = 13
"""The points of the figure, where the body has 10.5."""


class BalanceLine(QWidget):
    """Says the balance; ``unfolded`` asks for the whole panel, or to fold it away again.

    The sums it comes from are said as fully as there is room for; never cut in the middle of a figure.
    """

    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = Saying("", None, "")
        self._dressed = ""
        self._hints = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT * 2)
        self.mark, self.headline, self.sums = QLabel(self), QLabel(self), QLabel(self)
        self.headline.setTextFormat(Qt.TextFormat.RichText)
        for label, role in ((self.mark, "mark"), (self.headline, "strip"), (self.sums, "quiet")):
            set_role(label, role)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self.sums.setContentsMargins(0, HALF, 0, 0)  # on the line of the headline, whose figure is higher
        row.addStretch(1)
        self.more = QPushButton(self)
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        set_role(self.more, "unfold")
        self.more.toggled.connect(self.unfolded)
        row.addWidget(self.more)

    def say(self, said: Saying) -> None:
        """Say the balance anew."""
        self._said = said
        self.mark.setVisible(said.is_quick)
        dressed = said.dressed(self.font().pointSizeF() * _FIGURE / BODY_POINTS)
        if dressed != self._dressed:
            self._dressed = dressed
            self.headline.setText(dressed)
            self.headline.setAccessibleName(said.plain)
        self._fit()

    def count_hints(self, hints: int) -> None:
        """Say how much is still to complete or check."""
        if hints != self._hints:
            self._hints = hints
            self._name_more()
            self._fit()

    def retranslate(self) -> None:
        """Say everything again in the language in use; the balance is said anew by itself."""
        self.mark.setText(_("Quick scan"))
        self._name_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The figure follows the size of the text and the colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "more"):
            self.say(self._said)

    def _name_more(self) -> None:
        count = self._hints
        words = ngettext("{count} to complete", "{count} to complete", count).format(count=count)
        text = words if count else _("Details")
        self.more.setText(text)
        name = _("{subject}: {sentence}").format(subject=_("Balance of the household"), sentence=text)
        self.more.setAccessibleName(name)

    def _fit(self) -> None:
        others = [label for label in (self.mark, self.headline, self.more) if not label.isHidden()]
        room = self.width() - sum(widget.sizeHint().width() + UNIT * 2 for widget in others)
        across = self.sums.fontMetrics().horizontalAdvance
        fitting = (words for words in (self._said.detail, self._said.brief) if words and across(words) <= room)
        words = next(fitting, "")
        self.sums.setText(words)
        self.sums.setVisible(bool(words))
        self.headline.setToolTip("" if words == self._said.detail else self._said.detail)
