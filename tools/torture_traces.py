"""Looks for a marked name wherever work on a case could leave one: folders, temporary files, logs, crash output.

Each round is a process of its own, with its own home and temporary folder, that works on a case in which every text
holds the mark: changes, searches and sorts it, keeps its results, makes all its documents and exports in memory, backs
up, and then ends by itself, by an error nobody catches, or by a crash of the interpreter.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from redi_desktop.store.key_file import KeyFile
from tools.database_pages import decrypted_pages
from tools.torture_outcome import CHEAP, PASSPHRASE, Outcome, opened
from tools.torture_traces_work import ENDINGS, MARK, WORKED

ROUNDS = 12


def torture(folder: Path, share: float) -> Iterator[Outcome]:
    """The outside of the vault while it is worked in, and its inside once the case is erased."""
    outside, inside = Outcome("names outside the encryption"), Outcome("names inside after erasing")
    for number in range(max(len(ENDINGS), int(ROUNDS * share))):
        place, ending = folder / str(number), ENDINGS[number % len(ENDINGS)]
        printed = _work(place, ending)
        outside.rounds += 1
        if WORKED.encode() not in printed:
            outside.broken[f"stopped before {ending}"] += 1
            continue
        found = traces(printed) + sum(traces(path.read_bytes()) for path in _files(place))
        outside.broken.update({f"traces after {ending}": found} if found else {})
        inside.rounds += 1
        if not _control(place / "vault"):
            inside.broken["the mark was never there"] += 1
        inside.broken.update({"traces": left} if (left := _after_erasing(place / "vault")) else {})
    if not inside.rounds:
        inside.broken["never tried"] += 1
    outside.detail = f"({outside.rounds} cases worked on, ended by {', '.join(ENDINGS)})"
    yield outside
    yield inside


def traces(content: bytes) -> int:
    """How often the mark is in there, in any of the spellings that the program gives it."""
    return sum(content.count(mark.encode(code)) for mark in (MARK, MARK.casefold()) for code in ("utf-8", "utf-16-le"))


def _work(place: Path, ending: str) -> bytes:
    """Work on the marked case; gives all that was printed."""
    for name in ("home", "temp"):
        (place / name).mkdir(parents=True)
    homes = {name: str(place / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    surroundings = {**os.environ, **homes, "XDG_CACHE_HOME": str(place / "home"), "TMPDIR": str(place / "temp")}
    surroundings["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "tools.torture_traces_work", str(place), ending]
    done = subprocess.run(command, env=surroundings, capture_output=True, cwd=Path(__file__).resolve().parent.parent)
    return done.stdout + done.stderr


def _files(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.is_file()]


def _control(vault: Path) -> bool:
    """Whether the mark is found where it must be: in the pages, once they are decrypted."""
    return traces(_pages(vault)) > 0


def _after_erasing(vault: Path) -> int:
    with opened(vault) as again:
        for case in again.cases.list(include_archived=True):
            again.cases.erase(case.id)
    return traces(_pages(vault))


def _pages(vault: Path) -> bytes:
    key = KeyFile.parse((vault / "keys.json").read_bytes(), CHEAP).open(PASSPHRASE)
    return decrypted_pages((vault / "dossiers.db").read_bytes(), key.material)
