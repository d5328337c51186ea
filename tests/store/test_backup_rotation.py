"""Which backups are kept: days, weeks, months, and always the last that is good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from redi_desktop.store import clock
from redi_desktop.store.backup_manifest import FORMAT, Backup, BackupReason, Manifest
from redi_desktop.store.backup_rotation import superfluous

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def backup(number: int, made: datetime, reason: BackupReason = BackupReason.DAY) -> Backup:
    """A backup of that place in the journal, made at that moment."""
    manifest = Manifest(
        format=FORMAT, vault="0" * 32, sequence=number, chain="0" * 64, made_at=clock.written(made), reason=reason,
        schema=1, program="1", cases=0, entries=0, size=0, sha256="0" * 64, keys="", seal="",
    )  # fmt: skip
    return Backup(Path(f"{number:08d}"), manifest)


def daily(days: int) -> list[Backup]:
    """A backup a day, the latest first."""
    return [backup(number, START + timedelta(days=number)) for number in reversed(range(days))]


def kept(backups: list[Backup]) -> list[Backup]:
    """What the rotation leaves, all being good."""
    dropped = superfluous(backups, lambda _: True)
    return [each for each in backups if each not in dropped]


def rotated_daily(days: int) -> list[Backup]:
    """What is left after rotating every day."""
    present: list[Backup] = []
    for made in reversed(daily(days)):
        present = kept([made, *present])
    return present


def test_a_year_of_days_leaves_a_week_a_month_and_a_year():
    made = [each.manifest.made.date() for each in rotated_daily(400)]
    newest = made[0]
    assert made[:7] == [newest - timedelta(days=day) for day in range(7)]
    assert len({(day.year, day.month) for day in made}) == 12
    assert len({tuple(day.isocalendar()[:2]) for day in made[:10]}) >= 4
    assert len(made) <= 7 + 4 + 12


def test_few_backups_are_all_kept():
    assert kept(daily(7)) == daily(7)


def test_the_last_before_an_update_is_kept_whatever_its_age():
    old = backup(0, START - timedelta(days=900), BackupReason.BEFORE_MIGRATION)
    assert old in kept([*daily(500), old])


def test_the_last_good_one_is_kept_when_newer_ones_are_damaged():
    backups = daily(100)
    good = backups[60]
    dropped = superfluous(backups, lambda each: each == good)
    assert dropped
    assert good not in dropped


def test_while_none_is_good_nothing_is_thrown_away():
    assert superfluous(daily(100), lambda _: False) == ()


def test_a_clock_ten_years_ahead_for_a_day_throws_little_away():
    usual = rotated_daily(200)
    jumped = backup(1000, START + timedelta(days=3650))
    back = backup(1001, START + timedelta(days=201))
    after = kept([back, *kept([jumped, *usual])])
    assert {jumped, back, *usual[:5]} <= set(after)
    assert len(after) >= len(usual) - 3


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=60))
def test_whatever_the_clock_did_the_latest_is_kept_and_their_number_is_bounded(days):
    backups = [backup(number, START + timedelta(days=day)) for number, day in enumerate(days)][::-1]
    left = kept(backups)
    assert backups[0] in left
    assert len(left) <= 3 + 7 + 4 + 12
    assert kept(left) == left
