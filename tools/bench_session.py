"""A whole session at the window: how soon each page opens, another theme and size of text, and the longest freeze."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from redi_desktop.casefile.changes import Change
from redi_desktop.casefile.steps import Step
from redi_desktop.ui.main_window import MainWindow
from tools.measure import Measure
from tools.stage import Stage, stage

FREEZE = 100.0
"""Milliseconds that the window may not answer."""
WARM_SECONDS, PATIENCE, MOMENT, TURN = 30.0, 60.0, 0.5, 0.002
TURNS = 30
"""Turns of the event loop until what was asked for is there as a whole."""
CHANGES: dict[str, dict[str, object]] = {
    "another theme": {"theme": "dark"},
    "another size of text": {"text_scale": 150},
}


class Freeze(NamedTuple):
    """Milliseconds on the clock, and those in which the window's thread worked: others may have had the machine."""

    wall: float
    work: float


def _nothing() -> None:
    pass


class Session:
    """Plays at the window, and notes how long it does not answer each time."""

    def __init__(self, played: Stage, detail: str) -> None:
        self._played, self._detail = played, detail
        self.freezes: dict[str, Freeze] = {}

    def act(self, name: str, deed: Callable[[], object], until: Callable[[], bool] | None = None) -> Measure:
        """Do something and wait until it is painted: together they are a freeze; so is each turn after them."""
        self._turn(name, deed)
        for _turn in range(TURNS):
            self._turn(name)
        if until is not None:
            self.rest(name, until, PATIENCE)
        return self._measure(name)

    def rest(self, name: str, until: Callable[[], bool], seconds: float) -> None:
        """Do nothing until something is so: the window may work, but must answer."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends and not until():
            self._turn(name)
            time.sleep(TURN)

    def close(self, name: str, window: QWidget) -> Measure:
        """Close the window: a freeze is what is seen of it, until it is out of sight."""
        hidden: list[float] = []
        window.windowHandle().visibleChanged.connect(lambda _shown: hidden.append(time.perf_counter()))
        start, work = time.perf_counter(), time.thread_time()
        window.close()
        self.freezes[name] = Freeze((hidden[0] - start) * 1000, (time.thread_time() - work) * 1000)
        return self._measure(name)

    def longest(self) -> Measure:
        """The longest freeze of the whole session."""
        where = max(self.freezes, key=lambda name: self.freezes[name].wall)
        found = self._measure(where)
        return found._replace(name="longest freeze of the whole session", detail=f"{where}, {found.detail}")

    def _measure(self, name: str) -> Measure:
        taken = self.freezes[name]
        work = f"{taken.work:.0f} ms of it this thread’s own work"
        return Measure(name, taken.wall, FREEZE, "ms", ", ".join(filter(None, (self._detail, work))))

    def _turn(self, name: str, deed: Callable[[], object] = _nothing) -> None:
        """A turn as the running program takes it: ``processEvents`` on its own deletes nothing that was let go of."""
        start, work = time.perf_counter(), time.thread_time()
        deed()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        taken = Freeze((time.perf_counter() - start) * 1000, (time.thread_time() - work) * 1000)
        self.freezes[name] = max(taken, self.freezes.get(name, taken))


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
    yield session.longest()


def _beside(session: Session, main: MainWindow) -> Iterator[Measure]:
    """The pages beside the case."""
    ways = main.navigation
    beside = {"settings": ways.show_settings, "this case": ways.show_care, "amounts and rules": ways.show_parameters}
    for name, show in beside.items():
        yield session.act(f"first opening: {name}", show)
        session.rest(f"after {name}", _never, MOMENT)
    yield from _corners(session, main)
    for name, show in beside.items():
        session.act(f"once more: {name}", show)
        session.rest(f"once more: {name}", _never, MOMENT)


def _corners(session: Session, main: MainWindow) -> Iterator[Measure]:
    """Every corner of the room of the parameters in which one is, and a pack in its tables."""
    from redi_desktop.ui.parameters.role_words import Corner

    room = main.asides.parameters()
    for corner in Corner:
        show, name = partial(room.show_corner, corner), f"first opening: amounts and rules, {corner.value}"
        yield session.act(name, show, lambda: room.growing.is_done)
    room.show_corner(Corner.MAKE)
    yield session.act("a pack in a table", room.making.begin)
    session.act("no pack in a table", room.making.role.edited.emit)


def _type() -> None:
    """One key, where the focus is."""
    focus = QApplication.focusWidget()
    if focus is not None:
        QTest.keyClicks(focus, "1")


def _never() -> bool:
    return False
