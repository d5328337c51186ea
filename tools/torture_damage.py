"""Bits that flip and ends that are lost: in the database, the key file, a backup, a handover file.

Every one has to be noticed, none may be read as if it were right, and no backup may be made of it that is not sound.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from redi_desktop.errors import UserError
from redi_desktop.store.backup_manifest import Backup, backups_in
from redi_desktop.store.handover import Agreement, hand_over, take_over
from redi_desktop.store.restoring import restore
from redi_desktop.store.vault import Vault
from tools.torture_outcome import CHEAP, PASSPHRASE, Outcome, opened, person_named, refusal

FLIPS, CUTS, BACKED_UP = 300, 200, 60
NAMES = ("Ayşe Çelik", "Jan Peeters", "Noémie Dupont", "Łukasz Nowak")


class Target(NamedTuple):
    """A file that is damaged, and how it is looked at: that gives what did not hold, nothing where it was noticed."""

    name: str
    file: Path
    look: Callable[[], str | None]


def torture(folder: Path, share: float) -> Iterator[Outcome]:
    """Damage every kind of file, at random places of the same chance each time."""
    vault_folder = folder / "vault"
    with Vault.create(vault_folder, PASSPHRASE, limits=CHEAP) as vault:
        for number, name in enumerate(NAMES):
            vault.cases.save(person_named(name, name * 400, f"{number:032x}"), "comment")
        made = vault.backups.make()
        agreed = Agreement(given_on=date(2026, 11, 21), how="torture")
        hand_over(vault, f"{0:032x}", folder / "case.redicase", PASSPHRASE, agreed, limits=CHEAP)
    for target in _targets(folder, vault_folder, made):
        yield _flipped(target, max(10, int(FLIPS * share)))
        yield _cut_off(target, max(10, int(CUTS * share)))
    yield _backed_up(vault_folder, max(5, int(BACKED_UP * share)))


def _targets(folder: Path, vault_folder: Path, made: Backup) -> Iterator[Target]:
    wanted = _content(vault_folder)
    yield Target("database", vault_folder / "dossiers.db", partial(_look_at_vault, vault_folder, wanted))
    yield Target("key file", vault_folder / "keys.json", partial(_look_at_keys, vault_folder))
    for name in ("dossiers.db", "keys.json", "backup.json"):
        yield Target(f"backup's {name}", made.folder / name, partial(_look_at_backup, vault_folder, made.folder))
    yield Target("handover file", folder / "case.redicase", partial(_look_at_handover, folder))


def _flipped(target: Target, rounds: int) -> Outcome:
    outcome, chance = Outcome(f"one bit of the {target.name}"), random.Random(target.name)
    content = target.file.read_bytes()
    for place in _places(len(content), rounds, chance):
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        _look(outcome, target, bytes(flipped))
    _lay(target.file, content)
    return outcome


def _places(length: int, rounds: int, chance: random.Random) -> list[int]:
    """The first and the last byte, and others anywhere."""
    return [0, length - 1, *(chance.randrange(length) for _ in range(rounds - 2))]


def _cut_off(target: Target, rounds: int) -> Outcome:
    outcome, chance = Outcome(f"the end of the {target.name}"), random.Random(target.name)
    content = target.file.read_bytes()
    pages = [*range(0, len(content), 4096)][: rounds // 2]
    ends = [*pages, *(chance.randrange(len(content)) for _ in range(rounds - len(pages)))]
    for end in ends:
        _look(outcome, target, content[:end])
    _lay(target.file, content)
    return outcome


def _lay(file: Path, content: bytes) -> None:
    """Put a content in place; what a refused transaction wanted to undo does not belong to it."""
    file.with_name(file.name + "-journal").unlink(missing_ok=True)
    file.write_bytes(content)


def _look(outcome: Outcome, target: Target, content: bytes) -> None:
    _lay(target.file, content)
    outcome.rounds += 1
    if trouble := target.look():
        outcome.broken[trouble] += 1


# How each file is looked at: what is noticed gives None ---------------------------------------------------------------


def _content(folder: Path) -> list[object]:
    with opened(folder) as vault:
        return [vault.cases.load(shown.id) for shown in sorted(vault.cases.list(), key=lambda case: case.id)]


def _look_at_vault(folder: Path, wanted: list[object]) -> str | None:
    try:
        with opened(folder) as vault:
            if not vault.verify().fine:
                return None
        return "not noticed" if _content(folder) == wanted else "silently wrong"
    except UserError:
        return None


def _look_at_keys(folder: Path) -> str | None:
    """The same damage to both copies: the vault is not opened, and no other trouble is told than that."""
    copy = folder / "keys.bak.json"
    sound = copy.read_bytes()
    copy.write_bytes((folder / "keys.json").read_bytes())
    code = refusal(lambda: opened(folder).close())
    copy.write_bytes(sound)
    told = ("key_file_damaged", "key_file_foreign", "key_file_newer", "key_cost_out_of_range")
    return None if code in told else f"told as {code}"


def _look_at_backup(folder: Path, backup_folder: Path) -> str | None:
    """It is neither found to be intact nor restored."""
    found = [backup for backup in backups_in(backup_folder.parent) if backup.folder == backup_folder]
    with opened(folder) as vault:
        if found and _is_verified(vault, found[0]):
            return "not noticed"
    elsewhere = folder.with_name("restored")
    code = refusal(lambda: restore(elsewhere, backup_folder, PASSPHRASE, limits=CHEAP))
    shutil.rmtree(elsewhere, ignore_errors=True)
    return "restored all the same" if code is None else None


def _is_verified(vault: Vault, backup: Backup) -> bool:
    try:
        return not vault.backups.verify(backup)
    except UserError:
        return False


def _look_at_handover(folder: Path) -> str | None:
    with opened(folder / "vault") as vault:
        before = len(vault.cases.list())
        code = refusal(lambda: take_over(vault, folder / "case.redicase", PASSPHRASE, limits=CHEAP))
        if code is None or len(vault.cases.list()) != before:
            return "taken over all the same"
    return None if code in ("handover_damaged", "handover_foreign", "handover_newer") else f"told as {code}"


def _backed_up(folder: Path, rounds: int) -> Outcome:
    """A backup of a damaged database is refused, or sound because no data stood on the page."""
    outcome, chance = Outcome("backup of a damaged database"), random.Random(9)
    wanted, database = _content(folder), folder / "dossiers.db"
    sound, refused = database.read_bytes(), 0
    for place in _places(len(sound), rounds, chance):
        flipped = bytearray(sound)
        flipped[place] ^= 1 << chance.randrange(8)
        _lay(database, bytes(flipped))
        outcome.rounds += 1
        try:
            with opened(folder) as vault:
                made = vault.backups.make().folder
        except UserError:
            refused += 1
            continue
        restored = folder.with_name("restored")
        restore(restored, made, PASSPHRASE, limits=CHEAP)
        outcome.broken.update([] if _content(restored) == wanted else ["unsound backup"])
        shutil.rmtree(restored)
    _lay(database, sound)
    outcome.detail = f"({refused} refused)"
    return outcome
