"""A month of index and three prices later, cases move; the old result is the same to the cent, and one may go back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.reassessment import reassess
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.effects import TwoParameters, figures
from redi_desktop.engine.months import Month
from redi_desktop.packs import editing, repricing
from redi_desktop.packs.archive import PackInMemory
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.draft import Draft, read_draft, sealed
from redi_desktop.packs.kinds import FilesInMemory, packed
from redi_desktop.packs.repricing import IndexMonth, NewPrice
from tests.engine.households import adult, born, child, facts_of
from tests.packs.small_draft import BREAD, WATER, small_draft, with_item

AUGUST = Month(2026, 8)
DAY = date(2026, 8, 15)


def archive(draft: Draft) -> bytes:
    return packed(FilesInMemory(sealed(draft)))


def parameters(content: bytes) -> Parameters:
    return Parameters(load_baskets(PackInMemory(content, "pack.redipack")))


def renewed(draft: Draft) -> Draft:
    """Another month of the index and three changed prices: the next version."""
    third = draft.tables["items.csv"][3]["item_id"]
    draft = repricing.with_index_month(draft, IndexMonth(AUGUST, Decimal("141.00"), None, "CPI_REPO"))
    prices = [
        NewPrice(BREAD, Decimal("1.30"), AUGUST, "EST25"),
        NewPrice(WATER, Decimal("290.00"), AUGUST, "EST25"),
        NewPrice(third, Decimal("9.99"), AUGUST, "EST25"),
    ]
    return editing.with_head(repricing.repriced(draft, prices), version=editing.next_version(draft.head.version))


def case_of(number: int, *children: int) -> CaseFile:
    persons = (adult(), *(child(f"p{place}", age, birth_date=born(age, DAY)) for place, age in enumerate(children, 2)))
    facts = facts_of(*persons, reference_date=DAY)
    return CaseFile(
        id=f"c{number}", reference_date=DAY, household=facts.household, dwelling=facts.dwelling, incomes=facts.incomes
    )


CASES = (case_of(1), case_of(2, 2), case_of(3, 2, 3))


def test_from_new_prices_to_the_affected_cases_and_back():
    old, new = archive(small_draft()), archive(renewed(small_draft()))
    there = reassess(CASES, TwoParameters(parameters(old), parameters(new)), beyond=Decimal("4.00"))
    assert (there.seen, there.within) == (3, 1)
    assert [one.case_id for one in there.beyond] == ["c2", "c3"]
    changes = [one.effect.balance_change for one in there.beyond]
    assert all(change is not None and change < Decimal("-4.00") for change in changes)
    back = reassess(CASES, TwoParameters(parameters(new), parameters(old)), beyond=Decimal("4.00"))
    assert [one.effect.balance_change for one in back.beyond] == [-change for change in changes if change is not None]


def test_an_old_result_is_the_same_to_the_cent_after_three_changes():
    first = archive(small_draft())
    result = figures(assess(CASES[1].facts, parameters(first)))
    content = first
    for cents in (31, 32, 33):
        draft = read_draft(PackInMemory(content, "before.redipack"))
        draft = with_item(draft, BREAD, {"unit_price": f"1.{cents}"})
        content = archive(editing.with_head(draft, version=editing.next_version(draft.head.version)))
    assert figures(assess(CASES[1].facts, parameters(content))) != result
    assert figures(assess(CASES[1].facts, parameters(first))) == result
    assert parameters(content).pack.version == "2026.10"


def test_what_a_version_changes_stays_said_when_it_is_taken_back():
    new = renewed(small_draft())
    again = replace(new, tables=small_draft().tables, head=small_draft().head)
    assert archive(again) == archive(small_draft())
