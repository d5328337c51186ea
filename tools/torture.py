"""Does to a vault all that a worker's machine may do to it, spoils packs, and counts what did not hold.

Run as ``python3 dev.py torture``: a few minutes, every part printed with its rounds as it ends; ``--share 0.1`` does a
tenth of the rounds. The exit status is 1 where anything broke that must hold, or held that must break (a control).
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from redi_desktop.errors import UserError
from tools import (
    torture_damage,
    torture_disk,
    torture_kill,
    torture_packs,
    torture_power,
    torture_traces,
    torture_window,
)
from tools.torture_outcome import Outcome, Part

PARTS: dict[str, Part] = {
    "kill": torture_kill.torture,
    "power": torture_power.torture,
    "damage": torture_damage.torture,
    "disk": torture_disk.torture,
    "traces": torture_traces.torture,
    "packs": torture_packs.torture,
    "window": torture_window.torture,
}


def pieces(names: list[str]) -> list[tuple[str, str]]:
    """The parts that can be done side by side: every deed that is killed is one."""
    return [
        (name, deed.name if deed else "")
        for name in names
        for deed in (torture_kill.DEEDS if name == "kill" else (None,))
    ]


def perform(name: str, piece: str, share: float) -> list[Outcome]:
    """One piece, in a process of its own and a folder that is gone afterwards."""
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="redi-torture-") as folder:
        place = Path(folder) / name
        work = torture_kill.torture(place, share, {piece}) if name == "kill" else PARTS[name](place, share)
        try:
            return list(work)
        except UserError as error:  # errors with values do not travel between processes
            return [Outcome(f"{name} {piece}".strip(), broken=Counter({f"stopped by {error}": 1}))]


def main(arguments: list[str]) -> int:
    """Do all parts, or those that are named, as many side by side as there are cores."""
    parser = argparse.ArgumentParser(prog="dev.py torture")
    parser.add_argument("parts", nargs="*", default=list(PARTS), help=", ".join(PARTS))
    parser.add_argument("--share", type=float, default=1.0, help="part of the usual rounds, from 0 to 1")
    chosen = parser.parse_args(arguments)
    start, found = time.monotonic(), []
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        work = [pool.submit(perform, *piece, chosen.share) for piece in pieces(chosen.parts)]
        for done in as_completed(work):
            for outcome in done.result():
                print(outcome.line(), flush=True)
                found.append(outcome)
    broken = [outcome for outcome in found if not outcome.held]
    rounds = sum(outcome.rounds for outcome in found)
    held = f"{len(found) - len(broken)} of {len(found)} kinds of harm came out as they must"
    print(f"{held}; {rounds} rounds in {time.monotonic() - start:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
