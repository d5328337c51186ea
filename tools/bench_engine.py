"""The engine: one household, many households, and what it takes to be ready."""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.engine.facts import Facts
from redi_desktop.engine.pressures import pressures
from redi_desktop.engine.reasons import explain_balance
from redi_desktop.engine.scenario import Scenario, play
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights, load_example_policy
from tools.measure import Measure
from tools.stopwatch import cold_seconds, median_ms, p95_ms, times

_READY = """
from redi_desktop.engine import assess
from redi_desktop.packs.embedded import load_embedded
load_embedded()
"""
_RUNS = 400
_MANY = 10_000
_MONTHS = [date(2025 + number // 12, number % 12 + 1, 15) for number in range(24)]


def household_of_four() -> Facts:
    """Four persons of the demo's couple with children, with their real expenses and debts."""
    facts = demo_cases()[2].facts
    return replace(facts, household=replace(facts.household, persons=facts.household.persons[:4]))


def all_parameters() -> Parameters:
    """Baskets, the example policy, legal tables and rights: everything that an assessment can rest on."""
    return Parameters(load_embedded(), load_example_policy(), load_embedded_legal(), load_embedded_rights())


def measures() -> Iterator[Measure]:
    """A budget with and without its trees, the whole assessment, cold start, ten thousand cases and their memory."""
    budgets, parameters = Parameters(load_embedded()), all_parameters()
    gc.freeze()  # as the program does once its window stands
    yield from _budget(budgets, household_of_four())
    yield from _whole(parameters, household_of_four())
    yield Measure("import the engine and load all packs, cold", cold_seconds(_READY), 0.25, "s", "fresh process")
    yield from _many(parameters)


def _budget(parameters: Parameters, facts: Facts) -> Iterator[Measure]:
    lines = len(assess(facts, parameters).reference.lines)
    taken = times(lambda: assess(facts, parameters), _RUNS)
    yield Measure("budget, four persons, median", median_ms(taken), 1.0, "ms", f"{lines} lines")
    taken = times(lambda: explain_balance(assess(facts, parameters)), _RUNS)
    yield Measure("budget and every explanation built, median", median_ms(taken), 1.0, "ms", "whole tree")
    yield Measure("budget and every explanation built, p95", p95_ms(taken), 2.0, "ms")


def _whole(parameters: Parameters, facts: Facts) -> Iterator[Measure]:
    result = assess(facts, parameters)
    detail = f"budget, integration income, {len(result.rights)} rights, policy"
    taken = times(lambda: _asked(assess(facts, parameters)), _RUNS)
    yield Measure("full assessment, its questions read, four persons, median", median_ms(taken), 2.0, "ms", detail)
    taken = times(lambda: pressures(result), _RUNS)
    yield Measure("where the deficit comes from, median", median_ms(taken), None, "ms")
    scenario = Scenario(id="s")
    taken = times(lambda: play(facts, scenario, parameters, parameters.legal, result.reference_date), _RUNS // 4)
    yield Measure("a scenario played, median", median_ms(taken), None, "ms")


def _asked(result: Assessment) -> int:
    """How many questions are open: they are worked out when the first of them is read."""
    return sum(len(right.questions) for right in result.rights)


def _many(parameters: Parameters) -> Iterator[Measure]:
    """Full assessments of the demo's households over two years: their time, whether it is even, and their memory."""
    cases = [case.facts for case in demo_cases()]
    _assess(parameters, cases, range(len(_MONTHS) * len(cases)))
    before = _peak_megabytes()
    half = _MANY // 2
    first, second = (_assess(parameters, cases, part) for part in (range(half), range(half, _MANY)))
    yield Measure(f"{_MANY} full assessments", first + second, 30.0, "s", f"{len(cases)} households, 24 months")
    yield Measure("their second half, against the first", second / first, 1.25, "x", "1: linear")
    yield Measure("memory they added at the peak", _peak_megabytes() - before, 8.0, "MB", "after the first 288")


def _assess(parameters: Parameters, cases: list[Facts], numbers: range) -> float:
    start = time.perf_counter()
    for number in numbers:
        assess(cases[number % len(cases)], parameters, _MONTHS[number // len(cases) % len(_MONTHS)])
    return time.perf_counter() - start


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
