"""The packs' conditions in words: ``household_size>=3&!bim`` becomes something a person can read."""

from __future__ import annotations

from collections.abc import Callable

from redi_desktop.engine.conditions import NO_FACTOR, Condition, parse_condition
from redi_desktop.formatting import join_list
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words import counts

FLAG_WORDS: dict[str, tuple[str, str]] = {
    "bim": (N_("with the increased reimbursement (BIM)"), N_("without the increased reimbursement (BIM)")),
    "ri": (N_("with an integration income"), N_("without an integration income")),
    "social_energy": (N_("with the social energy tariff"), N_("without the social energy tariff")),
    "heating_gas": (N_("heated with gas"), N_("not heated with gas")),
    "heating_oil": (N_("heated with oil"), N_("not heated with oil")),
    "heating_electric": (N_("heated with electricity"), N_("not heated with electricity")),
    "new_lease": (N_("with a new lease"), N_("with a running lease")),
    "tenant": (N_("tenant"), N_("not a tenant")),
    "child_12plus": (N_("with a child of 12 or over"), N_("without a child of 12 or over")),
}
OPTION_WORDS: dict[str, str] = {
    "option_hot_meal": N_("Hot meals at school"),
    "option_childcare": N_("Childcare for the under-threes"),
    "option_tv": N_("Television on top of social internet"),
    "option_car": N_("Own car"),
}
_NUMBER_WORDS: dict[str, Callable[[int], str]] = {
    "household_size": counts.persons,
    "adults": counts.adults,
    "children": counts.children,
    "bedrooms": counts.bedrooms,
}
_OPERATORS: dict[str, str] = {"=": N_("of {number}"), ">=": N_("of {number} or more"), "<=": N_("of {number} or fewer")}


def condition_words(text: str) -> str:
    """A whole condition in words."""
    return join_list(term_words(term.strip()) for term in text.split("&") if term.strip() != NO_FACTOR)


def term_words(term: str) -> str:
    """One term of a condition in words."""
    condition = parse_condition(term)
    if condition.comparisons:
        return _comparison_words(condition)
    negated = bool(condition.excluded)
    flag = next(iter(condition.excluded or condition.required))
    if flag in FLAG_WORDS:
        return _(FLAG_WORDS[flag][negated])
    wording = _("without the choice “{option}”") if negated else _("with the choice “{option}”")
    return wording.format(option=option_word(flag))


def _comparison_words(condition: Condition) -> str:
    comparison = condition.comparisons[0]
    words = _(_OPERATORS[comparison.operator]).format(number=_NUMBER_WORDS[comparison.number](comparison.bound))
    return _("not: {condition}").format(condition=words) if comparison.negated else words


def option_word(option: str) -> str:
    """What an option of a pack is called; an option of a CPAS's own pack stands as it was written."""
    if option in OPTION_WORDS:
        return _(OPTION_WORDS[option])
    return option.removeprefix("option_").replace("_", " ")
