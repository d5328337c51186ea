"""The words for what a cell of a pack may hold: the window shows them, the pack keeps its own short codes."""

from __future__ import annotations

from enum import StrEnum

from redi_desktop.engine.basket_pack import Provenance, Scope
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.household import Activity, Region, Sex, Tenure
from redi_desktop.engine.legal_tables import ValueStatus
from redi_desktop.engine.money import Period
from redi_desktop.engine.needs import Group, Need
from redi_desktop.i18n import N_, _
from redi_desktop.words.integration_income_kinds import kind_word
from redi_desktop.words.vocabulary import label

_KINDS: tuple[type[StrEnum], ...] = (Need, Group, Sex, Activity, Region, Tenure, Period, Provenance, ExpenseKind)
_OTHERS: dict[str, str] = {
    "any": N_("any"),
    Scope.PERSON: N_("person"),
    Scope.HOUSEHOLD: N_("household"),
    "EUR": N_("euro"),
    "ratio": N_("share"),
    "years": N_("years"),
    "cheque": N_("cheque"),
}


def choice_words(code: str) -> str:
    """A code in the current language; one that is not known stands as it is."""
    if code in _OTHERS:
        return _(_OTHERS[code])
    if code in set(ValueStatus):
        return kind_word(ValueStatus(code))
    kind = next((kind for kind in _KINDS if code in set(kind)), None)
    return label(kind(code)) if kind is not None else code
