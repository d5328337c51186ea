"""Policies as short to write as they are to say: one that does nothing, and what is changed of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.policy import AidRules, ExpenseRules, Policy, Rounding, RoundingMode, WorkIncentive
from tests.engine.households import facts_of
from tests.engine.small_pack import small_pack

PLAIN = Policy(
    id="plain",
    version="1",
    title={"fr": "Règlement", "nl": "Reglement"},
    adopted_on=date(2020, 1, 1),
    valid_from=date(2020, 1, 1),
    fingerprint="",
)
"""A policy that covers the whole deficit, to the cent and without any limit."""
GUARD = WorkIncentive(reference_net_wage=Decimal(800), minimum_gain=Decimal(100))
"""For the small pack, whose woman alone needs 687.53."""


def policy_of(**changes: Any) -> Policy:
    """The plain policy with these rules changed."""
    return replace(PLAIN, **changes)


def aid_rules(**changes: str) -> Policy:
    """A policy of these amounts of aid: shares, ceilings, the smallest amount."""
    return policy_of(aid=AidRules(**decimals(changes)))


def decimals(amounts: dict[str, str]) -> dict[str, Any]:
    """The amounts as they are written."""
    return {name: Decimal(amount) for name, amount in amounts.items()}


def expense_rules(**changes: Any) -> Policy:
    """A policy of these rules for expenses."""
    return policy_of(expenses=ExpenseRules(**changes))


def rounding(step: str, mode: RoundingMode = RoundingMode.DOWN, **changes: str) -> Policy:
    """A policy that rounds like that, with these other amounts of aid."""
    return policy_of(aid=AidRules(rounding=Rounding(step=Decimal(step), mode=mode), **decimals(changes)))


def assessed(policy: Policy | None, facts: Facts | None = None) -> Assessment:
    """The assessment of facts (one working woman without income when none are given) by that policy."""
    return assess(facts or facts_of(), Parameters(small_pack(), policy))
