"""Computes a frozen result again, with the parameters it was made with, and says whether the cents are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from redi_desktop.casefile import assessment_form
from redi_desktop.engine.assess import assess
from redi_desktop.engine.findings import BadFacts, Finding
from redi_desktop.store.assessments import KeptAssessment
from redi_desktop.store.kept_parameters import KeptParameters
from redi_desktop.store.used_parameters import parameters_of

_AMOUNT = re.compile(r"-?\d+\.\d{2}")


class Outcome(StrEnum):
    """What computing again gave."""

    SAME = "same"
    #: Every amount is the same; a word or a version beside them is not.
    SAME_CENTS = "same_cents"
    DIFFERS = "differs"
    #: The engine does not accept the facts any more.
    REFUSED = "refused"


class Difference(NamedTuple):
    """A place in the result (``retained_budget.total``), and what stood and stands there; None: nothing."""

    place: str
    frozen: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Recomputation:
    """A frozen result beside the same computed now."""

    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    findings: tuple[Finding, ...] = ()


def recompute(kept: KeptAssessment, parameters: KeptParameters) -> Recomputation:
    """Compute a result again; raises :class:`VaultError` where its parameters are not there or are damaged."""
    used = parameters_of(kept.parameters, parameters)
    try:
        now = assessment_form.to_data(assess(kept.case.facts, used, kept.reference_date))
    except BadFacts as refusal:
        return Recomputation(Outcome.REFUSED, findings=refusal.findings)
    differences = tuple(_differences("", kept.result, now))
    return Recomputation(_outcome(differences), differences)


def _outcome(differences: tuple[Difference, ...]) -> Outcome:
    if not differences:
        return Outcome.SAME
    return Outcome.DIFFERS if any(map(_is_about_amounts, differences)) else Outcome.SAME_CENTS


def _is_about_amounts(difference: Difference) -> bool:
    return bool(_amounts(difference.frozen) or _amounts(difference.now))


def _differences(place: str, frozen: Any, now: Any) -> Iterator[Difference]:
    """What stood in the frozen result and does not now; what a later engine says besides is no difference."""
    if isinstance(frozen, dict) and isinstance(now, dict):
        for key, value in frozen.items():
            yield from _differences(f"{place}.{key}" if place else key, value, now.get(key))
    elif isinstance(frozen, list) and isinstance(now, list) and len(frozen) == len(now):
        for number, (then, present) in enumerate(zip(frozen, now, strict=True)):
            yield from _differences(f"{place}[{number}]", then, present)
    elif frozen != now:
        yield Difference(place, frozen, now)


def _amounts(part: Any) -> list[str]:
    if isinstance(part, dict):
        return [amount for value in part.values() for amount in _amounts(value)]
    if isinstance(part, list):
        return [amount for value in part for amount in _amounts(value)]
    return [part] if isinstance(part, str) and _AMOUNT.fullmatch(part) else []
