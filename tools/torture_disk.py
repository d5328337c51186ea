"""Disks and circumstances against the worker: full, read-only, a second window, a clock that jumps, much work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from redi_desktop.casefile.model import CaseFile
from redi_desktop.errors import StorageFailed, UserError
from redi_desktop.store.vault import Vault
from tools.bench_store import CHEAP as BENCH_LIMITS
from tools.bench_store import PASSPHRASE as BENCH_PASSPHRASE
from tools.bench_store import fill
from tools.somebody_else import give_away, without_privileges
from tools.torture_outcome import CHEAP, PASSPHRASE, Outcome, is_sound, opened, person_named, refusal

CYCLES = 20
CASES = 10_000
TAKEN_BACK = 10_000
_MEBIBYTE = 1 << 20


def torture(folder: Path, share: float) -> Iterator[Outcome]:
    """Every circumstance, one after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    yield full_disk(folder / "full", max(3, int(CYCLES * share)))
    yield _read_only(folder / "read-only")
    yield _second_window(folder / "second", max(5, int(20 * share)))
    yield jumping_clock(folder / "clock")
    yield _long_texts(folder / "long")
    yield _taken_back(folder / "back", int(TAKEN_BACK * share))
    yield _many_cases(folder / "many", int(CASES * share))


# A full disk ----------------------------------------------------------------------------------------------------------


def full_disk(folder: Path, cycles: int) -> Outcome:
    """Fill the disk, be refused, make room, save: nothing of before is lost and the next save works."""
    outcome = Outcome("a full disk")
    with _small_disk(folder, outcome) as small:
        case = person_named("Jan Peeters", "begin")
        with Vault.create(folder / "vault", PASSPHRASE, limits=CHEAP) as vault:
            vault.cases.save(case, "comment")
            for number in range(cycles):
                outcome.rounds += 1
                case = replace(case, comment=f"cycle {number}")
                vault.cases.save(case, "comment")
                with small.filled():
                    outcome.broken.update(_refused_when_full(vault, case))
                vault.cases.save(replace(case, comment=f"after {number} " * 500), "comment")
                vault.backups.make()
                if not is_sound(vault):
                    outcome.broken["unsound"] += 1
    return outcome


def _refused_when_full(vault: Vault, case: CaseFile) -> Iterator[str]:
    """What does not hold while there is no room: every deed is refused by name, and reading goes on."""
    large = replace(case, comment="x" * 4 * _MEBIBYTE)
    deeds: dict[str, Callable[[], object]] = {
        "save": lambda: vault.cases.save(large, "comment"),
        "backup": vault.backups.make,
        "renewal": lambda: vault.renew_key(PASSPHRASE),
    }
    for name, deed in deeds.items():
        code = refusal(deed)
        if code not in ("disk_full", "io"):
            yield f"{name} on a full disk told as {code}"
    if vault.cases.load(case.id) != case:
        yield "an older save lost"


class _SmallDisk:
    """A disk that can be filled to its last byte."""

    def __init__(self, folder: Path, limited: bool) -> None:
        self._folder, self._limited = folder, limited

    @contextmanager
    def filled(self) -> Iterator[None]:
        """No room for anything large inside."""
        if self._limited:
            import resource

            before = resource.getrlimit(resource.RLIMIT_FSIZE)
            largest = max(path.stat().st_size for path in self._folder.rglob("*") if path.is_file())
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest // 2, before[1]))
            try:
                yield
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, before)
            return
        filler = self._folder / "filler"
        with filler.open("wb", buffering=0) as file:
            size = _MEBIBYTE
            while size:
                try:
                    file.write(bytes(size))
                except OSError:
                    size //= 4
        try:
            yield
        finally:
            filler.unlink()


@contextmanager
def _small_disk(folder: Path, outcome: Outcome) -> Iterator[_SmallDisk]:
    """A disk of twelve megabytes in memory where this user may mount one, else files that may not grow."""
    folder.mkdir()
    mounted = sys.platform == "linux" and os.geteuid() == 0 and _mount(folder)
    outcome.detail = "(on a disk of 12 MiB)" if mounted else "(by a limit on the size of files)"
    try:
        yield _SmallDisk(folder, limited=not mounted)
    finally:
        if mounted:
            subprocess.run(["umount", folder], check=True)


