"""The public JSON form of a result, ``redi-assessment/1``: amounts are strings with two decimals, euro per month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from redi_desktop.casefile.finding_form import finding_data
from redi_desktop.engine import explanation
from redi_desktop.engine.aid import explain_funding
from redi_desktop.engine.assess import Assessment
from redi_desktop.engine.basket_pack import BasketPack
from redi_desktop.engine.baskets import ReferenceLine, explain_line
from redi_desktop.engine.expense_lines import DebtLine, ExpenseLine
from redi_desktop.engine.explanation import as_data
from redi_desktop.engine.income import IncomeLine
from redi_desktop.engine.integration_income.compute import IntegrationIncome
from redi_desktop.engine.money import to_cent
from redi_desktop.engine.pressure_reasons import explain_pressures
from redi_desktop.engine.pressures import Pressure, Pressures, pressures
from redi_desktop.engine.reasons import explain_balance, explain_debt, explain_expense, explain_income
from redi_desktop.engine.rights.answers import answer_key
from redi_desktop.engine.rights.reasons import explain_right
from redi_desktop.engine.rights.result import Outcome, RightResult

FORMAT = "redi-assessment/1"


def to_data(assessment: Assessment, explained: bool = False) -> dict[str, Any]:
    """The assessment as plain dictionaries; with ``explained``, every line and the balance carry their tree."""
    budget = assessment.retained
    data: dict[str, Any] = {
        "format": FORMAT,
        "explanation_format": explanation.FORMAT,
        "engine_version": assessment.engine_version,
        "reference_date": assessment.reference_date.isoformat(),
        "pack": _pack(assessment),
        "reference_budget": {
            "total": _euros(budget.reference_total),
            "by_need": _by(budget.reference_by_need),
            "by_group": _by(budget.reference_by_group),
            "estimate_share": _share(assessment.reference_estimate_share),
        },
        "retained_budget": {
            "total": _euros(budget.total),
            "by_need": _by(budget.by_need),
            "by_group": _by(budget.by_group),
            "debts": _euros(budget.debts_total),
        },
        "income": {"total": _euros(assessment.income_total), "lines": [*map(_income, assessment.incomes)]},
        "balance": _euros(assessment.balance),
        "pressures": _pressures(assessment, explained),
        "proposal": _proposal(assessment),
        "integration_income": _integration_income(assessment, explained),
        "rights": [_right(result, explained) for result in assessment.rights if result.outcome is not Outcome.NOT],
        "estimate_share": _share(assessment.estimate_share),
        "on_reference_amounts": assessment.rests_on_reference_amounts,
        "findings": [finding_data(finding) for finding in assessment.findings],
        "lines": list(_lines(assessment, explained)),
    }
    if explained:
        data["explanation"] = as_data(explain_balance(assessment))
    return data


def _euros(amount: Decimal) -> str:
    return str(to_cent(amount))


def _share(share: Decimal) -> str:
    return str(to_cent(share))


def _by(totals: Mapping[Any, Decimal]) -> dict[str, str]:
    return {key.value: _euros(amount) for key, amount in totals.items()}


def _pack(assessment: Assessment) -> dict[str, Any]:
    pack: BasketPack = assessment.parameters.pack
    return {
        "id": pack.id,
        "version": pack.version,
        "title": dict(pack.title),
        "fingerprint": pack.fingerprint,
        "month": str(assessment.month),
    }


def _proposal(assessment: Assessment) -> dict[str, Any]:
    proposal = assessment.proposal
    policy = proposal.policy
    return {
        "amount": _euros(proposal.amount),
        "computed": _euros(proposal.computed),
        "none_because": proposal.none_because.value if proposal.none_because else None,
        "policy": {"id": policy.id, "version": policy.version, "fingerprint": policy.fingerprint} if policy else None,
        "subsidised": _euros(proposal.subsidised) if proposal.subsidised is not None else None,
        "over_duration": _euros(proposal.over_duration) if proposal.over_duration is not None else None,
        "explanation": as_data(proposal.explanation),
        "funding": [as_data(node) for node in explain_funding(proposal)],
    }


def _pressures(assessment: Assessment, explained: bool) -> dict[str, Any]:
    """Where the deficit comes from: the weights of the parts add up to it; what is paid beside the budget does not."""
    found = pressures(assessment)
    data: dict[str, Any] = {"parts": [_pressure(found, part) for part in found.parts]}
    if found.beside.total:
        data["beside"] = {
            "total": _euros(found.beside.total),
            "debts": _euros(found.beside.debts),
            "expenses": _by(found.beside.expenses),
        }
    return data | {"explanation": as_data(explain_pressures(assessment))} if explained else data


def _pressure(found: Pressures, part: Pressure) -> dict[str, Any]:
    share = found.share(part)
    return {
        "source": part.source.value,
        "reference": _euros(part.reference),
        "retained": _euros(part.retained),
        "weight": _euros(part.weight),
        "share": _share(share) if share is not None else None,
    }


def _integration_income(assessment: Assessment, explained: bool) -> dict[str, Any] | None:
    """What the case's incomes would leave of an integration income; ``None`` where it was not computed."""
    income = assessment.integration_income
    if income is None:
        return None
    data: dict[str, Any] = {
        "category": income.category.value,
        "rate": _euros(income.monthly_rate),
        "monthly": _euros(income.monthly),
        "first_month": _first_month(income),
        "doubts": sorted({doubt.code for doubt in income.doubts}),
    }
    return data | {"explanation": as_data(income.explanation)} if explained else data


