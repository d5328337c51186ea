"""Random hands on the window: thousands of keys, clicks, words and languages, and after them the case must be sound.

``python -m tools.torture_window [SEED [DEEDS]]`` plays one session again; ``dev.py torture window`` plays many.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from redi_desktop.demo import demo_cases
from redi_desktop.formatting import money
from redi_desktop.ui.case_session import CaseSession
from tools.random_hands import LANGUAGES, Hands
from tools.stage import Stage, stage
from tools.torture_outcome import Outcome

SESSIONS, DEEDS = 8, 400
BETWEEN = 25
"""Deeds after which it is looked whether everything still agrees."""
DAY = date(2026, 7, 6)
OF_THE_PLATFORM = "This plugin does not support"
"""What the screen that is not there says of itself."""


def torture(_folder: Path, share: float) -> Iterator[Outcome]:
    """So many sessions of random deeds, each in a window and a vault of its own."""
    outcome = Outcome("random hands on the window")
    for seed in range(1, max(2, round(SESSIONS * share) + 1)):
        outcome.rounds += DEEDS
        outcome.broken.update(play(seed, DEEDS))
    yield outcome


def play(seed: int, deeds: int) -> list[str]:
    """One session; what broke in it, each once."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    chance = Random(seed)
    with said_wrong() as wrong, _stage(chance) as played:
        played.unlock()
        played.open_case(chance.choice(demo_cases(DAY)).id)
        hands = Hands(played, chance)
        for number in range(1, deeds + 1):
            deed = hands.act()
            if number % BETWEEN == 0 or wrong:
                wrong.extend(f"{found} (after {deed})" for found in _unsound(played))
                _take_up(played, chance)
            if wrong:
                wrong.insert(0, f"seed {seed}, deed {number}: {deed}")
                break
    return wrong


def _stage(chance: Random) -> AbstractContextManager[Stage]:
    language, scale = chance.choice(LANGUAGES), chance.choice((100, 200))
    return stage(language, today=DAY, text_scale=scale, tour_seen=True)


def _unsound(played: Stage) -> list[str]:
    """What does not agree: the case on the desk, the panel, the page, and the case that the vault gives back."""
    main = played.window.main
    session = main.desk.session if main is not None else None
    if main is None or session is None or played.window.is_covered:
        return []
    found, case, balance = [], session.case, _balance(session)
    said = [label.accessibleName() for label in main.panel.findChildren(QLabel)]
    if balance is not None and case.incomes and not any(money(abs(balance)) in words for words in said):
        found.append(f"the panel does not say {balance}: {said}")
    problem = main.finish()
    if problem is not None:
        return [*found, f"the case could not be saved: {problem.code}"]
    if not main.desk.is_new:
        step, typed = main.wizard.step, _typed(main.wizard.page)
        main.desk.put_away()
        played.wait(lambda: main.desk.session is None)
        played.open_case(case.id)
        played.go(step)
        again = main.desk.session
        if again is None or again.case != case:
            found.append("the vault does not give back the case that was shown")
        elif _balance(again) != balance:
            found.append(f"the balance was {balance}, and counted anew {_balance(again)}")
        lost = typed - _typed(main.wizard.page)
        found.extend(f"« {words[:40]} » no longer stands in « {name} »" for name, words in lost)
    return found


def _take_up(played: Stage, chance: Random) -> None:
    """Where the hands have put the case away, take one up again: most there is to break is in cases."""
    if played.main.desk.session is None and not played.window.is_covered:
        played.open_case(chance.choice(demo_cases(DAY)).id)


def _typed(page: QWidget | None) -> Counter[tuple[str, str]]:
    """What stands in the lines of a page, by their names."""
    lines = page.findChildren(QLineEdit) if page is not None else []
    return Counter((line.accessibleName(), line.text()) for line in lines if line.isVisible() and line.text())


def _balance(session: CaseSession) -> Decimal | None:
    return session.live.assessment.balance if session.live.assessment is not None else None


@contextmanager
def said_wrong() -> Iterator[list[str]]:
    """Everything that Python, its threads, the logs or Qt complain of meanwhile."""
    wrong: list[str] = []

    def on_bug(kind: type[BaseException], bug: BaseException, _trace: object) -> None:
        wrong.append("".join(traceback.format_exception(kind, bug, bug.__traceback__)))

    def on_message(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(OF_THE_PLATFORM):
            wrong.append(text)

    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = on_bug
    threading.excepthook = lambda given: wrong.append(f"in a thread: {given.exc_value!r}")
    sys.unraisablehook = lambda given: wrong.append(f"not raised: {given.exc_value!r}")
    before = qInstallMessageHandler(on_message)
    handler = _Errors(wrong)
    logging.getLogger().addHandler(handler)
    try:
        yield wrong
    finally:
        logging.getLogger().removeHandler(handler)
        qInstallMessageHandler(before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


class _Errors(logging.Handler):
    """Takes what is logged as an error."""

    def __init__(self, wrong: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._wrong = wrong

    def emit(self, record: logging.LogRecord) -> None:
        """Keep its words, and where it came from."""
        self._wrong.append(self.format(record))


def main(arguments: list[str]) -> int:
    """Play one session and tell what broke."""
    seed, deeds = (*map(int, arguments), *(1, DEEDS)[len(arguments) :])
    wrong = play(seed, deeds)
    print("\n".join(wrong) if wrong else f"seed {seed}: {deeds} deeds, nothing broke")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
