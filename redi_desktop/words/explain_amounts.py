"""Totals, needs, groups, incomes, expenses and debts in words."""

from __future__ import annotations

from decimal import Decimal

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.formatting import money, percent
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words import counts
from redi_desktop.words.explaining import (
    Persons,
    Say,
    amount_of,
    decimal_of,
    lines_total,
    text_of,
    to_cent,
    with_person,
    with_reason,
)
from redi_desktop.words.vocabulary import label


def _balance(node: Explanation, persons: Persons) -> str:
    if node.amount is not None and node.amount < 0:
        return _("{amount} is missing each month: what comes in, less the retained budget.").format(
            amount=money(-node.amount)
        )
    return _("{amount} is left each month: what comes in, less the retained budget.").format(amount=amount_of(node))


def _retained_total(node: Explanation, persons: Persons) -> str:
    return _("Retained budget: {amount} per month, the sum of the needs and the accepted debts.").format(
        amount=amount_of(node)
    )


def _reference_total(node: Explanation, persons: Persons) -> str:
    return _("Reference budget: {amount} per month, the sum of the eleven needs.").format(amount=amount_of(node))


def _need_retained(node: Explanation, persons: Persons) -> str:
    words = _("{need}: {amount} retained per month, from {lines}.")
    return words.format(
        need=label(Need(text_of(node, "need"))), amount=amount_of(node), lines=counts.lines(len(node.parts))
    )


def _need_reference(node: Explanation, persons: Persons) -> str:
    words = _("{need}: {amount} per month in the reference budget, from {lines}.")
    return words.format(
        need=label(Need(text_of(node, "need"))), amount=amount_of(node), lines=counts.lines(len(node.parts))
    )


def _need_real(node: Explanation, persons: Persons) -> str:
    words = _("{need}: {amount} really paid per month, as far as it was told.")
    return words.format(need=label(Need(text_of(node, "need"))), amount=amount_of(node))


def _need_difference(node: Explanation, persons: Persons) -> str:
    return _("{need}: {retained} retained less {reference} of reference makes {amount}.").format(
        need=label(Need(text_of(node, "need"))),
        retained=money(decimal_of(node, "retained")),
        reference=money(decimal_of(node, "reference")),
        amount=amount_of(node),
    )


def _group(node: Explanation, persons: Persons) -> str:
    words = _("{group}: {amount} retained per month, from {lines}.")
    return words.format(
        group=label(Group(text_of(node, "group"))), amount=amount_of(node), lines=counts.lines(len(node.parts))
    )


def _expense(words: str) -> Say:
    def say(node: Explanation, persons: Persons) -> str:
        kind = label(ExpenseKind(text_of(node, "kind")))
        kind = with_person(kind, node, persons)
        text = _(words).format(kind=kind, amount=amount_of(node), real=money(decimal_of(node, "real")))
        return with_reason(text, node)

    return say


def _replace(node: Explanation, persons: Persons) -> str:
    """What is paid and what is retained of it; where the baskets have nothing for it, nothing is replaced."""
    parts = {part.rule for part in node.parts}
    if "expense.replaced_lines" not in parts:
        words = N_("{kind}: {amount} is retained. The baskets count nothing for it in this household: it is added.")
    elif node.amount != decimal_of(node, "real"):
        words = N_("{kind}: of the {real} really paid, {amount} takes the place of the reference.")
    else:
        words = N_("{kind}: the real expense of {amount} takes the place of the reference.")
    return _expense(words)(node, persons)


def _typed(node: Explanation, persons: Persons) -> str:
    typed = node.values["typed"]
    period = label(Period(text_of(node, "period")))
    if not isinstance(typed, Decimal):
        return _("Nothing was typed.")
    return _("Typed: {typed} {period}, which is {amount} per month.").format(
        typed=money(typed), period=period, amount=money(to_cent(node.amount))
    )


def _debt(node: Explanation, persons: Persons) -> str:
    words = _("Debt {kind}: {amount} accepted per month, {share} of what is paid.")
    text = words.format(
        kind=text_of(node, "kind") or text_of(node, "debt"),
        amount=amount_of(node),
        share=percent(decimal_of(node, "share")),
    )
    return with_reason(text, node)


def _income_total(node: Explanation, persons: Persons) -> str:
    return _("What comes in and counts: {amount} per month.").format(amount=amount_of(node))


def _income(words: str) -> Say:
    def say(node: Explanation, persons: Persons) -> str:
        kind = label(IncomeKind(text_of(node, "kind")))
        kind = with_person(kind, node, persons)
        return with_reason(_(words).format(kind=kind, amount=amount_of(node)), node)

    return say


def _cap(node: Explanation, persons: Persons) -> str:
    words = _("The policy retains at most {amount} for this; {above} above it is shown and not retained.")
    return words.format(amount=amount_of(node), above=money(decimal_of(node, "above")))


EXPLANATIONS: dict[str, Say] = {
    "expense.cap": _cap,
    "balance": _balance,
    "total.retained": _retained_total,
    "total.reference": _reference_total,
    "total.income": _income_total,
    "need.retained": _need_retained,
    "need.reference": _need_reference,
    "need.real": _need_real,
    "need.difference": _need_difference,
    "group.retained": _group,
    "input.typed": _typed,
    "expense.replace": _replace,
    "expense.add": _expense(N_("{kind}: {amount} comes on top of the reference.")),
    "expense.compare": _expense(N_("{kind}: {real} is really paid, shown beside the reference, which stays.")),
    "expense.leave_out": _expense(N_("{kind}: {real} is really paid and not retained.")),
    "expense.replaced_lines": lines_total(N_("In its place, the reference held {amount} ({lines}).")),
    "expense.compared_lines": lines_total(N_("The reference holds {amount} for this ({lines}).")),
    "debt.accepted": _debt,
    "income.counted": _income(N_("{kind}: {amount} per month, counted.")),
    "income.not_counted": _income(N_("{kind}: {amount} per month, not counted.")),
}