def _mount(folder: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


# Circumstances --------------------------------------------------------------------------------------------------------


def _read_only(folder: Path) -> Outcome:
    """A file or a folder that cannot be written: the cases can be read, and a save says why it is refused."""
    outcome = Outcome("read-only file and folder")
    if sys.platform == "win32":
        outcome.skipped = "permissions of another kind"
        return outcome
    case = person_named("Jan Peeters")
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save(case, "household")
    _give_away(folder)
    for kept_from_writing in ([folder / "dossiers.db"], [*folder.iterdir(), folder]):
        for path in kept_from_writing:
            path.chmod(0o500 if path.is_dir() else 0o400)
        outcome.rounds += 1
        with without_privileges():
            outcome.broken.update(_read_but_not_written(folder, case))
    folder.chmod(0o700)
    return outcome


def _read_but_not_written(folder: Path, case: CaseFile) -> list[str]:
    try:
        with opened(folder) as vault:
            told = refusal(partial(vault.cases.save, replace(case, comment="x"), "comment"))
            unread = vault.cases.load(case.id) != case
    except UserError as error:
        return [f"not opened: {error.code}"]
    return [*(["not read"] if unread else []), *([f"save told as {told}"] if told != "read_only" else [])]


def _give_away(folder: Path) -> None:
    """Let the vault be somebody else's, within reach."""
    give_away((folder, *folder.rglob("*")))
    if os.geteuid() == 0:
        folder.parent.chmod(0o755)
        folder.parent.parent.chmod(0o755)


def _second_window(folder: Path, rounds: int) -> Outcome:
    """Another process is refused at once, and is let in as soon as the first was killed."""
    outcome = Outcome("a second window")
    Vault.create(folder, PASSPHRASE, limits=CHEAP).close()
    slowest = 0.0
    for _ in range(rounds):
        outcome.rounds += 1
        with subprocess.Popen(
            [sys.executable, "-m", "tools.torture_disk", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as first:
            assert first.stdout is not None
            first.stdout.readline()
            start = time.perf_counter()
            told = refusal(lambda: opened(folder).close())
            slowest = max(slowest, time.perf_counter() - start)
            outcome.broken.update([] if told == "vault_busy" else [f"told as {told}"])
            first.kill()
        told = refusal(lambda: opened(folder).close())
        outcome.broken.update([] if told is None else [f"after a kill: {told}"])
    outcome.detail = f"(refused within {slowest * 1000:.0f} ms)"
    return outcome


def jumping_clock(folder: Path) -> Outcome:
    """A day back, ten years ahead, and back again: order, journal, backups and what is due stay as they are."""
    outcome = Outcome("a clock that jumps")
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC)
    with Vault.create(folder, PASSPHRASE, limits=CHEAP, clock=lambda: moment) as vault:
        vault.settings.choose_journal(6)
        for number, days in enumerate((0, -1, 3650, -3649, 1, 3650, -3650)):
            outcome.rounds += 1
            moment += timedelta(days=days)
            vault.cases.save(person_named(f"case {number}", case_id=f"{number:032x}"), "household")
            vault.daily_care()
            order = [shown.title for shown in vault.cases.list()]
            if order != [f"case {each}" for each in reversed(range(number + 1))]:
                outcome.broken["order lost"] += 1
            if not is_sound(vault) or vault.backups.last is None:
                outcome.broken["unsound"] += 1
    return outcome


def _long_texts(folder: Path) -> Outcome:
    """Texts of a million letters of every kind are saved, found and given back as they were."""
    outcome = Outcome("texts of a megabyte")
    slowest = 0.0
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
        for number, letter in enumerate("aé\x00\u202e🙂\n"):
            case = person_named(f"case {number}", letter * (_MEBIBYTE // len(json.dumps(letter))), f"{number:032x}")
            start = time.perf_counter()
            vault.cases.save(case, "comment")
            slowest = max(slowest, time.perf_counter() - start)
            outcome.rounds += 1
            outcome.broken.update([] if vault.cases.load(case.id) == case else ["text changed"])
        outcome.broken.update([] if is_sound(vault) else ["unsound"])
    outcome.detail = f"(saved within {slowest * 1000:.0f} ms)"
    return outcome


def _taken_back(folder: Path, rounds: int) -> Outcome:
    """Transactions that change the first page and are taken back: the tables can be read after every one."""
    outcome = Outcome("saves that are taken back", rounds)
    with Vault.create(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.cases.save(person_named("Jan Peeters"), "household")
        database = vault.cases.database
        for _ in range(rounds):
            try:
                with suppress(_Withdrawn), database.transaction():
                    database.run("PRAGMA user_version = 0")
                    raise _Withdrawn
                vault.cases.list("jan")
                database.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'journal'")
            except UserError as error:
                outcome.broken[error.code] += 1
                break
        outcome.broken.update([] if is_sound(vault) else ["unsound"])
    return outcome


class _Withdrawn(Exception):
    """The worker thinks better of it."""


def _many_cases(folder: Path, cases: int) -> Outcome:
    """Ten thousand cases are listed, found, backed up, checked, and killed under."""
    outcome = Outcome("many cases", rounds=cases)
    fill(folder, cases)
    with Vault.open(folder, BENCH_PASSPHRASE, limits=BENCH_LIMITS) as vault:
        start = time.perf_counter()
        outcome.broken.update([] if len(vault.cases.list()) == cases else ["cases missing"])
        outcome.broken.update([] if vault.cases.list("celik") else ["not found"])
        listed = time.perf_counter() - start
        try:
            vault.backups.make()
        except StorageFailed as error:
            outcome.broken[f"backup: {error.code}"] += 1
        outcome.broken.update([] if is_sound(vault) else ["unsound"])
    outcome.detail = f"(listed and searched in {listed * 1000:.0f} ms)"
    shutil.rmtree(folder)
    return outcome


if __name__ == "__main__":
    with opened(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.read()
