"""Attachable income and the minimum living allowance in words."""

from __future__ import annotations

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.integration_income.kinds import Category
from redi_desktop.i18n import N_
from redi_desktop.words.explaining import Persons, Say
from redi_desktop.words.sentences import number_of, say, shown_money, shown_plain, shown_share, word_of

_NOTHING = say(N_("Nothing can be seized: {left} is left."), left=shown_money)
_SOMETHING = say(N_("{amount} can be seized this month; {left} is left."), left=shown_money)


def _result(node: Explanation, persons: Persons) -> str:
    return (_SOMETHING if number_of(node.amount) else _NOTHING)(node, persons)


EXPLANATIONS: dict[str, Say] = {
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
    "attachment_children_out_of_range": N_("The number of children at charge must be between 0 and {most}."),
}
