"""Everything that goes out of the house, into ``dist/``: wheel, manual, packages for Linux and Windows, their bill.

Run as ``python3 dev.py package``. What is packaged is the last commit; the same commit on the same machine gives the
same bytes, which ``--twice`` proves (``package_again``). ``--check`` installs, tries and removes what was built
(``package_check``); ``--record`` keeps in the repository what others can compare (``package_record``).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from tools import (
    package_again,
    package_bill,
    package_linux,
    package_machine,
    package_record,
    package_sources,
    package_windows,
)
from tools.package_ground import (
    BUILD,
    BUILT_FROM,
    DIST,
    NAME,
    ROOT,
    SOURCE,
    PackagingFailed,
    commit,
    megabytes,
    sha256,
    version,
)

Result = TypeVar("Result")
LARGEST = {".exe": 60, ".deb": 70, ".xz": 70}
"""What a CPAS should have to carry on a stick, in megabytes."""


def build(chosen: argparse.Namespace) -> list[Path]:
    """Build what was chosen; returns what goes out."""
    linux = chosen.only in (None, "linux") and sys.platform.startswith("linux")
    windows = chosen.only in (None, "windows")
    package_machine.provide(
        (package_machine.FOR_LINUX if linux else {}) | (package_machine.FOR_WINDOWS if windows else {})
    )
    DIST.mkdir(exist_ok=True)
    BUILD.mkdir(parents=True, exist_ok=True)
    _timed("sources", package_sources.export)
    wheel = _timed("wheel", package_sources.build_wheel)
    notices = SOURCE / package_bill.NOTICES.relative_to(ROOT)
    made = [wheel, *DIST.glob("redi_desktop-*.tar.gz"), *_timed("manual", package_sources.build_manual)]
    works: list[Callable[[], list[Path]]] = []
    if linux:
        works.append(lambda: _timed("Linux packages", lambda: _linux(wheel, notices)))
    if windows:
        setup = partial(package_windows.build, wheel, notices, chosen.windows_python, chosen.sign)
        works.append(lambda: _timed("Windows setup", setup))
    with ThreadPoolExecutor() as workers:
        for done in [workers.submit(work) for work in works]:
            made += done.result()
    return made


def _linux(wheel: Path, notices: Path) -> list[Path]:
    interpreter = package_sources.freezer(wheel)
    return [_write_bill(interpreter), *package_linux.build(interpreter, notices)]


def _timed(what: str, work: Callable[[], Result]) -> Result:
    start = time.monotonic()
    result = work()
    print(f"{what}: {time.monotonic() - start:.0f} s", flush=True)
    return result


def _write_bill(interpreter: Path) -> Path:
    path = DIST / f"{NAME}-{version()}.cdx.json"
    bill = package_bill.bill(package_bill.with_sums(interpreter, package_bill.parts(interpreter)))
    path.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def write_sums() -> Path:
    """Write, and print, the checksums of everything in ``dist/``, as ``sha256sum -c`` reads them."""
    path = DIST / "SHA256SUMS"
    files = [file for file in sorted(DIST.iterdir()) if file.is_file() and file != path]
    path.write_text("".join(f"{sha256(file)}  {file.name}\n" for file in files), encoding="utf-8")
    print(path.read_text(encoding="utf-8"), end="", flush=True)
    return path


def tell_sizes(made: list[Path]) -> list[str]:
    """Print how large everything is; returns what is too large."""
    too_large = []
    for path in made:
        size, most = megabytes([path]), LARGEST.get(path.suffix)
        print(f"{size:8.1f} MB  {path.name}" + (f"  (at most {most})" if most else ""), flush=True)
        if most and size > most:
            too_large.append(path.name)
    return too_large


def _build_all(chosen: argparse.Namespace) -> None:
    """Build, list, and note which commit it was; raises where something is too large."""
    for path in DIST.glob("*") if chosen.only is None else [DIST / BUILT_FROM]:
        path.unlink(missing_ok=True)
    too_large = tell_sizes(build(chosen))
    (DIST / BUILT_FROM).write_text(commit() + "\n", encoding="ascii")
    print(f"Commit {commit()} is in {write_sums().parent.name}/, with checksums", flush=True)
    if too_large:
        raise PackagingFailed("Too large: " + ", ".join(too_large))


def main(arguments: list[str]) -> int:
    """Build, list, and check where that is asked for."""
    parser = argparse.ArgumentParser(prog="dev.py package")
    parser.add_argument("--only", choices=("linux", "windows"), help="the packages for one system")
    parser.add_argument("--sign", default="", metavar="COMMAND", help="how a Windows program is signed in place: {}")
    parser.add_argument("--windows-python", type=Path, metavar="ZIP", help="the embeddable Python from python.org")
    parser.add_argument("--check", action="store_true", help="install, try and remove what is in dist/")
    parser.add_argument("--twice", action="store_true", help="build again in a clean checkout and compare every byte")
    parser.add_argument(
        "--record", action="store_true", help="write docs/release-record about what was built and checked"
    )
    parser.add_argument("--no-build", action="store_true", help="check what was built before")
    chosen = parser.parse_args(arguments)
    try:
        if not chosen.no_build:
            _build_all(chosen)
        if chosen.twice:
            package_again.compare(chosen.only)
        if chosen.check:
            from tools import package_check

            if package_check.check(chosen.only):
                return 1
        if chosen.record:
            package_record.write()
    except PackagingFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
