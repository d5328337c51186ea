"""A vault of each test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as made:
        yield made


@pytest.fixture
def closed(folder: Path) -> Path:
    """The folder of a vault that was made and closed again."""
    Vault.create(folder, PASSPHRASE, limits=CHEAP).close()
    return folder
