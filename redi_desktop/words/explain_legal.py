"""Legal amounts and doubts in words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.legal_reasons import Doubt
from redi_desktop.engine.legal_tables import ValueStatus
from redi_desktop.engine.money import Period
from redi_desktop.formatting import date_short, money, number, percent
from redi_desktop.i18n import N_
from redi_desktop.i18n import gettext as _
from redi_desktop.words.explaining import Persons, Say, decimal_of, text_of
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.pack_notes import note_words
from redi_desktop.words.vocabulary import label

DOUBTS: dict[str, str] = {
    "not_seen_published": N_(
        "The rise of 2 % and its date are published; the amount is computed and was not seen in an official table."
    ),
    "index_september_2026": N_("The index step of September 2026 is computed; the official table was not seen."),
    "welfare_category_2": N_(
        "In 2026 the rate of a single person may have risen by 2 % more (welfare adjustment): check the table."
    ),
    "own_dwelling": N_("Whether the dwelling one lives in counts as property is read in two ways; the tables decide."),
    "deduction_cap": N_(
        "Whether mortgage interest and life annuity have a ceiling is read in two ways; the tables decide."
    ),
    "family_benefit_supplements": N_(
        "Whether other supplements to family benefits than that for disability count is read in two ways; the tables "
        "decide."
    ),
    "grant_holder_2021": N_(
        "In 2020 and 2021 a temporary measure gave students with a grant the same exemption as others; its months were "
        "not found."
    ),
    "holiday_pay": N_("No source says how holiday pay counts: it is counted in the month in which it is received."),
    "property_exemption_shared": N_("How the exemption is shared between several properties is not written."),
    "capital_mixed_holders": N_("How the slices are counted for own and shared accounts together is not written."),
    "pool_order": N_(
        "Debtors of the first degree and others are counted together; some CPAS first look at the first degree alone."
    ),
    "exemption_window_over": N_(
        "Six years have passed since the first day of the exemption; whether a new period can begin is not written."
    ),
    "cohabitants_reform": N_(
        "Article 34 as it reads since 1 March 2026 got a negative opinion of the Council of State, and whether debtors "
        "may still be left out for equity is argued: a derogation must give its reason."
    ),
    "attachment_mixed_income": N_(
        "How work and replacement income together fill the slices is not certain: work income is put in first."
    ),
}
_BASES: dict[str, str] = {
    "law ": N_("Law of {rest}"),
    "AR ": N_("Royal decree of {rest}"),
    "Judicial Code ": N_("Judicial Code, {rest}"),
    "ordinance ": N_("Ordinance of {rest}"),
    "decree ": N_("Decree of {rest}"),
    "CCT ": N_("Collective labour agreement {rest}"),
}
_ARTICLE = re.compile(r"\bart\. (?=\d)")


def doubt_words(doubt: Doubt) -> str:
    """A doubt as a sentence; one that the program does not know is told by the note of the table."""
    return _doubt(doubt.code, doubt.note)


def _doubt(code: str, note: str) -> str:
    sentence = _(DOUBTS[code]) if code in DOUBTS else note_words(note) or code
    return _("To be checked: {sentence}").format(sentence=sentence)


def basis_words(legal_basis: str) -> str:
    """The legal text an amount rests on."""
    for prefix, words in _BASES.items():
        if legal_basis.startswith(prefix):
            article = _("art.")
            rest = _ARTICLE.sub(f"{article} ", legal_basis.removeprefix(prefix))
            return _(words).format(rest=rest)
    return legal_basis


def _amount(node: Explanation) -> str:
    value: Decimal = decimal_of(node, "value")
    if text_of(node, "unit") != "EUR":
        return percent(value) if 0 < value < 1 else number(value)
    period = text_of(node, "period")
    if period not in (Period.MONTH, Period.YEAR):
        return money(value)
    return _("{amount} {period}").format(amount=money(value), period=label(Period(period)))


def _value(node: Explanation, persons: Persons) -> str:
    since = node.values["valid_from"]
    return _("{basis}: {value}, in force since {date} ({status}).").format(
        basis=basis_words(text_of(node, "legal_basis")),
        value=_amount(node),
        date=date_short(since if isinstance(since, date) else date.fromisoformat(str(since))),
        status=kind_word(ValueStatus(text_of(node, "status"))),
    )


def _doubt_node(node: Explanation, persons: Persons) -> str:
    return _doubt(text_of(node, "doubt"), text_of(node, "note"))


EXPLANATIONS: dict[str, Say] = {"legal.value": _value, "legal.doubt": _doubt_node}
