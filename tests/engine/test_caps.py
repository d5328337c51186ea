"""How far a policy lets real expenses, a car and debts count, and what the worker may put above it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.expense_lines import ExpenseLine
from redi_desktop.engine.expenses import Expense, ExpenseKind, Treatment
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.income import IncomeKind, IncomeRules
from redi_desktop.engine.money import Period
from redi_desktop.engine.policy import CountCar, ExpenseRules, Policy
from redi_desktop.engine.reasons import explain_debt, explain_expense, explain_retained_total
from tests.engine.drawn import facts
from tests.engine.households import adult, child, embedded, euro, facts_of, owed, paid, received, rented
from tests.engine.policies import assessed, expense_rules, policy_of

K = ExpenseKind
OPTION = ("option_car",)
REFERENCE_GAS, REFERENCE_PHONE = euro("80.00"), euro("10.00")


def retained_of(policy: Policy | None, *expenses: Expense, **other: Any) -> list[Decimal]:
    """What is retained of each expense."""
    return [line.retained for line in lines_of(policy, *expenses, **other)]


def lines_of(policy: Policy | None, *expenses: Expense, **other: Any) -> tuple[ExpenseLine, ...]:
    return assessed(policy, facts_of(expenses=expenses, **other)).retained.expenses


# Rent ---------------------------------------------------------------------------------------------------------------

RENT_CAP = expense_rules(rent_cap={0: Decimal(450), 1: Decimal(550), 2: Decimal(700)})


@pytest.mark.parametrize(
    ("bedrooms", "rent", "retained", "cap"),
    [
        (0, "500", "450.00", "450"),
        (1, "600", "550.00", "550"),
        (1, "550", "550.00", None),
        (1, "520", "520.00", None),
        (2, "800", "700.00", "700"),
        (3, "900", "900.00", None),  # no cap was set for three bedrooms
        (None, "600", "550.00", "550"),  # one bedroom is what a woman alone needs
    ],
)
def test_a_rent_is_retained_up_to_the_cap_for_its_bedrooms(bedrooms, rent, retained, cap):
    (line,) = lines_of(RENT_CAP, paid(K.RENT, rent), dwelling=rented(bedrooms=bedrooms))
    assert (line.retained, line.cap, line.real) == (euro(retained), None if cap is None else euro(cap), euro(rent))


def test_a_rent_above_the_cap_is_shown_with_the_cap_that_cut_it():
    result = assessed(RENT_CAP, facts_of(expenses=(paid(K.RENT, "600"),)))
    node = explain_expense(result, result.retained.expenses[0])
    (cap,) = [part for part in node.parts if part.rule == "expense.cap"]
    assert (node.amount, cap.amount, cap.values["above"]) == (euro("550"), euro("550"), euro("50"))


def test_without_a_policy_no_cap_holds():
    assert retained_of(None, paid(K.RENT, "2000")) == [2000]


# A real expense up to so much above the reference -------------------------------------------------------------------

GAS_CAP = expense_rules(cap_over_reference={K.GAS: Decimal("1.5")})


@pytest.mark.parametrize(("amount", "retained"), [("100", "100.00"), ("120", "120.00"), ("120.01", "120.00")])
def test_a_bill_is_retained_up_to_the_reference_times_the_factor(amount, retained):
    assert retained_of(GAS_CAP, paid(K.GAS, amount)) == [euro(retained)]


def test_two_bills_of_one_kind_share_one_cap_in_the_order_in_which_they_were_typed():
    assert retained_of(GAS_CAP, paid(K.GAS, "70"), paid(K.GAS, "70", "e2")) == [70, 50]
    assert retained_of(GAS_CAP, paid(K.GAS, "200"), paid(K.GAS, "70", "e2")) == [120, 0]


def test_the_workers_own_amount_stands_above_the_cap():
    own = paid(K.GAS, "200", retained=Decimal(180), reason="no insulation")
    (line,) = lines_of(GAS_CAP, own)
    assert (line.retained, line.cap) == (euro("180"), None)


@pytest.mark.parametrize("turned", [False, True])
def test_what_the_worker_retains_leaves_the_other_bills_what_is_left_below_the_cap(turned):
    bills = [paid(K.GAS, "90"), paid(K.GAS, "60", "e2", retained=Decimal(50), reason="shared meter")]
    total = sum(retained_of(GAS_CAP, *reversed(bills) if turned else bills), Decimal(0))
    assert total == 50 + 70


def test_an_amount_that_is_only_compared_takes_nothing_of_the_cap():
    shown = paid(K.GAS, "90", treatment=Treatment.COMPARE, retained=Decimal(90), reason="the neighbour's")
    assert retained_of(GAS_CAP, shown, paid(K.GAS, "110", "e2")) == [0, 110]


def test_a_kind_that_the_reference_holds_nothing_for_has_no_cap_over_it():
    policy = expense_rules(cap_over_reference={K.ELECTRICITY: Decimal("1.5")})
    assert retained_of(policy, paid(K.ELECTRICITY, "200")) == [200]


def test_a_yearly_bill_is_held_against_the_monthly_cap():
    assert retained_of(GAS_CAP, paid(K.GAS, "1800", period=Period.YEAR)) == [120]


def test_living_costs_that_replace_their_basket_are_held_against_that_basket():
    # Bread for one: 30.4375 x 1.2 = 36.53; 1.5 times that is 54.80 (54.795).
    policy = expense_rules(cap_over_reference={K.FOOD: Decimal("1.5")})
    assert retained_of(policy, paid(K.FOOD, "90", treatment=Treatment.REPLACE)) == [euro("54.80")]


@pytest.mark.parametrize(("factor", "retained"), [("1.05", "525.00"), ("1.50", "550.00")])
def test_where_a_rent_has_two_caps_the_lower_one_holds(factor, retained):
    policy = expense_rules(rent_cap={1: Decimal(550)}, cap_over_reference={K.RENT: Decimal(factor)})
    assert retained_of(policy, paid(K.RENT, "600")) == [euro(retained)]


def test_a_cap_over_what_several_persons_have_holds_for_all_their_bills_together():
    policy = expense_rules(cap_over_reference={K.MOBILE_PHONE: Decimal("1.5")})
    family = facts_of(
        adult(),
        adult("p2"),
        expenses=(paid(K.MOBILE_PHONE, "25", person="p1"), paid(K.MOBILE_PHONE, "25", "e2", person="p2")),
    )
    assert [line.retained for line in assessed(policy, family).retained.expenses] == [25, 5]


# A car --------------------------------------------------------------------------------------------------------------

CAR, NECESSARY = paid(K.CAR, "250"), paid(K.CAR_NECESSARY, "250")
WHY = "night shifts without a bus"


def car_of(count: CountCar | None, expense: Expense | None, *options: str) -> tuple[str, Decimal, Decimal]:
    """What the car expense does, what is retained of it, and what the whole car adds to a budget without one."""
    policy = None if count is None else expense_rules(count_car=count)
    expenses = () if expense is None else (expense,)
    result = assessed(policy, facts_of(expenses=expenses, options=options)).retained
    added = result.total - assessed(None).retained.total
    if not result.expenses:
        return "", euro("0.00"), added
    line = result.expenses[0]
    return line.treatment.value, line.retained, added


@pytest.mark.parametrize(
    ("count", "expense", "options", "treatment", "added"),
    [
        # Without a policy: a necessary car with its reason, or a car that was chosen for the case.
        (None, NECESSARY, (), "compare", 0),
        (None, replace(NECESSARY, reason=WHY), (), "add", 250),
        (None, replace(NECESSARY, reason=WHY), OPTION, "replace", 250),
        (None, CAR, (), "compare", 0),
        (None, CAR, OPTION, "replace", 250),
        (None, None, OPTION, "", 300),
        # Never: neither what is paid nor what the baskets hold.
        (CountCar.NEVER, replace(NECESSARY, reason=WHY), (), "compare", 0),
        (CountCar.NEVER, replace(CAR, treatment=Treatment.ADD, reason=WHY), (), "compare", 0),
        (CountCar.NEVER, CAR, OPTION, "compare", 0),
        (CountCar.NEVER, None, OPTION, "", 0),
        (CountCar.NEVER, replace(CAR, treatment=Treatment.LEAVE_OUT, reason="sold"), (), "leave_out", 0),
        # If necessary: with a reason, whichever way the car was typed.
        (CountCar.IF_NECESSARY, NECESSARY, (), "compare", 0),
        (CountCar.IF_NECESSARY, replace(NECESSARY, reason=WHY), (), "add", 250),
        (CountCar.IF_NECESSARY, CAR, (), "compare", 0),
        (CountCar.IF_NECESSARY, replace(CAR, reason=WHY), (), "add", 250),
        (CountCar.IF_NECESSARY, CAR, OPTION, "compare", 0),
        (CountCar.IF_NECESSARY, replace(CAR, treatment=Treatment.REPLACE), OPTION, "compare", 0),
        (CountCar.IF_NECESSARY, replace(CAR, reason=WHY), OPTION, "replace", 250),
        (CountCar.IF_NECESSARY, None, OPTION, "", 0),
        # Always: no reason is asked.
        (CountCar.ALWAYS, NECESSARY, (), "add", 250),
        (CountCar.ALWAYS, CAR, (), "add", 250),
        (CountCar.ALWAYS, CAR, OPTION, "replace", 250),
        (CountCar.ALWAYS, None, OPTION, "", 300),
    ],
)
def test_a_car_counts_as_the_policy_says(count, expense, options, treatment, added):
    done, retained, difference = car_of(count, expense, *options)
    assert (done, difference) == (treatment, added)
    assert retained == (added if expense is not None else 0)


def test_a_car_that_was_bought_once_is_shown_and_no_month_of_it_is_retained():
    bought = paid(K.CAR, "3000", period=Period.ONCE, reason=WHY)
    assert car_of(CountCar.ALWAYS, bought) == ("compare", euro("0"), euro("0"))


def test_the_reference_lines_that_a_policy_sets_aside_are_known():
    told = facts_of(options=OPTION)
    result = assessed(expense_rules(count_car=CountCar.NEVER), told).retained
    assert [result.reference.lines[place].item.id for place in result.set_aside] == ["car"]
    assert result.reference_total == assessed(None, told).retained.reference_total


# Debts and incomes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rules", "accepted", "retained", "share"),
    [
        (None, "0.8", "80.00", "0.8"),
        (ExpenseRules(), "0.8", "80.00", "0.8"),
        (ExpenseRules(max_accepted_debt_share=Decimal("0.5")), "0.8", "50.00", "0.5"),
        (ExpenseRules(max_accepted_debt_share=Decimal("0.5")), "0.3", "30.00", "0.3"),
        (ExpenseRules(count_debts=False), "0.8", "0.00", "0"),
    ],
)
def test_a_debt_counts_as_far_as_worker_and_policy_accept_it(rules, accepted, retained, share):
    policy = None if rules is None else policy_of(expenses=rules)
    result = assessed(policy, facts_of(debts=(owed("100", accepted, reason="agreed"),)))
    (line,) = result.retained.debts
    assert (line.real, line.retained, line.share) == (euro("100"), euro(retained), euro(share))
    assert result.retained.debts_total == euro(retained)


def test_a_debt_that_the_policy_limits_says_so():
    policy = expense_rules(max_accepted_debt_share=Decimal("0.5"))
    (line,) = assessed(policy, facts_of(debts=(owed("100"),))).retained.debts
    (limit,) = [part for part in explain_debt(line).parts if part.rule == "debt.policy_share"]
    assert (limit.values["accepted"], limit.values["share"]) == (1, euro("0.5"))
    (free,) = assessed(None, facts_of(debts=(owed("100"),))).retained.debts
    assert [part.rule for part in explain_debt(free).parts] == ["input.typed"]


@pytest.mark.parametrize(
    ("rules", "kind", "counted"),
    [
        (IncomeRules(count_child_benefit=False), IncomeKind.CHILD_BENEFIT, False),
        (IncomeRules(count_child_benefit=False), IncomeKind.CHILD_BENEFIT_SUPPLEMENT, False),
        (IncomeRules(count_child_benefit=False), IncomeKind.MAINTENANCE_RECEIVED, True),
        (IncomeRules(count_maintenance_received=False), IncomeKind.MAINTENANCE_RECEIVED, False),
        (IncomeRules(count_one_off=True), IncomeKind.ONE_OFF, True),
        (IncomeRules(), IncomeKind.ONE_OFF, False),
        (IncomeRules(), IncomeKind.CHILD_BENEFIT, True),
        (IncomeRules(), IncomeKind.STUDY_GRANT, False),
    ],
)
def test_a_policy_says_which_incomes_count_and_the_worker_may_still_differ(rules, kind, counted):
    policy = policy_of(income=rules)
    family = facts_of(adult(), child("p2", 8), incomes=(received(kind, "100"),))
    assert assessed(policy, family).income_total == (100 if counted else 0)
    differing = replace(family, incomes=(received(kind, "100", counted=not counted, reason="asked for"),))
    assert assessed(policy, differing).income_total == (0 if counted else 100)


def test_what_comes_once_has_no_month_whatever_the_policy_says():
    once = facts_of(incomes=(received(IncomeKind.ONE_OFF, "100", period=Period.ONCE),))
    assert assessed(policy_of(income=IncomeRules(count_one_off=True)), once).income_total == 0


# What holds for every household and every policy --------------------------------------------------------------------

FACTORS = st.sampled_from(["0.5", "1", "1.5"]).map(Decimal)
CAPPED = st.sampled_from([K.GAS, K.WATER, K.RENT, K.SCHOOL, K.FOOD])
RULES = st.builds(
    ExpenseRules,
    count_debts=st.booleans(),
    max_accepted_debt_share=st.sampled_from(["0", "0.5", "1"]).map(Decimal),
    count_car=st.sampled_from(CountCar),
    rent_cap=st.dictionaries(st.integers(0, 5), st.integers(0, 900).map(Decimal), max_size=3),
    cap_over_reference=st.dictionaries(
        st.sampled_from([K.GAS, K.WATER, K.RENT, K.SCHOOL, K.FOOD]), FACTORS, max_size=3
    ),
)


def drawn_result(told: Facts, rules: ExpenseRules) -> Assessment:
    return assess(told, Parameters(embedded().pack, policy_of(expenses=rules)))


@settings(max_examples=60)
@given(facts(), RULES)
def test_every_euro_of_the_retained_budget_is_explained_by_exactly_one_line(told, rules):
    budget = drawn_result(told, rules).retained
    places = range(len(budget.reference.lines))
    kept = [place for place in places if budget.kept[place]]
    gone = {place for line in budget.expenses for place in line.replaced}.union(budget.set_aside)
    assert sorted([*kept, *gone]) == list(places)
    lines = sum((budget.reference.lines[place].amount for place in kept), Decimal(0))
    real = sum((line.retained for line in budget.expenses), Decimal(0))
    debts = sum((line.retained for line in budget.debts), Decimal(0))
    assert budget.total == lines + real + debts


@settings(max_examples=20)
@given(facts(), RULES)
def test_the_explanation_of_the_retained_budget_adds_up_to_it_part_by_part(told, rules):
    result = drawn_result(told, rules)
    whole = explain_retained_total(result)
    assert whole.amount == sum((part.amount or Decimal(0) for part in whole.parts), Decimal(0))
    for need in (part for part in whole.parts if part.rule == "need.retained"):
        assert need.amount == sum((part.amount or Decimal(0) for part in need.parts), Decimal(0))
    shown = sum(1 for part in whole.parts for line in part.parts if line.rule.startswith("line."))
    assert shown == sum(result.retained.kept)


@settings(max_examples=30)
@given(facts(), RULES, st.data())
def test_the_order_of_the_bills_changes_no_total_under_caps(told, rules, data):
    other = replace(told, expenses=tuple(data.draw(st.permutations(told.expenses))))
    one, two = drawn_result(told, rules).retained, drawn_result(other, rules).retained
    assert (one.by_need, one.by_group, one.total) == (two.by_need, two.by_group, two.total)


@settings(max_examples=30)
@given(facts(), RULES)
def test_nothing_is_retained_above_what_is_paid_but_where_the_worker_says_so(told, rules):
    for line in drawn_result(told, rules).retained.expenses:
        own = line.expense.retained is not None
        assert own or 0 <= line.retained <= line.real
        assert line.cap is None or (not own and line.retained <= line.cap)
