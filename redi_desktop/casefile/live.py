"""The facts that can already be counted while the worker is still typing, and what is set aside until it is whole."""

from __future__ import annotations

from dataclasses import replace

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import Finding, Severity


def countable_facts(case: CaseFile) -> tuple[Facts, tuple[Finding, ...]]:
    """The case's facts without the rows that have no amount or kind yet, and a warning for each of those rows."""
    incomes = tuple(row for row in case.incomes if row.amount is not None and row.kind is not None)
    expenses = tuple(row for row in case.expenses if row.amount is not None and row.kind is not None)
    debts = tuple(row for row in case.debts if row.monthly is not None)
    unfinished = [
        *(f"incomes[{place}]" for place, row in enumerate(case.incomes) if row not in incomes),
        *(f"expenses[{place}]" for place, row in enumerate(case.expenses) if row not in expenses),
        *(f"debts[{place}]" for place, row in enumerate(case.debts) if row not in debts),
    ]
    facts = replace(case.facts, incomes=incomes, expenses=expenses, debts=debts)
    return facts, tuple(Finding(Severity.WARNING, "row_unfinished", field) for field in unfinished)
