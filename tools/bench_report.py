"""The documents: how long the social report takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.packs.embedded import load_embedded
from redi_desktop.report.make import make, to_bytes
from tools.measure import Measure
from tools.stopwatch import median_ms, times

_COUPLE = 2


def measures() -> Iterator[Measure]:
    """Every document of the couple with three children and debts."""
    case = demo_cases()[_COUPLE]
    assessment = assess(case.facts, Parameters(load_embedded()))
    goals = {"social-report": 1000.0, "person-copy": None, "explanation": None}
    for kind, goal in goals.items():
        taken = times(partial(_written, kind, case, assessment), 5)
        yield Measure(f"{kind} as PDF, median", median_ms(taken), goal, "ms")


def _written(kind: str, case: CaseFile, assessment: Assessment) -> bytes:
    return to_bytes(make(kind, case, assessment, "", "fr", date(2026, 7, 1)), "pdf")
