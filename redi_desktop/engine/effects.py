"""What other parameters do to a case: need, income, balance and proposal, before and after. Euro per month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.findings import BadFacts, Finding
from redi_desktop.engine.money import ZERO
from redi_desktop.engine.needs import Need


@dataclass(frozen=True, slots=True)
class Figures:
    """What a result comes down to; ``need`` is the retained budget."""

    need: Decimal
    by_need: dict[Need, Decimal]
    debts: Decimal
    reference: Decimal
    income: Decimal
    balance: Decimal
    proposal: Decimal
    integration_income: Decimal | None


@dataclass(frozen=True, slots=True)
class Effect:
    """One case under two sets of parameters; a side that gives no number is ``None`` and says why in ``refused``."""

    before: Figures | None
    after: Figures | None
    refused: tuple[Finding, ...] = ()

    @property
    def balance_change(self) -> Decimal | None:
        """By how much the balance differs; ``None`` where a side gives no number."""
        return None if self.before is None or self.after is None else self.after.balance - self.before.balance

    @property
    def changed_needs(self) -> dict[Need, tuple[Decimal, Decimal]]:
        """The needs that are retained at another amount: before, after."""
        if self.before is None or self.after is None:
            return {}
        pairs = {need: (self.before.by_need[need], self.after.by_need[need]) for need in Need}
        return {need: pair for need, pair in pairs.items() if pair[0] != pair[1]}

    @property
    def same(self) -> bool:
        """Whether nothing of it is different."""
        return self.before == self.after

    def beyond(self, amount: Decimal) -> bool:
        """Whether the balance moved by more than ``amount``, or a number is there on one side only."""
        change = self.balance_change
        return abs(change) > amount if change is not None else self.before is not self.after


class TwoParameters:
    """Two sets of parameters made ready for many cases.

    Rights are left out, for they change no amount; so are legal tables where both sides have the same.
    """

    def __init__(self, before: Parameters, after: Parameters) -> None:
        other_law = _fingerprint(before) != _fingerprint(after)
        self.before = _lean(before, other_law)
        self.after = _lean(after, other_law)

    def effect(self, facts: Facts, day: date | None = None) -> Effect:
        """The case under both; ``day`` left out is the case's own."""
        before, refused_before = _figures(facts, self.before, day)
        after, refused_after = _figures(facts, self.after, day)
        further = tuple(finding for finding in refused_after if finding not in refused_before)
        return Effect(before, after, (*refused_before, *further))


class TwoDays:
    """One set of parameters made ready for many cases: each at its own date, and at another day."""

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = _lean(parameters, with_law=False)

    def effect(self, facts: Facts, day: date | None = None) -> Effect:
        """The case at its own date, and on ``day``."""
        before, refused_before = _figures(facts, self.parameters, None)
        after, refused_after = _figures(facts, self.parameters, day)
        further = tuple(finding for finding in refused_after if finding not in refused_before)
        return Effect(before, after, (*refused_before, *further))


def figures(assessment: Assessment) -> Figures:
    """What a result comes down to."""
    budget, income = assessment.retained, assessment.integration_income
    return Figures(
        need=budget.total,
        by_need={need: budget.by_need.get(need, ZERO) for need in Need},
        debts=budget.debts_total,
        reference=budget.reference_total,
        income=assessment.income_total,
        balance=assessment.balance,
        proposal=assessment.proposal.amount,
        integration_income=income.monthly if income is not None else None,
    )


def _figures(facts: Facts, parameters: Parameters, day: date | None) -> tuple[Figures | None, tuple[Finding, ...]]:
    try:
        return figures(assess(facts, parameters, day)), ()
    except BadFacts as error:
        return None, error.findings


def _lean(parameters: Parameters, with_law: bool) -> Parameters:
    return Parameters(parameters.pack, parameters.policy, parameters.legal if with_law else None)


def _fingerprint(parameters: Parameters) -> str | None:
    return parameters.legal.fingerprint if parameters.legal is not None else None
