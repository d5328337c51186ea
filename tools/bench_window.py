"""The window: how soon it is there, how fast it answers a key, how much memory it takes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop.casefile import changes
from redi_desktop.casefile.model import CaseFile
from redi_desktop.casefile.steps import Step
from redi_desktop.engine.expenses import REASON_REQUIRED, ExpenseKind
from redi_desktop.engine.household import Role, Sex
from redi_desktop.engine.money import Period
from redi_desktop.ui.fields import MoneyField
from tools import bench_session, typed_cases
from tools.measure import Measure
from tools.stage import Stage, stage
from tools.stopwatch import median_ms, p95_ms, times

_STARTS = 7
_KEYS = 120
PERSONS, EXPENSES, SWITCHES, SETTLING = 6, 40, 12, 60
CALM_SECONDS = 4.0
CROWD = f"household of {PERSONS}, {EXPENSES} expenses"
TYPED_IN: dict[Step, Callable[[Any], MoneyField]] = {
    Step.INCOME: lambda page: page.rows.rows()[0].amount,
    Step.EXPENSES: lambda page: page.rows.rows()[0].amount,
    Step.DEBTS: lambda page: page.rows.rows()[0].monthly,
    Step.RESULT: lambda page: page.proposal.amount,
}
"""The pages on which amounts are typed, and the field that is typed in."""
_START = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from redi_desktop import bootstrap
from redi_desktop.ui.app import make_app, make_window
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.window() is watched:
            QApplication.instance().exit()
        return False
app = make_app()
window = make_window(app, bootstrap.services())
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""


def measures() -> Iterator[Measure]:
    """Start to painted, keystroke to repainted panel and language switch on each page, memory, keys of two cases."""
    yield Measure("start to unlock window painted, median", _start_seconds(), 0.8, "s", "fresh process")
    with stage("fr") as played:
        played.unlock()
        played.open_case("demo01")
        played.change(crowded)
        for step in Step:
            played.go(step)
            played.settle(SETTLING)
            if step in TYPED_IN:
                keys = sorted(_keystrokes(played, TYPED_IN[step](played.main.wizard.page)))
                yield Measure(f"keystroke to repainted panel, p95: {step.value}", p95_ms(keys), 16.0, "ms", CROWD)
            yield _language_switch(played, step)
        _calm(played)
        yield Measure("memory of the running window", _resident_megabytes(), 250.0, "MB", "every page opened")
    yield from bench_session.measures(crowded, CROWD)
    yield from typed_cases.measures()


def crowded(case: CaseFile) -> CaseFile:
    """The case with a household of six and forty expenses."""
    while len(case.household.persons) < PERSONS:
        case = changes.add_person(case)
        new = case.household.persons[-1].id
        case = changes.change_person(case, new, birth_date=date(2014, 5, 1 + len(new)), sex=Sex.F, role=Role.CHILD)
    kinds = [kind for kind in ExpenseKind if kind not in REASON_REQUIRED and kind is not ExpenseKind.RENT]
    for number in range(len(case.expenses), EXPENSES):
        case = changes.add_expense(case, kinds[number % len(kinds)])
        case = changes.change_expense(case, case.expenses[-1].id, amount=Decimal(10 + number), period=Period.MONTH)
    return case


def _start_seconds() -> float:
    taken = []
    for _ in range(_STARTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _START], check=True, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return sorted(taken)[_STARTS // 2]


def _keystrokes(played: Stage, field: MoneyField) -> Iterator[float]:
    """Type amounts in a field, one key after the other, each until everything is painted again."""
    field.editor.setFocus()
    for number in range(_KEYS):
        key = "123456789"[number % 9] if number % 6 else "\b"
        if key == "\b":
            field.set_value(None)
            continue
        start = time.perf_counter()
        QTest.keyClicks(field.editor, key)
        QApplication.processEvents()
        played.main.panel.repaint()
        yield time.perf_counter() - start


def _language_switch(played: Stage, step: Step) -> Measure:
    codes = iter(["nl", "fr"] * SWITCHES)

    def switch() -> None:
        played.window.speak(next(codes))
        played.settle(2)

    taken = median_ms(times(switch, SWITCHES - 1))
    return Measure(f"language switch, median: {step.value}", taken, 100.0, "ms", CROWD)


def _calm(played: Stage) -> None:
    """A moment without a key, in which garbage is looked for."""
    ends = time.monotonic() + CALM_SECONDS
    while time.monotonic() < ends:
        played.settle(1)
        time.sleep(0.01)


def _resident_megabytes() -> float:
    pages = Path(f"/proc/{os.getpid()}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6
