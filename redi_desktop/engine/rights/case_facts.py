"""The facts of rights found in a case, each with where it came from; what a case does not hold is not known.

An answer to a question stands over what the case shows. An answer without a person stands for everybody of whom
nothing else is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.legal_tables import LegalTables, NoLegalValue
from redi_desktop.engine.rights import family_facts as family
from redi_desktop.engine.rights import money_facts as money
from redi_desktop.engine.rights import people_facts as people
from redi_desktop.engine.rights.answers import NO_ANSWERS, Answers
from redi_desktop.engine.rights.asked_facts import About, AskedFact
from redi_desktop.engine.rights.pack import Opening, Right
from redi_desktop.engine.rights.situation import Situation, Someone
from redi_desktop.engine.rights.tree import Who
from redi_desktop.engine.rights.values import LEGAL, Holding, Scope, Value


class How(StrEnum):
    """How a fact became known."""

    TYPED = "typed"
    """It stands so in the case."""
    DERIVED = "derived"
    """It follows from what stands there."""
    ESTIMATED = "estimated"
    """Only limits follow from what stands there."""
    WORKED_OUT = "worked_out"
    """Another part of the engine computed it."""
    ANSWERED = "answered"
    GRANTED = "granted"
    """It holds because a right was noted as granted."""
    ASSUMED = "assumed"
    """It would hold once another right is granted."""
    UNKNOWN = "unknown"


class Finder(NamedTuple):
    """How a fact of the household is found, and the field of the case where it stands."""

    find: Callable[[Situation], Value]
    field: str
    how: How = How.DERIVED


class PersonFinder(NamedTuple):
    """How a fact of a person is found, and the field of the case where it stands."""

    find: Callable[[Situation, Someone], Value]
    field: str
    how: How = How.DERIVED


def _expense(kind: ExpenseKind) -> Callable[[Situation], Value]:
    return lambda case: money.expense_month(case, frozenset({kind}))


_PERSONS, _INCOMES, _EXPENSES, _DEBTS = "household.persons", "incomes", "expenses", "debts"
_HOUSEHOLD: dict[str, Finder] = {
    "today": Finder(lambda case: case.day.toordinal(), "reference_date", How.TYPED),
    "region": Finder(people.region, "household.region", How.TYPED),
    "household_n": Finder(lambda case: len(case.people) or None, _PERSONS),
    "adults_n": Finder(lambda case: len(case.adults) or None, _PERSONS),
    "children_at_charge_n": Finder(lambda case: case.children_at_charge, _PERSONS),
    "dependants_n": Finder(lambda case: case.children_at_charge, _PERSONS),
    "applicant_age": Finder(people.applicant_age, _PERSONS),
    "activity": Finder(people.applicant_activity, _PERSONS),
    "single_parent": Finder(people.single_parent, _PERSONS),
    "pregnant": Finder(people.pregnant, _PERSONS),
    "bim": Finder(people.any_bim, _PERSONS, How.TYPED),
    "disabled_single": Finder(people.disabled_single, _PERSONS),
    "unfit_for_work": Finder(people.unfit_for_work, _PERSONS),
    "work_willing": Finder(people.work_willing, _PERSONS),
    "work_exempt_reason": Finder(people.work_exempt, _PERSONS),
    "recent_work": Finder(people.recent_work, _PERSONS),
    "unemployment_excluded": Finder(people.unemployment_excluded, _PERSONS),
    "unaccompanied_minor": Finder(people.unaccompanied_minor, _PERSONS),
    "self_employed_stopped": Finder(people.self_employed_stopped, _PERSONS),
    "tenure": Finder(people.tenure, "dwelling.tenure", How.TYPED),
    "heating": Finder(people.heating, "dwelling.heating", How.TYPED),
    "tenure_new_lease": Finder(lambda case: case.facts.dwelling.new_lease, "dwelling.new_lease", How.TYPED),
    "social_energy_tariff": Finder(
        lambda case: case.facts.dwelling.social_energy_tariff, "dwelling.social_energy_tariff", How.TYPED
    ),
    "residential_contract": Finder(people.residential_contract, "dwelling.tenure"),
    "owns_property": Finder(people.owns_property, "dwelling.tenure"),
    "income_kind": Finder(money.household_kinds, _INCOMES, How.TYPED),
    "net_month_household": Finder(money.net_month, _INCOMES),
    "gross_month_current": Finder(money.gross_month, _INCOMES, How.ESTIMATED),
    "gross_year_household": Finder(money.gross_year, _INCOMES, How.ESTIMATED),
    "taxable_year": Finder(money.gross_year, _INCOMES, How.ESTIMATED),
    "net_taxable_year": Finder(money.gross_year, _INCOMES, How.ESTIMATED),
    "tax_low_income": Finder(money.tax_is_low, _INCOMES),
    "income_low": Finder(money.income_is_low, _INCOMES),
    "effective_residence_belgium": Finder(money.lives_lawfully, _INCOMES),
    "residence_status": Finder(money.residence_status, _INCOMES),
    "legal_stay": Finder(money.lives_lawfully, _INCOMES),
    "is_trader": Finder(people.is_trader, _INCOMES),
    "maintenance_order": Finder(
        lambda case: True if case.receives(IncomeKind.MAINTENANCE_RECEIVED) else None, _INCOMES
    ),
    "rent_month": Finder(_expense(ExpenseKind.RENT), _EXPENSES, How.TYPED),
    "maintenance_paid_month": Finder(_expense(ExpenseKind.MAINTENANCE_PAID), _EXPENSES, How.TYPED),
    "energy_share_of_income": Finder(money.energy_share, _EXPENSES),
    "internet_at_home": Finder(
        lambda case: people.choice("market_contract" if _expense(ExpenseKind.INTERNET_TV)(case) else None), _EXPENSES
    ),
    "debts_n": Finder(lambda case: len(case.facts.debts) or None, _DEBTS, How.TYPED),
    "debt_total": Finder(money.debt_total, _DEBTS, How.TYPED),
    "debt_procedure": Finder(money.debt_procedure, _DEBTS, How.TYPED),
    "right_held": Finder(people.rights_held, "rights", How.TYPED),
    "in_need": Finder(money.in_need, "balance", How.WORKED_OUT),
    "net_month_after_fixed_costs": Finder(
        lambda case: case.worked_out.after_fixed_costs, "retained_budget", How.WORKED_OUT
    ),
    "integration_income_month": Finder(
        lambda case: case.worked_out.integration_income, "integration_income", How.WORKED_OUT
    ),
    "ri_amount_category": Finder(lambda case: case.worked_out.category_amount, "integration_income", How.WORKED_OUT),
    "countable_resources_month": Finder(
        lambda case: case.worked_out.counted_resources, "integration_income", How.WORKED_OUT
    ),
}
_PERSON: dict[str, PersonFinder] = {
    "age": PersonFinder(lambda _case, one: one.age, _PERSONS),
    "income_kind": PersonFinder(money.person_kinds, _INCOMES, How.TYPED),
    "school_level": PersonFinder(people.school_level, _PERSONS),
    "child_benefit": PersonFinder(people.child_benefit, _INCOMES),
    "study_grant": PersonFinder(people.study_grant, _INCOMES, How.TYPED),
    "born_from_2020": PersonFinder(family.born_from_2020, _PERSONS),
    "orphan": PersonFinder(family.not_of_an_adult, _PERSONS),
    "adopted_recently": PersonFinder(family.not_of_an_adult, _PERSONS),
}
_FOLLOWING = frozenset({"ri_ruled_out", "child_social_supplement"})
"""Facts that follow from other facts, answers among them, or from the law."""
IN_THE_CASE = frozenset(_HOUSEHOLD) | frozenset(_PERSON) | _FOLLOWING
"""The facts that a case shows, wholly or in part; all others are asked."""


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
        self.person: Mapping[str, Value] = dict.fromkeys(persons - _PERSON.keys())
        self.household: Mapping[str, Value] = dict.fromkeys(
            facts.keys() - _HOUSEHOLD.keys() - _FOLLOWING - (persons & _PERSON.keys())
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
        finder = _PERSON.get(fact)
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
        finder = _HOUSEHOLD.get(fact)
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
        if fact in _FOLLOWING:
            return Origin(How.DERIVED, _INCOMES)
        finder = (_PERSON.get(fact) if person else None) or _HOUSEHOLD.get(fact) or _PERSON.get(fact)
        return Origin(finder.how, finder.field) if finder else Origin(How.UNKNOWN)


ENOUGH_MONTHS = 1200
"""What is assumed to be granted is taken as held for as long as a condition asks."""
