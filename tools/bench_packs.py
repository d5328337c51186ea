"""Re-assessing every open case of a vault as the window does it: read, counted twice, what changed beyond an amount."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop

from redi_desktop.casefile.model import Status
from redi_desktop.casefile.reassessment import Reassessment
from redi_desktop.demo import demo_cases
from redi_desktop.engine.assess import Parameters
from redi_desktop.engine.effects import TwoParameters
from redi_desktop.engine.months import Month
from redi_desktop.packs.baskets import load_baskets
from redi_desktop.packs.draft import sealed
from redi_desktop.packs.embedded import load_embedded_legal, load_example_policy
from redi_desktop.packs.kinds import FilesInMemory
from redi_desktop.packs.parcel import Role
from redi_desktop.packs.repricing import IndexMonth, with_index_month
from redi_desktop.store.vault import Vault
from redi_desktop.ui.parameters.case_sweep import CaseSweep
from redi_desktop.ui.parameters.room_state import of_program
from redi_desktop.ui.tasks import Tasks
from tools.bench_store import CHEAP, PASSPHRASE
from tools.measure import Measure

CASES = 10_000
BEYOND = Decimal(60)
_SOURCE, _DAY = "CPI_REPO", Month(2026, 8).first_day()


def measures() -> Iterator[Measure]:
    """Ten thousand cases of a vault under two packs: time, evenness, memory."""
    app = QCoreApplication.instance() or QCoreApplication([])
    two = two_packs()
    with tempfile.TemporaryDirectory() as folder:
        tasks = Tasks()
        try:
            vault = tasks.on_store(lambda: _filled(Path(folder) / "vault")).result()
            yield from _swept(app, vault, tasks, two)
            tasks.on_store(vault.close).result()
        finally:
            tasks.close()


def two_packs() -> TwoParameters:
    """The program's baskets, and the same with one month more of the index, under one policy."""
    old = of_program(Role.BASKETS)
    added = IndexMonth(Month(2026, 8), Decimal("145.00"), None, _SOURCE)
    new = sealed(with_index_month(old.draft(), added))
    policy, legal = load_example_policy(), load_embedded_legal()
    packs = (load_baskets(FilesInMemory(files)) for files in (old.files, new))
    return TwoParameters(*(Parameters(pack, policy, legal) for pack in packs))


def _filled(folder: Path) -> Vault:
    """The demo's households over and over, each case of a day in August 2026."""
    made = demo_cases()
    vault = Vault.create(folder, PASSPHRASE, limits=CHEAP)
    cases = (
        replace(made[number % len(made)], id=f"case{number}", reference_date=_DAY, status=Status.OPEN, closed_on=None)
        for number in range(CASES)
    )
    vault.cases.save_all(((case, None) for case in cases), "bench")
    return vault


def _swept(app: QCoreApplication, vault: Vault, tasks: Tasks, two: TwoParameters) -> Iterator[Measure]:
    sweep, found, halves = CaseSweep(vault, tasks), list[Reassessment](), list[float]()
    sweep.progressed.connect(lambda done, of: halves.append(time.perf_counter()) if done * 2 >= of else None)
    sweep.done.connect(found.append)
    before, start, worked = _peak_megabytes(), time.perf_counter(), time.process_time()
    sweep.begin(two, BEYOND)
    while not found:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    taken, result = time.perf_counter() - start, found[0]
    worked = time.process_time() - worked
    detail = f"{result.seen} seen, {len(result.beyond)} beyond {BEYOND} euro, {worked:.1f} s of processor time"
    yield Measure(f"{CASES} cases of a vault re-assessed", taken, 30.0, "s", detail)
    yield Measure("their second half, against the first", (start + taken - halves[0]) / (halves[0] - start), 1.25, "x")
    yield Measure("memory they added at the peak", _peak_megabytes() - before, 24.0, "MB", "with the list found")


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
