"""From a deficit to a proposal of complementary aid, step by step, or the clear reason for none.

deficit → × coverage → ceiling → work incentive → total aid → rounding → smallest amount
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Circumstances, Facts, WorkerProposal
from redi_desktop.engine.household import ADULT_AGE, Activity, Role
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, INTEGRATION_INCOME_KINDS, IncomeLine
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.policy import AidRules, Policy, Rounding, RoundingMode, Scheme

CANNOT_WORK = frozenset({Activity.PENSIONER, Activity.INCAPACITY, Activity.STUDENT})
_ROUNDING = {RoundingMode.DOWN: ROUND_FLOOR, RoundingMode.UP: ROUND_CEILING, RoundingMode.NEAREST: ROUND_HALF_UP}


class NoAid(StrEnum):
    """Why nothing is proposed."""

    NO_DEFICIT = "no_deficit"
    OUTSIDE_TARGET_GROUP = "outside_target_group"
    WORK_INCENTIVE = "work_incentive"
    TOTAL_AID_CEILING = "total_aid_ceiling"
    TOO_SMALL = "too_small"


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


class _Step(NamedTuple):
    """The amount so far, why it fell to nothing, and the steps behind it."""

    amount: Decimal
    steps: tuple[Explanation, ...]
    none_because: NoAid | None = None

    def then(self, rule: str, amount: Decimal, emptied: NoAid | None = None, **values: object) -> _Step:
        """The next step; once nothing is left, no further one is taken."""
        if self.none_because is not None:
            return self
        step = Explanation(rule, amount, {"before": self.amount, **values})
        return _Step(amount, (*self.steps, step), emptied if amount <= 0 else None)


class Situation(NamedTuple):
    """What the rules look at besides the deficit."""

    facts: Facts
    around: Circumstances
    incomes: tuple[IncomeLine, ...]
    income_total: Decimal


def propose(balance: Decimal, policy: Policy | None, situation: Situation, worker: WorkerProposal | None) -> Proposal:
    """The proposal for a balance; without a policy it is the deficit itself."""
    deficit = max(ZERO, -balance)
    start = _Step(deficit, (Explanation("aid.deficit", deficit, {"balance": balance}),))
    result = _Step(ZERO, start.steps, NoAid.NO_DEFICIT) if not deficit else _by_policy(start, policy, situation)
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
        explanation=_explain(result, policy, own, computed, amount),
    )


def _explain(
    result: _Step, policy: Policy | None, own: WorkerProposal | None, computed: Decimal, amount: Decimal
) -> Explanation:
    values: dict[str, object] = {"policy": policy.id if policy else None, "computed": computed}
    if result.none_because:
        values["because"] = result.none_because.value
    steps = result.steps
    if own is not None:
        steps = (*steps, Explanation("aid.worker", amount, {"computed": computed, "reason": own.reason}))
    return Explanation("aid.none" if result.none_because and own is None else "aid.proposal", amount, values, steps)


def _by_policy(start: _Step, policy: Policy | None, situation: Situation) -> _Step:
    if policy is None:
        return start
    outside = _outside_target_group(policy, situation)
    if outside:
        refused = Explanation("aid.target_group", ZERO, {"because": outside})
        return _Step(ZERO, (*start.steps, refused), NoAid.OUTSIDE_TARGET_GROUP)
    share = policy.aid.coverage_share
    step = start.then("aid.coverage", to_cent(start.amount * share), share=share)
    step = _ceiling(step, policy.aid, situation)
    step = _work_incentive(step, policy, situation)
    step = _total_aid(step, policy, situation)
    step = step.then("aid.rounding", _rounded(step.amount, policy.aid.rounding), step=policy.aid.rounding.step)
    return _smallest(step, policy.aid)


def _outside_target_group(policy: Policy, situation: Situation) -> str | None:
    group, facts = policy.target_group, situation.facts
    if group.tenures and facts.dwelling.tenure not in group.tenures:
        return "tenure"
    if group.income_kinds and not any(line.income.kind in group.income_kinds for line in situation.incomes):
        return "income"
    asking = (member for member in situation.around.members if member.person.role is Role.APPLICANT)
    return "activity" if any(member.activity in group.excluded_activities for member in asking) else None


def _ceiling(step: _Step, aid: AidRules, situation: Situation) -> _Step:
    if aid.ceiling_per_month is None:
        return step
    size = len(situation.around.members)
    ceiling = aid.ceiling_per_month + aid.ceiling_per_extra_person * (size - 1)
    return step.then("aid.ceiling", min(step.amount, ceiling), ceiling=ceiling, persons=size)


def _work_incentive(step: _Step, policy: Policy, situation: Situation) -> _Step:
    rule = policy.work_incentive
    adults = [member for member in situation.around.members if member.age >= ADULT_AGE]
    somebody_works = any(member.activity is Activity.WORKING for member in adults)
    somebody_could = any(member.activity not in CANNOT_WORK for member in adults)
    if rule is None or somebody_works or not somebody_could:
        return step
    benefit = sum((line.amount for line in situation.incomes if line.income.kind in CHILD_BENEFIT_KINDS), ZERO)
    room = max(ZERO, rule.reference_net_wage + benefit - rule.minimum_gain - situation.income_total)
    return step.then(
        "aid.work_incentive",
        min(step.amount, to_cent(room)),
        NoAid.WORK_INCENTIVE,
        wage=rule.reference_net_wage,
        child_benefit=benefit,
        minimum_gain=rule.minimum_gain,
        income=situation.income_total,
        room=room,
    )


def _total_aid(step: _Step, policy: Policy, situation: Situation) -> _Step:
    ceiling = policy.total_aid_ceiling
    if ceiling is None:
        return step
    received = (line.amount for line in situation.incomes if line.income.kind in INTEGRATION_INCOME_KINDS)
    aid_already = sum(received, ZERO)
    room = max(ZERO, ceiling - aid_already)
    return step.then(
        "aid.total_aid", min(step.amount, room), NoAid.TOTAL_AID_CEILING, ceiling=ceiling, received=aid_already
    )


def _rounded(amount: Decimal, rounding: Rounding) -> Decimal:
    steps = (amount / rounding.step).quantize(Decimal(1), _ROUNDING[rounding.mode])
    return to_cent(steps * rounding.step)


def _smallest(step: _Step, aid: AidRules) -> _Step:
    if step.none_because or (step.amount > 0 and step.amount >= aid.smallest_amount):
        return step
    return step.then("aid.smallest_amount", ZERO, NoAid.TOO_SMALL, smallest=aid.smallest_amount)
