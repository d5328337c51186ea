"""The documents: how long each takes, how long its preview, and what a hundred of them leave in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from redi_desktop.casefile.model import CaseFile
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Assessment, Parameters, assess
from redi_desktop.packs.embedded import load_embedded, load_embedded_legal, load_embedded_rights
from redi_desktop.report.batch import BatchOrder, Ready, Waiting, write_batch
from redi_desktop.report.content import DocumentKind, Letterhead
from redi_desktop.report.make import make, to_bytes
from redi_desktop.ui.pages.document_work import Picture, drawn
from tools.measure import Measure
from tools.stopwatch import median_ms, times

_COUPLE = 2
_DAY = date(2026, 7, 1)
_GOALS = {"social-report": 1000.0, "explanation": 700.0}
_BATCH = 100
_WARM = 20
"""Reports after which caches are full: what grows from then on would go on growing."""
_SCREEN = 720
"""Pixels of a page in the preview."""


def measures() -> Iterator[Measure]:
    """Every document of the couple with three children and debts, then a batch of reports."""
    parameters = Parameters(load_embedded(), None, load_embedded_legal(), load_embedded_rights())
    case = demo_cases()[_COUPLE]
    assessment = assess(case.facts, parameters)
    for kind in ("social-report", "person-copy", "explanation"):
        taken = times(partial(_written, kind, case, assessment), 5)
        yield Measure(f"{kind} as PDF, median", median_ms(taken), _GOALS.get(kind), "ms")
    report = _written("social-report", case, assessment)
    yield Measure("social report: first page in the preview", median_ms(times(partial(_drawn, report), 5)), 300.0, "ms")
    yield Measure(f"memory that {_BATCH} reports leave", _growth(parameters), 2048.0, "kB")


def _written(kind: str, case: CaseFile, assessment: Assessment) -> bytes:
    return to_bytes(make(kind, case, assessment, "", "fr", _DAY), "pdf")


def _drawn(pdf: bytes) -> Picture:
    return drawn(pdf, 0, _SCREEN)


def _growth(parameters: Parameters) -> float:
    """What Python holds after a batch beyond what it held after its first reports, in kilobytes."""
    import gc
    import tracemalloc

    cases = demo_cases()
    held: list[int] = []

    def on_progress(done: int, _total: int) -> None:
        if done in (_WARM, _BATCH):
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])

    waiting = [Waiting(case.id, partial(_ready, case, parameters)) for case in cases]
    with tempfile.TemporaryDirectory(prefix="redi-bench-") as folder:
        order = BatchOrder(
            kinds=(DocumentKind.SOCIAL_REPORT,), folder=Path(folder), letterhead=Letterhead("CPAS"), today=_DAY
        )
        tracemalloc.start()
        write_batch((waiting[place % len(waiting)] for place in range(_BATCH)), _BATCH, order, on_progress)
        tracemalloc.stop()
    return (held[1] - held[0]) / 1024


def _ready(case: CaseFile, parameters: Parameters) -> Ready:
    return Ready(case, assess(case.facts, parameters))
