"""The facts of rights found in a case, each with where it came from; what a case does not hold is not known.

An answer to a question stands over what the case shows. An answer without a person stands for everybody of whom
nothing else is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from redi_desktop.engine.legal_tables import LegalTables, NoLegalValue
from redi_desktop.engine.rights import family_facts as family
from redi_desktop.engine.rights import money_facts as money
from redi_desktop.engine.rights.answers import NO_ANSWERS, Answers
from redi_desktop.engine.rights.asked_facts import About, AskedFact
from redi_desktop.engine.rights.found_facts import FOLLOWING, HOUSEHOLD, INCOMES, PERSON, How
from redi_desktop.engine.rights.pack import Opening, Right
from redi_desktop.engine.rights.situation import Situation, Someone
from redi_desktop.engine.rights.tree import Who
from redi_desktop.engine.rights.values import LEGAL, Holding, Scope, Value


class Origin(NamedTuple):
    """Where a fact came from: how, and the field of the case where it stands, or the right that brings it."""

    how: How
    field: str = ""
    right: Right | None = None


class FactSheet:
    """The facts that a pack asks about; those that no case shows stand blank on it, to be answered."""

    def __init__(self, facts: Mapping[str, AskedFact], legal: LegalTables | None = None) -> None:
        self.facts = facts
        self.legal = legal
        persons = frozenset(fact for fact, asked in facts.items() if asked.about is About.PERSON)
        self.person: Mapping[str, Value] = dict.fromkeys(persons - PERSON.keys())
        self.household: Mapping[str, Value] = dict.fromkeys(
            facts.keys() - HOUSEHOLD.keys() - FOLLOWING - (persons & PERSON.keys())
        )


class _PersonScope(Scope):
    """The facts of one person; those of the household where a fact is not about a person."""

    __slots__ = ("_household", "_someone")

    def __init__(self, household: HouseholdScope, someone: Someone) -> None:
        super().__init__(someone.person.id)
        self._household = household
        self._someone = someone

    def find(self, fact: str) -> Value:
        """What was answered of the person, else what the case shows, else what was answered of the household."""
        household = self._household
        if household.answers.person:
            told = household.answers.person.get((fact, self.person))
            if told is not None:
                return told
        finder = PERSON.get(fact)
        found = finder.find(household.situation, self._someone) if finder else None
        if found is not None:
            return found
        asked = household.sheet.facts.get(fact)
        if asked is None or asked.about is About.HOUSEHOLD:
            return household[fact]
        return household.answers.household.get(fact)


class HouseholdScope(Scope):
    """The facts of one case for one examination, with its persons' in it."""

    __slots__ = ("answers", "brought", "sheet", "situation")

    def __init__(self, situation: Situation, sheet: FactSheet, answers: Answers = NO_ANSWERS) -> None:
        super().__init__()
        self.situation = situation
        self.sheet = sheet
        self.answers = answers
        self.brought: Mapping[Opening, Origin] = {}
        scopes = [_PersonScope(self, one) for one in situation.people]
        pairs = list(zip(situation.people, scopes, strict=True))
        self.people = {
            Who.PERSON: tuple(scopes),
            Who.CHILD: tuple(scope for one, scope in pairs if one.is_child),
            Who.ADULT: tuple(scope for one, scope in pairs if one.is_adult),
        }

    def laid_out(self) -> HouseholdScope:
        """Itself, with the facts blank that no case shows and that nobody answered."""
        sheet, scopes = self.sheet, self.people[Who.PERSON]
        self.update(sheet.household)
        for scope in scopes:
            scope.update(sheet.person)
        for fact in self.answers.facts:
            for scope in (self, *scopes):
                scope.pop(fact, None)
        return self

    def find(self, fact: str) -> Value:
        """What was answered, else what the case shows."""
        if fact in self.answers.household:
            return self.answers.household[fact]
        finder = HOUSEHOLD.get(fact)
        found = finder.find(self.situation) if finder else self._following(fact)
        return self._with_months(fact, found) if self.answers.months else found

    def _with_months(self, fact: str, found: Value) -> Value:
        """A set with the months that were answered for what it holds."""
        if not isinstance(found, Holding):
            return found
        months = self.answers.months
        return Holding({value: months.get((fact, value), since) for value, since in found.held.items()}, found.unsure)

    def _following(self, fact: str) -> Value:
        if fact == "ri_ruled_out":
            return money.rules_out_integration_income(self)
        if fact == "child_social_supplement":
            return family.social_supplement(self.situation, self.sheet.legal)
        return self._legal_amount(fact[len(LEGAL) :]) if fact.startswith(LEGAL) else self._anybody(fact)

    def _legal_amount(self, value_id: str) -> Value:
        """What the law says on the day; nothing before its first value, or without tables."""
        try:
            return self.sheet.legal.at(value_id, self.situation.day).value if self.sheet.legal is not None else None
        except NoLegalValue:
            return None

    def _anybody(self, fact: str) -> Value:
        """A person's fact asked of the household: true of one person is true, false of all is false."""
        asked = self.sheet.facts.get(fact)
        if asked is None or asked.about is About.HOUSEHOLD:
            return None
        found = [scope[fact] for scope in self.people[Who.PERSON]]
        if True in found:
            return True
        return False if found and all(value is False for value in found) else None

    def assuming(self, opened: Mapping[Opening, Right], how: How = How.ASSUMED) -> HouseholdScope:
        """The same facts where these hold besides; each is given with the right that brings it."""
        other = HouseholdScope(self.situation, self.sheet, self.answers)
        other.brought = {**self.brought, **{opening: Origin(how, right=right) for opening, right in opened.items()}}
        values = {opening.fact: self._opened_value(opening, opened) for opening in opened}
        other.update(self, **values)
        theirs = {fact: value for fact, value in values.items() if not isinstance(value, Holding)}
        for old, new in zip(self.people[Who.PERSON], other.people[Who.PERSON], strict=True):
            new.update(old, **theirs)
        return other

    def _opened_value(self, opening: Opening, opened: Mapping[Opening, Right]) -> Value:
        if isinstance(opening.value, bool):
            return opening.value
        if not opening.in_set:
            return frozenset({opening.value})
        before = self[opening.fact]
        known = before if isinstance(before, Holding) else Holding({}, None)
        besides = {str(other.value): ENOUGH_MONTHS for other in opened if other.fact == opening.fact}
        return Holding({**known.held, **besides}, known.unsure)

    def brings(self, keys: Iterable[str]) -> tuple[Right, ...]:
        """The rights that, once granted, would bring any of these facts (a value of a set as ``fact.value``)."""
        wanted = frozenset(keys)
        found: dict[str, Right] = {}
        for opening, origin in self.brought.items():
            if origin.right is not None and origin.how is How.ASSUMED and opening.key in wanted:
                found[origin.right.id] = origin.right
        return tuple(found.values())

    def origin(self, fact: str, person: str = "", value: str = "") -> Origin:
        """Where a fact (of a person; a value of a set) came from."""
        for opening, origin in self.brought.items():
            if opening.fact == fact and (isinstance(opening.value, bool) or value in ("", opening.value)):
                return origin
        if fact in self.answers.household or (fact, person) in self.answers.person:
            return Origin(How.ANSWERED)
        if fact in FOLLOWING:
            return Origin(How.DERIVED, INCOMES)
        finder = (PERSON.get(fact) if person else None) or HOUSEHOLD.get(fact) or PERSON.get(fact)
        return Origin(finder.how, finder.field) if finder else Origin(How.UNKNOWN)


ENOUGH_MONTHS = 1200
"""What is assumed to be granted is taken as held for as long as a condition asks."""
