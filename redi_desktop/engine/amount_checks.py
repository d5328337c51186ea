"""Checks on what is typed as an amount: incomes, expenses, debts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from redi_desktop.engine.expenses import REASON_REQUIRED, Debt, Expense, Treatment, rule_of, treatment_of
from redi_desktop.engine.facts import WorkerProposal
from redi_desktop.engine.findings import Finding, error, warning
from redi_desktop.engine.income import Income, IncomeRules, counts_by_rule
from redi_desktop.engine.money import Period

LARGEST_AMOUNT = Decimal(1_000_000)


def duplicate_ids(field: str, ids: Sequence[str]) -> Iterator[Finding]:
    """An error for each row that repeats or lacks an identifier."""
    seen: set[str] = set()
    for place, row_id in enumerate(ids):
        if not row_id:
            yield error("missing", f"{field}[{place}].id")
        elif row_id in seen:
            yield error("duplicate_id", f"{field}[{place}].id", id=row_id)
        seen.add(row_id)


def check_amount(amount: Decimal | None, field: str) -> Iterator[Finding]:
    """An error for an amount that is missing, not a number, negative or absurdly large."""
    if amount is None:
        yield error("missing", field)
    elif not amount.is_finite():
        yield error("not_a_number", field)
    elif amount < 0:
        yield error("negative_amount", field, amount=amount)
    elif amount > LARGEST_AMOUNT:
        yield error("amount_too_large", field, amount=amount, largest=LARGEST_AMOUNT)


def _check_person(person: str | None, persons: frozenset[str], field: str) -> Iterator[Finding]:
    if person is not None and person not in persons:
        yield error("person_unknown", f"{field}.person", person=person)


def check_incomes(
    incomes: Sequence[Income], persons: frozenset[str], rules: IncomeRules | None = None
) -> Iterator[Finding]:
    """Findings on every income."""
    if not incomes:
        yield warning("no_income", "incomes")
    yield from duplicate_ids("incomes", [income.id for income in incomes])
    for place, income in enumerate(incomes):
        field = f"incomes[{place}]"
        if income.kind is None:
            yield error("missing", f"{field}.kind")
        yield from check_amount(income.amount, f"{field}.amount")
        yield from _check_person(income.person, persons, field)
        if income.counted and income.period is Period.ONCE:
            yield error("once_has_no_month", f"{field}.period")
        elif income.counted not in (None, counts_by_rule(income, rules)) and not income.reason.strip():
            yield warning("reason_missing", f"{field}.reason")


def check_expenses(expenses: Sequence[Expense], persons: frozenset[str]) -> Iterator[Finding]:
    """Findings on every expense."""
    yield from duplicate_ids("expenses", [expense.id for expense in expenses])
    for place, expense in enumerate(expenses):
        field = f"expenses[{place}]"
        if expense.kind is None:
            yield error("missing", f"{field}.kind")
            continue
        yield from check_amount(expense.amount, f"{field}.amount")
        if expense.retained is not None:
            yield from check_amount(expense.retained, f"{field}.retained")
        yield from _check_person(expense.person, persons, field)
        yield from _check_treatment(expense, field)


def _check_treatment(expense: Expense, field: str) -> Iterator[Finding]:
    treatment, has_reason = treatment_of(expense), bool(expense.reason.strip())
    if expense.period is Period.ONCE and treatment in (Treatment.REPLACE, Treatment.ADD):
        yield error("once_has_no_month", f"{field}.period")
    if has_reason:
        return
    if treatment is Treatment.LEAVE_OUT:
        yield error("reason_required", f"{field}.reason")
    elif (expense.retained is not None or _differs(expense)) and expense.kind not in REASON_REQUIRED:
        yield warning("reason_missing", f"{field}.reason")


def _differs(expense: Expense) -> bool:
    """Whether the worker chose a treatment that changes the budget and is not the usual one of the kind."""
    return expense.treatment not in (None, rule_of(expense).treatment) and expense.period is not Period.ONCE


def check_debts(debts: Sequence[Debt]) -> Iterator[Finding]:
    """Findings on every debt."""
    yield from duplicate_ids("debts", [debt.id for debt in debts])
    for place, debt in enumerate(debts):
        field = f"debts[{place}]"
        yield from check_amount(debt.monthly, f"{field}.monthly")
        if debt.remaining is not None:
            yield from check_amount(debt.remaining, f"{field}.remaining")
        if not debt.accepted_share.is_finite() or not 0 <= debt.accepted_share <= 1:
            yield error("accepted_share_out_of_range", f"{field}.accepted_share", share=debt.accepted_share)
        elif debt.accepted_share != 1 and not debt.reason.strip():
            yield warning("reason_missing", f"{field}.reason")


def check_proposal(proposal: WorkerProposal) -> Iterator[Finding]:
    """Findings on the amount that the worker proposes instead of the computed one."""
    if proposal.amount is None:
        return
    yield from check_amount(proposal.amount, "proposal.amount")
    if not proposal.reason.strip():
        yield error("proposal_reason_required", "proposal.reason")
