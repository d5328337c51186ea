"""The list by which a CPAS accounts for a funding scheme: what was computed and granted, when, on which parameters.

Nobody is named: a case bears the figures of its reference, which only the CPAS can look up. No birth date, no
household, no reason: what the scheme does not ask for is not told.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from redi_desktop.casefile.judgement import ActivationPath, Decision, ends_on
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.aid import Proposal
from redi_desktop.engine.assess import Assessment
from redi_desktop.i18n import _
from redi_desktop.report.exports.listing import Listing, titles
from redi_desktop.report.exports.sheets import Value
from redi_desktop.report.pseudonym import case_pseudonym
from redi_desktop.report.reported import SHORT_FINGERPRINT
from redi_desktop.words.pack_trust import vouching_words
from redi_desktop.words.vocabulary import label


class Justified(NamedTuple):
    """A case with its result and the day on which that was computed."""

    case: CaseFile
    assessment: Assessment
    simulated_on: date


class JustificationList:
    """Takes cases one by one; of each only its row is kept."""

    def __init__(self) -> None:
        self._rows: list[tuple[date, str, tuple[Value, ...]]] = []

    def add(self, one: Justified) -> None:
        """Add a case, in the current language; without a decision it is none for the list."""
        decision = one.case.decision
        if decision.verdict is not None:
            self._rows.append((decision.decided_on or date.max, case_pseudonym(one.case), _row(one)))

    def listing(self) -> Listing:
        """The list in the order of the decisions."""
        columns, euros = titles(
            (
                (_("Case"), False),
                (_("Simulated on"), False),
                (_("Date of the budget"), False),
                (_("Computed per month"), True),
                (_("Decided on"), False),
                (_("Decision"), False),
                (_("Granted per month"), True),
                (_("Paid by the scheme per month"), True),
                (_("From"), False),
                (_("Until"), False),
                (_("Months"), False),
                (_("Activation or exemption"), False),
                (_("Policy"), False),
                (_("Baskets"), False),
                (_("Digital signatures"), False),
            )
        )
        rows = tuple(row for _day, _case, row in sorted(self._rows, key=lambda row: row[:2]))
        return Listing(_("Justification list"), columns, euros, rows)


def justification_list(cases: Iterable[Justified]) -> Listing:
    """The list of these cases in the current language."""
    made = JustificationList()
    for one in cases:
        made.add(one)
    return made.listing()


def _row(one: Justified) -> tuple[Value, ...]:
    decision, assessment = one.case.decision, one.assessment
    proposal = assessment.proposal
    pack = assessment.parameters.pack
    return (
        case_pseudonym(one.case),
        one.simulated_on,
        assessment.reference_date,
        proposal.computed,
        decision.decided_on,
        label(decision.verdict) if decision.verdict else "",
        decision.amount,
        _paid_by_scheme(decision, proposal),
        decision.starts_on,
        ends_on(decision),
        decision.months,
        _activation(decision),
        _policy(proposal),
        f"{pack.id} {pack.version} {pack.fingerprint[:SHORT_FINGERPRINT]}",
        vouching_words(assessment.parameters),
    )


def _paid_by_scheme(decision: Decision, proposal: Proposal) -> Decimal | None:
    """The scheme pays what was granted, and never more than what was computed."""
    return min(decision.amount, proposal.computed) if decision.amount is not None else None


def _activation(decision: Decision) -> str:
    path = label(decision.activation)
    if decision.activation is ActivationPath.EXEMPT and decision.exemption is not None:
        return _("{path}: {reason}").format(path=path, reason=label(decision.exemption))
    return path


def _policy(proposal: Proposal) -> str:
    policy = proposal.policy
    return "" if policy is None else f"{policy.id} {policy.version} {policy.fingerprint[:SHORT_FINGERPRINT]}"
