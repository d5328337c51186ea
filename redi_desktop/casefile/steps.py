"""The way through a case: its steps, in order, and the state of each. A plain object, no window."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.casefile.judgement import Decision, Opinion
from redi_desktop.casefile.model import CaseFile, InformedHow
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.findings import Finding, Severity
from redi_desktop.engine.household import Tenure


class Step(StrEnum):
    """One page of the wizard."""

    REQUEST = "request"
    HOUSEHOLD = "household"
    HOUSING = "housing"
    INCOME = "income"
    EXPENSES = "expenses"
    DEBTS = "debts"
    RESULT = "result"
    SCENARIOS = "scenarios"
    OPINION = "opinion"
    DECISION = "decision"
    DOCUMENTS = "documents"


class StepState(StrEnum):
    """How far a step is."""

    EMPTY = "empty"
    STARTED = "started"
    DONE = "done"
    WRONG = "wrong"


class StepReport(NamedTuple):
    """A step, its state, and the findings that belong to it."""

    step: Step
    state: StepState
    findings: tuple[Finding, ...]


STEPS: tuple[Step, ...] = tuple(Step)
_FIELDS: tuple[tuple[str, Step], ...] = (
    ("request", Step.REQUEST),
    ("reference_date", Step.REQUEST),
    ("household.region", Step.HOUSING),
    ("household.german_community", Step.HOUSING),
    ("household", Step.HOUSEHOLD),
    ("dwelling", Step.HOUSING),
    ("incomes", Step.INCOME),
    ("expenses", Step.EXPENSES),
    ("debts", Step.DEBTS),
    ("options", Step.EXPENSES),
    ("scenarios", Step.SCENARIOS),
    ("opinion", Step.OPINION),
    ("decision", Step.DECISION),
    ("documents", Step.DOCUMENTS),
)


_NOT_YET = frozenset({"missing", "no_persons"})
"""Errors of a step that nobody has come to yet."""


def step_of(field: str) -> Step:
    """The step on whose page a field stands."""
    return next((step for prefix, step in _FIELDS if field.startswith(prefix)), Step.RESULT)


def following(step: Step) -> Step | None:
    """The step after this one; ``None`` after the last."""
    place = STEPS.index(step)
    return STEPS[place + 1] if place + 1 < len(STEPS) else None


def preceding(step: Step) -> Step | None:
    """The step before this one; ``None`` before the first."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None


def reports(case: CaseFile, findings: Iterable[Finding], has_result: bool) -> tuple[StepReport, ...]:
    """The state of every step of a case, from what the engine found."""
    by_step: dict[Step, list[Finding]] = {step: [] for step in STEPS}
    for finding in findings:
        by_step[step_of(finding.field)].append(finding)
    states = {step: _state(step, case, found, has_result) for step, found in by_step.items()}
    return tuple(StepReport(step, states[step], tuple(by_step[step])) for step in STEPS)


def _state(step: Step, case: CaseFile, findings: list[Finding], has_result: bool) -> StepState:
    if step in (Step.RESULT, Step.DOCUMENTS):
        return StepState.DONE if has_result else StepState.EMPTY
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if any(finding.code not in _NOT_YET for finding in errors):
        return StepState.WRONG
    if not _touched(step, case):
        return StepState.EMPTY
    unfinished = errors or any(finding.code == "row_unfinished" for finding in findings)
    return StepState.STARTED if unfinished or not _complete(step, case) else StepState.DONE


def _touched(step: Step, case: CaseFile) -> bool:
    touched = {
        Step.REQUEST: case.request.date is not None or bool(case.request.reason),
        Step.HOUSEHOLD: bool(case.household.persons),
        Step.HOUSING: case.dwelling.tenure is not None or case.household.region is not None,
        Step.INCOME: bool(case.incomes),
        Step.EXPENSES: any(row.kind is not ExpenseKind.RENT for row in case.expenses) or bool(case.options),
        Step.DEBTS: bool(case.debts),
        Step.SCENARIOS: bool(case.scenarios),
        Step.OPINION: case.opinion != Opinion(),
        Step.DECISION: case.decision != Decision(),
    }
    return touched[step]


def _complete(step: Step, case: CaseFile) -> bool:
    if step is Step.REQUEST:
        return case.request.informed is not InformedHow.NOT_YET
    if step is Step.OPINION:
        return bool(case.opinion.reasons.strip())
    if step is Step.DECISION:
        return case.decision.verdict is not None and case.decision.decided_on is not None
    if step is Step.HOUSING:
        tenant = case.dwelling.tenure in (Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT)
        return not tenant or any(row.kind is ExpenseKind.RENT for row in case.expenses)
    return True
