"""A backup takes the vault's place only after it was opened and checked; what it replaces is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redi_desktop.errors import UserError, VaultBusy, VaultDamaged, VaultError, WrongPassphrase
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import Backup
from redi_desktop.store.restoring import restore
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family

NEW = "une autre phrase"


@pytest.fixture
def backup(vault: Vault) -> Backup:
    """A backup with one case; a second case was saved since, and the vault is closed."""
    vault.cases.save(family("Ayşe Çelik"), "household")
    made = vault.backups.make()
    vault.cases.save(family("Jan Peeters"), "household")
    vault.close()
    return made


def titles(folder: Path, passphrase: str = PASSPHRASE) -> list[str]:
    """The cases of a vault that is sound."""
    with Vault.open(folder, passphrase, limits=CHEAP) as vault:
        assert vault.verify().fine
        return [shown.title for shown in vault.cases.list()]


def test_what_was_backed_up_is_there_again_and_what_was_replaced_is_kept(backup, folder):
    restored = restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)
    assert titles(folder) == ["Ayşe Çelik"]
    assert restored.replaced is not None
    assert titles(restored.replaced) == ["Jan Peeters", "Ayşe Çelik"]
    assert backup.is_intact()


def test_the_journal_tells_of_it(backup, folder):
    restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        told = [(entry.act, entry.place) for entry in vault.journal.entries()]
    assert (Act.VAULT_RESTORED, backup.name) in told


def test_a_vault_that_lost_everything_is_restored_from_the_copy_alone(backup, folder, tmp_path):
    copy = shutil.copytree(backup.folder, tmp_path / "usb" / backup.name)
    shutil.rmtree(folder)
    assert restore(folder, copy, PASSPHRASE, limits=CHEAP).replaced is None
    assert titles(folder) == ["Ayşe Çelik"]


def test_a_damaged_database_is_replaced_and_kept(backup, folder):
    database = folder / "dossiers.db"
    database.write_bytes(bytes(4096) + database.read_bytes()[4096:])
    restored = restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)
    assert titles(folder) == ["Ayşe Çelik"]
    assert restored.replaced is not None
    assert (restored.replaced / "dossiers.db").read_bytes()[:4096] == bytes(4096)


def test_lost_keys_come_from_the_backup(backup, folder):
    for name in ("keys.json", "keys.bak.json"):
        (folder / name).unlink()
    restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)
    assert titles(folder) == ["Ayşe Çelik"]


def test_the_passphrase_of_today_restores_a_backup_of_before_it_was_changed(backup, folder):
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.change_passphrase(PASSPHRASE, NEW)
    restore(folder, backup.folder, NEW, limits=CHEAP)
    assert titles(folder, NEW) == ["Ayşe Çelik"]


def test_the_recovery_sheet_restores_where_every_passphrase_is_lost(vault, folder):
    vault.cases.save(family("Ayşe Çelik"), "household")
    made = vault.backups.make()
    sheet = " ".join(vault.recovery_code().groups)
    vault.close()
    (folder / "dossiers.db").unlink()
    restore(folder, made.folder, "", sheet_text=sheet, limits=CHEAP)
    assert titles(folder) == ["Ayşe Çelik"]
    with Vault.create(folder.parent / "other", PASSPHRASE, limits=CHEAP) as other:
        foreign = " ".join(other.recovery_code().groups)
    with pytest.raises(VaultError, match="recovery_does_not_open"):
        restore(folder, made.folder, "", sheet_text=foreign, limits=CHEAP)


def test_a_wrong_passphrase_restores_nothing(backup, folder):
    with pytest.raises(WrongPassphrase):
        restore(folder, backup.folder, "not this one", limits=CHEAP)
    assert titles(folder) == ["Jan Peeters", "Ayşe Çelik"]


@pytest.mark.parametrize("name", ["dossiers.db", "keys.json", "backup.json"])
def test_a_damaged_backup_is_refused_and_touches_nothing(backup, folder, name):
    path = backup.folder / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x80
    path.write_bytes(content)
    with pytest.raises(VaultDamaged) as caught:
        restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)
    assert caught.value.code == "backup_damaged"
    assert titles(folder) == ["Jan Peeters", "Ayşe Çelik"]


def test_the_backup_of_another_vault_does_not_take_its_place(backup, folder, tmp_path):
    with Vault.create(tmp_path / "other", PASSPHRASE, limits=CHEAP) as other:
        foreign = other.backups.make()
    with pytest.raises(VaultError) as caught:
        restore(folder, foreign.folder, PASSPHRASE, limits=CHEAP)
    assert caught.value.code == "backup_of_another_vault"
    assert titles(folder) == ["Jan Peeters", "Ayşe Çelik"]


def test_an_open_vault_is_not_replaced_under_the_worker(backup, folder):
    with Vault.open(folder, PASSPHRASE, limits=CHEAP), pytest.raises(VaultBusy):
        restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)


def test_a_stray_journal_is_not_rolled_back_into_what_was_restored(backup, folder):
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault, vault.cases.database.transaction():
        vault.cases.database.run("UPDATE case_file SET title = 'somebody'")
        hot = (folder / "dossiers.db-journal").read_bytes()
    (folder / "dossiers.db").unlink()
    (folder / "dossiers.db-journal").write_bytes(hot)
    restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)
    assert titles(folder) == ["Ayşe Çelik"]


def test_backups_left_behind_are_no_sign_of_a_rollback(vault, folder):
    vault.cases.save(family("Ayşe Çelik"), "household")
    first = vault.backups.make()
    vault.cases.save(family("Jan Peeters"), "household")
    later = vault.backups.make()
    vault.close()
    restore(folder, first.folder, PASSPHRASE, limits=CHEAP)
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
        assert again.verify().fine
        assert again.settings.abandoned_backups == {later.name}
        again.cases.save(family("Noémie Dupont"), "household")
        made = again.backups.make()
        assert again.backups.last == made
        assert later.name in [backup.name for backup in again.backups.list()]
        assert again.verify().fine


def test_restoring_forth_and_back_loses_nothing(backup, folder):
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        later = vault.backups.make()
    restore(folder, backup.folder, PASSPHRASE, limits=CHEAP)
    assert titles(folder) == ["Ayşe Çelik"]
    restore(folder, later.folder, PASSPHRASE, limits=CHEAP)
    assert titles(folder) == ["Jan Peeters", "Ayşe Çelik"]


def test_the_backup_of_a_newer_version_is_said_to_be_so(vault, folder):
    vault.cases.save(family("Ayşe Çelik"), "household")
    vault.cases.database.run("PRAGMA user_version = 99")
    made = vault.backups.make()
    vault.close()
    (folder / "dossiers.db").unlink()
    with pytest.raises(UserError) as caught:
        restore(folder, made.folder, PASSPHRASE, limits=CHEAP)
    assert caught.value.code == "backup_newer"


def test_every_round_trip_gives_the_same_content(vault, folder):
    for number in range(3):
        vault.cases.save(family(f"case {number}", comment="x" * 5000), "comment")
    wanted = [vault.cases.load(shown.id) for shown in vault.cases.list()]
    made = vault.backups.make()
    vault.close()
    for _ in range(3):
        restore(folder, made.folder, PASSPHRASE, limits=CHEAP)
        with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
            assert [again.cases.load(shown.id) for shown in again.cases.list()] == wanted
