"""Installs, tries and removes what ``dev.py package`` has built; ``out/package`` keeps what was seen and said.

As root on Debian or Ubuntu: a clean Debian is made with debootstrap, and wine plays Windows.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

from tools import package_check_linux, package_check_windows, package_machine, package_record, package_shipped
from tools.package_ground import PackagingFailed

_PARTS: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
    "files": ("both", package_shipped.check),
    "linux": ("linux", package_check_linux.check),
    "windows": ("windows", package_check_windows.check),
}


def check(only: str | None) -> int:
    """Check what was built for one system or for both; the exit status is 1 where something does not hold."""
    if os.name == "nt" or os.geteuid() != 0:
        raise PackagingFailed("The checks need root, on Debian or Ubuntu: sudo python3 dev.py package --check")
    package_machine.provide(package_machine.FOR_CHECKS | package_machine.FOR_WINDOWS)
    package_check_linux.RESULTS.mkdir(parents=True, exist_ok=True)
    log = package_check_linux.RESULTS / "checks.txt"
    told: list[str] = []
    _tell(package_record.checked_line(), told)
    failed = False
    for name, (system, work) in _PARTS.items():
        if only in (None, system) or system == "both":
            failed = not _done(name, work, told) or failed
            log.write_text("\n".join(told) + "\n", encoding="utf-8")
    return 1 if failed else 0


def _done(name: str, work: Callable[[], Iterator[str]], told: list[str]) -> bool:
    start = time.monotonic()
    try:
        for held in work():
            _tell(f"{name}: {held}", told)
    except PackagingFailed as failure:
        _tell(f"{name}: FAILED: {failure}", told)
        return False
    _tell(f"{name}: everything held, in {time.monotonic() - start:.0f} s", told)
    return True


def _tell(line: str, told: list[str]) -> None:
    print(line, flush=True)
    told.append(line)
