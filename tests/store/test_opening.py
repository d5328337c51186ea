"""The first run makes a vault, later runs open it, and what stands in the way is told apart."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import unicodedata
from pathlib import Path

import pytest

from redi_desktop.errors import (
    KeyFileDamaged,
    NotAVault,
    StorageFailed,
    VaultDamaged,
    VaultError,
    VaultMissing,
    VaultNewer,
    WrongPassphrase,
)
from redi_desktop.store.connection import assert_encrypted
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family


def refusal(folder: Path, passphrase: str = PASSPHRASE) -> VaultError:
    """What opening the vault of that folder says."""
    with pytest.raises(VaultError) as caught:
        Vault.open(folder, passphrase, limits=CHEAP)
    return caught.value


def test_what_was_saved_is_there_after_a_restart(folder):
    case = family("Ayşe Çelik", reference="2026/17")
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save(case, "reference")
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        assert [shown.title for shown in vault.cases.list()] == ["Ayşe Çelik"]
        assert vault.cases.load(case.id) == case


def test_the_first_run_is_known_from_later_ones(folder):
    assert not Vault.present(folder)
    Vault.create(folder, PASSPHRASE, limits=CHEAP).close()
    assert Vault.present(folder)


def test_a_passphrase_is_the_same_however_the_keyboard_composes_its_accents(closed):
    Vault.open(closed, unicodedata.normalize("NFD", PASSPHRASE), limits=CHEAP).close()


def test_four_troubles_are_told_apart(closed, tmp_path):
    damaged, missing, foreign = (shutil.copytree(closed, tmp_path / name) for name in ("damaged", "missing", "foreign"))
    for name in ("keys.json", "keys.bak.json"):
        (damaged / name).write_bytes((closed / name).read_bytes().replace(b"passes", b"passe5"))
        (missing / name).unlink()
        (foreign / name).write_text(json.dumps({"name": "another program"}))
    told = {
        type(trouble): trouble.code
        for trouble in (refusal(closed, "not this one"), refusal(damaged), refusal(missing), refusal(foreign))
    }
    assert told == {
        WrongPassphrase: "wrong_passphrase",
        KeyFileDamaged: "key_file_damaged",
        VaultMissing: "key_file_missing",
        NotAVault: "key_file_foreign",
    }


def test_a_folder_without_a_vault_is_left_as_it_is(tmp_path):
    assert refusal(tmp_path).code == "vault_missing"
    assert refusal(tmp_path / "nowhere").code == "vault_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"", VaultDamaged, "database_empty"),
        (os.urandom(100), VaultDamaged, "database_truncated"),
        (bytes(8192), VaultDamaged, "database_damaged"),
        (os.urandom(8192), VaultDamaged, "database_damaged"),
        (b"SQLite format 3\x00" + os.urandom(8192), NotAVault, "database_not_encrypted"),
        (b"Minutes of the committee. " * 400, NotAVault, "database_foreign"),
    ],
    ids=["empty", "cut off", "zeros", "noise", "plain SQLite", "a letter"],
)
def test_a_database_that_is_not_right_is_never_opened_nor_replaced(closed, content, kind, code):
    database = closed / "dossiers.db"
    database.write_bytes(content)
    trouble = refusal(closed)
    assert (type(trouble), trouble.code) == (kind, code)
    assert database.read_bytes() == content


def test_a_lost_database_does_not_become_a_new_empty_one(closed):
    (closed / "dossiers.db").unlink()
    assert refusal(closed).code == "database_missing"
    assert not (closed / "dossiers.db").exists()
    with pytest.raises(VaultError) as caught:
        Vault.create(closed, PASSPHRASE, limits=CHEAP)
    assert caught.value.code == "vault_exists"


def test_the_database_of_another_vault_is_not_opened(closed, tmp_path):
    Vault.create(tmp_path / "other", PASSPHRASE, limits=CHEAP).close()
    shutil.copy(tmp_path / "other" / "dossiers.db", closed / "dossiers.db")
    assert refusal(closed).code == "database_damaged"


def test_a_vault_is_never_made_over_another(vault, folder):
    vault.cases.save(family("Jan Peeters"), "household")
    with pytest.raises(VaultError) as caught:
        Vault.create(folder, "another passphrase", limits=CHEAP)
    assert caught.value.code == "vault_exists"
    assert len(vault.cases.list()) == 1


def test_a_vault_without_a_passphrase_is_not_made(folder):
    with pytest.raises(VaultError) as caught:
        Vault.create(folder, "", limits=CHEAP)
    assert caught.value.code == "passphrase_empty"
    assert not Vault.present(folder)


def test_a_vault_that_a_newer_version_has_changed_can_be_read_and_is_not_touched(vault, folder):
    case = family("Jan Peeters")
    vault.cases.save(case, "household")
    vault.cases.database.run("CREATE TABLE what_comes_later (x)")
    vault.cases.database.run("PRAGMA user_version = 99")
    vault.close()
    before = (folder / "dossiers.db").read_bytes()
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as newer:
        assert newer.newer is not None
        assert (newer.newer.code, newer.newer.values["found"]) == ("vault_newer", 99)
        assert not newer.writable
        assert newer.cases.open(newer.cases.list()[0].id).case == case
        with pytest.raises(StorageFailed):
            newer.cases.save(family("Griet"), "household")
    assert (folder / "dossiers.db").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE case_file RENAME COLUMN title TO heading",
        "UPDATE case_file SET status = 'suspended'",
        "DROP TABLE case_past",
    ],
)
def test_a_vault_of_a_newer_version_that_cannot_be_understood_is_not_shown_by_halves(vault, folder, change):
    vault.cases.save(family("Jan Peeters"), "household")
    vault.cases.database.run(change)
    vault.cases.database.run("PRAGMA user_version = 99")
    vault.close()
    trouble = refusal(folder)
    assert isinstance(trouble, VaultNewer)
    assert trouble.code == "vault_newer_unreadable"


def test_a_newer_key_file_is_told_from_a_damaged_one(closed):
    for name in ("keys.json", "keys.bak.json"):
        (closed / name).write_bytes((closed / name).read_bytes().replace(b"redi-keys/1", b"redi-keys/2"))
    assert refusal(closed).code == "key_file_newer"


def test_an_encrypted_database_of_another_program_is_refused(vault, folder):
    vault.cases.database.run("PRAGMA application_id = 7")
    vault.close()
    assert refusal(folder).code == "database_of_another_program"


def test_a_driver_that_would_write_plain_text_is_refused():
    plain = sqlite3.connect(":memory:")
    with pytest.raises(VaultError) as caught:
        assert_encrypted(plain)
    plain.close()
    assert caught.value.code == "encryption_missing"


def test_every_setting_that_keeps_saves_safe_is_on(vault):
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "cipher_memory_security": "1",
    }
    assert {name: vault.cases.database.row(f"PRAGMA {name}")[0] for name in wanted} == wanted


def test_a_folder_with_an_unusual_name_holds_a_vault_like_any_other(tmp_path):
    folder = tmp_path / "Dossiers d'Élise & co #1 %41 ? été"
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save(family("Jan Peeters"), "household")
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        assert vault.verify().fine
    assert {path.name for path in folder.iterdir()} == {
        "dossiers.db", "dossiers.db-journal", "keys.json", "keys.bak.json", "lock",
    }  # fmt: skip
