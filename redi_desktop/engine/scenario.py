"""The same case with something changed, side by side; what follows by law is recomputed, so that a gain is honest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.changes_of_life import NAMES_PERSON, Change, apply_change
from redi_desktop.engine.checks import check
from redi_desktop.engine.consequences import Law, follow
from redi_desktop.engine.facts import Facts, WorkerProposal
from redi_desktop.engine.findings import BadFacts, Finding, error, errors_in
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.needs import Need


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
    """Make the changes, work out what follows by law, and assess.

    The amount that the worker proposes instead of the computed one belongs to the case as it is: a scenario that
    changes anything is proposed what the policy computes.
    """
    bad = tuple(_unknown_persons(facts, scenario))
    if bad:
        return Outcome(scenario, facts, None, bad, ())
    changed = facts
    for change in scenario.changes:
        changed = apply_change(changed, change)
    if changed != facts:
        changed = replace(changed, proposal=WorkerProposal())
    bad = errors_in(check(changed, parameters.pack, day, parameters.policy))
    if bad:
        return Outcome(scenario, changed, None, bad, ())
    consequences: tuple[Finding, ...] = ()
    if legal is not None and changed != facts and not errors_in(check(facts, parameters.pack, day, parameters.policy)):
        law = Law(legal, parameters.pack.health_index or parameters.pack.index, day)
        changed, consequences = follow(facts, changed, scenario.changes, law)
    try:
        return Outcome(scenario, changed, assess(changed, parameters, day), (), consequences)
    except BadFacts as error:
        return Outcome(scenario, changed, None, error.findings, consequences)


def _unknown_persons(facts: Facts, scenario: Scenario) -> Iterator[Finding]:
    """An error for each change that is about nobody of the household."""
    known = {person.id for person in facts.household.persons}
    for place, change in enumerate(scenario.changes):
        field = f"changes[{place}].person"
        if change.person is not None and change.person not in known:
            yield error("person_unknown", field, person=change.person)
        elif change.person is None and change.kind in NAMES_PERSON:
            yield error("missing", field)


def difference(base: Assessment, other: Assessment) -> Difference:
    """What a scenario changes."""
    return Difference(
        by_need={need: other.retained.by_need[need] - base.retained.by_need[need] for need in Need},
        retained=other.retained.total - base.retained.total,
        income=other.income_total - base.income_total,
        balance=other.balance - base.balance,
        proposal=other.proposal.amount - base.proposal.amount,
    )
