"""The window: how soon it is there, how fast it answers a key, how much memory it takes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop.casefile.steps import Step
from redi_desktop.ui.fields import MoneyField
from tools.measure import Measure
from tools.stage import Stage, stage
from tools.stopwatch import median_ms, p95_ms, times

_STARTS = 7
_KEYS = 120
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
    """Start to painted, keystroke to repainted panel, language switch, memory."""
    yield Measure("start to unlock window painted, median", _start_seconds(), 0.8, "s", "fresh process")
    with stage("fr") as played:
        played.unlock()
        played.open_case("demo01")
        played.go(Step.INCOME)
        keys = sorted(_keystrokes(played))
        yield Measure("keystroke to repainted panel, median", median_ms(keys), None, "ms", f"{len(keys)} keys")
        yield Measure("keystroke to repainted panel, p95", p95_ms(keys), 16.0, "ms")
        played.go(Step.RESULT)
        yield _language_switch(played)
        yield Measure("memory of the running window", _resident_megabytes(), 250.0, "MB", "demo vault open")


def _start_seconds() -> float:
    taken = []
    for _ in range(_STARTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _START], check=True, stderr=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return sorted(taken)[_STARTS // 2]


def _keystrokes(played: Stage) -> Iterator[float]:
    """Type amounts in the first amount field, one key after the other, each until everything is painted again."""
    field = next(one for one in played.main.wizard.page.findChildren(MoneyField) if one.isVisible())
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


def _language_switch(played: Stage) -> Measure:
    codes = iter(["nl", "fr"] * 20)

    def switch() -> None:
        played.window.speak(next(codes))
        played.settle(2)

    return Measure("language switch on the result page, median", median_ms(times(switch, 12)), 100.0, "ms")


def _resident_megabytes() -> float:
    pages = Path(f"/proc/{os.getpid()}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6
