"""The needs in the words of those who have them: for the papers that a person takes home."""

from __future__ import annotations

from redi_desktop.engine.needs import Need
from redi_desktop.i18n import N_, _

_WORDS: dict[Need, str] = {
    Need.FOOD: N_("Eating and drinking"),
    Need.CLOTHING: N_("Clothes and shoes"),
    Need.HEALTH: N_("Doctor and medicine"),
    Need.HYGIENE: N_("Washing and care"),
    Need.HOUSING: N_("Home and energy"),
    Need.REST_LEISURE: N_("Rest and free time"),
    Need.SAFE_CHILDHOOD: N_("Children and school"),
    Need.RELATIONS: N_("Family and friends"),
    Need.MOBILITY: N_("Getting around"),
    Need.SAFETY: N_("Insurance and safety"),
    Need.UNFORESEEN_ADMIN: N_("Papers and surprises"),
}


def plain_need(need: Need) -> str:
    """What a need is about, in everyday words."""
    return _(_WORDS[need])
