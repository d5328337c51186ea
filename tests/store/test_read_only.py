"""A vault that cannot be written can be read, and says so when something is to be saved."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from redi_desktop.errors import StorageFailed
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family
from tools.somebody_else import give_away, without_privileges

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")


@pytest.fixture
def shared() -> Iterator[Path]:
    """The folder of a vault with one case, which the unprivileged user owns."""
    above = Path(tempfile.mkdtemp())
    folder = above / "vault"
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save(family("Jan Peeters"), "household")
    give_away((above, folder, *folder.iterdir()))
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(above)


def refused_save(folder: Path) -> str:
    """What a vault that opens for reading says of a save."""
    with without_privileges(), Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        assert not vault.writable
        assert [shown.title for shown in vault.cases.list("jan")] == ["Jan Peeters"]
        assert vault.verify().fine
        with pytest.raises(StorageFailed) as caught:
            vault.cases.save(family("Griet Janssens"), "household")
    return caught.value.code


def test_a_read_only_database(shared):
    (shared / "dossiers.db").chmod(0o400)
    assert refused_save(shared) == "read_only"


def test_a_read_only_folder(shared):
    for path in shared.iterdir():
        path.chmod(0o400)
    shared.chmod(0o500)
    assert refused_save(shared) == "read_only"


def test_a_read_only_folder_of_files_that_could_be_written(shared):
    (shared / "dossiers.db-journal").unlink()
    shared.chmod(0o500)
    assert refused_save(shared) == "read_only"


def test_a_vault_is_not_made_where_nothing_can_be_written(shared):
    shared.chmod(0o500)
    with without_privileges(), pytest.raises(StorageFailed) as caught:
        Vault.create(shared / "another", PASSPHRASE, limits=CHEAP)
    assert caught.value.code == "read_only"


def test_a_passphrase_is_not_changed_where_nothing_can_be_written(shared):
    shared.chmod(0o500)
    with (
        without_privileges(),
        Vault.open(shared, PASSPHRASE, limits=CHEAP) as vault,
        pytest.raises(StorageFailed) as caught,
    ):
        vault.change_passphrase(PASSPHRASE, "another passphrase")
    assert caught.value.code == "read_only"
    with Vault.open(shared, PASSPHRASE, limits=CHEAP) as vault:
        assert "passphrase_changed" not in [entry.act for entry in vault.journal.entries()]
