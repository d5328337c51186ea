"""The packs' conditions in words: ``household_size>=3&!bim`` becomes something a person can read."""

from __future__ import annotations

from redi_desktop.engine.conditions import NO_FACTOR, Condition, parse_condition
from redi_desktop.formatting import join_list
from redi_desktop.i18n import N_, gettext
from redi_desktop.i18n import gettext as _

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
_NUMBER_WORDS: dict[str, tuple[str, str, str]] = {
    "household_size": (N_("{n} person(s) in the household"), N_("{n} persons or more"), N_("{n} persons or fewer")),
    "adults": (N_("{n} adult(s)"), N_("{n} adults or more"), N_("{n} adults or fewer")),
    "children": (N_("{n} child(ren)"), N_("{n} children or more"), N_("{n} children or fewer")),
    "bedrooms": (N_("{n} bedroom(s)"), N_("{n} bedrooms or more"), N_("{n} bedrooms or fewer")),
}
_OPERATORS = {"=": 0, ">=": 1, "<=": 2}


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
        return gettext(FLAG_WORDS[flag][negated])
    wording = _("without the choice “{option}”") if negated else _("with the choice “{option}”")
    return wording.format(option=option_word(flag))


def _comparison_words(condition: Condition) -> str:
    comparison = condition.comparisons[0]
    words = gettext(_NUMBER_WORDS[comparison.number][_OPERATORS[comparison.operator]]).format(n=comparison.bound)
    return _("not: {condition}").format(condition=words) if comparison.negated else words


def option_word(option: str) -> str:
    """What an option of a pack is called; an option of a CPAS's own pack stands as it was written."""
    if option in OPTION_WORDS:
        return gettext(OPTION_WORDS[option])
    return option.removeprefix("option_").replace("_", " ")
