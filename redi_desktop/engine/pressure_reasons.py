"""Why each part of a deficit weighs what it weighs, as trees."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.baskets import explain_line
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.pressures import Beside, Pressure, Pressures, PressureSource, pressures
from redi_desktop.engine.reasons import explain_debt, explain_expense


def explain_pressures(assessment: Assessment) -> Explanation:
    """The whole deficit: its parts add up to it; what is paid beside the budget stands last and adds nothing."""
    found = pressures(assessment)
    parts = [explain_pressure(assessment, found, part) for part in found.parts]
    if found.beside.total:
        parts.append(_beside(found))
    rule = "pressure.deficit" if found.deficit > 0 else "pressure.left"
    return Explanation(rule, found.deficit, {}, tuple(parts))


def explain_pressure(assessment: Assessment, found: Pressures, part: Pressure) -> Explanation:
    """One part: what is retained and what it is held against, with the expenses or debts behind it."""
    values: dict[str, object] = {
        "source": part.source.value,
        "reference": part.reference,
        "retained": part.retained,
        "share": found.share(part),
    }
    if part.source is PressureSource.INCOME:
        return Explanation("pressure.income", part.weight, values)
    if part.source is PressureSource.DEBTS:
        debts = tuple(explain_debt(line) for line in assessment.retained.debts)
        return Explanation("pressure.debts", part.weight, values, debts)
    rule = "pressure.above" if part.weight > 0 else "pressure.below"
    return Explanation(rule, part.weight, values, tuple(_behind(assessment, part)))


def _behind(assessment: Assessment, part: Pressure) -> Iterator[Explanation]:
    for line in part.expenses:
        yield explain_expense(assessment, line)
    lines = tuple(assessment.reference.lines[place] for place in part.set_aside)
    if lines:
        amount = sum((line.amount for line in lines), ZERO)
        nodes = tuple(explain_line(assessment.parameters.pack, line) for line in lines)
        yield Explanation("pressure.set_aside", amount, {}, nodes)


def _beside(found: Pressures) -> Explanation:
    values: dict[str, object] = {"all_paid": found.deficit_when_all_is_paid}
    return Explanation("pressure.beside", found.beside.total, values, tuple(_paid_beside(found.beside)))


def _paid_beside(beside: Beside) -> Iterator[Explanation]:
    if beside.debts:
        yield Explanation("pressure.beside_debts", beside.debts, {})
    for kind, amount in beside.expenses.items():
        yield Explanation("pressure.beside_expense", amount, {"kind": kind.value})
