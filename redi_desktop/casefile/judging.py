"""Changes to what is judged in a case: the worker's own amount, the opinion, the committee's decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from redi_desktop.casefile.judgement import ActivationPath, Verdict
from redi_desktop.casefile.model import CaseFile
from redi_desktop.engine.aid import Proposal
from redi_desktop.engine.months import Month


def propose_instead(case: CaseFile, **changes: Any) -> CaseFile:
    """The case with these fields of the worker's own proposal changed."""
    return replace(case, proposal=replace(case.proposal, **changes))


def change_opinion(case: CaseFile, **changes: Any) -> CaseFile:
    """The case with these texts of the opinion changed."""
    return replace(case, opinion=replace(case.opinion, **changes))


def change_decision(case: CaseFile, **changes: Any) -> CaseFile:
    """The case with these fields of the committee's decision changed."""
    return replace(case, decision=replace(case.decision, **changes))


def path_chosen(case: CaseFile, path: ActivationPath) -> CaseFile:
    """The case with what is asked of the person; the reason of an exemption goes when it is none any more."""
    exemption = case.decision.exemption if path is ActivationPath.EXEMPT else None
    return change_decision(case, activation=path, exemption=exemption)


def granted_as_proposed(case: CaseFile, proposal: Proposal, today: date) -> CaseFile:
    """The case with the committee granting what was proposed, from the day on that it decided.

    Length and next look are those of the policy, where it has them; what was typed of them stays.
    """
    decision = case.decision
    decided_on = decision.decided_on or today
    rules = proposal.policy.aid if proposal.policy is not None else None
    starts_on = decision.starts_on or case.request.date or decided_on
    review_after = rules.review_after_months if rules else None
    return change_decision(
        case,
        verdict=Verdict.GRANTED,
        decided_on=decided_on,
        amount=proposal.amount,
        starts_on=starts_on,
        months=decision.months or (rules.duration_months if rules else None),
        review_on=decision.review_on or (_months_later(starts_on, review_after) if review_after else None),
    )


def _months_later(day: date, months: int) -> date:
    """The same day so many months later, the last of its month where that is shorter."""
    month = Month.of(day).plus(months)
    last = (month.plus(1).first_day() - timedelta(days=1)).day
    return month.first_day().replace(day=min(day.day, last))