def _first_month(income: IntegrationIncome) -> dict[str, Any] | None:
    """What is due for the month in which the right begins, where that is the month of the result."""
    first = income.first_month
    if first is None:
        return None
    return {"starts_on": first.starts_on.isoformat(), "days": first.days, "amount": _euros(first.amount)}


def _right(result: RightResult, explained: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": result.right.id,
        "outcome": result.outcome.value,
        "held": result.held,
        "through": [right.id for right in result.through],
        "state": result.state.status.value if result.state else None,
        "amount": _euros(result.amount) if result.amount is not None else None,
        "amount_is": result.amount_is.value,
        "amount_period": result.right.amount_period.value,
        "amount_date": dated.text if (dated := result.amount_date) and result.amount is not None else None,
        "amount_is_old": result.amount is not None and result.amount_is_old,
        "listed_under": result.listed_under.id if result.listed_under else None,
        "questions": [answer_key(question.asked) for question in result.questions],
        "further_questions": result.further_questions,
    }
    return data | {"explanation": as_data(explain_right(result))} if explained else data


def _lines(assessment: Assessment, explained: bool) -> Iterator[dict[str, Any]]:
    pack = assessment.parameters.pack
    for line, kept in zip(assessment.reference.lines, assessment.retained.kept, strict=True):
        data = _reference_line(line, kept)
        yield data | {"explanation": as_data(explain_line(pack, line))} if explained else data
    for expense in assessment.retained.expenses:
        data = _expense_line(expense)
        yield data | {"explanation": as_data(explain_expense(assessment, expense))} if explained else data
    for debt in assessment.retained.debts:
        data = _debt_line(debt)
        yield data | {"explanation": as_data(explain_debt(debt))} if explained else data


def _reference_line(line: ReferenceLine, kept: bool) -> dict[str, Any]:
    item = line.item
    return {
        "need": item.need.value,
        "group": item.group.value,
        "item_id": item.id,
        "person": line.person_id,
        "amount": _euros(line.amount),
        "kept": kept,
        "expense_kind": item.expense_kind or None,
        "provenance": item.provenance.value,
        "source_id": line.priced.price.source_id,
    }


def _expense_line(line: ExpenseLine) -> dict[str, Any]:
    return {
        "need": line.rule.need.value,
        "group": line.rule.group.value,
        "item_id": None,
        "expense_id": line.expense.id,
        "expense_kind": line.expense.kind.value if line.expense.kind else None,
        "person": line.expense.person,
        "treatment": line.treatment.value,
        "real": _euros(line.real),
        "amount": _euros(line.retained),
        "kept": line.retained != 0,
    }


def _debt_line(line: DebtLine) -> dict[str, Any]:
    return {
        "need": None,
        "group": "fixed",
        "item_id": None,
        "debt_id": line.debt.id,
        "real": _euros(line.real),
        "amount": _euros(line.retained),
        "kept": line.retained != 0,
    }


def _income(line: IncomeLine) -> dict[str, Any]:
    return {
        "id": line.income.id,
        "kind": line.income.kind.value if line.income.kind else None,
        "person": line.income.person,
        "amount": _euros(line.amount),
        "counted": line.counted,
        "explanation": as_data(explain_income(line)),
    }
