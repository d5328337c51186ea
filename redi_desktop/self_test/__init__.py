"""``redi-desktop --self-test``: does what a working day needs once, in a folder that is gone afterwards.

For whoever installs the program: one line for each part, ``ok`` or ``FAILED``, in English; exit status 0 when every
part works, 1 otherwise. Nothing of the user's own is read or written, and no screen is needed.
"""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from redi_desktop.version import program_version

Check = Callable[[Path], str]
"""Tries one part in a folder of its own and tells in a few words what it saw; raises where the part does not work."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one part."""

    part: str
    works: bool
    told: str

    def line(self) -> str:
        """As it is printed."""
        return f"{'ok    ' if self.works else 'FAILED'}  {self.part}: {self.told}"


def run() -> int:
    """Try every part, print a line for each, and return the exit status."""
    print(f"REDI Desktop {program_version()}, Python {platform.python_version()}, {platform.platform()}", flush=True)
    failed = 0
    for tried in tries(checks()):
        print(tried.line(), flush=True)
        failed += not tried.works
    print("Everything works." if not failed else f"{failed} of {len(checks())} parts do not work.", flush=True)
    return 1 if failed else 0


def checks() -> Mapping[str, Check]:
    """Every part, in the order in which a day meets them."""
    from redi_desktop.self_test import parts, window, work

    return {
        "fonts": parts.fonts,
        "catalogues": parts.catalogues,
        "parameters": parts.parameters,
        "notices": parts.notices,
        "cryptography": parts.cryptography,
        "vault": work.vault,
        "assessment": work.assessment,
        "documents": work.documents,
        "workbook": work.workbook,
        "window": window.window,
        "network": parts.network,
    }


def tries(wanted: Mapping[str, Check]) -> Iterator[Tried]:
    """Try parts one after the other; one that fails does not keep the others from being tried."""
    with tempfile.TemporaryDirectory(prefix="redi-self-test-", ignore_cleanup_errors=True) as folder:
        for part, check in wanted.items():
            place = Path(folder) / part
            place.mkdir()
            yield _tried(part, check, place)


def _tried(part: str, check: Check, place: Path) -> Tried:
    try:
        return Tried(part, True, check(place))
    except Exception as error:  # whatever it is, it is what the line has to tell
        return Tried(part, False, f"{type(error).__name__}: {error}")


def expect(holds: object, otherwise: str) -> None:
    """Raise where something that has to hold does not."""
    if not holds:
        raise SelfTestFailed(otherwise)


class SelfTestFailed(Exception):
    """A part works, and gives something else than it must."""
