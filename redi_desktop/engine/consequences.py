"""What follows by law when something changes in a household: each step gives the facts and what to say of them.

integration income → increased reimbursement and social energy tariff → supplements to child benefit; and the benefits
that the program leaves as they are, named so that the worker looks at them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.basket_pack import PriceIndex
from redi_desktop.engine.changes_of_life import Change, ChangeKind, with_bim
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.family_supplements import supplements
from redi_desktop.engine.findings import BadFacts, Finding, note, warning
from redi_desktop.engine.household import Role
from redi_desktop.engine.household_means import integration_income_facts
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, INTEGRATION_INCOME_KINDS, Income, IncomeKind
from redi_desktop.engine.integration_income.compute import IntegrationIncome, compute
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.money import ZERO, Period, to_cent
from redi_desktop.engine.statuses import MONTHS_OF_YEAR, bim_test, family_of, is_opened, monthly_of

BESIDE_A_WAGE = frozenset(
    {
        *(IncomeKind.SICKNESS_INVALIDITY, IncomeKind.ARR, IncomeKind.GRAPA, IncomeKind.PENSION),
        *(IncomeKind.CAREER_BREAK, IncomeKind.AI),
    }
)
"""Benefits with rules of their own about work: left as they are when their holder takes a job."""


class Law(NamedTuple):
    """What consequences rest on: dated legal amounts, a price index that brings old ones to the day, the day."""

    tables: LegalTables
    prices: PriceIndex
    day: date


def follow(before: Facts, after: Facts, changes: tuple[Change, ...], law: Law) -> tuple[Facts, tuple[Finding, ...]]:
    """The facts with everything that follows from the changes by law, and what to say of each consequence."""
    after, income = _integration_income(before, after, law)
    after, statuses = _statuses(before, after, {change.kind for change in changes}, law)
    after, family = _supplements(before, after, law)
    return after, (*income, *statuses, *family, *_left_as_they_are(before, after, changes))


# The integration income ----------------------------------------------------------------------------------------------


def _integration_income(before: Facts, after: Facts, law: Law) -> tuple[Facts, tuple[Finding, ...]]:
    """Move the integration income that is received by what the law makes of the change."""
    row = _received(after)
    try:
        old = compute(integration_income_facts(before, law.day), law.tables)
        new = compute(integration_income_facts(after, law.day), law.tables)
    except (BadFacts, LookupError):
        return after, () if row is None else (warning("scenario_ri_unknown", "incomes"),)
    if row is None:
        opens = new.monthly > old.monthly and _received(before) is None
        return after, (warning("scenario_ri_may_open", "incomes", amount=new.monthly),) if opens else ()
    return _moved_by(after, row, _before_zero(new) - _before_zero(old), "scenario_ri_changed")


def _before_zero(income: IntegrationIncome) -> Decimal:
    """Rate less counted resources, euro per month, below zero where they are more than the rate.

    What is received may differ from what the case's facts give by law; it moves by as much as they do, down to nothing.
    """
    return to_cent((income.rate.value - income.resources + income.general_exemption) / MONTHS_OF_YEAR)


def _received(facts: Facts) -> Income | None:
    """The applicant's integration income, or its equivalent, as it is typed."""
    theirs = {None, *(person.id for person in facts.household.persons if person.role is Role.APPLICANT)}
    rows = (row for row in facts.incomes if row.kind in INTEGRATION_INCOME_KINDS and row.person in theirs)
    return next((row for row in rows if row.amount is not None and row.period is not Period.ONCE), None)


def _moved_by(facts: Facts, row: Income, change: Decimal, code: str) -> tuple[Facts, tuple[Finding, ...]]:
    """An income raised or lowered by so much a month; one of which nothing is left is taken away."""
    received = to_cent(monthly_of(row))
    amount = max(ZERO, received + change)
    if amount == received:
        return facts, ()
    moved = replace(row, amount=amount, period=Period.MONTH)
    rows = (moved if income is row else income for income in facts.incomes)
    incomes = tuple(income for income in rows if income is not moved or amount > 0)
    return replace(facts, incomes=incomes), (note(code, "incomes", before=received, after=amount),)


