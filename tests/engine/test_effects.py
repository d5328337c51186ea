"""What other parameters do to a case, told in figures; and a case that gives no number on one side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.effects import Effect, TwoParameters, figures
from redi_desktop.engine.income import Income, IncomeKind
from redi_desktop.engine.months import Month
from redi_desktop.engine.needs import Need
from redi_desktop.engine.policy import AidRules, Policy
from tests.engine.households import DAY, adult, facts_of
from tests.engine.small_pack import small_pack

WAGE = Income(id="i1", person="p1", kind=IncomeKind.WAGE, amount=Decimal(300))
FACTS = facts_of(adult(), incomes=(WAGE,))


def dearer(by: str) -> Parameters:
    items = tuple(
        replace(item, unit_price=item.unit_price + Decimal(by)) if item.id == "phone" else item
        for item in small_pack().items
    )
    return Parameters(replace(small_pack(), fingerprint="dearer", items=items))


def effect_of(after: Parameters, before: Parameters | None = None, day: date | None = None) -> Effect:
    return TwoParameters(before or Parameters(small_pack()), after).effect(FACTS, day)


def proposed_more(effect: Effect) -> Decimal:
    assert effect.before is not None
    assert effect.after is not None
    return effect.after.proposal - effect.before.proposal


def test_a_dearer_item_moves_its_need_the_balance_and_the_proposal():
    effect = effect_of(dearer("5.00"))
    assert effect.balance_change == Decimal("-5.00")
    assert proposed_more(effect) == Decimal("5.00")
    assert list(effect.changed_needs) == [Need.RELATIONS]
    before, after = effect.changed_needs[Need.RELATIONS]
    assert after - before == Decimal("5.00")
    assert not effect.same


def test_the_figures_are_those_of_the_result():
    parameters = Parameters(small_pack())
    found, assessed = figures(assess(FACTS, parameters)), assess(FACTS, parameters)
    assert found == effect_of(parameters, parameters).before
    assert (found.need, found.balance) == (assessed.retained.total, assessed.balance)
    assert sum(found.by_need.values()) + found.debts == found.need


def test_the_same_parameters_change_nothing():
    effect = effect_of(Parameters(small_pack()))
    assert effect.same
    assert effect.changed_needs == {}
    assert not effect.beyond(Decimal(0))


def test_a_change_is_beyond_an_amount_only_when_it_is_more():
    effect = effect_of(dearer("5.00"))
    assert effect.beyond(Decimal("4.99"))
    assert not effect.beyond(Decimal("5.00"))


def test_a_policy_changes_the_proposal_and_not_the_balance():
    policy = Policy(
        id="p", version="1", title={}, adopted_on=DAY, valid_from=DAY, fingerprint="p",
        aid=AidRules(coverage_share=Decimal("0.5")),
    )  # fmt: skip
    effect = effect_of(Parameters(small_pack(), policy))
    assert effect.balance_change == 0
    assert proposed_more(effect) < 0
    assert not effect.same


def test_another_day_is_the_day_of_both_sides():
    later = date(2021, 5, 15)
    effect = effect_of(Parameters(small_pack()), day=later)
    assert effect.before == effect.after == figures(assess(FACTS, Parameters(small_pack()), later))


def test_a_pack_that_begins_too_late_says_so():
    late = Parameters(replace(small_pack(), fingerprint="late", valid_from=Month(2021, 3)))
    effect = effect_of(late)
    assert effect.before is not None
    assert effect.after is None
    assert [finding.code for finding in effect.refused] == ["date_before_pack"]
    assert effect.balance_change is None
    assert effect.beyond(Decimal(1_000_000))


def test_facts_without_a_number_on_either_side_are_no_change():
    effect = TwoParameters(Parameters(small_pack()), dearer("5")).effect(replace(FACTS, reference_date=None))
    assert effect.before is effect.after is None
    assert not effect.beyond(Decimal(0))
    assert len(effect.refused) == 1
