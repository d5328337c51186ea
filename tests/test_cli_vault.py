"""The vault on the command line: verified, backed up, restored; the passphrase is never an argument."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from redi_desktop.__main__ import main
from redi_desktop.store.key_cost import SAFE_LIMITS, KeyLimits
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import PASSPHRASE, family

LEAST = KeyLimits(floor=SAFE_LIMITS.floor, cap=SAFE_LIMITS.floor)
"""The least that a real vault costs: the command opens real vaults only."""


@pytest.fixture(scope="module")
def two_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with two cases, made once: its key costs half a second."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    with Vault.create(folder, PASSPHRASE, limits=LEAST) as made:
        for name in ("Ayşe Çelik", "Jan Peeters"):
            made.cases.save(family(name), "household")
    return folder


@pytest.fixture
def folder(two_cases: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(two_cases, tmp_path / "vault")


@pytest.fixture
def called(capsys, monkeypatch, folder):
    """Runs ``vault`` with these words and that passphrase; gives exit status, output and error."""

    def call(*words: object, passphrase: str = PASSPHRASE) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(passphrase + "\n"))
        told = ["vault", *map(str, words), "--folder", str(folder), "--passphrase-stdin", "--lang", "en"]
        status = main(told)
        return status, *capsys.readouterr()

    return call


def test_a_sound_vault_is_verified(called):
    status, out, err = called("verify")
    assert (status, err) == (0, "")
    assert out.splitlines()[0].startswith("2 cases")
    assert json.loads(called("verify", "--format", "json")[1])["faults"] == []


def test_a_vault_with_a_fault_is_said_to_have_one(called, folder):
    with Vault.open(folder, PASSPHRASE, limits=LEAST) as opened:
        opened.cases.database.run("UPDATE case_file SET balance = '9.00' WHERE title = 'Jan Peeters'")
    status, out, _ = called("verify", "--format", "json")
    assert status == 4
    assert [fault["kind"] for fault in json.loads(out)["faults"]] == ["case"]
    assert "Peeters" not in called("verify")[1]


def test_backed_up_damaged_and_restored(called, folder, tmp_path):
    status, out, _ = called("backup", "--to", tmp_path, "--format", "json")
    assert (status, json.loads(out)["cases"]) == (0, 2)
    (folder / "dossiers.db").write_bytes(bytes(8192))
    assert called("verify")[0] == 2
    status, out, _ = called("restore", json.loads(out)["folder"])
    assert status == 0
    assert "replaced" in out
    assert called("verify", "--backups")[0] == 0


def test_a_damaged_backup_is_found_when_it_is_asked_for(called, folder):
    backup = Path(json.loads(called("backup", "--format", "json")[1])["folder"])
    (backup / "keys.json").write_bytes(b"torn")
    assert called("verify")[0] == 0
    assert called("verify", "--backups")[0] == 4
    assert called("restore", backup)[0] == 2


def test_the_journal_is_printed_and_names_nobody(called):
    status, out, _ = called("journal")
    assert status == 0
    assert "Case made" in out
    assert "Peeters" not in out
    assert json.loads(called("journal", "--format", "json")[1])["format"] == "redi-journal/1"


def test_a_wrong_passphrase_and_none_are_said(called):
    status, out, err = called("verify", passphrase="not this one")
    assert (status, out) == (2, "")
    assert "passphrase" in err
    assert called("verify", passphrase="")[0] == 2


def test_the_passphrase_is_never_an_argument(capsys):
    with pytest.raises(SystemExit):
        main(["vault", "verify", "--passphrase", "x"])
    assert "unrecognized" in capsys.readouterr().err
