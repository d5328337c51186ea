"""What incomes, expenses and debts say about the facts that rights ask for.

Gross and taxable incomes are not in a case, which holds what is received. The limits used here are our own, wide on
purpose: they can show that an income is surely low enough, and never that a yearly one is too high.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from redi_desktop.engine.expenses import DebtPlan, ExpenseKind
from redi_desktop.engine.income import INTEGRATION_INCOME_KINDS, Income, IncomeKind
from redi_desktop.engine.money import Period, per_month
from redi_desktop.engine.rights.situation import Situation, Someone, monthly
from redi_desktop.engine.rights.values import Exact, Holding, Range, Scope, Value

_I, _K = IncomeKind, ExpenseKind
NOT_AN_INCOME = frozenset(
    {_I.CHILD_BENEFIT, _I.CHILD_BENEFIT_SUPPLEMENT, _I.RENT_ALLOWANCE, _I.STUDY_GRANT, _I.AI, _I.ONE_OFF}
)
"""Not counted where a right asks for the household's income."""
UNTAXED = frozenset({_I.INTEGRATION_INCOME, _I.EQUIVALENT_SOCIAL_AID, _I.GRAPA, _I.ARR, _I.MAINTENANCE_RECEIVED})
"""Received as it is: at most this much counts."""
REPLACEMENT = frozenset({_I.UNEMPLOYMENT, _I.SICKNESS_INVALIDITY, _I.PENSION, _I.CAREER_BREAK})
REPLACEMENT_GROSS = Decimal("1.25")
"""A replacement income before withholding tax (at most 11.11 %, pensions more) is at most this many times the net."""
EARNED_GROSS = Decimal(2)
"""A wage before contributions and tax is at most this many times the net."""
KIND_VALUES: dict[IncomeKind, tuple[str, ...]] = {
    _I.UNEMPLOYMENT: ("unemployment", "replacement_income"),
    _I.SICKNESS_INVALIDITY: ("sickness_benefit", "replacement_income"),
    _I.PENSION: ("pension", "replacement_income"),
    _I.GRAPA: ("grapa", "replacement_income"),
    _I.ARR: ("arr", "replacement_income"),
    _I.CAREER_BREAK: ("career_break", "replacement_income"),
}
"""The values of ``income_kind`` for a kind of income; every other kind is a value of its own name."""
ENERGY = frozenset({_K.ELECTRICITY, _K.GAS, _K.HEATING_OIL})


def kinds_held(incomes: Iterable[Income]) -> Holding:
    """The kinds of these incomes; since when is not known. Sickness may have become invalidity, other anything."""
    held: dict[str, Exact | None] = {}
    unsure: frozenset[str] = frozenset()
    for income in incomes:
        if income.kind is None:
            return Holding(held, None)
        held |= dict.fromkeys(KIND_VALUES.get(income.kind, (income.kind.value,)))
        if income.kind is _I.SICKNESS_INVALIDITY:
            unsure |= {"invalidity"}
        elif income.kind is _I.OTHER:
            unsure |= {"apa", "bridging_right", "replacement_income"}
        elif income.kind is _I.SELF_EMPLOYED:
            unsure |= {"bridging_right"}
    return Holding(held, unsure)


def household_kinds(situation: Situation) -> Value:
    """What the household receives; nothing is known before an income was typed."""
    return kinds_held(situation.facts.incomes) if situation.incomes_told else None


def person_kinds(situation: Situation, someone: Someone) -> Value:
    """What a person receives; an income that bears no name may be theirs."""
    if not situation.incomes_told:
        return None
    own = kinds_held(someone.incomes)
    nobody = [income for income in situation.facts.incomes if income.person is None and income not in someone.incomes]
    may_be = kinds_held(nobody)
    if own.unsure is None or may_be.unsure is None:
        return Holding(own.held, None)
    return Holding(own.held, own.unsure | may_be.unsure | frozenset(may_be.held))


def net_month(situation: Situation) -> Value:
    """What comes in net per month, without family benefits, rent allowances and grants."""
    return _limits(situation, {}, Decimal(1), Decimal(1))


def gross_month(situation: Situation) -> Value:
    """Limits of the gross income of this month, from what is received net."""
    return _limits(situation, dict.fromkeys(REPLACEMENT, REPLACEMENT_GROSS), EARNED_GROSS, Decimal(0))


