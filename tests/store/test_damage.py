"""A damaged database is noticed: nothing wrong is ever read in silence."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from redi_desktop.errors import UserError, VaultDamaged
from redi_desktop.store.faults import FaultKind
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family

PAGE = 4096


@pytest.fixture
def filled(closed: Path) -> Path:
    """The folder of a vault with a few cases."""
    with Vault.open(closed, PASSPHRASE, limits=CHEAP) as vault:
        for name in ("Ayşe Çelik", "Jan Peeters", "Noémie Dupont"):
            vault.cases.save(family(name, comment=name * 500), "comment")
    return closed


def noticed(folder: Path, database: bytes) -> bool:
    """Whether opening the vault with that database, or checking it, says that something is wrong."""
    (folder / "dossiers.db").write_bytes(database)
    try:
        with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
            return not vault.verify().fine
    except VaultDamaged:
        return True


def test_single_bits_that_flip_are_noticed(filled):
    content = (filled / "dossiers.db").read_bytes()
    chance = random.Random(3)
    pages = len(content) // PAGE
    places = [page * PAGE + chance.randrange(PAGE) for page in range(pages)]
    unnoticed = []
    for place in (0, 16, PAGE - 1, *places):
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        if not noticed(filled, bytes(flipped)):
            unnoticed.append(place)
    assert unnoticed == []


def test_a_database_that_was_cut_off_is_noticed(filled):
    content = (filled / "dossiers.db").read_bytes()
    chance = random.Random(4)
    ends = [*range(PAGE, len(content), PAGE), *(chance.randrange(len(content)) for _ in range(15))]
    assert [end for end in ends if not noticed(filled, content[:end])] == []


def test_an_old_page_put_back_is_noticed_or_changes_nothing(filled):
    old = (filled / "dossiers.db").read_bytes()
    with Vault.open(filled, PASSPHRASE, limits=CHEAP) as vault:
        case = vault.cases.load(vault.cases.list("celik")[0].id)
        vault.cases.save(dataclasses.replace(case, comment="Celik " * 900), "comment")
        wanted = [vault.cases.load(shown.id) for shown in vault.cases.list()]
    new = (filled / "dossiers.db").read_bytes()
    differing = [at for at in range(0, min(len(old), len(new)), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    assert len(differing) > 3
    for at in differing:
        (filled / "dossiers.db").write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])
        assert everything_read(filled) in (None, wanted)


def everything_read(folder: Path) -> list[object] | None:
    """All cases of a vault that says it is fine; None where it says that it is not."""
    try:
        with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
            if vault.verify().fine:
                return [vault.cases.load(shown.id) for shown in vault.cases.list()]
    except UserError:
        pass
    return None


def test_damage_under_an_open_vault_is_found_by_the_check(filled):
    database = filled / "dossiers.db"
    with Vault.open(filled, PASSPHRASE, limits=CHEAP) as vault:
        assert vault.verify().fine
        vault.cases.list()
        with database.open("r+b") as file:
            file.seek(database.stat().st_size - PAGE)
            file.write(bytes(PAGE))
        assert not vault.verify().fine


def test_a_damaged_key_file_is_found_by_the_check_and_is_no_loss(vault, folder):
    (folder / "keys.bak.json").write_bytes(b"torn")
    check = vault.verify()
    assert [(fault.kind, fault.detail) for fault in check.faults] == [(FaultKind.KEY_FILE, "keys.bak.json")]
    assert check.data_sound


def test_a_vault_goes_on_after_it_was_checked(vault):
    cases = vault.cases
    case = family("Jan Peeters")
    cases.save(case, "household")
    assert vault.verify().fine
    assert cases.load(case.id) == case
    cases.save(dataclasses.replace(case, comment="after"), "comment")
    assert vault.verify().fine
