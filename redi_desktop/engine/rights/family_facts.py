"""What a case and the law say of children and their benefits, for the facts that rights ask for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from redi_desktop.engine.family_supplements import NEW_SYSTEM_FROM
from redi_desktop.engine.household import ADULT_AGE, Region
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.rights.people_facts import child_benefit
from redi_desktop.engine.rights.situation import CHARGE_AGE, Situation, Someone, monthly
from redi_desktop.engine.rights.values import Value

_BASE = {
    Region.WALLONIA: "family_benefits.wallonia.base.under_18",
    Region.BRUSSELS: "family_benefits.brussels.base.under_12",
}
"""The least that a child of the present scale receives without any supplement; for the German-speaking Community the
tables hold none."""
WITHOUT_SUPPLEMENT = Decimal("1.10")
"""Up to so many times the base amount no social supplement is in it: the smallest is a sixth of the base. What is
between is room for an index step that the tables do not know and for the base amount of older children."""


def born_from_2020(_situation: Situation, someone: Someone) -> Value:
    """Whether the Walloon scale of 2020 is that of a child."""
    birth = someone.person.birth_date
    return None if birth is None else birth >= NEW_SYSTEM_FROM


def not_of_an_adult(_situation: Situation, someone: Someone) -> Value:
    """What is asked of children is surely not so of who is too old for it; of the others it is not known."""
    limit = CHARGE_AGE if someone.is_child else ADULT_AGE
    return False if someone.age is not None and someone.age >= limit else None


def social_supplement(situation: Situation, legal: LegalTables | None) -> Value:
    """Whether the social supplement comes in: it has its own row, or the benefits are no more than the base amounts."""
    if situation.receives(IncomeKind.CHILD_BENEFIT_SUPPLEMENT):
        return True
    children = [one for one in situation.children if child_benefit(situation, one)]
    if not children or not _on_present_scale(situation, children):
        return None
    base, received = _base(situation, legal), _received(situation)
    if base is None or received is None:
        return None
    return False if received <= base * len(children) * WITHOUT_SUPPLEMENT else None


def _on_present_scale(situation: Situation, children: Sequence[Someone]) -> bool:
    """Whether each has the whole amount of a child, in Wallonia that of the scale of 2020."""
    whole = all(one.person.custody_share == 1 for one in children)
    walloon = situation.facts.household.has_walloon_family_benefits
    return whole and (not walloon or all(born_from_2020(situation, one) for one in children))


def _base(situation: Situation, legal: LegalTables | None) -> Decimal | None:
    household = situation.facts.household
    value_id = _BASE.get(household.region) if household.region and not household.german_community else None
    if legal is None or value_id is None or not legal.has(value_id, situation.day):
        return None
    return legal.at(value_id, situation.day).value


def _received(situation: Situation) -> Decimal | None:
    rows = [monthly(row) for row in situation.facts.incomes if row.kind is IncomeKind.CHILD_BENEFIT]
    known = [row for row in rows if row is not None]
    return sum(known, Decimal(0)) if len(known) == len(rows) else None
