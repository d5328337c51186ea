"""The panel beside every page: what is needed, what there is, what is missing; it follows each keystroke."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import balance_figures
from redi_desktop.ui.balance_bars import BalanceBars
from redi_desktop.ui.balance_line import BalanceLine
from redi_desktop.ui.balance_words import segment_names
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.panel_words import Saying, saying
from redi_desktop.ui.theme import BODY_POINTS, HALF, UNIT, set_role
from redi_desktop.ui.to_complete import ToComplete, hints_of

MOST_HINTS = 5
_FIGURE = 20
"""The points of the figure, where the body has 10.5."""


class LivePanel(QFrame):
    """Need, income and balance of the open case. ``field_asked`` carries the field that a hint leads to.

    As a strip it is one line, which opens to the whole.
    """

    field_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._shown: tuple[CaseFile, LiveResult] | None = None
        self._said: Saying | None = None
        self._is_strip = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(UNIT)
        self.line = BalanceLine(self)
        self.line.unfolded.connect(self._unfold)
        self._column.addWidget(self.line)
        self._whole = QWidget(self)
        self._column.addWidget(self._whole)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._whole)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(UNIT * 2)
        self._words = self._build_words()
        self.bars = BalanceBars(self._whole)
        self.to_complete = ToComplete(self._whole, most=MOST_HINTS)
        self.to_complete.chosen.connect(self._on_hint)
        for widget in (self._words, self.bars, self.to_complete):
            self._box.addWidget(widget)
        self._fold()

    def _build_words(self) -> QWidget:
        words = QWidget(self._whole)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        self._mark, self._headline, self._detail = QLabel(words), QLabel(words), QLabel(words)
        self._headline.setTextFormat(Qt.TextFormat.RichText)
        for label, role in ((self._mark, "mark"), (self._headline, "headline"), (self._detail, "quiet")):
            set_role(label, role)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        return words

    def set_strip(self, strip: bool) -> None:
        """Lie above the page, as a strip, instead of standing beside it."""
        if strip is not self._is_strip:
            self._is_strip = strip
            self._fold()
            self._say_again()

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits here."""
        return (self.line.more, *self.to_complete.stops())

    def _fold(self) -> None:
        """One line where there is little height; below it the rest, once it was asked for."""
        strip = self._is_strip
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if strip else QBoxLayout.Direction.TopToBottom)
        for place in (1, 2):
            self._box.setStretch(place, 1 if strip else 0)
        self.line.setVisible(strip)
        self._words.setVisible(not strip)
        self._whole.setVisible(not strip or self.line.more.isChecked())
        sides, above = UNIT * 2, HALF // 2 if strip else UNIT * 2
        self._column.setContentsMargins(sides, above, UNIT if strip else sides, above)
        self._box.setContentsMargins(0, 0, UNIT if strip else 0, UNIT if strip else 0)

    def _unfold(self, _unfolded: bool) -> None:
        self._fold()

    def _on_hint(self, field: str) -> None:
        """Lead to a field; the page needs the room again."""
        self.field_asked.emit(field)
        self.line.more.setChecked(False)

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show what is known of the case now."""
        self._shown = (case, live)
        self._say(saying(case, live))
        figures = balance_figures(live.assessment) if live.assessment is not None else None
        self.bars.set_figures(figures, segment_names(case))
        hints = hints_of(case, live.findings)
        self.to_complete.set_hints(hints)
        self.line.count_hints(len(hints))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.setAccessibleName(_("Balance of the household"))
        self._mark.setText(_("Quick scan: on reference amounts"))
        self.line.retranslate()
        self.bars.retranslate()
        self.bars.update()
        if self._shown is not None:
            self.apply(*self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """The figure follows the size of the text and the colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "to_complete"):
            self._say_again()

    def _say_again(self) -> None:
        if self._said is not None:
            said, self._said = self._said, None
            self._say(said)

    def _say(self, said: Saying) -> None:
        """Say the balance where it is seen: on the line, or as headline with a sentence below."""
        if said == self._said:
            return
        self._said = said
        if self._is_strip:
            self.line.say(said)
            return
        self._mark.setVisible(said.is_quick)
        self._headline.setText(said.dressed(self.font().pointSizeF() * _FIGURE / BODY_POINTS))
        self._headline.setAccessibleName(said.plain)
        self._detail.setText(said.detail)
