"""All cases under other parameters: counted once, listed in their order, stopped when asked, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.reassessment import case_effects, reassess
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.effects import TwoParameters
from redi_desktop.engine.expenses import Expense, ExpenseKind
from redi_desktop.engine.household import Person
from tests.engine.households import adult, child, facts_of
from tests.engine.small_pack import small_pack


def case_of(number: int, *persons: Person, **other: Any) -> CaseFile:
    facts = facts_of(*persons, **other)
    return CaseFile(
        id=f"c{number}", reference=f"Case {number}", reference_date=facts.reference_date, household=facts.household,
        dwelling=facts.dwelling, expenses=facts.expenses,
    )  # fmt: skip


def dearer_phone() -> TwoParameters:
    items = tuple(
        replace(item, unit_price=item.unit_price + 5) if item.id == "phone" else item for item in small_pack().items
    )
    after = replace(small_pack(), fingerprint="dearer", items=items)
    return TwoParameters(Parameters(small_pack()), Parameters(after))


ALONE = case_of(1, adult())
TWO = case_of(2, adult(), adult("p2"))
PAYS_ITSELF = case_of(
    3, adult(), expenses=(Expense(id="e", kind=ExpenseKind.MOBILE_PHONE, amount=Decimal(12), person="p1"),)
)
WITH_CHILD = case_of(4, adult(), child("p2", 3))
UNDATED = replace(case_of(5, adult()), reference_date=None)
CASES = (TWO, ALONE, PAYS_ITSELF, WITH_CHILD, UNDATED)


def test_every_case_is_counted_once():
    found = reassess(CASES, dearer_phone(), beyond=Decimal("7.50"))
    assert (found.seen, found.same, found.without_result, found.within) == (5, 0, 1, 3)
    assert [one.case_id for one in found.beyond] == ["c2"]
    assert found.beyond[0].effect.balance_change == Decimal("-10.00")
    assert not found.stopped


def test_the_list_keeps_the_order_of_the_cases():
    found = reassess(CASES, dearer_phone())
    assert [(one.case_id, one.title) for one in found.beyond] == [
        ("c2", "Case 2"), ("c1", "Case 1"), ("c4", "Case 4"),
    ]  # fmt: skip


def test_progress_is_told_and_a_stop_is_obeyed():
    told: list[int] = []
    found = reassess(CASES, dearer_phone(), progress=told.append, stop=lambda: len(told) == 2)
    assert told == [1, 2]
    assert (found.seen, found.stopped) == (2, True)


def test_cases_are_taken_one_at_a_time():
    taken: list[str] = []

    def cases() -> Iterator[CaseFile]:
        for case in CASES:
            taken.append(case.id)
            yield case

    effects = case_effects(cases(), dearer_phone())
    assert taken == []
    assert next(effects).case_id == "c2"
    assert taken == ["c2"]


def test_a_row_that_is_not_finished_is_left_out_as_beside_the_pages():
    unfinished = replace(ALONE, expenses=(Expense(id="e", kind=ExpenseKind.RENT),))
    (one,) = case_effects([unfinished], dearer_phone())
    (whole,) = case_effects([ALONE], dearer_phone())
    assert one.effect == whole.effect


def test_the_same_parameters_leave_every_case_the_same():
    same = TwoParameters(Parameters(small_pack()), Parameters(small_pack()))
    found = reassess(CASES, same)
    assert (found.seen, found.same, found.without_result, found.beyond) == (5, 4, 1, ())


def test_no_case_is_no_trouble():
    assert reassess((), dearer_phone()).seen == 0
