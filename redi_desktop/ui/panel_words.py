"""What the panel says of a case: one sentence with its figure, and one that explains it."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import NamedTuple

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.assess import Assessment
from redi_desktop.formatting import money, money_parts
from redi_desktop.i18n import _
from redi_desktop.ui.balance_words import headline
from redi_desktop.ui.colours import current_colours
from redi_desktop.ui.live_result import LiveResult

NOT_YET = frozenset({"missing", "no_persons", "no_applicant"})
"""What forbids a result only because it has not been said yet."""


class Saying(NamedTuple):
    """A headline, in which ``{amount}`` stands for the figure; the sentence below it, and that in few words."""

    words: str
    amount: Decimal | None
    detail: str
    brief: str = ""
    is_missing: bool = False
    is_quick: bool = False

    @property
    def plain(self) -> str:
        """The headline with its figure."""
        return self.words.replace("{amount}", money(self.amount)) if self.amount is not None else self.words

    def dressed(self, points: float) -> str:
        """The headline with its figure so many points high, and the cents quieter than the euros."""
        if self.amount is None:
            return escape(self.words)
        colours, (euros, cents) = current_colours(), money_parts(self.amount)
        colour = colours.amber if self.is_missing else colours.text
        # The figure never breaks: its spaces are no-break ones.
        figure = (
            f'<span style="font-size:{points:.1f}pt; font-weight:600; color:{colour}">{escape(euros)}</span>'
            f'<span style="color:{colours.quiet}">{escape(cents)}</span>'
        )
        return escape(self.words).replace("{amount}", figure)


def saying(case: CaseFile, live: LiveResult) -> Saying:
    """What is known of the case now."""
    assessment = live.assessment
    if assessment is None:
        only_missing = all(finding.code in NOT_YET for finding in live.bad)
        few, wrong = _("A few answers are enough for a first result."), _("Something must be corrected first.")
        return Saying(_("No result yet"), None, few if only_missing else wrong)
    quick = assessment.rests_on_reference_amounts
    if not case.incomes:
        words, detail = _("{amount} is needed each month"), _("What comes in is not known yet.")
        return Saying(words, assessment.retained.total, detail, is_quick=quick)
    return _balance(assessment, is_quick=quick)


def _balance(assessment: Assessment, *, is_quick: bool) -> Saying:
    sums = {"income": money(assessment.income_total), "need": money(assessment.retained.total)}
    return Saying(
        headline(assessment.balance, "{amount}"),
        abs(assessment.balance),
        _("{income} comes in, {need} is needed.").format(**sums),
        _("{income} of {need}").format(**sums),
        is_missing=assessment.balance < 0,
        is_quick=is_quick,
    )
