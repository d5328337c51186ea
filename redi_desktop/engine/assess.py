"""The one door: facts, parameters and a date give an assessment, frozen, with everything it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from redi_desktop.engine.aid import Proposal, Situation, propose
from redi_desktop.engine.balance import NeedRow, RetainedBudget, income_total, need_rows, retain
from redi_desktop.engine.basket_pack import BasketPack, Provenance
from redi_desktop.engine.baskets import Baskets, ReferenceBudget
from redi_desktop.engine.budget_findings import budget_findings
from redi_desktop.engine.case_integration_income import integration_income_of
from redi_desktop.engine.checks import check
from redi_desktop.engine.expenses import ExpenseKind
from redi_desktop.engine.facts import Circumstances, Facts, circumstances
from redi_desktop.engine.findings import BadFacts, Finding, errors_in
from redi_desktop.engine.income import IncomeLine, income_line
from redi_desktop.engine.integration_income.compute import IntegrationIncome
from redi_desktop.engine.integration_income.yearly import MONTHS
from redi_desktop.engine.legal_tables import LegalTables
from redi_desktop.engine.money import ZERO, to_cent
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Group
from redi_desktop.engine.policy import Policy
from redi_desktop.engine.rights.answers import read_answers
from redi_desktop.engine.rights.examination import Rights
from redi_desktop.engine.rights.pack import RightsPack
from redi_desktop.engine.rights.result import RightResult
from redi_desktop.engine.rights.situation import WorkedOut
from redi_desktop.engine.staleness import Staleness
from redi_desktop.engine.vouched import Vouched

ENGINE_VERSION = "2"
"""Changes whenever the same facts and parameters could give another cent."""


class Parameters:
    """What a computation rests on besides the facts: baskets, and where they are given policy, legal tables, rights.

    ``vouched`` says by fingerprint who vouches for each, as far as that is known.
    """

    def __init__(
        self,
        pack: BasketPack,
        policy: Policy | None = None,
        legal: LegalTables | None = None,
        rights: RightsPack | None = None,
        vouched: Mapping[str, Vouched] | None = None,
    ) -> None:
        self.baskets = Baskets(pack)
        self.policy = policy
        self.legal = legal
        self.rights = Rights(rights, legal) if rights is not None else None
        self.vouched: Mapping[str, Vouched] = vouched or {}
        self.staleness = Staleness(pack, legal, rights)

    def policy_at(self, day: date) -> Policy | None:
        """The policy where it is in force that day."""
        return self.policy if self.policy is not None and self.policy.valid_from <= day else None

    @property
    def pack(self) -> BasketPack:
        """The basket pack."""
        return self.baskets.pack


@dataclass(frozen=True)
class Examination:
    """The rights of a case, examined when they are first read: a budget on its own goes without them."""

    rights: Rights | None
    facts: Facts
    day: date
    worked_out: WorkedOut

    @cached_property
    def results(self) -> tuple[RightResult, ...]:
        """Every right, the likely ones first; none without a catalogue."""
        if self.rights is None:
            return ()
        facts = self.facts
        return self.rights.examine(facts, self.day, _answers(facts), facts.rights, self.worked_out)

    def is_that_of(self, other: Examination) -> bool:
        """Whether it finds what the other finds: what the worker proposes is no fact that a right asks about."""
        if self.rights is not other.rights or self.day != other.day or self.worked_out != other.worked_out:
            return False
        return replace(self.facts, proposal=other.facts.proposal) == other.facts


@dataclass(frozen=True, slots=True)
class Assessment:
    """One computed result with everything it rests on. Amounts are euro per month."""

    facts: Facts
    parameters: Parameters
    reference_date: date
    circumstances: Circumstances
    reference: ReferenceBudget
    retained: RetainedBudget
    incomes: tuple[IncomeLine, ...]
    income_total: Decimal
    balance: Decimal
    proposal: Proposal
    integration_income: IntegrationIncome | None
    examination: Examination
    findings: tuple[Finding, ...]
    engine_version: str = ENGINE_VERSION

    @property
    def rights(self) -> tuple[RightResult, ...]:
        """Which rights are likely open, which may be, and which are not."""
        return self.examination.results

    @property
    def month(self) -> Month:
        """The month whose prices were used."""
        return self.reference.month

    @property
    def need_rows(self) -> tuple[NeedRow, ...]:
        """The table by need."""
        return need_rows(self.retained)

    @property
    def estimate_share(self) -> Decimal:
        """Share (0 to 1) of the retained budget that rests on estimates of the pack."""
        kept = (
            line.amount
            for line, is_kept in zip(self.reference.lines, self.retained.kept, strict=True)
            if is_kept and line.item.provenance is Provenance.ESTIMATE
        )
        return _share(sum(kept, ZERO), self.retained.total)

    @property
    def reference_estimate_share(self) -> Decimal:
        """Share (0 to 1) of the reference budget that rests on estimates of the pack."""
        estimates = (line.amount for line in self.reference.lines if line.item.provenance is Provenance.ESTIMATE)
        return _share(sum(estimates, ZERO), self.retained.reference_total)

    @property
    def rests_on_reference_amounts(self) -> bool:
        """Whether it is still a quick scan: no real expense but the rent stands in it."""
        return all(line.expense.kind is ExpenseKind.RENT for line in self.retained.expenses)


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole if whole else Decimal(0)


def assess(facts: Facts, parameters: Parameters, day: date | None = None) -> Assessment:
    """Compute the reference budget, the retained budget and the balance of a case at ``day``.

    ``day`` left out is the case's reference date. Raises :class:`BadFacts` with every error found.
    """
    day = day or facts.reference_date
    findings = check(facts, parameters.pack, day, parameters.policy)
    errors = errors_in(findings)
    if errors or day is None:
        raise BadFacts(errors)
    around = circumstances(facts, day)
    reference = parameters.baskets.budget(facts, around, Month.of(day))
    policy = parameters.policy_at(day)
    retained = retain(reference, facts, around.numbers["bedrooms"], policy.expenses if policy else None)
    incomes = tuple(income_line(income, policy.income if policy else None) for income in facts.incomes)
    coming_in = income_total(incomes)
    situation = Situation(facts, around, incomes, coming_in)
    balance = coming_in - retained.total
    old = parameters.staleness.at(day)
    told = budget_findings(facts, around, retained, policy.expenses if policy else None)
    income, income_findings = integration_income_of(facts, day, parameters.legal)
    return Assessment(
        facts=facts,
        parameters=parameters,
        reference_date=day,
        circumstances=around,
        reference=reference,
        retained=retained,
        incomes=incomes,
        income_total=coming_in,
        balance=balance,
        proposal=propose(balance, policy, situation, facts.proposal),
        integration_income=income,
        examination=Examination(parameters.rights, facts, day, _worked_out(balance, coming_in, retained, income)),
        findings=(*findings, *old, *told, *income_findings, *_answer_findings(facts, parameters.rights)),
    )


def _worked_out(
    balance: Decimal, coming_in: Decimal, retained: RetainedBudget, income: IntegrationIncome | None
) -> WorkedOut:
    return WorkedOut(
        balance=balance,
        after_fixed_costs=coming_in - retained.by_group[Group.FIXED],
        category_amount=income.monthly_rate if income else None,
        counted_resources=to_cent(income.resources / MONTHS) if income else None,
        integration_income=income.monthly if income else None,
    )


def _answers(facts: Facts) -> dict[str, str]:
    return {answer.key: answer.text for answer in facts.answers}


def _answer_findings(facts: Facts, rights: Rights | None) -> tuple[Finding, ...]:
    """A warning for each answer that is not understood; it is taken as not given."""
    if rights is None or not facts.answers:
        return ()
    return read_answers(_answers(facts), rights.pack.facts)[1]
