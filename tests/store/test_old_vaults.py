"""Vaults of every earlier version open with this one, after a backup, with everything that was in them."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from redi_desktop.casefile.json_form import from_data
from redi_desktop.casefile.model import CaseFile
from redi_desktop.errors import StorageFailed, VaultDamaged
from redi_desktop.store import migrating
from redi_desktop.store.acts import Act
from redi_desktop.store.backup_manifest import BackupReason
from redi_desktop.store.backups import Backups
from redi_desktop.store.glances import glance_of
from redi_desktop.store.migrating import KNOWN_VERSION
from redi_desktop.store.migrations import MIGRATIONS, Migration
from redi_desktop.store.recomputing import Outcome
from redi_desktop.store.restoring import restore
from redi_desktop.store.used_parameters import Role
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP
from tools.make_vault_fixture import FIXTURES, PASSPHRASE

EXAMPLES = sorted(FIXTURES.iterdir())


@pytest.fixture
def oldest(tmp_path: Path) -> Path:
    """A copy of the oldest example."""
    return shutil.copytree(EXAMPLES[0], tmp_path / "vault")


def content_of(vault: Vault) -> list[CaseFile]:
    """Every case, by identifier."""
    shown = sorted(vault.cases.list(include_archived=True), key=lambda case: case.id)
    return [vault.cases.load(case.id) for case in shown]


def test_there_is_an_example_of_every_schema_that_was_released():
    assert f"schema-{KNOWN_VERSION}" in [example.name for example in EXAMPLES]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_it_opens_with_all_that_was_in_it(example, tmp_path):
    folder = shutil.copytree(example, tmp_path / "vault")
    expected = [from_data(data) for data in json.loads((folder / "expected.json").read_text(encoding="utf-8"))]
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        assert content_of(vault) == expected
        assert vault.verify().fine
        assert [case.title for case in vault.cases.list("celik")] == ["Ayşe Çelik"]
        seen = {case.id: case.glance for case in vault.cases.list(include_archived=True)}
        assert seen == {case.id: glance_of(case) for case in expected}
        vault.cases.save(replace(expected[0], comment="again"), "comment")
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        assert vault.verify().fine


@pytest.mark.parametrize("example", EXAMPLES[1:], ids=lambda example: example.name)
def test_what_it_has_frozen_is_computed_again_to_the_cent(example, tmp_path):
    folder = shutil.copytree(example, tmp_path / "vault")
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        (kept,) = vault.assessments.list(f"{1:032x}")
        assert vault.parameters.baskets(kept.parameters[Role.BASKETS]).items
        assert vault.recompute(kept.id).outcome in (Outcome.SAME, Outcome.SAME_CENTS)
        assert vault.decisions.list(f"{1:032x}")[0].decision["amount"] == "120.00"
        assert vault.drafts.of(f"{1:032x}") == {"comment": "Madame ajoute que"}
        assert vault.retention.months == 120


def test_a_verified_backup_of_the_old_form_is_made_first(oldest):
    with Vault.open(oldest, PASSPHRASE, limits=CHEAP) as vault:
        (backup,) = vault.backups.list()
        assert (backup.manifest.reason, backup.manifest.schema) == (BackupReason.BEFORE_MIGRATION, 1)
        assert Act.VAULT_MIGRATED in [entry.act for entry in vault.journal.entries()]
    restore(oldest, backup.folder, PASSPHRASE, limits=CHEAP)
    with Vault.open(oldest, PASSPHRASE, limits=CHEAP) as vault:
        assert len(content_of(vault)) == 3
        assert vault.verify().fine


def test_a_damaged_old_vault_is_not_touched(oldest):
    database = oldest / "dossiers.db"
    content = database.read_bytes()
    spoilt = content[:-4096] + bytes(4096)
    database.write_bytes(spoilt)
    with pytest.raises(VaultDamaged):
        Vault.open(oldest, PASSPHRASE, limits=CHEAP)
    assert database.read_bytes() == spoilt


def test_no_migration_without_room_for_the_backup(oldest, monkeypatch):
    def full(*_values: object) -> None:
        raise StorageFailed("disk_full")

    before = (oldest / "dossiers.db").read_bytes()
    monkeypatch.setattr(Backups, "make", full)
    with pytest.raises(StorageFailed):
        Vault.open(oldest, PASSPHRASE, limits=CHEAP)
    assert (oldest / "dossiers.db").read_bytes() == before


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM case_file WHERE number = 1",
        "DELETE FROM journal WHERE sequence > 5",
        "INSERT INTO case_past (number, form, place, content) VALUES (77, '', '', x'00')",
    ],
)
def test_a_migration_that_harms_leaves_no_trace(oldest, monkeypatch, harm):
    def apply(run) -> None:
        run("PRAGMA defer_foreign_keys = ON")
        run(harm)

    later = (*MIGRATIONS, Migration("harmful", apply))
    with Vault.open(oldest, PASSPHRASE, limits=CHEAP) as vault:
        before = content_of(vault)
        with pytest.raises(VaultDamaged):
            migrating.migrate(vault.cases.database, vault.clock, later)
        assert content_of(vault) == before
        assert vault.verify().fine
