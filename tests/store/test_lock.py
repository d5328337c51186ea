"""One window at a time: a second one is refused at once, and a kill frees the vault."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from redi_desktop.errors import VaultBusy
from redi_desktop.store.connection import open_database
from redi_desktop.store.key_file import KeyFile
from redi_desktop.store.migrating import KNOWN_VERSION
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family

HOLD = "import sys; from tests.store.saver import hold; hold(sys.argv[1])"


def test_a_second_window_is_refused_and_told_since_when(folder):
    since = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
    with Vault.create(folder, PASSPHRASE, limits=CHEAP, clock=lambda: since):
        with pytest.raises(VaultBusy) as caught:
            Vault.open(folder, PASSPHRASE, limits=CHEAP)
        assert caught.value.code == "vault_busy"
        assert caught.value.values["since"] == since
        assert set(caught.value.values) == {"user", "machine", "since"}
    Vault.open(folder, PASSPHRASE, limits=CHEAP).close()


def test_a_second_process_is_refused_until_the_first_is_killed(closed):
    command = [sys.executable, "-c", HOLD, str(closed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(VaultBusy) as caught:
            Vault.open(closed, PASSPHRASE, limits=CHEAP)
        assert caught.value.code == "vault_busy"
        holder.kill()
    with Vault.open(closed, PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save(family("Jan Peeters"), "household")


def test_the_lock_is_free_after_an_opening_that_failed(closed):
    for _ in range(2):
        with pytest.raises(Exception, match="wrong_passphrase"):
            Vault.open(closed, "not this one", limits=CHEAP)


def test_a_program_that_knows_no_lock_file_cannot_read_beside_us(vault, folder):
    key = KeyFile.parse((folder / "keys.json").read_bytes(), CHEAP).open(PASSPHRASE)
    with pytest.raises(VaultBusy) as caught:
        open_database(folder / "dossiers.db", key, KNOWN_VERSION)
    assert caught.value.code == "vault_busy_elsewhere"


def test_nobody_is_named_once_the_vault_is_closed(closed):
    assert (closed / "lock").read_bytes() == b""


def test_a_vault_may_be_closed_twice(vault):
    vault.close()
    vault.close()
