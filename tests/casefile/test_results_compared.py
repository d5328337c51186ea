"""Two results in their public form, need by need."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from redi_desktop.casefile import changes
from redi_desktop.casefile.assessment_form import to_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.results_compared import Compared, Sum, amounts_of, compared
from redi_desktop.engine.assess import assess
from redi_desktop.engine.expenses import Debt
from redi_desktop.engine.needs import Need
from tests.engine.households import embedded
from tests.ui.sample_cases import lone_mother


def kept(case: CaseFile) -> dict[str, Any]:
    return to_data(assess(case.facts, embedded()))


def test_the_amounts_are_those_of_the_result():
    result = assess(lone_mother().facts, embedded())
    amounts = amounts_of(to_data(result))
    assert amounts[Need.HOUSING] == result.retained.by_need[Need.HOUSING]
    assert (amounts[Sum.NEEDED], amounts[Sum.BALANCE]) == (result.retained.total, result.balance)


def test_only_needs_that_differ_are_named_and_always_what_it_comes_to():
    dearer = changes.change_expense(lone_mother(), "e1", amount=Decimal(800))
    rows = {row.key: row for row in compared(kept(lone_mother()), kept(dearer))}
    assert [key for key in rows if isinstance(key, Need)] == [Need.HOUSING]
    assert rows[Need.HOUSING].difference == rows[Sum.NEEDED].difference == Decimal(80)
    assert rows[Sum.BALANCE].difference == Decimal(-80)
    assert rows[Sum.INCOME].difference == 0
    assert Sum.DEBTS not in rows


def test_debts_are_named_where_they_differ():
    indebted = replace(lone_mother(), debts=(Debt(id="d1", monthly=Decimal(50)),))
    assert Compared(Sum.DEBTS, Decimal(0), Decimal(50)) in compared(kept(lone_mother()), kept(indebted))
