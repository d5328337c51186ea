"""Closed cases become due after the months that the CPAS has chosen; nothing is erased by itself."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

import pytest

from redi_desktop.casefile.model import Status
from redi_desktop.errors import VaultError
from redi_desktop.store.acts import Act
from redi_desktop.store.retention import months_after
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family


def due(vault: Vault, today: date) -> list[str]:
    """The names of the cases that are due."""
    return [case.title for case in vault.retention.due(today)]


def test_nothing_is_due_while_no_delay_is_chosen(vault):
    case = family("Ayşe Çelik")
    vault.cases.save(case, "household")
    vault.cases.close(case.id, date(1990, 1, 1))
    assert vault.retention.months is None
    assert due(vault, date(2026, 11, 21)) == []


def test_a_closed_case_is_due_when_its_months_are_over(vault):
    case = family("Ayşe Çelik")
    vault.cases.save(case, "household")
    vault.cases.close(case.id, date(2026, 1, 31))
    vault.retention.choose(1)
    assert due(vault, date(2026, 2, 27)) == []
    assert due(vault, date(2026, 2, 28)) == ["Ayşe Çelik"]
    (shown,) = vault.cases.list(include_archived=True)
    assert (shown.closed_on, shown.status) == (date(2026, 1, 31), Status.ARCHIVED)
    assert vault.verify().fine


def test_the_longest_due_comes_first(vault):
    for name, day in (("second", date(2020, 5, 1)), ("first", date(2019, 5, 1)), ("open", None)):
        case = family(name)
        vault.cases.save(case, "household")
        if day:
            vault.cases.close(case.id, day)
    vault.retention.choose(12)
    assert due(vault, date(2026, 1, 1)) == ["first", "second"]


def test_archiving_a_case_closes_it_that_day_and_opening_it_again_undoes_that(folder):
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    with Vault.create(folder, PASSPHRASE, limits=CHEAP, clock=lambda: moment) as vault:
        case = family("Ayşe Çelik")
        vault.cases.save(case, "household")
        vault.cases.save(dataclasses.replace(case, status=Status.ARCHIVED), "status")
        assert vault.cases.list(include_archived=True)[0].closed_on == date(2026, 11, 21)
        vault.cases.close(case.id, date(2026, 3, 1))
        vault.cases.save(dataclasses.replace(case, status=Status.ARCHIVED, comment="later"), "comment")
        assert vault.cases.list(include_archived=True)[0].closed_on == date(2026, 3, 1)
        vault.cases.close(case.id, None)
        assert vault.cases.list()[0].closed_on is None
        assert vault.cases.load(case.id).status is Status.OPEN
        assert Act.CASE_CLOSED in [entry.act for entry in vault.journal.entries(case.id)]


def test_a_closing_date_changed_behind_the_journal_is_noticed(vault):
    case = family("Ayşe Çelik")
    vault.cases.save(case, "household")
    vault.cases.close(case.id, date(2026, 1, 31))
    vault.cases.database.run("UPDATE case_file SET closed_on = '2001-01-01'")
    assert not vault.verify().data_sound


@pytest.mark.parametrize("months", [0, 601, -3])
def test_a_delay_out_of_range_is_refused(vault, months):
    with pytest.raises(VaultError, match="retention_out_of_range"):
        vault.retention.choose(months)


def test_the_choice_is_journaled_once(vault):
    for months in (60, 60, 120):
        vault.retention.choose(months)
    acts = [(entry.act, entry.place) for entry in vault.journal.entries()]
    assert acts.count((Act.SETTING_CHANGED, "retention_months")) == 2
    vault.retention.choose(None)
    assert vault.retention.months is None


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 21), 600, date(2076, 11, 21)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day, months, then):
    assert months_after(day, months) == then
