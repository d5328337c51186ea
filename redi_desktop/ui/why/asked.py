"""The amounts of a result that can be asked about, and the explanation of each."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine import reasons
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.case_attachment import attachment_of
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.needs import Group, Need
from redi_desktop.engine.pressure_reasons import explain_pressure, explain_pressures
from redi_desktop.engine.pressures import pressures
from redi_desktop.engine.rights.reasons import explain_right


class Figure(StrEnum):
    """Which amount: one of the whole result, or of a need, a group, an income, a person… (by its key)."""

    BALANCE = "balance"
    INCOME_TOTAL = "income_total"
    REFERENCE_TOTAL = "reference_total"
    REAL_TOTAL = "real_total"
    RETAINED_TOTAL = "retained_total"
    DIFFERENCE_TOTAL = "difference_total"
    REFERENCE = "reference"
    REAL = "real"
    RETAINED = "retained"
    DIFFERENCE = "difference"
    GROUP = "group"
    INCOME = "income"
    DEBTS = "debts"
    INTEGRATION_INCOME = "integration_income"
    ATTACHMENT = "attachment"
    LIVING_ALLOWANCE = "living_allowance"
    RIGHT = "right"
    PROPOSAL = "proposal"
    PRESSURES = "pressures"
    PRESSURE = "pressure"
    PAID_BESIDE = "paid_beside"


class Asked(NamedTuple):
    """An amount that someone asks about; it stays the same question when the result changes."""

    figure: Figure
    key: str = ""


def explain(assessment: Assessment, asked: Asked) -> tuple[Explanation, ...]:
    """Why the amount is what it is: one tree, or one for each part of a sum; empty when it is not there any more."""
    if asked.figure in _OF_A_NEED:
        return (_OF_A_NEED[asked.figure](assessment, Need(asked.key)),)
    if asked.figure in _WHOLE:
        return (_WHOLE[asked.figure](assessment),)
    if asked.figure is Figure.GROUP:
        return (reasons.explain_group(assessment, Group(asked.key)),)
    return _SUMS[asked.figure](assessment, asked.key)


def _income(assessment: Assessment, key: str) -> tuple[Explanation, ...]:
    return tuple(reasons.explain_income(line) for line in assessment.incomes if line.income.id == key)


def _debts(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    return tuple(reasons.explain_debt(line) for line in assessment.retained.debts)


def _integration_income(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    income = assessment.integration_income
    return (income.explanation,) if income is not None else ()


def _attachment(assessment: Assessment, key: str) -> tuple[Explanation, ...]:
    found = attachment_of(assessment)
    return tuple(one.explanation for one in found.persons if one.person == key) if found is not None else ()


def _living_allowance(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    found = attachment_of(assessment)
    return (found.living_allowance,) if found is not None and found.living_allowance is not None else ()


def _right(assessment: Assessment, key: str) -> tuple[Explanation, ...]:
    return tuple(explain_right(result) for result in assessment.rights if result.right.id == key)


def _proposal(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    return (assessment.proposal.explanation,)


def _pressures(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    return (explain_pressures(assessment),)


def _pressure(assessment: Assessment, key: str) -> tuple[Explanation, ...]:
    found = pressures(assessment)
    return tuple(explain_pressure(assessment, found, part) for part in found.parts if part.source.value == key)


def _paid_beside(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    return tuple(part for part in explain_pressures(assessment).parts if part.rule == "pressure.beside")


def _real(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    known = [row.need for row in assessment.need_rows if row.real is not None]
    needs = tuple(reasons.explain_real_need(assessment, need) for need in known)
    return (*needs, *_debts(assessment, ""))


def _differences(assessment: Assessment, _key: str) -> tuple[Explanation, ...]:
    changed = [row.need for row in assessment.need_rows if row.difference]
    needs = tuple(reasons.explain_difference(assessment, need) for need in changed)
    return (*needs, *_debts(assessment, ""))


_OF_A_NEED: dict[Figure, Callable[[Assessment, Need], Explanation]] = {
    Figure.REFERENCE: reasons.explain_reference_need,
    Figure.REAL: reasons.explain_real_need,
    Figure.RETAINED: reasons.explain_need,
    Figure.DIFFERENCE: reasons.explain_difference,
}
_WHOLE: dict[Figure, Callable[[Assessment], Explanation]] = {
    Figure.BALANCE: reasons.explain_balance,
    Figure.INCOME_TOTAL: reasons.explain_income_total,
    Figure.REFERENCE_TOTAL: reasons.explain_reference_total,
    Figure.RETAINED_TOTAL: reasons.explain_retained_total,
}
_SUMS: dict[Figure, Callable[[Assessment, str], tuple[Explanation, ...]]] = {
    Figure.INCOME: _income,
    Figure.DEBTS: _debts,
    Figure.INTEGRATION_INCOME: _integration_income,
    Figure.ATTACHMENT: _attachment,
    Figure.LIVING_ALLOWANCE: _living_allowance,
    Figure.RIGHT: _right,
    Figure.PROPOSAL: _proposal,
    Figure.PRESSURES: _pressures,
    Figure.PRESSURE: _pressure,
    Figure.PAID_BESIDE: _paid_beside,
    Figure.REAL_TOTAL: _real,
    Figure.DIFFERENCE_TOTAL: _differences,
}
