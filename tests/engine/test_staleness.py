"""What has grown old is said with the result: baskets, legal tables, rights, and the pivots that amounts missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.findings import Severity
from redi_desktop.engine.months import Month
from redi_desktop.engine.staleness import Staleness, old_baskets
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights
from tests.engine.households import facts_of

PACK, LEGAL, RIGHTS = load_embedded(), load_embedded_legal(), load_embedded_rights()
BEHIND = replace(
    LEGAL,
    values={
        name: tuple(value for value in dated if value.valid_from < date(2026, 9, 1)) or dated
        for name, dated in LEGAL.values.items()
    },
)


def said(day: date, **other: Any) -> list[str]:
    parts: dict[str, Any] = {"pack": PACK, "legal": LEGAL, "rights": RIGHTS} | other
    found = Staleness(parts["pack"], parts["legal"], parts["rights"]).at(day)
    assert all((one.severity, one.field) == (Severity.WARNING, "reference_date") for one in found)
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("month", "code"),
    [((2026, 7), None), ((2026, 8), "index_late"), ((2027, 7), "index_late"), ((2027, 8), "index_stale"),
     ((2028, 1), "pack_expired")],
)  # fmt: skip
def test_baskets_grow_old_by_their_index_and_by_their_last_month(month, code):
    assert [finding.code for finding in old_baskets(PACK, Month(*month))] == ([code] if code else [])


def test_tables_are_said_to_be_old_after_their_last_month_and_not_in_it():
    assert said(date(2026, 12, 31)) == []
    assert said(date(2027, 1, 1)) == ["legal_expired"]
    assert said(date(2028, 1, 1)) == ["legal_expired", "rights_expired"]
    assert said(date(2030, 1, 1), legal=None, rights=None) == []
    assert said(date(2030, 1, 1), legal=replace(LEGAL, valid_until=None), rights=None) == []


def test_a_pivot_that_amounts_have_missed_is_said_from_the_month_in_which_they_rose():
    assert said(date(2026, 8, 31), legal=BEHIND) == []
    assert said(date(2026, 9, 1), legal=BEHIND) == ["legal_behind_index"]
    (finding,) = Staleness(PACK, BEHIND, None).at(date(2026, 10, 5))
    assert finding.values == {"first_month": Month(2026, 9), "pivot": "135.95"}


def test_without_a_health_index_nothing_is_said_of_pivots():
    assert said(date(2026, 10, 1), pack=replace(PACK, health_index=None), legal=BEHIND) == []


def test_a_result_says_it():
    facts = facts_of(reference_date=date(2026, 10, 1))
    codes = {finding.code for finding in assess(facts, Parameters(PACK, legal=BEHIND)).findings}
    assert {"index_late", "legal_behind_index"} <= codes
    assert "legal_behind_index" not in {f.code for f in assess(facts, Parameters(PACK, legal=LEGAL)).findings}
