"""The facts that can already be counted while the worker is still typing, and what is set aside until it is whole."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.facts import Facts, WorkerProposal
from redi_desktop.engine.findings import Finding, warning

_ROW = re.compile(r"(incomes|expenses|debts)\[(\d+)\](.*)\Z")


class Countable(NamedTuple):
    """The facts without their unfinished rows, a warning for each of those, and where the others stand in the case."""

    facts: Facts
    unfinished: tuple[Finding, ...]
    places: dict[str, tuple[int, ...]]

    def in_the_case(self, finding: Finding) -> Finding:
        """A finding about these facts, with the place that its row has in the case."""
        match = _ROW.match(finding.field)
        if match is None:
            return finding
        rows, number, rest = match.groups()
        return replace(finding, field=f"{rows}[{self.places[rows][int(number)]}]{rest}")


def countable_facts(case: CaseFile) -> Countable:
    """The case's facts without the rows that have no amount or kind yet, and without a proposal that has no reason."""
    whole = {
        "incomes": tuple(n for n, row in enumerate(case.incomes) if row.amount is not None and row.kind is not None),
        "expenses": tuple(n for n, row in enumerate(case.expenses) if row.amount is not None and row.kind is not None),
        "debts": tuple(n for n, row in enumerate(case.debts) if row.monthly is not None),
    }
    lengths = {"incomes": len(case.incomes), "expenses": len(case.expenses), "debts": len(case.debts)}
    reasoned = case.proposal.amount is None or bool(case.proposal.reason.strip())
    facts = replace(
        case.facts,
        proposal=case.proposal if reasoned else WorkerProposal(),
        incomes=tuple(case.incomes[place] for place in whole["incomes"]),
        expenses=tuple(case.expenses[place] for place in whole["expenses"]),
        debts=tuple(case.debts[place] for place in whole["debts"]),
    )
    unfinished = tuple(
        warning("row_unfinished", f"{rows}[{place}]")
        for rows, length in lengths.items()
        for place in range(length)
        if place not in whole[rows]
    )
    if not reasoned:
        unfinished += (warning("proposal_reason_required", "proposal.reason"),)
    return Countable(facts, unfinished, whole)
