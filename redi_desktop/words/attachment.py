"""Attachable income and the minimum living allowance in words."""

from __future__ import annotations

from datetime import date

from redi_desktop.engine.attachment import PER_CHILD, THRESHOLDS, Attachment, AttachmentFacts
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.formatting import date_short, join_list, money
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words.explaining import Persons, Say, amount_of, person_of
from redi_desktop.words.sentences import number_of, say, shown_money, shown_plain, shown_share, word_of

_NOTHING = say(N_("Nothing can be seized: {left} is left."), left=shown_money)
_SOMETHING = say(N_("{amount} can be seized this month; {left} is left."), left=shown_money)


def _result(node: Explanation, persons: Persons) -> str:
    return (_SOMETHING if number_of(node.amount) else _NOTHING)(node, persons)


def _of_person(node: Explanation, persons: Persons) -> str:
    parts = (
        (_("{amount} net of work"), number_of(node.values["work"])),
        (_("{amount} of replacement income"), number_of(node.values["replacement"])),
        (_("{amount} that cannot be seized at all"), number_of(node.values["protected"])),
    )
    incomes = join_list([words.format(amount=money(amount)) for words, amount in parts if amount])
    words = _("{person}: {incomes}. Of this {amount} can be seized.")
    return words.format(person=person_of(node, persons), incomes=incomes, amount=amount_of(node))


def bounds_words(legal: LegalTables, day: date) -> str:
    """The bounds of that day in one sentence: from where on something can be seized, and everything."""
    first, last, per_child = (legal.at(name, day) for name in (THRESHOLDS[0], THRESHOLDS[-1], PER_CHILD))
    words = _(
        "Bounds in force since {date}: nothing up to {first} net a month, a part of what is above, everything above "
        "{last}; {per_child} less for each child at charge."
    )
    return words.format(
        date=date_short(max(first.valid_from, per_child.valid_from)),
        first=money(first.value),
        last=money(last.value),
        per_child=money(per_child.value),
    )


def left_words(found: Attachment) -> str:
    """What is left of somebody's incomes."""
    whole = money(found.left + found.attachable)
    return _("Of {whole} net, {left} is left.").format(whole=whole, left=money(found.left))


def incomes_words(facts: AttachmentFacts) -> str:
    """What somebody receives, as article 1409 distinguishes it; a line for each, those that are nothing left out."""
    lines = (
        (_("Work: {amount}"), facts.work),
        (_("Replacement income: {amount}"), facts.replacement),
        (_("Cannot be seized: {amount}"), facts.protected),
    )
    return "\n".join(words.format(amount=money(amount)) for words, amount in lines if amount)


EXPLANATIONS: dict[str, Say] = {
    "attachment.of_person": _of_person,
    "attachment.result": _result,
    "attachment.free": say(N_("Up to {threshold} nothing can be seized."), threshold=shown_money),
    "attachment.slice": say(
        N_("Between {low} and {high}: {rate} of {inside}, {amount}."),
        low=shown_money,
        high=shown_money,
        rate=shown_share,
        inside=shown_money,
    ),
    "attachment.above": say(N_("Above {threshold} everything: {amount}."), threshold=shown_money),
    "attachment.children": say(
        N_("Children at charge: {children} × {per_child}, {amount} less."),
        children=shown_plain,
        per_child=shown_money,
    ),
    "attachment.maintenance": say(N_("For maintenance arrears the whole income can be seized: {amount}.")),
    "attachment.minimum_living_allowance": say(
        N_(
            "A collective settlement leaves at least {amount} a month: {rate} ({category}) and family benefits of "
            "{benefits}."
        ),
        rate=shown_money,
        category=word_of(Category),
        benefits=shown_money,
    ),
}
FINDINGS: dict[str, str] = {
    "attachment_children_missing": N_("Say how many children are at charge; 0 if none."),
    "attachment_children_assumed": N_(
        "{children} under 25 taken as at charge and declared as such: a child whose own income passes the ceiling is "
        "not."
    ),
    "attachment_self_employed": N_(
        "Income of the self-employed is cut like a wage here; whether it is protected depends on how it is earned."
    ),
    "attachment_outside": N_("Not looked at here: what comes once, or what these bounds do not protect."),
    "attachment_children_out_of_range": N_("The number of children at charge must be between 0 and {most}."),
}
