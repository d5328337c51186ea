"""Follow the manual step by step in the real window, in French and in Dutch, as a newcomer would.

Run as ``python -m tools.manual_walk [CHAPTER…]`` (chapters by number, as 03). Every button, field and sentence that a
chapter quotes has to be found on the screen by its words; what was never come across is named, and is a fault.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.manual_hands import Hands
    from tools.stage import Stage

TODAY = date(2026, 7, 6)
Walk = Callable[["Hands", Path], None]


@contextmanager
def first_day(language: str, folder: Path) -> Iterator[Stage]:
    """The window on the first day: nothing is set, there is no vault."""
    from redi_desktop.bootstrap import services
    from tools.stage import window_up

    made = services(config_folder=folder / "config")
    made.default_vault_folder = folder / "vault"
    made.today = lambda: TODAY
    with window_up(made, language) as played:
        yield played


@contextmanager
def another_day(language: str, _folder: Path) -> Iterator[Stage]:
    """The window on the demo's vault, unlocked."""
    from tools.stage import stage

    with stage(language, today=TODAY, tour_seen=True) as played:
        played.unlock()
        yield played


def _walks() -> dict[str, tuple[Callable[[str, Path], AbstractContextManager[Stage]], Walk]]:
    from tools import manual_walk_begin as begin
    from tools import manual_walk_case as case
    from tools import manual_walk_vault as vault

    return {
        "01-first-day": (first_day, begin.the_first_day),
        "02-quick-scan": (another_day, begin.a_quick_scan),
        "03-whole-case": (another_day, begin.a_whole_case),
        "04-why": (another_day, case.why),
        "05-rights": (another_day, case.rights),
        "06-scenarios": (another_day, case.scenarios),
        "07-opinion-decision": (another_day, case.opinion_and_decision),
        "08-documents": (another_day, case.documents),
        "09-backup-recovery": (another_day, vault.backups_and_recovery),
        "10-one-case": (another_day, vault.one_case),
        "11-parameters": (another_day, vault.parameters),
    }


def walk(language: str, name: str) -> list[str]:
    """Follow a chapter; gives the quotes that were not come across."""
    from tools.manual_hands import Hands, Quotes

    begun, follow = _walks()[name]
    quotes = Quotes(language, name)
    with TemporaryDirectory() as folder, begun(language, Path(folder)) as played:
        follow(Hands(played, quotes), Path(folder))
    return quotes.left()


def main(arguments: list[str]) -> int:
    """Follow the chapters, and say how far that went."""
    from tools.manual_text import LANGUAGES

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wrong = 0
    for language in LANGUAGES:
        for name in _walks():
            if arguments and name[:2] not in arguments:
                continue
            try:
                left = walk(language, name)
                told = "not come across: " + ", ".join(left) if left else "followed"
            except (LookupError, AssertionError, TimeoutError) as fault:
                left, told = [str(fault)], f"stops: {str(fault) or 'not what it says'}"
            wrong += bool(left)
            print(f"{language}/{name}: {told}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
