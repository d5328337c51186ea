"""The engine: one household, many households, and what it takes to be ready."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Parameters, assess
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.reasons import explain_balance
from redi_desktop.packs.embedded import load_embedded
from tools.measure import Measure
from tools.stopwatch import cold_seconds, median_ms, p95_ms, times

_READY = """
from redi_desktop.engine import assess
from redi_desktop.packs.embedded import load_embedded
load_embedded()
"""
_MANY = 10_000


def household_of_four() -> Facts:
    """Four persons of the demo's couple with children, with their real expenses and debts."""
    facts = demo_cases()[2].facts
    return replace(facts, household=replace(facts.household, persons=facts.household.persons[:4]))


def measures() -> Iterator[Measure]:
    """Assessment with and without every tree built, cold start, ten thousand cases and their memory."""
    parameters, facts = Parameters(load_embedded()), household_of_four()
    lines = len(assess(facts, parameters).reference.lines)
    taken = times(lambda: assess(facts, parameters), 400)
    yield Measure("assess, four persons, median", median_ms(taken), 1.0, "ms", f"{lines} lines")
    taken = times(lambda: explain_balance(assess(facts, parameters)), 400)
    yield Measure("assess and build every explanation, median", median_ms(taken), 1.0, "ms", "whole tree")
    yield Measure("assess and build every explanation, p95", p95_ms(taken), 2.0, "ms")
    yield Measure("import the engine and load all packs, cold", cold_seconds(_READY), 0.25, "s", "fresh process")
    yield from _many(parameters)


def _many(parameters: Parameters) -> Iterator[Measure]:
    cases = [case.facts for case in demo_cases()]
    months = [date(2025 + number // 12, number % 12 + 1, 15) for number in range(24)]
    before = _peak_megabytes()
    start = time.perf_counter()
    for number in range(_MANY):
        assess(cases[number % len(cases)], parameters, months[number % len(months)])
    yield Measure(f"{_MANY} assessments of twelve households", time.perf_counter() - start, 30.0, "s", "24 months")
    yield Measure("memory they added at the peak", _peak_megabytes() - before, None, "MB")


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
