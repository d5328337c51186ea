"""Nothing about a person stands outside the encryption, and what was erased is gone from inside it."""

from __future__ import annotations

import dataclasses
import logging
import stat
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest

from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.errors import UserError
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.store.access_export import everything_about
from redi_desktop.store.handover import Agreement, hand_over, take_over
from redi_desktop.store.key_file import KeyFile
from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family
from tests.store.counted_cases import single_parent
from tools.database_pages import decrypted_pages

MARK = "Zylberquist"


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def decrypted(folder: Path) -> bytes:
    """Every page of the database in the clear, free ones too."""
    key = KeyFile.parse((folder / "keys.json").read_bytes(), CHEAP).open(PASSPHRASE).material
    return decrypted_pages((folder / "dossiers.db").read_bytes(), key)


def traces(content: bytes) -> int:
    """How often the mark, or the word it is indexed under, is in there."""
    return content.count(MARK.encode()) + content.count(MARK.casefold().encode())


def marked_work(vault: Vault) -> str:
    """A case with the mark everywhere: changed, searched, sorted, half typed, frozen, decided. Gives its identifier."""
    case = dataclasses.replace(single_parent(f"Anna {MARK}"), reference=f"{MARK}-1", comment=f"{MARK} " * 2000)
    for number in range(5):
        vault.cases.save(dataclasses.replace(case, comment=f"{number} {case.comment}"), "comment")
        vault.cases.list(MARK)
    vault.drafts.save(case.id, "comment", f"{MARK} said")
    result = vault.assessments.freeze(case, assess(case.facts, Parameters(load_embedded())))
    vault.decisions.note(case.id, {"conditions": MARK}, result)
    everything_about(vault, [case.id])
    return case.id


def blobs_of(vault: Vault, case_id: str) -> list[bytes]:
    """What is kept of a case in compressed form, where a mark cannot be looked for."""
    database = vault.cases.database
    of_case = "WHERE number = (SELECT number FROM case_file WHERE id = ?)"
    rows = database.rows(f"SELECT content FROM case_past {of_case}", case_id)
    rows += database.rows(f"SELECT content FROM assessment {of_case}", case_id)
    rows += database.rows(f"SELECT result FROM assessment {of_case}", case_id)
    return [bytes(content) for (content,) in rows]


def pieces(blobs: list[bytes]) -> list[bytes]:
    """Stretches of 24 bytes of each: none of them can be there by chance."""
    return [blob[at : at + 24] for blob in blobs for at in range(2, len(blob) - 24, 97)]


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
    compressed = pieces(blobs_of(vault, case_id))
    vault.close()
    before = decrypted(folder)
    assert traces(before) > 0
    assert sum(piece in before for piece in compressed) > 0.9 * len(compressed) > 20
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as again:
        again.cases.erase(case_id)
        again.close()
    content = decrypted(folder)
    assert traces(content) == 0
    assert not any(piece in content for piece in compressed)
    assert case_id.encode() not in content
    assert b"Jan Peeters" in content


def test_a_corrected_name_is_gone_once_its_earlier_states_are_forgotten(vault, folder):
    case = family(f"Anna {MARK}", comment=f"{MARK} " * 500)
    vault.cases.save(case, "household")
    vault.cases.save(dataclasses.replace(family("Anna Peeters"), id=case.id), "household")
    compressed = pieces(blobs_of(vault, case.id))
    assert vault.cases.open(case.id).past == (case,)
    vault.cases.forget_past(case.id)
    vault.close()
    content = decrypted(folder)
    assert traces(content) == 0
    assert not any(piece in content for piece in compressed)


def test_a_draft_that_was_cleared_leaves_no_trace(vault, folder):
    for number in range(30):
        vault.drafts.save("x", "comment", f"{MARK} {number} " * 50)
    vault.drafts.clear("x")
    vault.close()
    assert traces(decrypted(folder)) == 0


def test_a_vault_with_everything_in_it_writes_no_name_anywhere(vault, folder, tmp_path):
    """Backups, copies, handovers, what a renewed key replaced; and no file is made in the folder for temporary ones."""
    before = set(Path(tempfile.gettempdir()).iterdir())
    case_id = marked_work(vault)
    vault.backups.make()
    (tmp_path / "usb").mkdir()
    vault.backups.copy_to(tmp_path / "usb")
    agreed = Agreement(given_on=date(2026, 11, 21), how=f"{MARK} agreed")
    hand_over(vault, case_id, tmp_path / "case.redicase", "once", agreed, limits=CHEAP)
    take_over(vault, tmp_path / "case.redicase", "once", limits=CHEAP)
    vault.renew_key(PASSPHRASE)
    assert vault.verify().fine
    assert traces(everything_in(tmp_path)) == 0
    vault.close()
    assert traces(everything_in(tmp_path)) == 0
    ours = set(Path(tempfile.gettempdir()).iterdir()) - before
    assert not [path for path in ours if path.is_file() and traces(path.read_bytes())]


def test_neither_log_nor_error_repeats_what_was_typed(vault, caplog):
    caplog.set_level(logging.DEBUG)
    case_id = marked_work(vault)
    told = []
    for attempt in (
        lambda: vault.cases.save(family(f"{MARK}\ud83d"), "household"),
        lambda: vault.drafts.save(case_id, "comment", f"{MARK}\ud83d"),
        lambda: vault.cases.save(family(MARK, comment=MARK * 800_000), "comment"),
        lambda: vault.decisions.note(case_id, {"conditions": f"{MARK}\ud83d"}),
        lambda: vault.cases.load(MARK),
        lambda: vault.prove_recovery(MARK),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        told.append(str(caught.value))
    assert MARK not in " ".join(told[:-1])
    assert MARK not in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists instead")
def test_every_file_is_readable_by_this_user_alone(vault, folder):
    vault.cases.save(family("Jan Peeters"), "household")
    vault.backups.make()
    vault.renew_key(PASSPHRASE)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    assert modes == {path: 0o700 if path.is_dir() else 0o600 for path in modes}
