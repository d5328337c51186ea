"""The panel beside every page: what is needed, what there is, what is missing; it follows each keystroke."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.formatting import money, money_parts
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import balance_figures
from redi_desktop.ui.balance_bars import BalanceBars
from redi_desktop.ui.balance_words import headline, segment_names
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.live_result import LiveResult
from redi_desktop.ui.theme import BODY_POINTS, HALF, UNIT, set_role
from redi_desktop.ui.to_complete import ToComplete, hints_of

MOST_HINTS = 5
NOT_YET = frozenset({"missing", "no_persons", "no_applicant"})
"""What forbids a result only because it has not been said yet."""


class LivePanel(QFrame):
    """Need, income and balance of the open case. ``field_asked`` carries the field that a hint leads to."""

    field_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._shown: tuple[CaseFile, LiveResult] | None = None
        self._plain = ""
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(UNIT * 2, UNIT * 2, UNIT * 2, UNIT * 2)
        self._box.setSpacing(UNIT * 2)
        self._box.addWidget(self._build_words())
        self.bars = BalanceBars(self)
        self._box.addWidget(self.bars)
        self.to_complete = ToComplete(self, most=MOST_HINTS)
        self.to_complete.chosen.connect(self.field_asked)
        self._box.addWidget(self.to_complete)

    def _build_words(self) -> QWidget:
        words = QWidget(self)
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
        direction = QBoxLayout.Direction.LeftToRight if strip else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(direction)
        self.to_complete.set_most(1 if strip else MOST_HINTS)
        for place in range(3):
            self._box.setStretch(place, 1 if strip else 0)
        margin = UNIT if strip else UNIT * 2
        self._box.setContentsMargins(UNIT * 2, margin, UNIT * 2, margin)

    def apply(self, case: CaseFile, live: LiveResult) -> None:
        """Show what is known of the case now."""
        self._shown = (case, live)
        self._show_words(case, live)
        figures = balance_figures(live.assessment) if live.assessment is not None else None
        self.bars.set_figures(figures, segment_names(case))
        self.to_complete.set_hints(hints_of(case, live.findings))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.setAccessibleName(_("Balance of the household"))
        self.bars.retranslate()
        self.bars.update()
        if self._shown is not None:
            self.apply(*self._shown)

    def _show_words(self, case: CaseFile, live: LiveResult) -> None:
        assessment = live.assessment
        self._mark.setText(_("Quick scan: on reference amounts"))
        self._mark.setVisible(assessment is not None and assessment.rests_on_reference_amounts)
        if assessment is None:
            only_missing = all(finding.code in NOT_YET for finding in live.bad)
            few, wrong = _("A few answers are enough for a first result."), _("Something must be corrected first.")
            self._say(_("No result yet"), None, few if only_missing else wrong)
        elif not case.incomes:
            needed = assessment.retained.total
            self._say(_("{amount} is needed each month"), needed, _("What comes in is not known yet."))
        else:
            words = headline(assessment.balance, "{amount}")
            self._say(words, abs(assessment.balance), _sum_words(assessment), amber=assessment.balance < 0)

    def _say(self, words: str, amount: Decimal | None, detail: str, *, amber: bool = False) -> None:
        """The headline, with the cents quieter than the euros, and a sentence below."""
        plain = words.replace("{amount}", money(amount)) if amount is not None else words
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        if plain == self._plain:
            return
        self._plain = plain
        self._headline.setText(_dressed(words, amount, amber=amber, points=self.font().pointSizeF()))
        self._headline.setAccessibleName(plain)


def _sum_words(assessment: Assessment) -> str:
    return _("{income} comes in, {need} is needed.").format(
        income=money(assessment.income_total), need=money(assessment.retained.total)
    )


def _dressed(words: str, amount: Decimal | None, *, amber: bool, points: float) -> str:
    if amount is None:
        return escape(words)
    colours, (euros, cents) = current_colours(), money_parts(amount)
    colour, big = (colours.amber if amber else colours.text), points * 20 / BODY_POINTS
    # The figure never breaks: its spaces are no-break ones.
    figure = (
        f'<span style="font-size:{big:.1f}pt; font-weight:600; color:{colour}">{escape(euros)}</span>'
        f'<span style="color:{colours.quiet}">{escape(cents)}</span>'
    )
    return escape(words).replace("{amount}", figure)
