"""kill -9 at any moment: during saves, backups, migrations, passphrase changes, renewed keys, restored backups.

A child forked from this process does the deed again and again and says when one is done; it is killed after a random
while. Then the vault is opened and checked, and all that the child said it had done has to be there.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from redi_desktop.errors import UserError, WrongPassphrase
from redi_desktop.store.backup_manifest import backups_in
from redi_desktop.store.restoring import restore
from redi_desktop.store.vault import Vault
from tools import make_vault_fixture
from tools.torture_outcome import CHEAP, PASSPHRASE, Outcome, is_sound, opened, person_named

Tell = Callable[[int], None]


class Deed(NamedTuple):
    """Something that is killed: how a round begins, what the child does, and what is checked afterwards.

    ``seconds`` is the longest that a round waits before it kills: about as long as the deed takes.

    ``check`` is given the folder and the last number that the child told; it gives the ways in which it did not hold.
    """

    name: str
    rounds: int
    seconds: float
    prepare: Callable[[Path], None]
    do: Callable[[Path, Tell], None]
    check: Callable[[Path, int], list[str]]


def torture(folder: Path, share: float, names: Collection[str] = ()) -> Iterator[Outcome]:
    """Kill every deed, or those that are named, each in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, deed in enumerate(deed for deed in DEEDS if not names or deed.name in names):
        if not hasattr(os, "fork"):
            yield Outcome(f"kill -9 during {deed.name}", skipped="this system has no fork")
            continue
        yield _tortured(deed, folder / f"kill-{number}", max(2, int(deed.rounds * share)))


def _tortured(deed: Deed, folder: Path, rounds: int) -> Outcome:
    outcome, chance, killed = Outcome(f"kill -9 during {deed.name}"), random.Random(deed.name), 0
    for _ in range(rounds):
        deed.prepare(folder)
        last, was_killed = _killed(deed, folder, chance.random() * deed.seconds)
        killed += was_killed
        outcome.rounds += 1
        try:
            outcome.broken.update(deed.check(folder, last))
        except UserError as error:
            outcome.broken[f"not opened: {error.code}"] += 1
        if outcome.broken:
            shutil.rmtree(folder, ignore_errors=True)
    outcome.detail = f"({killed} killed in the middle)"
    return outcome


def _killed(deed: Deed, folder: Path, wait: float) -> tuple[int, bool]:
    """Let a child do the deed and kill it; gives the last number it told, and whether it was still at it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(deed, folder, writing)
    os.close(writing)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        numbers = [line for line in told.read().split(b"\n")[:-1] if line]
    return (int(numbers[-1]) if numbers else 0), os.WIFSIGNALED(status)


def _live(deed: Deed, folder: Path, writing: int) -> None:
    """The child: ends without a word to the parent's interpreter."""
    try:
        deed.do(folder, lambda number: _tell(writing, number))
    except BaseException as error:
        sys.stderr.write(f"{deed.name}: {error!r}\n")
        os._exit(1)
    os._exit(0)


def _tell(writing: int, number: int) -> None:
    os.write(writing, f"{number}\n".encode())


# What is killed -------------------------------------------------------------------------------------------------------


def _make_once(folder: Path) -> None:
    if not Vault.present(folder):
        with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
            vault.cases.save(person_named("Jan Peeters", "0 " * 3000), "comment")


def _number(vault: Vault) -> tuple[int, bool]:
    """The number that the case's comment bears, and whether it bears it from end to end."""
    numbers = vault.cases.load("1" * 32).comment.split()
    return int(numbers[0]), len(numbers) == 3000 and len(set(numbers)) == 1


def _save(folder: Path, tell: Tell) -> None:
    with opened(folder) as vault:
        case, (number, _) = vault.cases.load("1" * 32), _number(vault)
        while True:
            number += 1
            vault.cases.save(replace(case, comment=f"{number} " * 3000), "comment")
            tell(number)


def _check_saves(folder: Path, last: int) -> list[str]:
    with opened(folder) as vault:
        number, is_whole = _number(vault)
        return [
            *(["unsound"] if not is_sound(vault) else []),
            *(["half a case"] if not is_whole else []),
            *(["acknowledged saves lost"] if number < last else []),
        ]


def _back_up(folder: Path, tell: Tell) -> None:
    with opened(folder) as vault:
        case = vault.cases.load("1" * 32)
        for number in range(1, 1000):
            vault.cases.save(replace(case, comment=f"{number} " * 3000), "comment")
            tell(vault.backups.make().manifest.sequence)


