"""The engine and a naive calculator, written apart from each other, agree to the cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from redi_desktop.casefile.json_form import from_data
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.baskets import ReferenceBudget
from redi_desktop.engine.needs import Need
from tests.engine import naive_oracle
from tests.engine.households import embedded
from tests.engine.random_cases import random_case

SEEDS = range(60)


def exact(amounts: Mapping[Need, Decimal]) -> dict[str, Fraction]:
    return {need.value: Fraction(amount) for need, amount in amounts.items() if amount}


def lines_of(budget: ReferenceBudget) -> list[tuple[str, str | None, Decimal]]:
    return [(line.item.id, line.person_id, line.amount) for line in budget.lines]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_household_drawn_by_chance_costs_the_same_twice(seed):
    case = random_case(seed)
    result = assess(from_data(case).facts, embedded())
    lines = naive_oracle.reference_lines(case)
    found = sorted((line.item.id, line.person_id or "", Fraction(line.amount)) for line in result.reference.lines)
    assert found == sorted((line.item["item_id"], line.person or "", line.amount) for line in lines)
    assert exact(result.retained.reference_by_need) == {n: a for n, a in naive_oracle.by_need(lines).items() if a}
    retained = {need: amount for need, amount in naive_oracle.retained_by_need(case).items() if amount}
    assert exact(result.retained.by_need) == retained
    debts, income = naive_oracle.accepted_debts(case), naive_oracle.counted_income(case)
    assert (Fraction(result.retained.debts_total), Fraction(result.income_total)) == (debts, income)
    assert Fraction(result.balance) == income - sum(retained.values()) - debts


def test_what_is_remembered_of_the_pack_changes_nothing_in_a_case():
    """Baskets that have seen many households give the next one, and the same one changed, what fresh baskets do."""
    used, pack = embedded(), embedded().pack
    for seed in SEEDS[:12]:
        facts = from_data(random_case(seed)).facts
        first, *others = facts.household.persons
        other = replace(first, bim=not first.bim, custody_share=Decimal("0.37"))
        changed = replace(facts, household=replace(facts.household, persons=(other, *others)))
        for told in (facts, changed, facts):
            found, fresh = assess(told, used).retained, assess(told, Parameters(pack)).retained
            assert lines_of(found.reference) == lines_of(fresh.reference)
            assert found[1:] == fresh[1:]


def test_the_households_drawn_are_as_different_as_those_of_a_cpas():
    cases = [random_case(seed) for seed in SEEDS]
    assert {case["household"]["region"] for case in cases} == {"flanders", "wallonia", "brussels"}
    assert {case["dwelling"]["tenure"] for case in cases} == {"private_rent", "social_rent", "owner", "hosted", "none"}
    assert {case["reference_date"][:4] for case in cases} == {str(year) for year in range(2016, 2028)}
    assert max(len(case["household"]["persons"]) for case in cases) >= 6
