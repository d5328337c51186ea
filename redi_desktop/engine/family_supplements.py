"""The supplements to child benefit that the legal tables allow to work out: Wallonia, children born from 2020 on.

Walloon decree of 8 February 2018: a social supplement (its full amount for a household with the BIM or an income of the
year below the first ceiling, a smaller one below the second), with it one for a lone parent and one for a large family.
The ceilings are of gross income; a case holds net incomes, so what passes a ceiling net passes it gross too, and what
stays below is left to be checked.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from redi_desktop.engine.facts import Facts
from redi_desktop.engine.household import Person, Role
from redi_desktop.engine.legal_tables import LegalTables, NoLegalValue
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.statuses import family_of, yearly_income

NEW_SYSTEM_FROM = date(2020, 1, 1)
"""Children born before have the older scale, which the tables do not hold."""
BENEFIT_ENDS_AT = 25
LARGE_FAMILY = 3
_TABLE = "family_benefits.wallonia"


def supplements(facts: Facts, legal: LegalTables, day: date) -> Decimal | None:
    """The supplements of all children together, euro per month; ``None`` where the tables do not reach."""
    children = [person for person in facts.household.persons if _has_benefit(person, day)]
    if not facts.household.has_walloon_family_benefits or not all(_in_new_system(child) for child in children):
        return None
    try:
        bracket = _bracket(facts, legal, day)
        kinds = ["social", *_circumstances(facts, children)]
        each = sum((legal.at(f"{_TABLE}.{kind}.{bracket}", day).value for kind in kinds), ZERO) if bracket else ZERO
    except NoLegalValue:
        return None
    return to_cent(sum((child.custody_share for child in children), ZERO) * each)


def _has_benefit(person: Person, day: date) -> bool:
    birth = person.birth_date
    return person.role is Role.CHILD and birth is not None and day.year - birth.year <= BENEFIT_ENDS_AT


def _in_new_system(child: Person) -> bool:
    return child.birth_date is not None and child.birth_date >= NEW_SYSTEM_FROM


def _bracket(facts: Facts, legal: LegalTables, day: date) -> str:
    """Below which ceiling the household is; empty above both."""
    if any(person.bim for person in family_of(facts)):
        return "below_first_ceiling"
    income = yearly_income(facts)
    if income <= legal.at(f"{_TABLE}.first_ceiling", day).value:
        return "below_first_ceiling"
    return "below_second_ceiling" if income <= legal.at(f"{_TABLE}.second_ceiling", day).value else ""


def _circumstances(facts: Facts, children: list[Person]) -> list[str]:
    has_partner = any(person.role is Role.PARTNER for person in facts.household.persons)
    found = [] if has_partner else ["single_parent"]
    return [*found, "large_family"] if len(children) >= LARGE_FAMILY else found
