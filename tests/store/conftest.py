"""A vault of each test's own: a copy of one that is made once, as making takes six times as long as opening."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the vault that all are copies of: nobody opens it."""
    folder = tmp_path_factory.mktemp("empty") / "vault"
    Vault.create(folder, PASSPHRASE, limits=CHEAP).close()
    return folder


@pytest.fixture
def closed(empty_vault: Path, folder: Path) -> Path:
    """The folder of a vault that was made and closed again."""
    return shutil.copytree(empty_vault, folder)


@pytest.fixture
def vault(closed: Path) -> Iterator[Vault]:
    with Vault.open(closed, PASSPHRASE, limits=CHEAP) as opened:
        yield opened