# Statuses ------------------------------------------------------------------------------------------------------------


def _statuses(before: Facts, after: Facts, asked: set[ChangeKind], law: Law) -> tuple[Facts, tuple[Finding, ...]]:
    """What is held because of an income that is gone: lost where the tables say so, else named to be checked."""
    opening_gone = is_opened(before) and not is_opened(after)
    found: list[Finding] = []
    if opening_gone and after.dwelling.social_energy_tariff and ChangeKind.GET_SOCIAL_ENERGY_TARIFF not in asked:
        after = replace(after, dwelling=replace(after.dwelling, social_energy_tariff=False))
        found.append(note("scenario_social_tariff_lost", "dwelling.social_energy_tariff"))
    family = frozenset(person.id for person in family_of(after))
    if ChangeKind.GET_BIM in asked or is_opened(after) or not any(person.bim for person in family_of(after)):
        return after, tuple(found)
    told, lost = _bim(before, after, opening_gone, law)
    return with_bim(after, False, family) if lost else after, (*found, *told)


def _bim(before: Facts, after: Facts, opening_gone: bool, law: Law) -> tuple[tuple[Finding, ...], bool]:
    """What to say of a BIM that no income opens any more, and whether it is lost; one held otherwise is left alone."""
    test = bim_test(after, law.tables, law.prices, law.day)
    if test is None:
        return ((warning("scenario_bim_unknown", "household.persons"),) if opening_gone else ()), False
    earlier = bim_test(before, law.tables, law.prices, law.day)
    held_by_law = is_opened(before) or (earlier is not None and not earlier.passed)
    if test.passed and held_by_law:
        return (note("scenario_bim_lost", "household.persons", income=test.income, ceiling=test.ceiling),), True
    if opening_gone:
        return (warning("scenario_bim_to_check", "household.persons", ceiling=test.ceiling),), False
    return (), False


# Child benefit -------------------------------------------------------------------------------------------------------


def _supplements(before: Facts, after: Facts, law: Law) -> tuple[Facts, tuple[Finding, ...]]:
    """Move the supplement that is received where the tables hold it, else say that it may change."""
    received = [row for row in after.incomes if row.kind in CHILD_BENEFIT_KINDS and monthly_of(row) > 0]
    rows = [row for row in received if row.kind is IncomeKind.CHILD_BENEFIT_SUPPLEMENT]
    old, new = supplements(before, law.tables, law.day), supplements(after, law.tables, law.day)
    if old is not None and new is not None and old != new and len(rows) == 1:
        return _moved_by(after, rows[0], new - old, "scenario_supplement_changed")
    if received and _ignoring(before, received) != _ignoring(after, received):
        return after, (warning("scenario_supplement_to_check", "incomes"),)
    return after, ()


def _ignoring(facts: Facts, rows: list[Income]) -> list[Income]:
    return [row for row in facts.incomes if row not in rows]


# What is left as it is -----------------------------------------------------------------------------------------------


def _left_as_they_are(before: Facts, after: Facts, changes: tuple[Change, ...]) -> Iterator[Finding]:
    """The benefits that the program does not touch and that a change like this may touch."""
    kinds = {change.kind for change in changes}
    fewer = len(after.household.persons) < len(before.household.persons)
    if fewer and any(row.kind in CHILD_BENEFIT_KINDS for row in after.incomes):
        yield warning("scenario_child_benefit_to_check", "incomes")
    if ChangeKind.MOVE_TO_SOCIAL_HOUSING in kinds and any(
        row.kind is IncomeKind.RENT_ALLOWANCE for row in after.incomes
    ):
        yield warning("scenario_rent_allowance_to_check", "incomes")
    workers = {change.person for change in changes if change.kind is ChangeKind.TAKE_JOB}
    for row in after.incomes:
        if row.person in workers and row.kind in BESIDE_A_WAGE:
            yield warning("scenario_benefit_to_check", "incomes", kind=row.kind)
