"""Why each amount of an assessment is what it is: totals, needs, groups, incomes, expenses, debts, the balance."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import compress

from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.baskets import ReferenceLine, explain_line
from redi_desktop.engine.expense_lines import DebtLine, ExpenseLine
from redi_desktop.engine.expenses import Treatment
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.income import IncomeLine
from redi_desktop.engine.money import ZERO, Period
from redi_desktop.engine.needs import Group, Need


def explain_balance(assessment: Assessment) -> Explanation:
    """Counted income less the retained budget."""
    parts = (explain_income_total(assessment), explain_retained_total(assessment))
    return Explanation("balance", assessment.balance, {}, parts)


def explain_retained_total(assessment: Assessment) -> Explanation:
    """The retained budget: the eleven needs, and the debts that are accepted."""
    kept: dict[Need, list[Explanation]] = {need: [] for need in Need}
    pack = assessment.parameters.pack
    for line in compress(assessment.reference.lines, assessment.retained.kept):
        kept[line.priced.item.need].append(explain_line(pack, line))
    parts = [_retained_need(assessment, need, kept[need]) for need in Need]
    parts += [explain_debt(line) for line in assessment.retained.debts]
    return Explanation("total.retained", assessment.retained.total, {}, tuple(parts))


def explain_reference_total(assessment: Assessment) -> Explanation:
    """The reference budget: the eleven needs."""
    parts = tuple(explain_reference_need(assessment, need) for need in Need)
    return Explanation("total.reference", assessment.retained.reference_total, {}, parts)


def explain_need(assessment: Assessment, need: Need) -> Explanation:
    """What is retained for a need: the reference lines that stay and the real expenses that are retained."""
    kept = [
        explain_line(assessment.parameters.pack, line)
        for line in compress(assessment.reference.lines, assessment.retained.kept)
        if line.item.need is need
    ]
    return _retained_need(assessment, need, kept)


def _retained_need(assessment: Assessment, need: Need, kept: list[Explanation]) -> Explanation:
    amount = assessment.retained.by_need[need]
    return Explanation("need.retained", amount, {"need": need.value}, (*_real(assessment, need), *kept))


def explain_reference_need(assessment: Assessment, need: Need) -> Explanation:
    """What the baskets say for a need."""
    lines = (line for line in assessment.reference.lines if line.item.need is need)
    amount = assessment.retained.reference_by_need[need]
    return Explanation("need.reference", amount, {"need": need.value}, _lines(assessment, lines))


def explain_real_need(assessment: Assessment, need: Need) -> Explanation:
    """What is really paid for a need, as far as it was told."""
    lines = [line for line in assessment.retained.expenses if line.rule.need is need]
    monthly = (line.real for line in lines if line.expense.period is not Period.ONCE)
    parts = tuple(explain_expense(assessment, line) for line in lines)
    return Explanation("need.real", sum(monthly, ZERO), {"need": need.value}, parts)


def explain_difference(assessment: Assessment, need: Need) -> Explanation:
    """What the real expenses change for a need: retained less reference."""
    budget = assessment.retained
    amount = budget.by_need[need] - budget.reference_by_need[need]
    values: dict[str, object] = {"need": need.value, "reference": budget.reference_by_need[need]}
    return Explanation("need.difference", amount, values | {"retained": budget.by_need[need]}, _real(assessment, need))


def _real(assessment: Assessment, need: Need) -> tuple[Explanation, ...]:
    lines = (line for line in assessment.retained.expenses if line.rule.need is need)
    return tuple(explain_expense(assessment, line) for line in lines)


def explain_group(assessment: Assessment, group: Group) -> Explanation:
    """What is retained for a group: fixed costs, living costs, costs to set money aside for."""
    budget = assessment.retained
    kept = (
        line
        for line, is_kept in zip(assessment.reference.lines, budget.kept, strict=True)
        if is_kept and line.item.group is group
    )
    parts = [explain_expense(assessment, line) for line in budget.expenses if line.rule.group is group]
    parts += [explain_debt(line) for line in budget.debts if group is Group.FIXED]
    parts += _lines(assessment, kept)
    return Explanation("group.retained", budget.by_group[group], {"group": group.value}, tuple(parts))


def explain_expense(assessment: Assessment, line: ExpenseLine) -> Explanation:
    """What a real expense does to the budget, and the reference lines it replaces or is compared with."""
    expense = line.expense
    values: dict[str, object] = {
        "expense": expense.id,
        "kind": expense.kind.value if expense.kind else "other",
        "person": expense.person,
        "by_default": line.by_default,
        "reason": expense.reason,
        "real": line.real,
    }
    parts = [_typed("amount", expense.amount, expense.period, line.exact)]
    if expense.retained is not None:
        parts.append(_typed("retained", expense.retained, expense.period, line.retained))
    if line.cap is not None:
        parts.append(Explanation("expense.cap", line.cap, {"above": line.real - line.retained}))
    reference = [assessment.reference.lines[place] for place in line.compared]
    if reference:
        rule = "expense.replaced_lines" if line.treatment is Treatment.REPLACE else "expense.compared_lines"
        total = sum((other.amount for other in reference), ZERO)
        parts.append(Explanation(rule, total, {}, _lines(assessment, reference)))
    return Explanation(f"expense.{line.treatment.value}", line.retained, values, tuple(parts))


def explain_debt(line: DebtLine) -> Explanation:
    """The accepted part of a debt's monthly payment."""
    values: dict[str, object] = {
        "debt": line.debt.id,
        "kind": line.debt.kind,
        "share": line.share,
        "reason": line.debt.reason,
    }
    parts = [_typed("monthly", line.debt.monthly, Period.MONTH, line.real)]
    if line.share < line.debt.accepted_share:
        limits: dict[str, object] = {"accepted": line.debt.accepted_share, "share": line.share}
        parts.append(Explanation("debt.policy_share", line.retained, limits, tuple(parts)))
    return Explanation("debt.accepted", line.retained, values, tuple(parts))


def explain_income_total(assessment: Assessment) -> Explanation:
    """The incomes that count; those that do not are shown with why."""
    parts = tuple(explain_income(line) for line in assessment.incomes)
    return Explanation("total.income", assessment.income_total, {}, parts)


def explain_income(line: IncomeLine) -> Explanation:
    """An income per month, and whether it counts."""
    income = line.income
    values: dict[str, object] = {
        "income": income.id,
        "kind": income.kind.value if income.kind else "other",
        "person": income.person,
        "by_rule": line.counted == line.counted_by_rule,
        "reason": income.reason,
    }
    rule = "income.counted" if line.counted else "income.not_counted"
    return Explanation(rule, line.amount, values, (_typed("amount", income.amount, income.period, line.exact),))


def _lines(assessment: Assessment, lines: Iterable[ReferenceLine]) -> tuple[Explanation, ...]:
    pack = assessment.parameters.pack
    return tuple(explain_line(pack, line) for line in lines)


def _typed(field: str, amount: Decimal | None, period: Period, monthly: Decimal) -> Explanation:
    """An amount as it was typed, and what it is per month."""
    values: dict[str, object] = {"field": field, "typed": amount, "period": period.value}
    return Explanation("input.typed", monthly, values)
