"""A whole session at the window: how soon each page opens, another theme and size of text, and the longest freeze."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.steps import Step
from redi_desktop.ui.main_window import MainWindow
from tools.measure import Measure
from tools.stage import Stage, stage

FREEZE = 100.0
"""Milliseconds that the window may not answer."""
WARM_SECONDS, MOMENT, TURN = 30.0, 0.5, 0.002
TURNS = 30
"""Turns of the event loop until what was asked for is there as a whole."""
CHANGES: dict[str, dict[str, object]] = {
    "another theme": {"theme": "dark"},
    "another size of text": {"text_scale": 150},
}


class Session:
    """Plays at the window, and notes how long it does not answer each time."""

    def __init__(self, played: Stage, detail: str) -> None:
        self._played, self._detail = played, detail
        self.freezes: dict[str, float] = {}

    def act(self, name: str, deed: Callable[[], object]) -> Measure:
        """Do something and wait until it is painted: together they are a freeze; so is each turn after them."""
        start = time.perf_counter()
        deed()
        QApplication.processEvents()
        taken = (time.perf_counter() - start) * 1000
        for _turn in range(TURNS):
            taken = max(taken, self._turn())
        self._note(name, taken)
        return Measure(name, taken, FREEZE, "ms", self._detail)

    def rest(self, name: str, until: Callable[[], bool], seconds: float) -> None:
        """Do nothing until something is so: the window may work, but must answer."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends and not until():
            self._note(name, self._turn())
            time.sleep(TURN)

    def _note(self, name: str, taken: float) -> None:
        self.freezes[name] = max(taken, self.freezes.get(name, 0.0))

    @staticmethod
    def _turn() -> float:
        """A turn as the running program takes it: ``processEvents`` on its own deletes nothing that was let go of."""
        start = time.perf_counter()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return (time.perf_counter() - start) * 1000


def measures(crowded: Change, detail: str) -> Iterator[Measure]:
    """Unlock, look at every page of a crowded case and beside it, type, change language, theme and size of text."""
    with stage("fr") as played:
        played.unlock()
        session, main = Session(played, detail), played.main
        session.rest("making the pages ready", lambda: main.warming.is_done, WARM_SECONDS)
        session.act("open a case", partial(played.open_case, "demo01"))
        played.change(crowded)
        session.rest("showing the case on the pages", lambda: main.warming.is_done, WARM_SECONDS)
        for step in Step:
            yield session.act(f"first opening: {step.value}", partial(main.wizard.go, step))
            session.act(f"a key: {step.value}", _type)
            session.rest(f"after {step.value}", _never, MOMENT)
        yield from _beside(session, main)
        main.navigation.show_settings()
        session.rest("settings", _never, MOMENT)
        for name, changes in CHANGES.items():
            yield session.act(name, partial(main.settings_changed.emit, changes))
            session.rest(f"after {name}", lambda: main.warming.is_done, WARM_SECONDS)
        for code in ("nl", "fr"):
            session.act(f"language {code}", partial(played.window.speak, code))
    where, longest = max(session.freezes.items(), key=lambda freeze: freeze[1])
    yield Measure("longest freeze of the whole session", longest, FREEZE, "ms", where)


def _beside(session: Session, main: MainWindow) -> Iterator[Measure]:
    """The pages beside the case."""
    ways = main.navigation
    beside = {"settings": ways.show_settings, "this case": ways.show_care, "amounts and rules": ways.show_parameters}
    for name, show in beside.items():
        yield session.act(f"first opening: {name}", show)
        session.rest(f"after {name}", _never, MOMENT)


def _type() -> None:
    """One key, where the focus is."""
    focus = QApplication.focusWidget()
    if focus is not None:
        QTest.keyClicks(focus, "1")


def _never() -> bool:
    return False
