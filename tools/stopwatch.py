"""Timing, the same way everywhere: many runs, sorted, medians and 95th percentiles."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable


def times(action: Callable[[], object], runs: int) -> list[float]:
    """Seconds of each run, sorted; one run before them is not counted."""
    action()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return sorted(taken)


def median_ms(taken: list[float]) -> float:
    """The median in milliseconds."""
    return taken[len(taken) // 2] * 1000


def p95_ms(taken: list[float]) -> float:
    """The 95th percentile in milliseconds."""
    return taken[int(len(taken) * 0.95)] * 1000


def cold_seconds(code: str, runs: int = 7) -> float:
    """Median seconds of a fresh Python process that runs ``code``, less those of one that runs nothing."""
    return _process_seconds(code, runs) - _process_seconds("pass", runs)


def _process_seconds(code: str, runs: int) -> float:
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        taken.append(time.perf_counter() - start)
    return sorted(taken)[runs // 2]