def _check_backups(folder: Path, last: int) -> list[str]:
    with opened(folder) as vault:
        made = backups_in(folder / "backups")
        bad = [backup for backup in made[:3] if vault.backups.verify(backup)]
        lost = last and last not in {backup.manifest.sequence for backup in made}
        return [
            *(["unsound"] if not is_sound(vault) else []),
            *(["bad backups"] * len(bad)),
            *(["acknowledged backups lost"] if lost else []),
        ]


def _lay_old_vault(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(make_vault_fixture.FIXTURES / "schema-1", folder)


def _migrate(folder: Path, tell: Tell) -> None:
    Vault.open(folder, make_vault_fixture.PASSPHRASE, limits=CHEAP).close()
    tell(1)


def _check_migration(folder: Path, _last: int) -> list[str]:
    with Vault.open(folder, make_vault_fixture.PASSPHRASE, limits=CHEAP) as vault:
        shown = {case.id for case in vault.cases.list(include_archived=True)}
        wanted = {str(data["id"]) for data in make_vault_fixture.CASES}
        read = [vault.cases.load(case_id) for case_id in shown]
        return [
            *(["unsound"] if not is_sound(vault) else []),
            *(["cases lost"] if shown != wanted or len(read) != len(wanted) else []),
            *(["no backup from before"] if not vault.backups.list() else []),
        ]


def _make_numbered(folder: Path) -> None:
    """A vault whose passphrase bears a number; the number stands beside it, as the worker knows it."""
    if not Vault.present(folder):
        with Vault.create(folder, _numbered(0), limits=CHEAP) as vault:
            vault.cases.save(person_named("Jan Peeters", "0 " * 3000), "comment")
        _known(folder).write_text("0")


def _numbered(number: int) -> str:
    return f"{PASSPHRASE} {number}"


def _known(folder: Path) -> Path:
    return folder.with_name(folder.name + ".known")


def _change_passphrase(folder: Path, tell: Tell) -> None:
    number = int(_known(folder).read_text())
    with opened(folder, _numbered(number)) as vault:
        while True:
            vault.change_passphrase(_numbered(number), _numbered(number + 1))
            number += 1
            tell(number)


def _check_passphrase(folder: Path, last: int) -> list[str]:
    """The passphrase that was acknowledged last opens, or the one whose change was under way; no other does."""
    number = last or int(_known(folder).read_text())
    opening = [each for each in (number - 1, number, number + 1) if _opens(folder, each)]
    if len(opening) != 1 or opening[0] < number:
        return ["acknowledged passphrases lost"]
    _known(folder).write_text(str(opening[0]))
    with opened(folder, _numbered(opening[0])) as vault:
        return [] if is_sound(vault) else ["unsound"]


def _opens(folder: Path, number: int) -> bool:
    try:
        opened(folder, _numbered(number)).close()
    except WrongPassphrase:
        return False
    return True


def _renew(folder: Path, tell: Tell) -> None:
    with opened(folder) as vault:
        vault.renew_key(PASSPHRASE)
    tell(1)


def _prepare_restoring(folder: Path) -> None:
    """A vault with a newer case than its backup; made once, put back afterwards."""
    if not Vault.present(folder) or not backups_in(folder / "backups"):
        shutil.rmtree(folder, ignore_errors=True)
        _make_once(folder)
        with opened(folder) as vault:
            vault.backups.make()
    shutil.rmtree(folder / "replaced", ignore_errors=True)
    with opened(folder) as vault:
        vault.cases.save(person_named("Noémie Dupont", case_id="2" * 32), "household")


def _restore(folder: Path, tell: Tell) -> None:
    restore(folder, backups_in(folder / "backups")[-1].folder, PASSPHRASE, limits=CHEAP)
    tell(1)


def _check_restored(folder: Path, last: int) -> list[str]:
    with opened(folder) as vault:
        cases = len(vault.cases.list())
        return [
            *(["unsound"] if not is_sound(vault) else []),
            *(["neither old nor new"] if cases not in (1, 2) else []),
            *(["acknowledged restoration lost"] if last and cases != 1 else []),
        ]


def _check_content(folder: Path, _last: int) -> list[str]:
    return _check_saves(folder, 0)


DEEDS = (
    Deed("saves", 200, 0.12, _make_once, _save, _check_saves),
    Deed("backups", 200, 0.4, _make_once, _back_up, _check_backups),
    Deed("migrations", 200, 0.3, _lay_old_vault, _migrate, _check_migration),
    Deed("passphrase changes", 200, 0.12, _make_numbered, _change_passphrase, _check_passphrase),
    Deed("renewals of the key", 60, 0.6, _make_once, _renew, _check_content),
    Deed("restorations", 60, 0.08, _prepare_restoring, _restore, _check_restored),
)
