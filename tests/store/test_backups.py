"""A backup exists only once it was opened again and checked; damage is never copied in silence."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from redi_desktop.errors import UserError, VaultDamaged, VaultError
from redi_desktop.store import backups
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import Backup, BackupReason, backups_near
from redi_desktop.store.faults import FaultKind
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family
from tests.store.moving_clock import MovingClock

PAGE = 4096


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def vault(folder: Path, clock: MovingClock):
    """A vault with two cases, under a clock that can be moved."""
    with Vault.create(folder, PASSPHRASE, limits=CHEAP, clock=clock) as made:
        for name in ("Ayşe Çelik", "Jan Peeters"):
            made.cases.save(family(name, comment=name * 300), "comment")
        yield made


def test_a_backup_says_what_is_in_it(vault):
    backup = vault.backups.make()
    manifest = backup.manifest
    assert (manifest.vault, manifest.cases, manifest.reason) == (vault.id, 2, BackupReason.BY_HAND)
    assert (manifest.sequence, manifest.chain) == (3, vault.journal.chain_at(3).hex())
    assert backup.is_intact()
    assert vault.backups.verify(backup) == ()
    assert vault.journal.entries()[-1].act is Act.BACKUP_MADE


def test_a_backup_names_nobody(vault):
    backup = vault.backups.make()
    assert "Çelik" not in (backup.folder / "backup.json").read_text()
    assert b"Peeters" not in (backup.folder / "dossiers.db").read_bytes()
    assert sorted(path.name for path in backup.folder.iterdir()) == ["backup.json", "dossiers.db", "keys.json"]


def test_a_backup_is_not_worked_in_by_accident(vault):
    backup = vault.backups.make()
    with pytest.raises(VaultError) as caught:
        Vault.open(backup.folder, PASSPHRASE, limits=CHEAP)
    assert caught.value.code == "folder_is_backup"
    assert backup.is_intact()


def test_a_damaged_page_is_never_copied(vault, folder):
    vault.backups.make()
    vault.close()
    database = folder / "dossiers.db"
    content = database.read_bytes()
    pages = range(PAGE, len(content), 3 * PAGE)
    refused = 0
    for at in pages:
        database.write_bytes(content[: at + 50] + bytes([content[at + 50] ^ 1]) + content[at + 51 :])
        try:
            with Vault.open(folder, PASSPHRASE, limits=CHEAP) as damaged:
                damaged.backups.make()  # no data stood on that page
        except VaultDamaged:
            refused += 1
    assert refused > 0.7 * len(pages)
    database.write_bytes(content)
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as sound:
        assert {sound.backups.verify(backup) for backup in sound.backups.list()} == {()}
    assert not list((folder / "backups").glob("*.part"))


def test_a_case_changed_behind_the_journal_is_not_backed_up_as_if_it_were_right(vault):
    vault.cases.database.run("UPDATE case_file SET balance = '9.00'")
    with pytest.raises(VaultDamaged) as caught:
        vault.backups.make()
    assert caught.value.code == "backup_not_verified"
    assert vault.backups.list() == ()


@pytest.mark.parametrize("name", ["dossiers.db", "keys.json", "backup.json"])
def test_every_bit_of_a_backup_counts(vault, name):
    backup = vault.backups.make()
    path = backup.folder / name
    content = path.read_bytes()
    for at in range(0, len(content), max(1, len(content) // 40)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
        assert not is_taken(vault, backup.folder)
    path.write_bytes(content[:-1])
    assert not is_taken(vault, backup.folder)
    path.write_bytes(content)
    assert is_taken(vault, backup.folder)


def is_taken(vault: Vault, folder: Path) -> bool:
    """Whether a check finds nothing to say against a backup."""
    try:
        return not vault.backups.verify(Backup.at(folder))
    except UserError:
        return False


def test_the_first_save_of_a_day_is_backed_up(vault, clock):
    assert vault.daily_care() is not None
    case = vault.cases.load(vault.cases.list()[0].id)
    vault.cases.save(dataclasses.replace(case, comment="the same day"), "comment")
    assert vault.daily_care() is None
    clock.move(days=1)
    made = vault.daily_care()
    assert made is not None
    assert made.manifest.reason is BackupReason.DAY


def test_a_day_on_which_nothing_was_changed_needs_no_backup(vault, clock, folder):
    vault.daily_care()
    vault.close()
    clock.move(days=1)
    with Vault.open(folder, PASSPHRASE, limits=CHEAP, clock=clock) as again:
        again.cases.open(again.cases.list()[0].id)
        assert again.daily_care() is None


@pytest.fixture
def other_disks(monkeypatch):
    """Every folder of the test lies on a disk of its own."""
    monkeypatch.setattr(backups, "on_one_disk", lambda one, other: False)


def test_a_copy_on_the_same_disk_is_none_elsewhere(vault, tmp_path, clock):
    clock.move(days=8)
    assert Backup.at(vault.backups.copy_to(tmp_path)).is_intact()
    assert vault.backups.last_copy_elsewhere is None
    assert vault.backups.reminder


@pytest.mark.usefixtures("other_disks")
def test_a_copy_on_another_disk_is_checked_where_it_is(vault, tmp_path, clock):
    elsewhere = tmp_path / "usb"
    elsewhere.mkdir()
    assert vault.backups.last_copy_elsewhere is None
    copy = vault.backups.copy_to(elsewhere)
    assert Backup.at(copy).is_intact()
    assert vault.backups.last_copy_elsewhere == clock.moment
    assert copy.parent.name == f"REDI-Desktop-{vault.id[:8]}"
    assert vault.backups.copy_to(elsewhere) == copy


def test_a_copy_holds_what_was_saved_since_the_last_backup(vault, tmp_path):
    vault.backups.make()
    vault.cases.save(family("Noémie Dupont"), "household")
    assert Backup.at(vault.backups.copy_to(tmp_path)).manifest.cases == 3


def test_who_looks_for_a_copy_may_point_to_the_disk_the_vault_or_the_copy_itself(vault, folder, tmp_path):
    disk = tmp_path / "usb"
    disk.mkdir()
    copy = vault.backups.copy_to(disk)
    for place in (disk, copy.parent, copy):
        assert [backup.folder for backup in backups_near(place)] == [copy]
    assert backups_near(folder) == vault.backups.list()
    assert backups_near(tmp_path / "nowhere") == ()


def test_a_copy_inside_the_vault_is_no_copy(vault, folder):
    with pytest.raises(VaultError) as caught:
        vault.backups.copy_to(folder / "backups")
    assert caught.value.code == "backup_place_bad"


def test_a_disk_that_is_not_plugged_in_is_said_by_its_name(vault, tmp_path):
    with pytest.raises(VaultError, match="backup_place_missing"):
        vault.backups.copy_to(tmp_path / "usb")


def test_the_vault_is_backed_up_before_its_passphrase_is_changed(vault):
    vault.change_passphrase(PASSPHRASE, "another passphrase")
    assert [backup.manifest.reason for backup in vault.backups.list()] == [BackupReason.BEFORE_CHANGE]


@pytest.mark.usefixtures("other_disks")
def test_a_week_without_a_copy_elsewhere_is_said(vault, clock, tmp_path):
    assert not vault.backups.reminder
    clock.move(days=8)
    assert vault.backups.reminder
    vault.backups.copy_to(tmp_path)
    assert not vault.backups.reminder
    clock.move(days=6)
    assert not vault.backups.reminder
    clock.move(days=2)
    assert vault.backups.reminder


def test_a_vault_put_back_to_an_earlier_day_is_noticed(vault, folder):
    old = (folder / "dossiers.db").read_bytes()
    vault.cases.save(family("Noémie Dupont"), "household")
    backup = vault.backups.make()
    vault.close()
    (folder / "dossiers.db").write_bytes(old)
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as rolled_back:
        check = rolled_back.verify()
        assert [(fault.kind, fault.detail) for fault in check.faults] == [(FaultKind.ROLLED_BACK, backup.name)]
        assert not check.data_sound
        for number in range(5):
            rolled_back.cases.save(family(f"later {number}"), "household")
        assert [fault.kind for fault in rolled_back.verify().faults] == [FaultKind.ROLLED_BACK]


def test_the_backup_of_another_vault_is_told_from_ours(vault, tmp_path):
    with Vault.create(tmp_path / "other", PASSPHRASE, limits=CHEAP) as other:
        foreign = other.backups.make()
    with pytest.raises(VaultError) as caught:
        vault.backups.verify(foreign)
    assert caught.value.code == "backup_of_another_vault"


def test_what_a_kill_has_left_is_no_backup_and_is_swept(vault, folder):
    backup = vault.backups.make()
    for name in ("00000009_2026-11-22.part", "stray"):
        shutil.copytree(backup.folder, folder / "backups" / name)
    (folder / "backups" / "stray" / "backup.json").unlink()
    vault.cases.save(family("Noémie Dupont"), "household")
    vault.backups.make()
    assert not (folder / "backups" / "00000009_2026-11-22.part").exists()
    assert len(vault.backups.list()) == 2


def test_a_folder_without_a_backup_says_so(tmp_path):
    with pytest.raises(VaultError) as caught:
        Backup.at(tmp_path)
    assert caught.value.code == "backup_missing"


def test_a_backup_of_a_newer_version_is_told_from_a_damaged_one(vault):
    backup = vault.backups.make()
    path = backup.folder / "backup.json"
    path.write_bytes(path.read_bytes().replace(b"redi-backup/1", b"redi-backup/2"))
    with pytest.raises(VaultError) as caught:
        Backup.at(backup.folder)
    assert caught.value.code == "backup_newer"
