"""A vault that gets a new key keeps everything, and the old sheet opens it no more."""

from __future__ import annotations

import dataclasses

import pytest

from redi_desktop.errors import StorageFailed, VaultError, WrongPassphrase
from redi_desktop.store import renewing
from redi_desktop.store.acts import Act
from redi_desktop.store.restoring import restore
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family


@pytest.fixture
def lived_in(vault: Vault) -> Vault:
    """A vault with a case, an erased one, and a corrected name."""
    for name in ("Ayşe Çelik", "Jan Claes"):
        vault.cases.save(family(name), "household")
    vault.cases.erase(vault.cases.list("claes")[0].id)
    case = vault.cases.load(vault.cases.list()[0].id)
    vault.cases.save(dataclasses.replace(case, comment="rang"), "comment")
    return vault


def test_everything_is_there_under_the_new_key(lived_in, folder):
    case_id = lived_in.cases.list()[0].id
    case, entries = lived_in.cases.load(case_id), lived_in.journal.entries(case_id)
    lived_in.renew_key(PASSPHRASE)
    assert lived_in.verify().fine
    assert lived_in.cases.load(case_id) == case
    assert lived_in.journal.entries(case_id) == entries
    lived_in.cases.save(dataclasses.replace(case, comment="after"), "comment")
    lived_in.close()
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
        assert again.verify().fine
        assert again.cases.load(case_id).comment == "after"
        assert Act.VAULT_RENEWED in [entry.act for entry in again.journal.entries()]


def test_the_old_sheet_opens_nothing_and_the_new_one_does(lived_in, folder):
    old = " ".join(lived_in.recovery_code().groups)
    lived_in.prove_recovery(old)
    lived_in.renew_key(PASSPHRASE)
    assert lived_in.settings.recovery_proven is None
    new = " ".join(lived_in.recovery_code().groups)
    lived_in.close()
    with pytest.raises(VaultError) as caught:
        Vault.open_with_recovery(folder, old, limits=CHEAP)
    assert caught.value.code == "recovery_does_not_open"
    Vault.open_with_recovery(folder, new, limits=CHEAP).close()


def test_the_old_database_is_gone_and_two_backups_are_there(lived_in, folder):
    lived_in.renew_key(PASSPHRASE)
    assert list((folder / "replaced").iterdir()) == []
    assert [backup.manifest.reason for backup in lived_in.backups.list()] == ["after_renewal", "before_renewal"]
    assert [lived_in.backups.verify(backup) for backup in lived_in.backups.list()] == [(), ()]
    assert not (folder / "dossiers.db.part").exists()


def test_a_wrong_passphrase_renews_nothing(lived_in):
    code = lived_in.recovery_code()
    with pytest.raises(WrongPassphrase):
        lived_in.renew_key("not this one")
    assert lived_in.recovery_code() == code


@pytest.mark.parametrize("step", ["_copy", "_rekey", "replace_database"])
def test_a_renewal_that_breaks_off_leaves_the_vault_as_it_was(lived_in, folder, monkeypatch, step):
    def full(*_values: object) -> None:
        raise StorageFailed("disk_full")

    code = lived_in.recovery_code()
    monkeypatch.setattr(renewing, step, full)
    with pytest.raises(StorageFailed):
        lived_in.renew_key(PASSPHRASE)
    monkeypatch.undo()
    assert lived_in.recovery_code() == code
    lived_in.cases.save(family("Noémie Dupont"), "household")
    assert lived_in.verify().fine
    lived_in.close()
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
        assert len(again.cases.list()) == 2
        again.renew_key(PASSPHRASE)
        assert again.verify().fine


def test_a_backup_from_before_can_be_restored_with_the_passphrase_of_its_day(lived_in, folder):
    lived_in.renew_key(PASSPHRASE)
    lived_in.change_passphrase(PASSPHRASE, "a later passphrase")
    before = lived_in.backups.list()[-1]
    lived_in.close()
    with pytest.raises(WrongPassphrase):
        restore(folder, before.folder, "a later passphrase", limits=CHEAP)
    restore(folder, before.folder, PASSPHRASE, limits=CHEAP)
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as restored:
        assert restored.verify().fine
        assert len(restored.cases.list()) == 1
