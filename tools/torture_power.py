"""Power cuts, played: the library's writes and syncs are recorded, then lost from any moment on.

A worker's vault is worked on under a small library that records every call (``torture_power_shim.c``, compiled on the
spot). From hundreds of moments of that record a disk is built that has lost or torn what was not synced, and the vault
on it is opened. The same with ``synchronous=OFF`` has to fail, or the simulation would prove nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from redi_desktop.errors import UserError
from redi_desktop.store.backup_manifest import Backup
from redi_desktop.store.vault import Vault
from tools.torture_outcome import CHEAP, PASSPHRASE, Outcome, is_sound, opened, person_named
from tools.torture_power_disk import Disk, Record, records

SHIM = Path(__file__).with_name("torture_power_shim.c")
POINTS = 300
CONTROL_POINTS = 100
SAVES = 40


def torture(folder: Path, share: float) -> Iterator[Outcome]:
    """Cut the power over the work of a day, and over the same work without syncs."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if sys.platform != "linux" or compiler is None:
        yield Outcome("power cuts", skipped="needs Linux and a C compiler")
        return
    library = folder / "shim.so"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SHIM, "-ldl", "-lpthread"], check=True)
    day = _recorded(folder / "day", library, "day")
    yield _cut(Outcome("power cuts during a day's work"), *day, max(10, int(POINTS * share)))
    careless = _recorded(folder / "careless", library, "careless")
    control = Outcome("power cuts with synchronous=OFF", must_break=True)
    yield _cut(control, *careless, max(20, int(CONTROL_POINTS * share)))


def _recorded(folder: Path, library: Path, work: str) -> tuple[Path, Disk, list[Record]]:
    """Make a vault, then have another process work on it under the recording library."""
    with Vault.create(folder / "vault", _numbered(0), limits=CHEAP) as vault:
        vault.cases.save(person_named("Jan Peeters", "0 " * 3000), "comment")
    (folder / "told").touch()
    disk, log = Disk(folder), folder.with_name(folder.name + ".log")
    environment = {**os.environ, "LD_PRELOAD": str(library), "TORTURE_LOG": str(log), "TORTURE_FOLDER": str(folder)}
    subprocess.run([sys.executable, "-m", "tools.torture_power", work, str(folder)], check=True, env=environment)
    return folder, disk, list(records(log))


def _cut(outcome: Outcome, folder: Path, disk: Disk, done: list[Record], points: int) -> Outcome:
    chance = random.Random(11)
    moments = sorted(chance.sample(range(1, len(done)), min(points, len(done) - 1)))
    told, at = "", 0
    for moment in moments:
        for record in done[at:moment]:
            disk.play(record)
            if record.what == "W" and record.path == str(folder / "told"):
                told += record.data.decode()
        at = moment
        image = folder.with_name(folder.name + "-image")
        _lay(disk.cut_power(chance), folder, image)
        outcome.rounds += 1
        try:
            outcome.broken.update(_troubles(image / "vault", told.split()))
        except UserError as error:
            outcome.broken[f"not opened: {error.code}"] += 1
        shutil.rmtree(image)
    outcome.detail = f"({len(done)} calls recorded)"
    return outcome


def _lay(files: dict[str, bytes], folder: Path, image: Path) -> None:
    for path, content in files.items():
        place = image / Path(path).relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _troubles(folder: Path, told: list[str]) -> Iterator[str]:
    """What does not hold in a vault after a cut, given what had been acknowledged before it."""
    known = {"save": "0", "passphrase": "0", "backup": ""} | dict(each.split(":") for each in told)
    passphrase = _opening(folder, int(known["passphrase"]))
    if passphrase is None:
        yield "acknowledged passphrase lost"
        return
    with opened(folder, passphrase) as vault:
        if not is_sound(vault):
            yield "unsound"
            return
        numbers = vault.cases.load("1" * 32).comment.split()
        if len(numbers) != 3000 or len(set(numbers)) != 1:
            yield "half a case"
        if int(numbers[0]) < int(known["save"]):
            yield "acknowledged save lost"
    if known["backup"] and not _is_intact(folder / "backups" / known["backup"]):
        yield "acknowledged backup lost"


def _opening(folder: Path, number: int) -> str | None:
    """The passphrase that opens: the one acknowledged last, or the one whose change was under way."""
    for passphrase in (_numbered(number), _numbered(number + 1)):
        try:
            opened(folder, passphrase).close()
        except UserError as error:
            if error.code != "wrong_passphrase":
                raise
        else:
            return passphrase
    return None


def _is_intact(folder: Path) -> bool:
    try:
        return Backup.at(folder).is_intact()
    except UserError:
        return False


def _numbered(number: int) -> str:
    return f"{PASSPHRASE} {number}"


# The work that is recorded, in a process of its own -------------------------------------------------------------------


def _work_a_day(folder: Path) -> None:
    """Saves small and large, a backup, a new passphrase, and each told of once it is done."""
    with opened(folder / "vault", _numbered(0)) as vault:
        for number in range(1, SAVES + 1):
            _save(vault, folder, number)
            if number == SAVES // 2:
                _tell(folder, f"backup:{vault.backups.make().name}")
            if number % 15 == 0:
                changes = number // 15
                vault.change_passphrase(_numbered(changes - 1), _numbered(changes))
                _tell(folder, f"passphrase:{changes}")


def _work_carelessly(folder: Path) -> None:
    """Saves alone, and nothing is synced."""
    with opened(folder / "vault", _numbered(0)) as vault:
        vault.cases.database.run("PRAGMA synchronous = OFF")
        for number in range(1, SAVES + 1):
            _save(vault, folder, number)


def _save(vault: Vault, folder: Path, number: int) -> None:
    case = person_named("Jan Peeters", f"{number} " * 3000)
    vault.cases.save(case, "comment")
    if number % 10 == 0:
        others = (person_named(f"person {each}", "x" * 20_000, f"{each:032x}") for each in range(20))
        vault.cases.save_all(((replace(other, reference=str(number)), None) for other in others), "import")
    _tell(folder, f"save:{number}")


def _tell(folder: Path, what: str) -> None:
    with (folder / "told").open("a") as file:
        file.write(what + "\n")


if __name__ == "__main__":
    {"day": _work_a_day, "careless": _work_carelessly}[sys.argv[1]](Path(sys.argv[2]))
