"""Results of many households, from which the public forms of results are written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from redi_desktop.casefile import assessment_form, integration_income_form
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.facts import Facts, WorkerProposal
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights, load_example_policy

_OTHER_DAYS = (date(2022, 6, 15), date(2026, 10, 15))


@cache
def assessments() -> tuple[Assessment, ...]:
    """The invented households; two of them on other days, without a policy, and with the worker's own amount."""
    packs = load_embedded(), load_embedded_legal(), load_embedded_rights()
    whole, without_policy = (Parameters(packs[0], policy, *packs[1:]) for policy in (load_example_policy(), None))
    facts = [case.facts for case in demo_cases()]
    found = [assess(one, whole) for one in facts]
    for one in facts[:2]:
        found += [assess(replace(one, reference_date=day), whole) for day in _OTHER_DAYS]
        found += [assess(one, without_policy), assess(_with_own_amount(one), whole)]
    return tuple(found)


def _with_own_amount(facts: Facts) -> Facts:
    return replace(facts, proposal=WorkerProposal(amount=Decimal(100), reason="because"))


def assessment_samples() -> list[dict[str, Any]]:
    """``redi-assessment/1`` in all its variety; one of them with every explanation, for it is long."""
    found = assessments()
    explained = [assessment_form.to_data(one, explained=True) for one in found[:1]]
    return [*explained, *(assessment_form.to_data(one) for one in found)]


def integration_income_samples() -> list[dict[str, Any]]:
    """``redi-ri/1`` of those of them that have one."""
    incomes = (one.integration_income for one in assessments())
    return [integration_income_form.to_data(income) for income in incomes if income is not None]


def explanations(data: Any) -> Iterator[dict[str, Any]]:
    """Every node of every explanation within a result."""
    if isinstance(data, dict):
        if "rule" in data:
            yield data
        for value in data.values():
            yield from explanations(value)
    elif isinstance(data, list):
        for row in data:
            yield from explanations(row)


def plain(data: Any) -> Any:
    """As it comes out of a file."""
    return json.loads(json.dumps(data))
