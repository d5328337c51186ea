"""What the program takes: time and memory of the things a worker waits for, against the goals of the design.

Run as ``python3 dev.py bench``: prints a table, and the same as JSON with ``--json``. Never part of the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator

from tools.measure import Measure
from tools.stopwatch import median_ms, p95_ms, times


def measures(wanted: str) -> Iterator[Measure]:
    """Every measure whose group's name holds ``wanted``."""
    from tools import bench_engine, bench_packs, bench_report, bench_window

    groups: dict[str, Callable[[], Iterator[Measure]]] = {
        "engine": bench_engine.measures,
        "store": _store,
        "packs": bench_packs.measures,
        "report": bench_report.measures,
        "window": bench_window.measures,
    }
    for name, group in groups.items():
        if wanted in name:
            yield from group()


_STORE_GOALS: dict[str, float | None] = {
    "unlock": 1000.0,
    "first_list": 300.0,
    "search_slowest": 30.0,
    "save": 15.0,
    "backup_of_1000": 1000.0,
}
"""Milliseconds; the other numbers of the store are shown without a goal."""


def _store() -> Iterator[Measure]:
    from tools.bench_store import measure_store

    for name, value in measure_store().items():
        unit = "MB" if name.endswith(("_mb", "_mib")) else "ms"
        yield Measure(f"vault of 10,000 cases: {name.replace('_', ' ')}", value, _STORE_GOALS.get(name), unit)


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
    parser.add_argument("group", nargs="?", default="", help="engine, store, packs, report, window; all if left out")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    task, spread = this_machine()
    print(f"{machine}; a fixed task of plain Python {task:.2f} ms, 95th percentile {spread:.0f} % above the median")
    found = []
    for measure in measures(chosen.group):
        goal = f"{measure.goal:10.2f}" if measure.goal is not None else " " * 10
        verdict = "" if measure.goal is None else "reached" if measure.reached else "MISSED"
        line = f"{measure.name:<58}{measure.value:10.2f}{goal} {measure.unit:<3} {verdict:<8}{measure.detail}"
        print(line, flush=True)
        found.append(measure._asdict())
    if chosen.json:
        print(json.dumps({"machine": machine, "fixed_task_ms": task, "measures": found}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
