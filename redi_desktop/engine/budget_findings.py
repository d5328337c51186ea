"""What can only be said once the budget is there: what it lacks or assumes, a car set aside, a home that is shared."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.balance import RetainedBudget
from redi_desktop.engine.car_costs import CAR_KINDS, CarRule, car_rule
from redi_desktop.engine.expenses import ExpenseKind, Treatment
from redi_desktop.engine.facts import Circumstances, Facts
from redi_desktop.engine.findings import Finding, note, warning
from redi_desktop.engine.household import ADULT_AGE, Activity, Role, Tenure
from redi_desktop.engine.policy import CountCar, ExpenseRules

_TENANCIES = (Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT)
_AT_SCHOOL = frozenset({Activity.STUDENT, Activity.SECONDARY})


def budget_findings(
    facts: Facts, around: Circumstances, budget: RetainedBudget, rules: ExpenseRules | None
) -> Iterator[Finding]:
    """Every finding about a budget, in the order of the case's pages."""
    yield from _sharing(facts, around)
    yield from _rent(facts, around, budget)
    if facts.expenses or budget.set_aside:
        yield from _car(budget, car_rule(rules, frozenset(facts.options)))
        yield from _student_room(facts, around)


def _sharing(facts: Facts, around: Circumstances) -> Iterator[Finding]:
    """A household is who lives on one budget: another adult counts wholly, so their income must be known too."""
    with_income = {income.person for income in facts.incomes}
    for place, member in enumerate(around.members):
        person = member.person
        if person.role is Role.OTHER_ADULT and member.age >= ADULT_AGE and person.id not in with_income:
            yield warning("other_adult_without_income", f"household.persons[{place}]")


def _rent(facts: Facts, around: Circumstances, budget: RetainedBudget) -> Iterator[Finding]:
    """A home for which no rent is counted, and bedrooms that were not told."""
    bedrooms = around.numbers["bedrooms"]
    tenure = facts.dwelling.tenure
    if tenure in _TENANCIES or tenure is Tenure.HOSTED:
        pays = any(expense.kind is ExpenseKind.RENT for expense in facts.expenses)
        if tenure is Tenure.HOSTED and not pays:
            yield note("hosted_without_share", "dwelling.tenure")
        if tenure in _TENANCIES and not pays and not _has_reference_rent(budget):
            yield warning("no_reference_rent", "dwelling.bedrooms", bedrooms=bedrooms)
    if not around.bedrooms_given:
        yield note("bedrooms_derived", "dwelling.bedrooms", bedrooms=bedrooms)


def _has_reference_rent(budget: RetainedBudget) -> bool:
    return any(ExpenseKind.RENT in part.portion.by_kind for part in budget.reference.parts)


def _car(budget: RetainedBudget, rule: CarRule) -> Iterator[Finding]:
    """A car that would count with a reason, or that the policy never counts."""
    for place, line in enumerate(budget.expenses):
        if line.expense.kind not in CAR_KINDS:
            continue
        if rule.waits_for_reason(line.expense):
            yield warning("car_needs_reason", f"expenses[{place}].reason")
        elif rule.policy is CountCar.NEVER and line.treatment is Treatment.COMPARE:
            yield note("car_never_counted", f"expenses[{place}]")
    if budget.set_aside:
        amount = sum(budget.reference.lines[place].amount for place in budget.set_aside)
        code = "car_option_never_counted" if rule.policy is CountCar.NEVER else "car_option_needs_reason"
        yield warning(code, "options", amount=amount)


def _student_room(facts: Facts, around: Circumstances) -> Iterator[Finding]:
    if any(member.activity in _AT_SCHOOL for member in around.members):
        return
    for place, expense in enumerate(facts.expenses):
        if expense.kind is ExpenseKind.STUDENT_ROOM:
            yield warning("student_room_without_student", f"expenses[{place}].kind")
