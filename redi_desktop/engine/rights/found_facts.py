"""Where a case shows each of the facts that rights ask about."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.income import IncomeKind
from redi_desktop.engine.rights import family_facts as family
from redi_desktop.engine.rights import money_facts as money
from redi_desktop.engine.rights import people_facts as people
from redi_desktop.engine.rights.situation import Situation, Someone
from redi_desktop.engine.rights.values import Value


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


_PERSONS, INCOMES, _EXPENSES, _DEBTS = "household.persons", "incomes", "expenses", "debts"
HOUSEHOLD: dict[str, Finder] = {
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
    "income_kind": Finder(money.household_kinds, INCOMES, How.TYPED),
    "net_month_household": Finder(money.net_month, INCOMES),
    "gross_month_current": Finder(money.gross_month, INCOMES, How.ESTIMATED),
    "gross_year_household": Finder(money.gross_year, INCOMES, How.ESTIMATED),
    "taxable_year": Finder(money.gross_year, INCOMES, How.ESTIMATED),
    "net_taxable_year": Finder(money.gross_year, INCOMES, How.ESTIMATED),
    "tax_low_income": Finder(money.tax_is_low, INCOMES),
    "income_low": Finder(money.income_is_low, INCOMES),
    "effective_residence_belgium": Finder(money.lives_lawfully, INCOMES),
    "residence_status": Finder(money.residence_status, INCOMES),
    "legal_stay": Finder(money.lives_lawfully, INCOMES),
    "is_trader": Finder(people.is_trader, INCOMES),
    "maintenance_order": Finder(lambda case: True if case.receives(IncomeKind.MAINTENANCE_RECEIVED) else None, INCOMES),
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
"""The facts of the household."""
PERSON: dict[str, PersonFinder] = {
    "age": PersonFinder(lambda _case, one: one.age, _PERSONS),
    "income_kind": PersonFinder(money.person_kinds, INCOMES, How.TYPED),
    "school_level": PersonFinder(people.school_level, _PERSONS),
    "child_benefit": PersonFinder(people.child_benefit, INCOMES),
    "study_grant": PersonFinder(people.study_grant, INCOMES, How.TYPED),
    "born_from_2020": PersonFinder(family.born_from_2020, _PERSONS),
    "orphan": PersonFinder(family.not_of_an_adult, _PERSONS),
    "adopted_recently": PersonFinder(family.not_of_an_adult, _PERSONS),
}
"""The facts of a person."""
FOLLOWING = frozenset({"ri_ruled_out", "child_social_supplement"})
"""Facts that follow from other facts, answers among them, or from the law."""
IN_THE_CASE = frozenset(HOUSEHOLD) | frozenset(PERSON) | FOLLOWING
"""The facts that a case shows, wholly or in part; all others are asked."""
