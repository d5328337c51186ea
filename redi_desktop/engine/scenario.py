"""The same case with something changed, side by side; what follows by law is recomputed, so that a gain is honest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.changes_of_life import Change, ChangeKind, apply_change, with_bim
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import BadFacts, Finding, Severity
from redi_desktop.engine.household_means import integration_income_facts
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, INTEGRATION_INCOME_KINDS, IncomeKind
from redi_desktop.engine.integration_income.compute import compute
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.money import ZERO, Period, per_month
from redi_desktop.engine.needs import Need

BIM_CEILING, BIM_CEILING_PER_PERSON = "bim.income_ceiling", "bim.income_ceiling_per_person"
GIVES_BIM = INTEGRATION_INCOME_KINDS | {IncomeKind.GRAPA, IncomeKind.ARR}
"""Incomes that open the increased reimbursement by themselves."""
MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A named set of changes."""

    id: str
    name: str = ""
    changes: tuple[Change, ...] = ()


class Outcome(NamedTuple):
    """A scenario computed: its facts, its assessment (``None`` where ``bad`` forbids one) and what followed by law."""

    scenario: Scenario
    facts: Facts
    assessment: Assessment | None
    bad: tuple[Finding, ...]
    consequences: tuple[Finding, ...]


class Difference(NamedTuple):
    """A scenario against the case as it is, euro per month: positive is more."""

    by_need: dict[Need, Decimal]
    retained: Decimal
    income: Decimal
    balance: Decimal
    proposal: Decimal


def play(facts: Facts, scenario: Scenario, parameters: Parameters, legal: LegalTables | None, day: date) -> Outcome:
    """Make the changes, work out what follows by law, and assess."""
    changed = facts
    for change in scenario.changes:
        changed = apply_change(changed, change)
    consequences: tuple[Finding, ...] = ()
    if legal is not None and changed != facts:
        changed, consequences = _follow(facts, changed, scenario.changes, legal, day)
    try:
        return Outcome(scenario, changed, assess(changed, parameters, day), (), consequences)
    except BadFacts as error:
        return Outcome(scenario, changed, None, error.findings, consequences)


def difference(base: Assessment, other: Assessment) -> Difference:
    """What a scenario changes."""
    return Difference(
        by_need={need: other.retained.by_need[need] - base.retained.by_need[need] for need in Need},
        retained=other.retained.total - base.retained.total,
        income=other.income_total - base.income_total,
        balance=other.balance - base.balance,
        proposal=other.proposal.amount - base.proposal.amount,
    )


def _follow(
    before: Facts, after: Facts, changes: tuple[Change, ...], legal: LegalTables, day: date
) -> tuple[Facts, tuple[Finding, ...]]:
    after, found = _integration_income(before, after, legal, day)
    found += tuple(_benefits_to_check(before, after))
    asked_for_bim = any(change.kind is ChangeKind.GET_BIM for change in changes)
    if not asked_for_bim and _loses_bim(after, legal, day):
        kept = replace(after, dwelling=replace(after.dwelling, social_energy_tariff=False))
        found = (*found, Finding(Severity.NOTE, "scenario_bim_lost", "household.persons"))
        after = with_bim(kept, False)
    return after, found


def _integration_income(
    before: Facts, after: Facts, legal: LegalTables, day: date
) -> tuple[Facts, tuple[Finding, ...]]:
    """Move the integration income that is received by what the law makes of the change."""
    row = next((income for income in after.incomes if income.kind in INTEGRATION_INCOME_KINDS), None)
    if row is None or row.amount is None or row.period is Period.ONCE:
        return after, ()
    try:
        old = compute(integration_income_facts(before, day), legal).monthly
        new = compute(integration_income_facts(after, day), legal).monthly
    except (BadFacts, LookupError):
        return after, (Finding(Severity.WARNING, "scenario_ri_unknown", "incomes"),)
    received = per_month(row.amount, row.period)
    amount = max(ZERO, received + new - old)
    if amount == received:
        return after, ()
    values: dict[str, object] = {"before": received, "after": amount}
    note = Finding(Severity.NOTE, "scenario_ri_changed", "incomes", values)
    moved = replace(row, amount=amount, period=Period.MONTH)
    rows = tuple(moved if income.id == row.id else income for income in after.incomes)
    return replace(after, incomes=tuple(income for income in rows if income is not moved or amount > 0)), (note,)


def _loses_bim(facts: Facts, legal: LegalTables, day: date) -> bool:
    """Whether nothing opens the BIM any more and the year's income passes its ceiling."""
    persons = facts.household.persons
    if not any(person.bim for person in persons) or any(income.kind in GIVES_BIM for income in facts.incomes):
        return False
    if not (legal.has(BIM_CEILING, day) and legal.has(BIM_CEILING_PER_PERSON, day)):
        return False
    ceiling = legal.at(BIM_CEILING, day).value
    ceiling += legal.at(BIM_CEILING_PER_PERSON, day).value * (len(persons) - 1)
    counted = (income for income in facts.incomes if income.kind not in CHILD_BENEFIT_KINDS)
    monthly = (
        per_month(income.amount, income.period)
        for income in counted
        if income.amount is not None and income.period is not Period.ONCE
    )
    return sum(monthly, ZERO) * MONTHS_OF_YEAR > ceiling


def _benefits_to_check(before: Facts, after: Facts) -> Iterator[Finding]:
    """Say which benefits the program leaves as they are and the worker must look at."""
    supplements = any(income.kind is IncomeKind.CHILD_BENEFIT_SUPPLEMENT for income in after.incomes)
    if supplements and before.incomes != after.incomes:
        yield Finding(Severity.WARNING, "scenario_supplement_to_check", "incomes")
    fewer = len(after.household.persons) < len(before.household.persons)
    if fewer and any(income.kind in CHILD_BENEFIT_KINDS for income in after.incomes):
        yield Finding(Severity.WARNING, "scenario_child_benefit_to_check", "incomes")
