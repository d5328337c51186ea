"""From a deficit to a proposal of complementary aid, or the clear reason for none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from redi_desktop.engine.aid_steps import NoAid, Situation, Step, follow_policy
from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import WorkerProposal
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.policy import Policy, Scheme

__all__ = ["NoAid", "Proposal", "Situation", "explain_funding", "propose"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the policy makes of a deficit, euro per month.

    ``computed`` follows the rules; ``amount`` is the worker's where they propose another. ``subsidised`` is the part a
    funding scheme pays; ``over_duration`` the whole sum over the months, to set beside the envelope.
    """

    computed: Decimal
    amount: Decimal
    none_because: NoAid | None
    worker: WorkerProposal | None
    subsidised: Decimal | None
    over_duration: Decimal | None
    policy: Policy | None
    explanation: Explanation


def propose(balance: Decimal, policy: Policy | None, situation: Situation, worker: WorkerProposal | None) -> Proposal:
    """The proposal for a balance; without a policy it is the deficit itself."""
    result = _steps(balance, policy, situation)
    computed = ZERO if result.none_because else result.amount
    own = worker if worker is not None and worker.amount is not None else None
    amount = to_cent(own.amount) if own is not None and own.amount is not None else computed
    return Proposal(
        computed=computed,
        amount=amount,
        none_because=result.none_because,
        worker=own,
        subsidised=min(amount, computed) if policy and policy.funding.scheme is Scheme.SUBSIDY else None,
        over_duration=amount * policy.aid.duration_months if policy and policy.aid.duration_months else None,
        policy=policy,
        explanation=_explain(result, policy, own, amount),
    )


def _steps(balance: Decimal, policy: Policy | None, situation: Situation) -> Step:
    deficit = max(ZERO, -balance)
    start = Step(deficit, (Explanation("aid.deficit", deficit, {"balance": balance}),))
    if not deficit:
        return Step(ZERO, start.steps, NoAid.NO_DEFICIT)
    return follow_policy(start, policy, situation) if policy is not None else start


def _explain(result: Step, policy: Policy | None, own: WorkerProposal | None, amount: Decimal) -> Explanation:
    """The steps one after the other; where the worker differs from the rules, that and why last."""
    because = result.none_because
    computed = ZERO if because else result.amount
    values: dict[str, object] = {"policy": policy.id if policy else None, "computed": computed}
    if because:
        values["because"] = because.value
    if own is None:
        return Explanation("aid.none" if because else "aid.proposal", amount, values, result.steps)
    by_rules = (Explanation("aid.none", ZERO, {"because": because.value}),) if because else ()
    worker = Explanation("aid.worker", amount, {"computed": computed, "reason": own.reason})
    return Explanation("aid.proposal", amount, values, (*result.steps, *by_rules, worker))


def explain_funding(proposal: Proposal) -> tuple[Explanation, ...]:
    """What the aid costs in all, beside the envelope where the policy has one, and which part a subsidy pays."""
    return tuple(_funding(proposal))


def _funding(proposal: Proposal) -> Iterator[Explanation]:
    policy = proposal.policy
    if policy is None or not proposal.amount:
        return
    if proposal.over_duration is not None:
        values: dict[str, object] = {"monthly": proposal.amount, "months": policy.aid.duration_months}
        if policy.funding.envelope_per_year is not None:
            values["envelope"] = policy.funding.envelope_per_year
        yield Explanation("aid.over_duration", proposal.over_duration, values)
    if proposal.subsidised is not None:
        values = {"proposed": proposal.amount, "computed": proposal.computed}
        yield Explanation("aid.subsidised", proposal.subsidised, values)
