"""The steps of a policy from a deficit to an amount, each with its trace in the explanation.

target group → × coverage → ceiling → work incentive → total aid → rounding → smallest amount
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from redi_desktop.engine.explanation import Explanation
from redi_desktop.engine.facts import Circumstances, Facts, Member
from redi_desktop.engine.household import ADULT_AGE, Activity, Role
from redi_desktop.engine.income import CHILD_BENEFIT_KINDS, INTEGRATION_INCOME_KINDS, IncomeLine
from redi_desktop.engine.money import ZERO, Period, to_cent
from redi_desktop.engine.policy import AidRules, Policy, Rounding, RoundingMode, WorkIncentive

CANNOT_WORK = frozenset(
    {
        *(Activity.PENSIONER, Activity.INCAPACITY),
        *(Activity.STUDENT, Activity.SECONDARY, Activity.PRIMARY, Activity.PREPRIMARY),
    }
)
"""What an adult does who is not asked to work: a pensioner, somebody unfit for work, somebody at school."""
_ROUNDING = {RoundingMode.DOWN: ROUND_FLOOR, RoundingMode.UP: ROUND_CEILING, RoundingMode.NEAREST: ROUND_HALF_UP}


class NoAid(StrEnum):
    """Why nothing is proposed."""

    NO_DEFICIT = "no_deficit"
    OUTSIDE_TARGET_GROUP = "outside_target_group"
    NOTHING_COVERED = "nothing_covered"
    WORK_INCENTIVE = "work_incentive"
    TOTAL_AID_CEILING = "total_aid_ceiling"
    ROUNDED_TO_NOTHING = "rounded_to_nothing"
    TOO_SMALL = "too_small"


class Situation(NamedTuple):
    """What the rules look at besides the deficit."""

    facts: Facts
    around: Circumstances
    incomes: tuple[IncomeLine, ...]
    income_total: Decimal


class Step(NamedTuple):
    """The amount so far, the steps behind it, why it fell to nothing, and the lowest ceiling on the way."""

    amount: Decimal
    steps: tuple[Explanation, ...]
    none_because: NoAid | None = None
    ceiling: Decimal | None = None

    def then(self, rule: str, amount: Decimal, emptied: NoAid, **values: object) -> Step:
        """The next step; once nothing is left, no further one is taken."""
        if self.none_because is not None:
            return self
        step = Explanation(rule, amount, {"before": self.amount, **values})
        return Step(amount, (*self.steps, step), emptied if amount <= 0 else None, self.ceiling)

    def below(self, most: Decimal, rule: str, emptied: NoAid, **values: object) -> Step:
        """The next step, with at most that much; rounding will not lift the amount above it either."""
        lowest = most if self.ceiling is None else min(most, self.ceiling)
        return self.then(rule, min(self.amount, most), emptied, **values)._replace(ceiling=lowest)

    def noting(self, rule: str, **values: object) -> Step:
        """The same amount, with a rule in the trace that changes nothing here."""
        if self.none_because is not None:
            return self
        return self._replace(steps=(*self.steps, Explanation(rule, self.amount, values)))


def follow_policy(start: Step, policy: Policy, situation: Situation) -> Step:
    """Take every step of the policy, from the deficit on."""
    step = _target_group(start, policy, situation)
    share = policy.aid.coverage_share
    step = step.then("aid.coverage", to_cent(step.amount * share), NoAid.NOTHING_COVERED, share=share)
    step = _ceiling(step, policy.aid, situation)
    step = _work_incentive(step, policy.work_incentive, situation)
    step = _total_aid(step, policy, situation)
    step = _rounding(step, policy.aid.rounding)
    return _smallest(step, policy.aid)


def _target_group(step: Step, policy: Policy, situation: Situation) -> Step:
    group = policy.target_group
    if not (group.tenures or group.income_kinds or group.excluded_activities):
        return step
    outside = _outside(policy, situation)
    if outside is None:
        return step.noting("aid.in_target_group")
    return step.then("aid.target_group", ZERO, NoAid.OUTSIDE_TARGET_GROUP, because=outside)


def _outside(policy: Policy, situation: Situation) -> str | None:
    """What puts the household outside the target group; the activity is that of the person who asks."""
    group = policy.target_group
    if group.tenures and situation.facts.dwelling.tenure not in group.tenures:
        return "tenure"
    if group.income_kinds and not any(line.income.kind in group.income_kinds for line in situation.incomes):
        return "income"
    asking = (member for member in situation.around.members if member.person.role is Role.APPLICANT)
    return "activity" if any(member.activity in group.excluded_activities for member in asking) else None


def _ceiling(step: Step, aid: AidRules, situation: Situation) -> Step:
    if aid.ceiling_per_month is None:
        return step
    size = len(situation.around.members)
    ceiling = aid.ceiling_per_month + aid.ceiling_per_extra_person * (size - 1)
    return step.below(ceiling, "aid.ceiling", NoAid.NOTHING_COVERED, ceiling=ceiling, persons=size)


def _work_incentive(step: Step, rule: WorkIncentive | None, situation: Situation) -> Step:
    """Where nobody works and somebody could, income with aid stays below one full-time wage with the same benefits."""
    if rule is None:
        return step
    adults = [member for member in situation.around.members if member.age >= ADULT_AGE]
    if any(member.activity is Activity.WORKING for member in adults):
        return step.noting("aid.no_work_incentive", because="somebody_works")
    if not any(_could_work(member) for member in adults):
        return step.noting("aid.no_work_incentive", because="nobody_could_work")
    benefit = sum((line.amount for line in situation.incomes if _is_counted_child_benefit(line)), ZERO)
    left = rule.reference_net_wage + benefit - rule.minimum_gain - situation.income_total
    room = max(ZERO, left)
    return step.below(
        to_cent(room),
        "aid.work_incentive",
        NoAid.WORK_INCENTIVE,
        wage=rule.reference_net_wage,
        child_benefit=benefit,
        minimum_gain=rule.minimum_gain,
        income=situation.income_total,
        left=left,
        room=room,
    )


def _could_work(member: Member) -> bool:
    return member.activity not in CANNOT_WORK


def _is_counted_child_benefit(line: IncomeLine) -> bool:
    """Child benefit stands on both sides of the comparison, or on neither where it does not count."""
    return line.counted and line.income.kind in CHILD_BENEFIT_KINDS


def _total_aid(step: Step, policy: Policy, situation: Situation) -> Step:
    ceiling = policy.total_aid_ceiling
    if ceiling is None:
        return step
    received = sum((line.amount for line in situation.incomes if _is_monthly_aid(line)), ZERO)
    room = max(ZERO, ceiling - received)
    return step.below(room, "aid.total_aid", NoAid.TOTAL_AID_CEILING, ceiling=ceiling, received=received)


def _is_monthly_aid(line: IncomeLine) -> bool:
    return line.income.kind in INTEGRATION_INCOME_KINDS and line.income.period is not Period.ONCE


def _rounding(step: Step, rounding: Rounding) -> Step:
    """To a whole number of steps; where that would pass a ceiling, to the one below."""
    mode, amount = rounding.mode, _rounded(step.amount, rounding.step, rounding.mode)
    if step.ceiling is not None and amount > step.ceiling:
        mode, amount = RoundingMode.DOWN, _rounded(step.amount, rounding.step, RoundingMode.DOWN)
    return step.then("aid.rounding", amount, NoAid.ROUNDED_TO_NOTHING, step=rounding.step, mode=mode.value)


def _rounded(amount: Decimal, step: Decimal, mode: RoundingMode) -> Decimal:
    return to_cent((amount / step).quantize(Decimal(1), _ROUNDING[mode]) * step)


def _smallest(step: Step, aid: AidRules) -> Step:
    if step.none_because is None and step.amount < aid.smallest_amount:
        return step.then("aid.smallest_amount", ZERO, NoAid.TOO_SMALL, smallest=aid.smallest_amount)
    return step.noting("aid.smallest_reached", smallest=aid.smallest_amount) if aid.smallest_amount else step
