"""What the program takes: time and memory of the things a worker waits for, against the goals of the design.

Run as ``python3 dev.py bench``: prints a table, and the same as JSON with ``--json``. Never part of the tests.
Each group is measured in a process of its own: what one leaves in memory would be counted for the next.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

from tools.measure import Measure
from tools.stopwatch import median_ms, p95_ms, times

GROUPS = ("engine", "store", "packs", "report", "window", "day")


def measures(group: str) -> Iterator[Measure]:
    """What the module ``tools.bench_<group>`` measures, one after the other."""
    found: Iterator[Measure] = import_module(f"tools.bench_{group}").measures()
    return found


def this_machine() -> tuple[float, float]:
    """Milliseconds of a fixed small task in plain Python, and its spread: slowest twentieth over median, in per cent.

    A laptop that is throttled and a server that others work on differ by more than two programs do: a time says
    something beside this one alone.
    """
    taken = times(lambda: sum(number * number for number in range(20_000)), 300)
    return median_ms(taken), (p95_ms(taken) / median_ms(taken) - 1) * 100


def main(arguments: list[str]) -> int:
    """Measure, print as it comes, and end with 0 even where a goal is missed: the numbers say so themselves."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("group", nargs="?", choices=GROUPS, help="all of them if left out")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end of each group")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if chosen.group is None:
        return max(_in_a_process(group, arguments) for group in GROUPS)
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    task, spread = this_machine()
    print(f"{machine}; a fixed task of plain Python {task:.2f} ms, 95th percentile {spread:.0f} % above the median")
    found = []
    for measure in measures(chosen.group):
        print(_line(measure), flush=True)
        found.append(measure._asdict())
    if chosen.json:
        print(json.dumps({"machine": machine, "fixed_task_ms": task, "measures": found}))
    return 0


def _in_a_process(group: str, arguments: list[str]) -> int:
    print(f"\n{group}", flush=True)
    return subprocess.run([sys.executable, "-m", "tools.bench", group, *arguments], check=False).returncode


def _line(measure: Measure) -> str:
    goal = f"{measure.goal:10.2f}" if measure.goal is not None else " " * 10
    verdict = "" if measure.goal is None else "reached" if measure.reached else "MISSED"
    return f"{measure.name:<58}{measure.value:10.2f}{goal} {measure.unit:<3} {verdict:<8}{measure.detail}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
