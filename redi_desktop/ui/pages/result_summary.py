"""The result in one sentence, three amounts and the picture."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.report.balance_figures import balance_figures
from redi_desktop.ui.balance_bars import BalanceBars
from redi_desktop.ui.balance_words import headline, segment_names
from redi_desktop.ui.pages.amount_list import AmountEntry, AmountList
from redi_desktop.ui.pages.section import Section
from redi_desktop.ui.theme import set_role
from redi_desktop.ui.why.asked import Asked, Figure
from redi_desktop.words.pack_texts import with_pack_language


class ResultSummary(Section):
    """« Il manque 214,30 € par mois », and what that is made of."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        set_role(self.headline, "title")
        self._quick = QLabel(self)
        self._quick.setWordWrap(True)
        set_role(self._quick, "quiet")
        self.figures = AmountList(self)
        self.figures.asked.connect(self.asked)
        self.bars = BalanceBars(self, large=True)
        self._invitation = QLabel(self)
        self._invitation.setWordWrap(True)
        set_role(self._invitation, "help")
        for widget in (self.headline, self._quick, self.figures, self._invitation, self.bars):
            self.body.addWidget(widget)

    def show_result(self, case: CaseFile, assessment: Assessment) -> None:
        """Show a result."""
        self.headline.setText(headline(assessment.balance))
        self._quick.setText(
            _("Quick scan: besides the rent everything rests on reference amounts. Each real expense makes it sharper.")
        )
        self._quick.setVisible(assessment.rests_on_reference_amounts)
        self.figures.show_entries(_entries(assessment))
        self.bars.set_figures(balance_figures(assessment), segment_names(case))

    def retranslate(self) -> None:
        """Say every text in the language in use; the amounts come with the next result."""
        self.setAccessibleName(_("Result"))
        invitation = _("Every amount on this page says why: click it, or press Enter on it.")
        self._invitation.setText(with_pack_language(invitation))
        self.bars.retranslate()
        self.bars.update()


def _entries(assessment: Assessment) -> tuple[AmountEntry, ...]:
    missing = assessment.balance < 0
    return (
        AmountEntry(_("What is needed"), "", money(assessment.retained.total), Asked(Figure.RETAINED_TOTAL)),
        AmountEntry(_("What comes in"), "", money(assessment.income_total), Asked(Figure.INCOME_TOTAL)),
        AmountEntry(
            _("What is missing") if missing else _("What is left"),
            "",
            money(abs(assessment.balance)),
            Asked(Figure.BALANCE),
        ),
    )
