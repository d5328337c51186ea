"""Killed at any moment, the vault is whole: no save that was acknowledged is lost, no case is half of one."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from redi_desktop.errors import VaultMissing, WrongPassphrase
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE
from tests.store.saver import NEW_PASSPHRASE

ROUNDS = 5
needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="breaks a deed off at each step by forking")


def saver(what: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.store.saver", what, str(folder)]


def save_until_killed(folder: Path, saves: int) -> int:
    """Let another process save that often and kill it in the middle of the next; gives the last save it told of."""
    with subprocess.Popen(saver("save", folder), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        acknowledged = 0
        for _ in range(saves):
            acknowledged = int(process.stdout.readline())
        process.kill()
        rest = process.stdout.read().split()
    return int(rest[-1]) if rest and rest[-1].isdigit() else acknowledged


def test_killed_while_saving(closed):
    chance = random.Random(2)
    for _ in range(ROUNDS):
        acknowledged = save_until_killed(closed, chance.randint(1, 8))
        with Vault.open(closed, PASSPHRASE, limits=CHEAP) as vault:
            assert vault.verify().fine
            (shown,) = vault.cases.list()
            numbers = vault.cases.load(shown.id).comment.split()
        assert len(numbers) == 3000
        assert len(set(numbers)) == 1
        assert acknowledged <= int(numbers[0]) <= acknowledged + 1


@needs_fork
def test_killed_at_every_step_of_making_a_vault(tmp_path):
    subprocess.run(saver("create", tmp_path), check=True)
    places = sorted(tmp_path.iterdir(), key=lambda place: int(place.name))
    whole = [place for place in places if Vault.present(place)]
    assert len(places) > 10
    assert whole == places[-len(whole) :]
    for place in places:
        if place not in whole:
            with pytest.raises(VaultMissing, match="vault_missing"):
                Vault.open(place, PASSPHRASE, limits=CHEAP)
            Vault.create(place, PASSPHRASE, limits=CHEAP).close()
        with Vault.open(place, PASSPHRASE, limits=CHEAP) as vault:
            assert vault.verify().fine
        assert not (place / "keys.new.json").exists()


@needs_fork
def test_killed_at_every_step_of_changing_the_passphrase(tmp_path):
    subprocess.run(saver("change", tmp_path), check=True)
    places = sorted(tmp_path.iterdir(), key=lambda place: int(place.name))
    opened_by = [passphrase_of(place) for place in places]
    changes = opened_by.count(NEW_PASSPHRASE)
    assert len(places) > 5
    assert opened_by == [PASSPHRASE] * (len(places) - changes) + [NEW_PASSPHRASE] * changes
    assert changes > 0


def passphrase_of(place: Path) -> str:
    """The one passphrase of the two that opens a vault which is sound."""
    try:
        vault = Vault.open(place, PASSPHRASE, limits=CHEAP)
        passphrase = PASSPHRASE
    except WrongPassphrase:
        vault = Vault.open(place, NEW_PASSPHRASE, limits=CHEAP)
        passphrase = NEW_PASSPHRASE
    with vault:
        assert vault.verify().fine
    return passphrase
