"""Nothing about a person stands outside the encryption, and what was erased is gone from inside it."""

from __future__ import annotations

import dataclasses
import stat
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from redi_desktop.store.key_file import KeyFile
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family

MARK = "Zylberquist"
PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def decrypted(folder: Path) -> bytes:
    """Every page of the database in the clear, free ones too: AES-256-CBC, its vector at the head of the reserve."""
    key = KeyFile.parse((folder / "keys.json").read_bytes(), CHEAP).open(PASSPHRASE).material
    content = (folder / "dossiers.db").read_bytes()
    pages = []
    for at in range(0, len(content), PAGE):
        page = content[at : at + PAGE]
        start, end = (SALT if at == 0 else 0), PAGE - RESERVED
        decryptor = Cipher(AES(key), CBC(page[end : end + IV])).decryptor()
        pages.append(decryptor.update(page[start:end]) + decryptor.finalize())
    return b"".join(pages)


def traces(content: bytes) -> int:
    """How often the mark, or the word it is indexed under, is in there."""
    return content.count(MARK.encode()) + content.count(MARK.casefold().encode())


def marked_work(vault: Vault) -> str:
    """A case with the mark everywhere, changed, searched and sorted; gives its identifier."""
    case = family(f"Anna {MARK}", f"Piet {MARK}", reference=f"{MARK}-1", comment=f"{MARK} " * 2000)
    for number in range(5):
        vault.cases.save(dataclasses.replace(case, comment=f"{number} {case.comment}"), "comment")
        vault.cases.list(MARK)
    return case.id


def test_no_file_of_the_folder_holds_a_name(vault, folder):
    marked_work(vault)
    assert traces(everything_in(folder)) == 0
    vault.close()
    assert traces(everything_in(folder)) == 0


def test_no_file_holds_a_name_while_a_save_is_under_way(vault, folder):
    case_id = marked_work(vault)
    database = vault.cases.database
    with database.transaction():
        database.run("UPDATE case_content SET words = words || ' more'")
        assert (folder / "dossiers.db-journal").stat().st_size > 0
        assert traces(everything_in(folder)) == 0
    assert vault.cases.load(case_id).title == f"Anna {MARK}"


def test_neither_the_passphrase_nor_the_key_is_in_a_file(vault, folder):
    key = KeyFile.parse((folder / "keys.json").read_bytes(), CHEAP).open(PASSPHRASE)
    content = everything_in(folder)
    for secret in (PASSPHRASE.encode(), key.material, key.material.hex().encode()):
        assert secret not in content


def test_an_erased_case_leaves_no_trace_in_any_page(vault, folder):
    kept = family("Jan Peeters")
    vault.cases.save(kept, "household")
    case_id = marked_work(vault)
    vault.close()
    assert traces(decrypted(folder)) > 0
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
        again.cases.erase(case_id)
        again.close()
    content = decrypted(folder)
    assert traces(content) == 0
    assert case_id.encode() not in content
    assert b"Jan Peeters" in content


def test_a_corrected_name_leaves_no_trace_in_any_page(vault, folder):
    case = family(f"Anna {MARK}")
    vault.cases.save(case, "household")
    vault.cases.save(dataclasses.replace(family("Anna Peeters"), id=case.id), "household")
    vault.close()
    assert traces(decrypted(folder)) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead")
def test_every_file_is_readable_by_this_user_alone(vault, folder):
    vault.cases.save(family("Jan Peeters"), "household")
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {
        path.name: 0o600 for path in folder.iterdir()
    }
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
