"""A short turn of the torture (``python3 dev.py torture``): kills, power cuts, a full disk, and its control."""

from __future__ import annotations

import shutil
import sys
from collections import Counter

import pytest

from tools import torture_damage, torture_disk, torture_kill, torture_power
from tools.torture_outcome import Outcome

linux_alone = pytest.mark.skipif(sys.platform != "linux", reason="forks, or records system calls")


def lines_of_broken(outcomes: list[Outcome]) -> list[str]:
    return [outcome.line() for outcome in outcomes if not outcome.held]


@linux_alone
def test_killed_at_random_moments(tmp_path):
    outcomes = list(torture_kill.torture(tmp_path / "kill", 0.01))
    assert len(outcomes) == len(torture_kill.DEEDS)
    assert lines_of_broken(outcomes) == []


@linux_alone
@pytest.mark.skipif(shutil.which("cc") is None, reason="the recording library is compiled on the spot")
def test_without_power_nothing_acknowledged_is_lost_and_without_syncs_much_is(tmp_path):
    day, careless = torture_power.torture(tmp_path / "power", 0.04)
    assert (day.rounds, day.broken.total()) == (12, 0), day.line()
    assert careless.broken.total() > 5, careless.line()


def test_damage_is_noticed_in_every_kind_of_file(tmp_path):
    assert lines_of_broken(list(torture_damage.torture(tmp_path / "damage", 0.03))) == []


@linux_alone
def test_a_full_disk_and_a_jumping_clock_lose_nothing(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    outcomes = [torture_disk.full_disk(disk / "full", 2), torture_disk.jumping_clock(disk / "clock")]
    assert lines_of_broken(outcomes) == []


def test_a_control_that_holds_has_failed():
    assert not Outcome("control", must_break=True).held
    assert Outcome("harm").held
    assert not Outcome("harm", broken=Counter(lost=1)).held
