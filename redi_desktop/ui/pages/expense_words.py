"""What an expense does to the budget, in a sentence or two under its row."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.expense_lines import ExpenseLine
from redi_desktop.engine.expenses import Expense, PaidBy, Treatment, treatment_of
from redi_desktop.engine.income import Evidence
from redi_desktop.engine.money import Period
from redi_desktop.formatting import money
from redi_desktop.i18n import _
from redi_desktop.words.vocabulary import label


class ExpenseSeen(NamedTuple):
    """What a row shows: the expense, its line in the result once there is one, the reference for it if there is any.

    ``has_result``: whether there is a result at all, so that "no reference" can be said. ``persons``: how they are
    called.
    """

    expense: Expense
    line: ExpenseLine | None
    reference: Decimal | None
    has_result: bool
    persons: Mapping[str, str]


def outcome(seen: ExpenseSeen) -> str:
    """What it is in a month, what the reference says, what is retained, and what else was said of it."""
    if seen.expense.kind is None:
        return _("Choose what it is for: until then it does not count.") if seen.expense.amount is not None else ""
    sentences = [_per_month(seen), _effect(seen), _set_amount(seen), *_particulars(seen.expense)]
    return " ".join(sentence for sentence in sentences if sentence)


def usual_treatment(expense: Expense) -> str:
    """What is done with this kind of expense where the worker says nothing else."""
    usual = treatment_of(Expense(id="", kind=expense.kind, period=expense.period))
    return _("Usual: {treatment}").format(treatment=label(usual))


def _per_month(seen: ExpenseSeen) -> str:
    if seen.line is None or seen.expense.period in (Period.MONTH, Period.ONCE):
        return ""
    return _("{amount} per month.").format(amount=money(seen.line.real))


def _effect(seen: ExpenseSeen) -> str:
    treatment = seen.line.treatment if seen.line else treatment_of(seen.expense)
    if treatment is Treatment.LEAVE_OUT:
        return _("Not retained.")
    if treatment is Treatment.ADD:
        return _("Comes on top of the reference budget.")
    if seen.reference is None:
        return _no_reference(treatment) if seen.has_result else ""
    words = _("Shown beside the reference, {amount}, which stays.")
    if treatment is Treatment.REPLACE:
        words = _("Takes the place of the reference, {amount}.")
    return words.format(amount=money(seen.reference))


def _no_reference(treatment: Treatment) -> str:
    if treatment is Treatment.REPLACE:
        return _("The reference budget holds nothing for this: the whole amount comes on top.")
    return _("The reference budget holds nothing for this; it is shown, not counted.")


def _set_amount(seen: ExpenseSeen) -> str:
    if seen.line is None:
        return ""
    if seen.line.cap is not None:
        return _("The CPAS's policy retains at most {amount}.").format(amount=money(seen.line.cap))
    return "" if seen.expense.retained is None else _("Retained: {amount}.").format(amount=money(seen.line.retained))


def _particulars(expense: Expense) -> list[str]:
    """What differs from the usual: the proof, who pays."""
    said = [] if expense.evidence is Evidence.TO_CHECK else [label(expense.evidence)]
    if expense.paid_by is not PaidBy.HOUSEHOLD:
        said.append(_("Paid by: {payer}").format(payer=label(expense.paid_by)))
    return [_("{text}.").format(text=text) for text in said]
