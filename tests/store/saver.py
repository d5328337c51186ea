"""Programs that hold a vault, or save into it without end, until somebody kills them; and deeds that break off."""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from redi_desktop.store.vault import Vault
from tests.store.cases_of_families import CHEAP, PASSPHRASE, family

NEW_PASSPHRASE = "autre phrase de sept mots"
STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.truncate"})


def hold(folder: str) -> None:
    """Open a vault, say so, and hold it until the input ends."""
    with Vault.open(Path(folder), PASSPHRASE, limits=CHEAP):
        print("held", flush=True)
        sys.stdin.read()


def save_without_end(folder: str) -> None:
    """Save one case again and again; after each save say its number, which the comment bears from end to end."""
    with Vault.open(Path(folder), PASSPHRASE, limits=CHEAP) as vault:
        shown = vault.cases.list()
        case = vault.cases.load(shown[0].id) if shown else family("Jan Peeters")
        number = int(case.comment.split()[0]) if case.comment else 0
        while True:
            number += 1
            case = dataclasses.replace(case, comment=f"{number} " * 3000)
            vault.cases.save(case, "comment")
            print(number, flush=True)


def create(folder: Path) -> None:
    """Make a vault."""
    Vault.create(folder, PASSPHRASE, limits=CHEAP).close()


def change(folder: Path) -> None:
    """Give an existing vault a new passphrase."""
    with Vault.open(folder, PASSPHRASE, limits=CHEAP) as vault:
        vault.set_passphrase(NEW_PASSPHRASE)


def break_off_everywhere(folder: Path, deed: Callable[[Path], None], prepare: Callable[[Path], None]) -> None:
    """Do a deed in ``folder/0``, ``folder/1`` …, killed at its first step, its second, until it gets through."""
    for step in range(1000):
        place = folder / str(step)
        prepare(place)
        child = os.fork()
        if child == 0:
            _kill_at(step, str(place))
            deed(place)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return


def _kill_at(step: int, place: str) -> None:
    """Kill this process just before its step of that number on a file or folder of ``place``."""
    taken = -1

    def on_event(event: str, values: tuple[object, ...]) -> None:
        nonlocal taken
        taken += event in STEPS and str(values[0]).startswith(place)
        if event in STEPS and taken == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(on_event)


if __name__ == "__main__":
    what, where = sys.argv[1], sys.argv[2]
    if what == "save":
        save_without_end(where)
    elif what == "create":
        break_off_everywhere(Path(where), create, lambda place: None)
    else:
        break_off_everywhere(Path(where), change, create)
