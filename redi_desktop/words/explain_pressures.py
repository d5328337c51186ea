"""Where a deficit comes from, in words."""

from __future__ import annotations

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.needs import Need
from redi_desktop.engine.pressures import Pressure, Pressures, PressureSource
from redi_desktop.formatting import money, percent
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words.explaining import Persons, Say, amount_of, decimal_of, text_of, to_cent
from redi_desktop.words.vocabulary import label

_SOURCES: dict[PressureSource, str] = {
    PressureSource.INCOME: N_("Income"),
    PressureSource.ENERGY: N_("Energy and water"),
    PressureSource.DEBTS: N_("Debts"),
}


def source_word(source: PressureSource) -> str:
    """What a part of the deficit comes from: the need's own word, else one of ours."""
    return _(_SOURCES[source]) if source in _SOURCES else label(Need(source.value))


def held_against(part: Pressure) -> str:
    """What a part of the deficit is held against."""
    words = _("{retained} retained; the baskets say {reference}.")
    if part.source is PressureSource.INCOME:
        words = _("{retained} comes in; the reference budget is {reference}.")
    elif part.source is PressureSource.DEBTS:
        return _("What is accepted each month.")
    elif not part.reference:
        return _("On top of the baskets.")
    return words.format(retained=money(part.retained), reference=money(part.reference))


def beside_words(found: Pressures) -> str:
    """What paying everything beside the budget as well comes to."""
    if found.deficit_when_all_is_paid > 0:
        words = _("Not in the retained budget, and paid all the same: with it, {amount} is missing.")
    else:
        words = _("Not in the retained budget, and paid all the same: with it, {amount} is left.")
    return words.format(amount=money(abs(found.deficit_when_all_is_paid)))


def _name(node: Explanation) -> str:
    return source_word(PressureSource(text_of(node, "source")))


def _with_share(text: str, node: Explanation) -> str:
    """The sentence with the part of the deficit behind it, where something is missing and the part adds to it."""
    share = node.values["share"]
    if share is None or node.amount is None or node.amount <= 0:
        return text
    return _("{sentence} That is {share} of what is missing.").format(
        sentence=text, share=percent(decimal_of(node, "share"))
    )


def _deficit(node: Explanation, persons: Persons) -> str:
    return _("{amount} is missing each month. It comes from:").format(amount=amount_of(node))


def _left(node: Explanation, persons: Persons) -> str:
    return _("{amount} is left each month. What weighs on it:").format(amount=money(-to_cent(node.amount)))


def _income(node: Explanation, persons: Persons) -> str:
    words = {"reference": money(decimal_of(node, "reference")), "income": money(decimal_of(node, "retained"))}
    if node.amount is not None and node.amount > 0:
        text = _("Income: what comes in, {income}, is {amount} less than the reference budget, {reference}.")
        return _with_share(text.format(amount=amount_of(node), **words), node)
    text = _("Income: what comes in, {income}, is {amount} more than the reference budget, {reference}.")
    return text.format(amount=money(-to_cent(node.amount)), **words)


def _above(node: Explanation, persons: Persons) -> str:
    words = _("{source}: {retained} is retained, {amount} more than the {reference} of the baskets.")
    return _with_share(_beside_reference(words, node, amount_of(node)), node)


def _below(node: Explanation, persons: Persons) -> str:
    words = _("{source}: {retained} is retained, {amount} less than the {reference} of the baskets.")
    return _beside_reference(words, node, money(-to_cent(node.amount)))


def _beside_reference(words: str, node: Explanation, amount: str) -> str:
    names = {name: money(decimal_of(node, name)) for name in ("retained", "reference")}
    return words.format(source=_name(node), amount=amount, **names)


def _debts(node: Explanation, persons: Persons) -> str:
    return _with_share(_("Debts: {amount} is accepted each month.").format(amount=amount_of(node)), node)


def _set_aside(node: Explanation, persons: Persons) -> str:
    return _("{amount} of the baskets is left out, because the policy does not count it.").format(
        amount=amount_of(node)
    )


def _beside(node: Explanation, persons: Persons) -> str:
    all_paid = decimal_of(node, "all_paid")
    if all_paid > 0:
        words = _("{amount} is paid beside the budget: with it, {all_paid} is missing.")
        return words.format(amount=amount_of(node), all_paid=money(all_paid))
    words = _("{amount} is paid beside the budget: with it, {all_paid} is left.")
    return words.format(amount=amount_of(node), all_paid=money(-all_paid))


def _beside_debts(node: Explanation, persons: Persons) -> str:
    return _("Debts that are not accepted: {amount}.").format(amount=amount_of(node))


def _beside_expense(node: Explanation, persons: Persons) -> str:
    words = _("{kind}: {amount} more than the budget holds.")
    return words.format(kind=label(ExpenseKind(text_of(node, "kind"))), amount=amount_of(node))


EXPLANATIONS: dict[str, Say] = {
    "pressure.deficit": _deficit,
    "pressure.left": _left,
    "pressure.income": _income,
    "pressure.above": _above,
    "pressure.below": _below,
    "pressure.debts": _debts,
    "pressure.set_aside": _set_aside,
    "pressure.beside": _beside,
    "pressure.beside_debts": _beside_debts,
    "pressure.beside_expense": _beside_expense,
}