def gross_year(situation: Situation) -> Value:
    """At most what twelve months like this one would make; the year that a right looks at may have been another."""
    month = gross_month(situation)
    return Range(0, month.high * 12) if isinstance(month, Range) and month.high is not None else None


def _limits(situation: Situation, gross: dict[IncomeKind, Decimal], most: Decimal, untaxed: Decimal) -> Value:
    """The least and the most that the incomes add up to; one unfinished row leaves the top open."""
    if not situation.incomes_told:
        return None
    low, high, is_open = Decimal(0), Decimal(0), False
    for income in situation.facts.incomes:
        if income.kind in NOT_AN_INCOME:
            continue
        amount = monthly(income)
        if amount is None or income.kind is None:
            is_open = True
        elif income.kind in UNTAXED:
            low, high = low + amount * untaxed, high + amount
        else:
            low, high = low + amount, high + amount * gross.get(income.kind, most)
    if low == high and not is_open:
        return high
    return Range(low, None if is_open else high)


def tax_is_low(situation: Situation) -> Value:
    """Surely so where nothing that comes in is taxed."""
    if not situation.incomes_told:
        return None
    return True if situation.kinds <= UNTAXED | NOT_AN_INCOME else None


def income_is_low(situation: Situation) -> Value:
    """Surely so with an income that is only granted to those who have little, or with the increased reimbursement."""
    little = {*INTEGRATION_INCOME_KINDS, _I.GRAPA, _I.ARR}
    bim = any(one.person.bim for one in situation.people)
    return True if bim or situation.receives(*little) else None


def lives_lawfully(situation: Situation) -> Value:
    """The integration income is granted only to who lives in Belgium lawfully and really (law of 26 May 2002, 3)."""
    return True if situation.receives(_I.INTEGRATION_INCOME) else None


_ENTITLED = frozenset(
    {"belgian", "eu_over_3m", "registered_foreigner", "refugee", "subsidiary_protection", "stateless"}
)
"""Who may have the integration income (law of 26 May 2002, article 3, 3°)."""


def residence_status(situation: Situation) -> Value:
    """Who receives the integration income has one of the statuses that it asks for."""
    return _ENTITLED if situation.receives(_I.INTEGRATION_INCOME) else None


def rules_out_integration_income(scope: Scope) -> Value:
    """Whether the status or the residence, as far as they are known, leave no integration income."""
    status = scope["residence_status"]
    other = isinstance(status, frozenset) and status.isdisjoint(_ENTITLED)
    return other or scope["effective_residence_belgium"] is False


def in_need(situation: Situation) -> Value:
    """A budget that does not close is a need; one that closes says nothing of a single bill."""
    balance = situation.worked_out.balance
    return True if balance is not None and balance < 0 else None


def expense_month(situation: Situation, kinds: frozenset[ExpenseKind]) -> Decimal | None:
    """Euro per month of the real expenses of these kinds; ``None`` when none was typed."""
    rows = [expense for expense in situation.facts.expenses if expense.kind in kinds]
    amounts = [
        per_month(row.amount, row.period) for row in rows if row.amount is not None and row.period != Period.ONCE
    ]
    return sum(amounts, Decimal(0)) if amounts else None


def energy_share(situation: Situation) -> Value:
    """The part of the net income that goes to energy, once both were typed."""
    energy, income = expense_month(situation, ENERGY), net_month(situation)
    if energy is None or not isinstance(income, Decimal) or not income:
        return None
    return energy / income


def debt_total(situation: Situation) -> Value:
    """What is still owed; a debt without an amount leaves the top open."""
    debts = situation.facts.debts
    if not debts:
        return None
    known = [debt.remaining for debt in debts if debt.remaining is not None]
    total = sum(known, Decimal(0))
    return total if len(known) == len(debts) else Range(total, None)


def debt_procedure(situation: Situation) -> Value:
    """How the debts are being settled; energy guidance by the CPAS is not a plan and stays open."""
    plans = {debt.plan for debt in situation.facts.debts}
    if DebtPlan.COLLECTIVE in plans:
        return frozenset({"collective_settlement"})
    if DebtPlan.FRIENDLY in plans:
        return frozenset({"amicable_mediation"})
    return frozenset({"none", "cpas_energy_guidance"}) if plans else None
