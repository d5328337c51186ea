"""The units in which the packs count: pieces, kilowatt-hours, trips."""

from __future__ import annotations

from redi_desktop.i18n import N_, gettext

_UNITS: dict[str, str] = {
    "pc": N_("piece"),
    "day": N_("day"),
    "week": N_("week"),
    "month": N_("month"),
    "year": N_("year"),
    "6 years": N_("6 years"),
    "meal": N_("meal"),
    "visit": N_("visit"),
    "box": N_("box"),
    "set": N_("set"),
    "bottle": N_("bottle"),
    "3-month pack": N_("3-month pack"),
    "cycle": N_("cycle"),
    "diaper": N_("nappy"),
    "kWh": N_("kWh"),
    "litre": N_("litre"),
    "service": N_("service visit"),
    "outing": N_("outing"),
    "session": N_("session"),
    "party": N_("party"),
    "trip": N_("trip"),
    "return trip": N_("return trip"),
    "gift": N_("gift"),
    "occasion": N_("occasion"),
}


def unit_word(unit: str) -> str:
    """The unit in the current language; a unit of a CPAS's own pack stands as it was written."""
    return gettext(_UNITS[unit]) if unit in _UNITS else unit
