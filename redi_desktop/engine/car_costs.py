"""Whether the costs of a car count: without a policy the choices of the case decide, with one the policy does.

A car is typed as ``car_necessary`` (with its reason from the social inquiry), as ``car``, or chosen as the option
``option_car``, which puts the reference amounts of a car into the budget. A car that counts takes their place where
they are there and comes on top where they are not.
"""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from redi_desktop.engine.expenses import REASON_REQUIRED, Expense, ExpenseKind, Treatment, treatment_of
from redi_desktop.engine.money import Period
from redi_desktop.engine.policy import CountCar, ExpenseRules

CAR_KINDS = frozenset({ExpenseKind.CAR, ExpenseKind.CAR_NECESSARY})
OPTION_CAR = "option_car"
_RETAINED = (Treatment.REPLACE, Treatment.ADD)


class CarRule(NamedTuple):
    """What the policy (``None`` without one) and the options of the case say about a car."""

    policy: CountCar | None
    in_reference: bool

    def treatment(self, expense: Expense) -> Treatment:
        """What a car expense does to the budget: one that does not count is shown beside it."""
        wanted = self._wanted(expense)
        return Treatment.COMPARE if wanted in _RETAINED and not self._counts(expense) else wanted

    def waits_for_reason(self, expense: Expense) -> bool:
        """Whether nothing but a reason is missing for a car expense to count."""
        if _has_reason(expense) or expense.kind not in CAR_KINDS or self.policy in (CountCar.NEVER, CountCar.ALWAYS):
            return False
        return self._wanted(expense) in _RETAINED and not self._counts(expense)

    def sets_reference_aside(self, expenses: tuple[Expense, ...]) -> bool:
        """Whether the reference amounts of a car that was chosen do not count."""
        if self.policy is CountCar.IF_NECESSARY:
            return not any(row.kind in CAR_KINDS and _has_reason(row) for row in expenses)
        return self.policy is CountCar.NEVER

    def _wanted(self, expense: Expense) -> Treatment:
        """The worker's treatment, else what a car that counts does."""
        if expense.treatment is not None or expense.period is Period.ONCE:
            return treatment_of(expense)
        if self.in_reference:
            return Treatment.REPLACE
        return Treatment.ADD if self.policy is not None else treatment_of(expense)

    def _counts(self, expense: Expense) -> bool:
        if self.policy is None:
            return expense.kind not in REASON_REQUIRED or _has_reason(expense)
        return self.policy is CountCar.ALWAYS or (self.policy is CountCar.IF_NECESSARY and _has_reason(expense))


def car_rule(rules: ExpenseRules | None, options: Set[str]) -> CarRule:
    """The rule for the car of a case."""
    return CarRule(rules.count_car if rules else None, OPTION_CAR in options)


def _has_reason(expense: Expense) -> bool:
    return bool(expense.reason.strip())
