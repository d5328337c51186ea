"""What was sold or given away in the ten years before (art. 28 to 32), counted as capital.

Value in proportion to the right (usufruct: a fraction), less debts paid with the proceeds of a sale (art. 30), the
exempt slice of an only home (art. 29) and the yearly abatement (art. 31); or what the CPAS counts for equity (art. 32).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.capital import scale
from redi_desktop.engine.integration_income.facts import Transfer
from redi_desktop.engine.integration_income.kinds import Article, Category, Right
from redi_desktop.engine.integration_income.parameters import (
    TRANSFER_ABATEMENT,
    TRANSFER_EXEMPT_SLICE,
    TRANSFER_LOOKBACK,
    TRANSFER_USUFRUCT,
    Law,
)
from redi_desktop.engine.integration_income.work_exemption import years_later
from redi_desktop.engine.integration_income.yearly import MONTHS, ArticleAmount, article_amount, nothing
from redi_desktop.engine.legal_reasons import explain_value
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.months import Month

ONE = Decimal(1)


class _Counted(NamedTuple):
    declared: Decimal
    capital: Decimal
    explanation: Explanation


class _Step(NamedTuple):
    """What is left of the value after each step, and the steps."""

    left: Decimal
    steps: tuple[Explanation, ...]

    def less(self, amount: Decimal, rule: str, *sources: Explanation, **values: object) -> _Step:
        """Take an amount off, down to zero."""
        if not amount:
            return self
        taken = min(self.left, amount)
        step = Explanation(rule, to_cent(taken), values, sources)
        return _Step(self.left - taken, (*self.steps, step))


def count_transfers(transfers: Sequence[Transfer], category: Category, starts_on: date, law: Law) -> ArticleAmount:
    """Articles 28 to 32; ``starts_on`` is the first day of the right."""
    if not transfers:
        return nothing(Article.TRANSFERS)
    counted = [_count(transfer, category, starts_on, law) for transfer in transfers]
    capital = sum((line.capital for line in counted), ZERO)
    declared = sum((line.declared for line in counted), ZERO)
    scaled = scale(capital, ONE, law)
    lines = tuple(line.explanation for line in counted)
    left_out = declared - capital + scaled.free
    return article_amount(Article.TRANSFERS, scaled.amount, max(ZERO, left_out), (*lines, scaled.explanation))


def _count(transfer: Transfer, category: Category, starts_on: date, law: Law) -> _Counted:
    declared = (transfer.value or ZERO) * transfer.share
    values: dict[str, object] = {
        "id": transfer.id,
        "transferred_on": transfer.transferred_on,
        "value": transfer.value,
        "share": transfer.share,
        "right": transfer.right.value,
    }
    lookback = law.at(TRANSFER_LOOKBACK)
    if transfer.transferred_on is not None and years_later(transfer.transferred_on, int(lookback.value)) < starts_on:
        node = Explanation("ri.transfer.too_old", ZERO, values, (explain_value(lookback),))
        return _Counted(declared, ZERO, node)
    if transfer.equity_amount is not None:
        amount, because = to_cent(transfer.equity_amount), values | {"reason": transfer.reason}
        return _Counted(max(declared, amount), amount, Explanation("ri.transfer.equity", amount, because))
    steps = _steps(transfer, declared, category, starts_on, law)
    amount = to_cent(steps.left)
    return _Counted(declared, amount, Explanation("ri.transfer", amount, values, steps.steps))


def _steps(transfer: Transfer, declared: Decimal, category: Category, starts_on: date, law: Law) -> _Step:
    step = _Step(declared, ())
    if transfer.right is Right.USUFRUCT:
        fraction = law.at(TRANSFER_USUFRUCT)
        step = step.less(
            declared * (ONE - fraction.value),
            "ri.transfer.usufruct",
            explain_value(fraction),
            fraction=fraction.value,
        )
    if not transfer.for_consideration:
        return step
    step = step.less(transfer.debts, "ri.transfer.debts")
    if not transfer.sole_home:
        return step
    free = law.at(TRANSFER_EXEMPT_SLICE)
    step = step.less(
        free.value * transfer.share,
        "ri.transfer.exempt_slice",
        explain_value(free),
        slice=free.value,
        share=transfer.share,
    )
    return _abate(step, transfer, category, starts_on, law)


def _abate(step: _Step, transfer: Transfer, category: Category, starts_on: date, law: Law) -> _Step:
    """By month from the month after the transfer to the beginning of the right, then by year at each anniversary."""
    yearly = law.at(TRANSFER_ABATEMENT[category])
    months = _months_between(transfer.transferred_on or starts_on, starts_on)
    years = _anniversaries(starts_on, law.day)
    amount = yearly.value * months / MONTHS + yearly.value * years
    return step.less(
        amount,
        "ri.transfer.abatement",
        explain_value(yearly),
        yearly=yearly.value,
        months=months,
        years=years,
        category=category.value,
    )


def _months_between(transferred: date, starts_on: date) -> int:
    """Whole months from the month after the transfer to the month in which the right begins."""
    before, after = Month.of(transferred), Month.of(starts_on)
    return max(0, (after.year - before.year) * 12 + after.number - before.number - 1)


def _anniversaries(starts_on: date, day: date) -> int:
    """Completed years since the right began."""
    return max(0, day.year - starts_on.year - ((day.month, day.day) < (starts_on.month, starts_on.day)))
