"""Expenses that do not go with the rest of the case: nothing forbids them, and somebody should look again."""

from __future__ import annotations

from collections.abc import Iterator

from redi_desktop.engine.expenses import Debt, Expense, ExpenseKind, PaidBy, Treatment, rule_of, treatment_of
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import Finding, note, warning
from redi_desktop.engine.household import Dwelling, Heating, Tenure
from redi_desktop.engine.money import Period

_MORTGAGES = frozenset({ExpenseKind.MORTGAGE_INTEREST, ExpenseKind.MORTGAGE_CAPITAL})
_TENANTS = frozenset({Tenure.PRIVATE_RENT, Tenure.SOCIAL_RENT})
_FUELS = {ExpenseKind.GAS: Heating.GAS, ExpenseKind.HEATING_OIL: Heating.OIL}


def expense_doubts(facts: Facts) -> Iterator[Finding]:
    """What does not go together among expenses, home and debts."""
    for place, expense in enumerate(facts.expenses):
        yield from _about(expense, facts.dwelling, f"expenses[{place}]")
    for place, debt in enumerate(facts.debts):
        yield from _about_debt(debt, f"debts[{place}]")


def _about(expense: Expense, home: Dwelling, field: str) -> Iterator[Finding]:
    if expense.kind is None:
        return
    if expense.kind is ExpenseKind.RENT and home.tenure is Tenure.OWNER:
        yield warning("rent_of_owner", f"{field}.kind")
    if expense.kind in _MORTGAGES and home.tenure in _TENANTS:
        yield warning("mortgage_of_tenant", f"{field}.kind")
    if expense.kind in _FUELS and home.heating not in (None, _FUELS[expense.kind]):
        yield note("fuel_of_other_heating", f"{field}.kind", kind=expense.kind, heating=home.heating)
    if expense.period is Period.ONCE and rule_of(expense).treatment is not Treatment.COMPARE:
        yield note("once_only_shown", f"{field}.period")
    if expense.paid_by is PaidBy.OTHER and treatment_of(expense) in (Treatment.REPLACE, Treatment.ADD):
        yield note("paid_by_somebody_else", f"{field}.paid_by")


def _about_debt(debt: Debt, field: str) -> Iterator[Finding]:
    if debt.monthly is not None and debt.remaining is not None and 0 < debt.remaining < debt.monthly:
        yield warning("debt_payment_above_rest", f"{field}.monthly", remaining=debt.remaining)
